/** Lists the public keys that sign the record's heads, as the server publishes them (R3). */
import { preparedRead } from '#db/core/prepared.ts';

export const listRecordKeys = preparedRead<Record<never, never>>()('list_record_keys', (q) =>
  q
    .selectFrom('recordKeys')
    .orderBy('number')
    .select(['number', 'publicKey', 'since', 'signature', 'previousSignature']),
);

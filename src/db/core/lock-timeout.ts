/** Work that nobody waits for gives way early: what it would have to wait for now, it finds free another time. */
import { sql } from 'kysely';
import { preparedRead } from './prepared.ts';

/** To be sent first: no lock of this transaction is waited for longer than a second. */
export const setLockTimeout = preparedRead<Record<never, never>>()('set_lock_timeout', (q) =>
  q.selectNoFrom(sql`set_config('lock_timeout', '1s', true)`.as('set')),
);

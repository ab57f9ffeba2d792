/** Stores the tokens of warnings as hashes; each token works once (D13). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { recordset } from '#db/core/recordset.ts';
import { instant } from '#db/core/sql-values.ts';

export interface NewAcknowledgement {
  readonly tokenHash: Buffer;
  readonly attemptId: string;
  readonly personId: string;
  readonly turnId: string | null;
  readonly origin: string;
  readonly channel: string;
  readonly textDigest: Buffer;
  readonly policyVersion: number | null;
  readonly reasons: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export const insertAcknowledgements = preparedWrite<{
  brandId: string;
  acknowledgements: readonly NewAcknowledgement[];
}>()('insert_acknowledgements', (q, p) =>
  q
    .insertInto('acknowledgements')
    .columns([
      ...(['brandId', 'tokenHash', 'attemptId', 'personId', 'turnId', 'origin', 'channel'] as const),
      ...(['textDigest', 'policyVersion', 'reasons', 'issuedAt', 'expiresAt'] as const),
    ])
    .expression(
      sql`select ${p.brandId}::uuid, r.* from ${recordset(
        p.acknowledgements,
        `token_hash bytea, attempt_id uuid, person_id uuid, turn_id uuid, origin text, channel text,
         text_digest bytea, policy_version integer, reasons text[], issued_at timestamptz, expires_at timestamptz`,
      )}`,
    ),
);

/**
 * Spends a token, no matter which verdict follows, and returns what the token was bound to. No row: the token is
 * unknown or spent.
 */
export const spendAcknowledgement = preparedWrite<{ brandId: string; tokenHash: Buffer; at: number }>()(
  'spend_acknowledgement',
  (q, p) =>
    q
      .updateTable('acknowledgements')
      .set({ spentAt: instant(p.at) })
      .where('brandId', '=', p.brandId)
      .where('tokenHash', '=', p.tokenHash)
      .where('spentAt', 'is', null)
      .returning([
        'attemptId',
        'personId',
        'turnId',
        'origin',
        'channel',
        'textDigest',
        'policyVersion',
        'reasons',
        'expiresAt',
      ]),
);

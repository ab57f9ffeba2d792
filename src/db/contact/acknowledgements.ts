/** Tokens of warnings: stored hashed, good once (D13). */
import { sql } from 'kysely';
import { preparedWrite } from '#db/core/prepared.ts';
import { recordset } from '#db/core/records.ts';
import { instant } from '#db/core/values.ts';

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
      ...(['brand_id', 'token_hash', 'attempt_id', 'person_id', 'turn_id', 'origin', 'channel'] as const),
      ...(['text_digest', 'policy_version', 'reasons', 'issued_at', 'expires_at'] as const),
    ])
    .expression(
      sql`select ${p.brandId}::uuid, r.* from ${recordset(
        p.acknowledgements,
        `"tokenHash" bytea, "attemptId" uuid, "personId" uuid, "turnId" uuid, origin text, channel text,
         "textDigest" bytea, "policyVersion" integer, reasons text[], "issuedAt" timestamptz, "expiresAt" timestamptz`,
      )}`,
    ),
);

/** Spends a token whatever the verdict will be, and tells what it was bound to; no row where it is unknown or spent. */
export const acknowledgementSpent = preparedWrite<{ brandId: string; tokenHash: Buffer; at: number }>()(
  'acknowledgement_spent',
  (q, p) =>
    q
      .updateTable('acknowledgements')
      .set({ spent_at: instant(p.at) })
      .where('brand_id', '=', p.brandId)
      .where('token_hash', '=', p.tokenHash)
      .where('spent_at', 'is', null)
      .returning([
        'attempt_id as attemptId',
        'person_id as personId',
        'turn_id as turnId',
        'origin',
        'channel',
        'text_digest as textDigest',
        'policy_version as policyVersion',
        'reasons',
        'expires_at as expiresAt',
      ]),
);

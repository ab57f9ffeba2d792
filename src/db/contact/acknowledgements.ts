/** Tokens of warnings: stored hashed, good once (D13). */
import { preparedWrite } from '#db/core/prepared.ts';
import { instant } from '#db/core/values.ts';

export const acknowledgementIssued = preparedWrite<{
  brandId: string;
  tokenHash: Buffer;
  attemptId: string;
  personId: string;
  turnId: string | null;
  origin: string;
  channel: string;
  textDigest: Buffer;
  policyVersion: number | null;
  reasons: readonly string[];
  at: number;
  expiresAt: number;
}>()('acknowledgement_issued', (q, p) =>
  q.insertInto('acknowledgements').values({
    brand_id: p.brandId,
    token_hash: p.tokenHash,
    attempt_id: p.attemptId,
    person_id: p.personId,
    turn_id: p.turnId,
    origin: p.origin,
    channel: p.channel,
    text_digest: p.textDigest,
    policy_version: p.policyVersion,
    reasons: p.reasons as string[],
    issued_at: instant(p.at),
    expires_at: instant(p.expiresAt),
  }),
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

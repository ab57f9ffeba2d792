/** A judgement on the wire. Never a permit, never a token. */
import { z } from 'zod';
import { Id, InstantInput, InstantText } from '#contract/core/common.ts';
import { REASONS } from '#rules/contact/decision.ts';

/** The closed list belongs to the rules. */
export const ReasonCode = z.enum(REASONS);
export const OriginCode = z.enum(['suggestion', 'profile']);

export const Quiet = z.object({
  since: InstantText.nullable(),
  until: InstantText.nullable(),
  clock: z.enum(['store', 'customer', 'brand']),
  zone: z.string().nullable(),
});

export const Decision = z.object({
  verdict: z.enum(['allow', 'warn', 'block']),
  reason: ReasonCode.nullable(),
  reasons: z.array(z.object({ reason: ReasonCode, verdict: z.enum(['warn', 'block']) })),
  origin: z.string(),
  quiet: Quiet.nullable(),
  quietHours: z.enum(['active', 'inactive']),
  opensAt: InstantText.nullable(),
  changesAt: InstantText.nullable(),
  policyVersion: z.int().nullable(),
  tzVersion: z.string(),
});
export type DecisionBody = z.infer<typeof Decision>;

/** The answer to `AskDecision`. */
export const AskedDecision = Decision.extend({
  /** The minute a refused attempt would be offered; nothing reserves it. Null: allowed now, or it cannot be held. */
  suggestedReleaseAt: InstantText.nullable(),
});

/**
 * `POST /api/v1/decisions`: asks, records nothing, grants nothing. `at` is for managers and support; support also says
 * in which brand, where others ask of their own alone.
 */
export const AskDecision = z.strictObject({
  brandId: Id.optional(),
  customerId: Id,
  origin: OriginCode.optional(),
  suggestionId: Id.optional(),
  at: InstantInput.optional(),
});

/** A judgement on the wire. Never a permit, never a token. */
import { z } from 'zod';
import { Id, InstantInput, InstantText } from '#contract/core/common.ts';
import type { Reason } from '#rules/contact/decision.ts';

/** The closed list belongs to the rules: a reason that is missing or unknown here does not compile. */
const reasons: { readonly [R in Reason]: R } = {
  customer_unavailable: 'customer_unavailable',
  opted_out: 'opted_out',
  no_permission: 'no_permission',
  quiet_hours: 'quiet_hours',
  zone_uncertain: 'zone_uncertain',
  pace: 'pace',
  clock_unsafe: 'clock_unsafe',
};
export const ReasonCode = z.enum(reasons);
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

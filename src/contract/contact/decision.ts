/** Shapes of decisions. They never contain a permit or a token. */
import { z } from 'zod';
import { Id, InstantInput, InstantText } from '#contract/core/common.ts';
import { REASONS } from '#rules/contact/decision.ts';

/** The closed list of reasons; the rules define it. */
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
  /**
   * The minute that a held contact would get now; it is not reserved. Null: allowed now, or the contact cannot be held.
   */
  suggestedReleaseAt: InstantText.nullable(),
});

/**
 * Body of `POST /api/v1/decisions`, which asks for a decision without recording or permitting anything. `at` is for
 * managers and support. Support must name the brand; other callers ask for their own.
 */
export const AskDecision = z.strictObject({
  brandId: Id.optional(),
  customerId: Id,
  origin: OriginCode.optional(),
  suggestionId: Id.optional(),
  at: InstantInput.optional(),
});

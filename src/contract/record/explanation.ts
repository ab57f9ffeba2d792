/** One attempt explained: each decision, each check, each clock, what another way would have brought, and what came of it. */
import { z } from 'zod';
import { AttemptRow } from '#contract/contact/attempt.ts';
import { Quiet, ReasonCode } from '#contract/contact/decision.ts';
import { Cursor, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';
import type { Origin } from '#rules/contact/decision.ts';

const Verdict = z.enum(['allow', 'warn', 'block']);

/** Also those that no seller can ask for: what is explained may have come from anywhere. */
const origins: { readonly [O in Origin]: O } = {
  suggestion: 'suggestion',
  profile: 'profile',
  reply: 'reply',
  service: 'service',
  automation: 'automation',
};
const AnyOrigin = z.enum(origins);

/** Support reads names and numbers masked ("M••••• A••••", "•••• 1234") until it says why it needs them. */
export const ExplainedAttempt = AttemptRow.extend({
  customerPhone: z.string().nullable(),
  /** Null where it is masked, and where nothing was written. */
  text: z.string().nullable(),
  masked: z.boolean(),
  /** For how much longer support sees it unmasked, by the host's clock; null: it is masked, or never was. */
  revealedForMs: z.int().nullable(),
});

const ExplainedDecision = z.object({
  id: Id,
  number: z.int(),
  decidedAt: InstantText,
  /** `release`: decided anew at its time, with nobody at the device (H2). */
  actorKind: z.enum(['person', 'machine', 'release']),
  verdict: Verdict,
  origin: AnyOrigin,
  /** In one sentence, the kindest that is true. */
  sentence: z.string(),
  originSentence: z.string(),
  checks: z.array(
    z.object({
      reason: ReasonCode,
      judged: z.boolean(),
      verdict: Verdict,
      acknowledged: z.boolean(),
      sentence: z.string(),
    }),
  ),
  clocks: z.array(
    z.object({ clock: Quiet.shape.clock, zone: z.string().nullable(), quiet: z.boolean(), sentence: z.string() }),
  ),
  /** "E se": the same contact with another origin; `opensAt` null where it was allowed, or never would be. */
  whatIf: z.array(
    z.object({ origin: AnyOrigin, verdict: Verdict, opensAt: InstantText.nullable(), sentence: z.string() }),
  ),
  receiptSentence: z.string(),
  /** Judged again now, the recorded context gives the recorded decision (R2). */
  reproduced: z.boolean(),
});

export const AttemptExplanation = z.object({
  attempt: ExplainedAttempt,
  /** The clock in which sentences tell their times: the store's. */
  zone: z.string(),
  /** Oldest first: a warning and its acknowledgement are two. */
  decisions: z.array(ExplainedDecision),
  /** What came of it, step by step where it was left for later, oldest first; `attemptId` is of the next attempt on the same customer. */
  after: z.array(z.object({ at: InstantText, sentence: z.string(), attemptId: Id.nullable() })),
});
export type AttemptExplanation = z.infer<typeof AttemptExplanation>;

/** `GET /api/v1/brands/:id/attempts`, for support: customers masked. */
export const MaskedAttemptList = listOf(ExplainedAttempt.omit({ text: true, revealedForMs: true }));

export const Reveal = z.strictObject({ reason: writtenText(500) });

/** `GET /api/v1/support-looks`, for the brand's manager: newest first. */
export const SupportAccess = z.object({
  id: Id,
  at: InstantText,
  supportName: z.string(),
  /** In words. */
  sentence: z.string(),
  reason: z.string().nullable(),
  attemptId: Id.nullable(),
  /** What was searched for: a customer's name or number, as typed. Null where nothing was. */
  searched: z.string().nullable(),
});
export const SupportAccessList = listOf(SupportAccess);
export const SupportAccessQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

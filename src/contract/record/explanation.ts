/**
 * Shapes of an explained attempt: its decisions, checks and clocks, the counterfactuals, and what happened afterwards;
 * and of the support access log.
 */
import { z } from 'zod';
import { AttemptRow } from '#contract/contact/attempt.ts';
import { Quiet, ReasonCode } from '#contract/contact/decision.ts';
import { Cursor, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';
import type { Origin } from '#rules/contact/decision.ts';

const Verdict = z.enum(['allow', 'warn', 'block']);

/** All origins, also those that no seller can ask for, since a recorded attempt may have any of them. */
const origins: { readonly [O in Origin]: O } = {
  suggestion: 'suggestion',
  profile: 'profile',
  reply: 'reply',
  service: 'service',
  automation: 'automation',
};
const AnyOrigin = z.enum(origins);

/**
 * An attempt in an explanation. Support sees names and numbers masked ("M••••• A••••", "•••• 1234") until it gives a
 * reason.
 */
export const ExplainedAttempt = AttemptRow.extend({
  customerPhone: z.string().nullable(),
  /** The message; null if it is masked or empty. */
  text: z.string().nullable(),
  masked: z.boolean(),
  /**
   * For how much longer support sees the customer unmasked, by the host's clock; null: masked, or the reader is not
   * support.
   */
  revealedForMs: z.int().nullable(),
});

const ExplainedDecision = z.object({
  id: Id,
  number: z.int(),
  decidedAt: InstantText,
  /** `release`: the decision at the promised minute, made without a person (H2). */
  actorKind: z.enum(['person', 'machine', 'release']),
  verdict: Verdict,
  origin: AnyOrigin,
  /** The decision in one kind and true sentence. */
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
  /**
   * The counterfactuals ("E se"): the same contact with other origins. `opensAt` is null if that contact was allowed,
   * or will never be.
   */
  whatIf: z.array(
    z.object({ origin: AnyOrigin, verdict: Verdict, opensAt: InstantText.nullable(), sentence: z.string() }),
  ),
  receiptSentence: z.string(),
  /** Whether judging the recorded context again now gives the recorded decision (R2). */
  reproduced: z.boolean(),
});

export const AttemptExplanation = z.object({
  attempt: ExplainedAttempt,
  /** The zone of the times in the sentences: the store's. */
  zone: z.string(),
  /** Oldest first. A warning and its acknowledgement are two decisions. */
  decisions: z.array(ExplainedDecision),
  /**
   * What happened afterwards, oldest first; a held contact has one line for each hold step. `attemptId` is the next
   * attempt for the same customer.
   */
  after: z.array(z.object({ at: InstantText, sentence: z.string(), attemptId: Id.nullable() })),
});
export type AttemptExplanation = z.infer<typeof AttemptExplanation>;

/** The answer of `GET /api/v1/brands/:id/attempts`, for support, with customers masked. */
export const MaskedAttemptList = listOf(ExplainedAttempt.omit({ text: true, revealedForMs: true }));

export const Reveal = z.strictObject({ reason: writtenText(500) });

/** An entry of the support access log, `GET /api/v1/support-looks`, for the brand's manager; newest first. */
export const SupportAccess = z.object({
  id: Id,
  at: InstantText,
  supportName: z.string(),
  /** What support did, as a sentence. */
  sentence: z.string(),
  reason: z.string().nullable(),
  attemptId: Id.nullable(),
  /** What support searched for: a customer's name or number, as typed. Null if it did not search. */
  searched: z.string().nullable(),
});
export const SupportAccessList = listOf(SupportAccess);
export const SupportAccessQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

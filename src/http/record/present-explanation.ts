/** Builds the body of an explained attempt: the data, each with its sentence. */
import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { AttemptExplanation, ExplainedAttempt } from '#contract/record/explanation.ts';
import type { AttemptExplained } from '#flows/record/explain-attempt.ts';
import { rowBody } from '#http/contact/attempt-story.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { parkedText, type StepFacts, stepText } from '#words/holds/hold-steps.ts';
import {
  againText,
  checkText,
  clockText,
  handedText,
  leadText,
  originText,
  outcomeText,
  receiptText,
  whatIfText,
} from '#words/record/explain.ts';
import { maskName, maskPhone } from './masked-customer.ts';

export interface ExplainedFor {
  readonly language: Language;
  readonly now: number;
  /**
   * Null: the reader sees the customer unmasked. `leftMs`: how much longer support sees the customer unmasked; 0:
   * masked.
   */
  readonly masking: { readonly leftMs: number } | null;
  /** Whether the reader may open this other attempt. */
  readonly mayOpen: (attempt: { readonly sellerId: string; readonly storeId: string | null }) => boolean;
}

export function explanationBody(story: AttemptExplained, reader: ExplainedFor): AttemptExplanation {
  const { attempt, decisions, handover, next, zone } = story;
  const { language, now } = reader;
  const after = [
    ...waitedOf(story, reader),
    ...(handover ? [{ at: handover.at, sentence: handedText(language), attemptId: null }] : []),
    ...(attempt.outcome === null
      ? []
      : [{ at: attempt.updatedAt, sentence: outcomeText(language, attempt.outcome), attemptId: null }]),
    ...(next && reader.mayOpen(next)
      ? [{ at: next.createdAt, sentence: againText(language, next.sellerName), attemptId: next.id }]
      : []),
  ];
  return {
    attempt: attemptOf(story, reader),
    zone,
    decisions: decisions.map((each) => decisionOf(each, { language, now, zone })),
    after: after.toSorted((a, b) => a.at - b.at).map((each) => ({ ...each, at: instantText(each.at) })),
  };
}

/** One line for each step of each hold (H5). A hand-over has its own line. */
function waitedOf({ holds, zone }: AttemptExplained, { language, now }: ExplainedFor): AfterText[] {
  return holds.flatMap(({ hold, steps, opensWithStore, nameOf }) => {
    const { parkedAt, endedAt, isListed } = hold;
    const origin = hold.origin as StepFacts['origin'];
    const facts = { language, zone, now, origin, isListed, opensWithStore, nameOf };
    const lines = steps.map((step) => ({ at: step.at, sentence: stepText(facts, step), attemptId: null }));
    const isParked = parkedAt !== null && endedAt === null;
    return isParked ? [...lines, { at: parkedAt, sentence: parkedText(language), attemptId: null }] : lines;
  });
}

interface AfterText {
  readonly at: number;
  readonly sentence: string;
  readonly attemptId: string | null;
}

function attemptOf(
  { attempt }: AttemptExplained,
  { masking, language }: ExplainedFor,
): z.infer<typeof ExplainedAttempt> {
  const masked = masking?.leftMs === 0;
  return {
    ...maskedRow(attempt, masked, language),
    text: masked ? null : attempt.text,
    revealedForMs: masking?.leftMs || null,
  };
}

/** A row of the attempts list, with the customer masked if `masked`. An erased customer has nothing to mask. */
export function maskedRow(
  row: Parameters<typeof rowBody>[0] & { customerPhone: string | null },
  masked: boolean,
  language: Language,
) {
  const { customerName, customerPhone } = row;
  return {
    ...rowBody(row, language),
    ...(masked && customerName !== '' && { customerName: maskName(customerName) }),
    customerPhone: masked ? maskPhone(customerPhone) : customerPhone,
    masked,
  };
}

type Decided = AttemptExplained['decisions'][number];

function decisionOf(
  { receipt, decision, explanation, isSame }: Decided,
  { language, now, zone }: { readonly language: Language; readonly now: number; readonly zone: string },
): AttemptExplanation['decisions'][number] {
  const facts = { language, receipt, decision, pace: explanation.pace, now, zone };
  return {
    id: receipt.id,
    number: receipt.number,
    decidedAt: instantText(receipt.decidedAt),
    actorKind: receipt.actorKind,
    verdict: decision.verdict,
    origin: decision.origin,
    sentence: leadText(facts),
    originSentence: originText(language, receipt),
    checks: explanation.checks.map((check) => ({ ...check, sentence: checkText(facts, check) })),
    clocks: explanation.clocks.map((said) => ({
      clock: said.clock,
      zone: said.zone,
      quiet: said.quiet !== null,
      sentence: clockText(facts, said),
    })),
    whatIf: explanation.whatIf.map((each) => ({
      origin: each.origin,
      verdict: each.verdict,
      opensAt: instantTextOrNull(each.opensAt),
      sentence: whatIfText(facts, each),
    })),
    receiptSentence: receiptText(facts, receipt.number, isSame),
    reproduced: isSame,
  };
}

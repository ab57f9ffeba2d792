/** Builds what every answer to an attempt says about the attempt: its summary, the decision, and the facts for the sentences. */
import type { JudgedAttempt } from '#flows/contact/judged-attempt.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import type { Decision, Reason } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { paceAt } from '#rules/contact/pace.ts';
import { askedAt, askedSilences } from '#rules/contact/quiet/asked-now.ts';
import { policyAt } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { DecidedAttempt, Spoken } from './attempt-answer.ts';

export function decidedAttemptOf(judged: JudgedAttempt): DecidedAttempt {
  const { seller, wish, row, bound, context, judgement, state } = judged;
  const { decision } = judgement;
  return {
    attempt: {
      id: bound.attemptId,
      state,
      origin: decision.origin,
      channel: bound.channel,
      customerId: wish.customerId,
      sellerId: seller.personId,
      heldUntil: heldUntilOf(judged),
    },
    decision,
    spoken: {
      customerFirstName: firstName(row.customerName),
      brandName: row.brandName,
      brandArticle: row.brandArticle,
      storeZone: row.storeZone,
      askedAt: context.now,
      pace: paceOf(context, decision),
      ...earlierContactsOf(context, decision),
      ...askedOf(context, decision),
    },
  };
}

function heldUntilOf({ judgement, later, live, bound }: JudgedAttempt): Instant | null {
  if (later?.kind === 'kept') return later.kept.at;
  return judgement.permit === null && live?.attemptId === bound.attemptId ? live.dueAt : null;
}

function earlierContactsOf({ earlierContacts }: DecisionContext, { reasons }: Decision): Partial<Spoken> {
  const { contactedAt, unansweredAt } = earlierContacts;
  const isFound = (found: Reason) => reasons.some(({ reason }) => reason === found);
  return {
    ...(contactedAt !== null && isFound('contacted_recently') && { contactedAt }),
    ...(isFound('unanswered') && { unansweredAt }),
  };
}

function askedOf({ asked, zones, now }: DecisionContext, { reasons }: Decision): Partial<Spoken> {
  if (!reasons.some(({ reason }) => reason === 'customer_asked_silence')) return {};
  const runs = (silence: AskedSilence) => askedAt({ asked: askedSilences([silence], zones, now) }, now).runs;
  return { askedSilences: asked.silences.filter(runs) };
}

function paceOf({ timeline, pacedAt, now }: DecisionContext, { reasons }: Decision): Spoken['pace'] {
  const limit = policyAt(timeline, now)?.policy.pace.seller;
  if (limit === undefined || !reasons.some(({ reason }) => reason === 'pace')) return null;
  const { count, freeAt } = paceAt(limit, pacedAt, now);
  return { count, minutes: limit.perMinutes, freeAt };
}

/** Turns the answer to an attempt into a response: allowed 201, held 202, warned 428, refused 409. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_STATUS, problemType } from '#contract/core/problem.ts';
import type { AttemptAnswer } from '#flows/contact/attempt-contact.ts';
import type { AlreadyHeld } from '#flows/contact/attempt-refusals.ts';
import { languageOf } from '#http/core/language.ts';
import { attemptBody, decisionBody, instantText, instantTextOrNull } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { problemText } from '#words/core/catalogue/problems.ts';
import { when } from '#words/core/format.ts';
import { timeParams, type WarnedOrRefused } from './refusal-times.ts';

export function presentAnswer(answer: AttemptAnswer, request: FastifyRequest, reply: FastifyReply, now: number) {
  switch (answer.kind) {
    case 'allowed':
      return reply.code(201).send({
        attempt: attemptBody(answer.attempt),
        decision: decisionBody(answer.decision),
        handoff: answer.url === null ? null : { url: answer.url, validUntil: instantText(answer.validUntil) },
        ...(answer.lapsed && { lapsed: true }),
      });
    case 'held':
      return reply.code(202).send({
        attempt: attemptBody(answer.attempt),
        decision: decisionBody(answer.decision),
        heldUntil: instantText(answer.heldUntil),
        didNotFit: answer.didNotFit,
      });
    case 'already_held':
      throw alreadyHeldProblem(answer, request, now);
    case 'warned':
    case 'refused':
      return presentRefusal(answer, request, reply, now);
    case 'in_progress':
      throw problem('in_progress', { retryAfterSeconds: 1 });
    case 'not_in_portfolio':
      throw problem('not_in_portfolio', {}, { customer: answer.customerName, seller: answer.sellerName });
    default:
      throw problem(answer.kind);
  }
}

function alreadyHeldProblem({ attempt, customerFirstName, zone }: AlreadyHeld, request: FastifyRequest, now: number) {
  const language = languageOf(request);
  const { state } = attempt;
  // `heldUntil` of a ready contact is when it expires, not a new time, so the answer leaves it out.
  const heldUntil = state === 'ready' ? null : attempt.heldUntil;
  const opens = heldUntil === null ? null : when(language, heldUntil, now, zone);
  const body = { attempt: attemptBody(attempt), heldUntil: instantTextOrNull(heldUntil) };
  return problem('already_held', body, { customer: customerFirstName, state, ...(opens !== null && { opens }) });
}

function presentRefusal(answer: WarnedOrRefused, request: FastifyRequest, reply: FastifyReply, now: number) {
  const { attempt, decision, spoken } = answer;
  const code = answer.kind === 'warned' ? 'warned' : answer.timeQuiet ? 'time_quiet' : answer.reason;
  const language = languageOf(request);
  // `time_quiet` offers a time to hold the contact, so its times are told on the store's clock.
  const zone = code === 'time_quiet' ? spoken.storeZone : (decision.quiet?.zone ?? spoken.storeZone);
  const { title, detail } = problemText(language, code, {
    customer: spoken.customerFirstName,
    brand: spoken.brandName,
    article: spoken.brandArticle,
    reason: decision.reason,
    // An erased customer's row has no name.
    ...(spoken.customerFirstName === '' && { availability: 'erased' }),
    ...(zone !== null && timeParams(language, answer, zone)),
  });

  if (decision.opensAt !== null) {
    reply.header('retry-after', String(Math.max(1, Math.ceil((decision.opensAt - now) / 1000))));
  }
  const status = PROBLEM_STATUS[code];
  return reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language)
    .send({
      type: problemType(code),
      title,
      status,
      detail,
      instance: request.id,
      attempt: attemptBody(attempt),
      decision: decisionBody(decision),
      opensAt: instantTextOrNull(decision.opensAt),
      suggestedReleaseAt: instantTextOrNull(answer.suggestedReleaseAt),
      ...(answer.kind === 'warned' && {
        acknowledgement: answer.acknowledgement.token,
        acknowledgeBefore: instantText(answer.acknowledgement.before),
        reasonNeeded: decision.becauseNeeded,
      }),
    });
}

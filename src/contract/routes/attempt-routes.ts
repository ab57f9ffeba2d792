/** Routes of attempts: start one, go on after a warning, ask for a decision, read, explain, record the outcome. */
import { z } from 'zod';
import {
  Attempt,
  AttemptList,
  AttemptQuery,
  AttemptStory,
  Held,
  Refused,
  SayOutcome,
  StartAttempt,
  Started,
  Warned,
} from '#contract/contact/attempt.ts';
import { AskDecision, AskedDecision } from '#contract/contact/decision.ts';
import { Problem } from '#contract/core/problem.ts';
import { AttemptExplanation } from '#contract/record/explanation.ts';
import { OfId, type Routes } from './route.ts';

export const ATTEMPT_ROUTES = {
  'POST /api/v1/attempts': {
    may: ['start_attempt'],
    tags: ['contact'],
    summary: 'Start a contact, or continue one',
    headers: z.object({ 'idempotency-key': z.uuid().optional() }),
    body: StartAttempt,
    response: {
      201: Started,
      202: Held,
      404: Problem,
      409: z.union([Refused, Problem]),
      422: Problem,
      428: Warned,
    },
  },
  'POST /api/v1/decisions': {
    may: ['ask_decision', 'ask_decision_at'],
    tags: ['contact'],
    summary: 'Ask what the decision would be; nothing is recorded',
    body: AskDecision,
    response: { 200: AskedDecision, 404: Problem, 409: Problem },
  },
  'GET /api/v1/attempts': {
    may: ['read_attempts'],
    tags: ['contact'],
    querystring: AttemptQuery,
    response: { 200: AttemptList },
  },
  'GET /api/v1/attempts/:id': {
    may: ['read_attempts'],
    tags: ['contact'],
    params: OfId,
    response: { 200: AttemptStory },
  },
  'POST /api/v1/attempts/:id/outcome': {
    may: ['say_outcome'],
    tags: ['contact'],
    params: OfId,
    body: SayOutcome,
    response: { 200: z.object({ attempt: Attempt }), 409: Problem },
  },
  'GET /api/v1/attempts/:id/explanation': {
    may: ['explain_attempt'],
    tags: ['contact'],
    summary:
      'Explain an attempt to a manager: each check, each clock, and the answers that other origins would have got',
    params: OfId,
    response: { 200: AttemptExplanation, 403: Problem, 404: Problem },
  },
} as const satisfies Routes;

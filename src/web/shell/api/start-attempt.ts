/** Starts contacts and reports their outcomes; no other file does. Screens that contact customers load this file. */

import type { AskedDecisionBody, BecauseCode, HeldBody, OutcomeCode, StartedBody } from './api-types.ts';
import { type Answer, ask, call, UnansweredError } from './call.ts';

/** The wish is kept with its key until it is answered, so that asking again sends the same request. */
export interface Wish {
  readonly customerId: string;
  readonly origin: 'suggestion' | 'profile';
  readonly suggestionId?: string;
  readonly text?: string;
  /** The attempt to continue: a held one, a refused one, or one whose link expired before it was opened. */
  readonly attemptId?: string;
  readonly acknowledgement?: string;
  readonly reason?: BecauseCode;
  /** Hold the message if it is not allowed now: at the offered time, or at an instant (RFC 3339). */
  readonly hold?: true | string;
}

/** Returns a new key for each press. `crypto.randomUUID` is not used, because browsers hide it on plain http addresses. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Starts an attempt. The same key with the same body gets the same answer again, and at most one hand-over. */
export function startAttempt(wish: Wish, idempotencyKey: string): Promise<Answer<StartedBody | HeldBody>> {
  return call('/attempts', { method: 'POST', body: wish, idempotencyKey });
}

/** Asks what would be decided now, and the minute that a refused attempt would be offered. Records nothing. Throws `UnansweredError`. */
export async function askDecision(
  customerId: string,
  suggestionId: string,
  signal: AbortSignal,
): Promise<AskedDecisionBody> {
  const body = { customerId, origin: 'suggestion', suggestionId } as const;
  const answer = await call('/decisions', { method: 'POST', body, signal });
  if (answer.kind === 'done') return answer.body;
  throw new UnansweredError(answer.kind === 'refused' ? answer.refusal : null);
}

/** Returns the text of the person's own attempt. Throws `UnansweredError`. */
export async function readAttemptText(attemptId: string, signal: AbortSignal): Promise<string | null> {
  const { text } = await ask(`/attempts/${attemptId}`, signal);
  return text;
}

export function sayOutcome(attemptId: string, outcome: OutcomeCode): Promise<Answer<unknown>> {
  return call(`/attempts/${attemptId}/outcome`, { method: 'POST', body: { outcome } });
}

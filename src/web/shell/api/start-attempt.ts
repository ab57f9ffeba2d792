/** The one way to start a contact, and what became of it. Loaded with the screens that do. */
import { type Answer, ask, call, UnansweredError } from './call.ts';
import type { AskedDecisionBody, BecauseCode, HeldBody, OutcomeCode, StartedBody } from './wire.ts';

/** What is asked: kept with its key until answered, so that asking again is the same request. */
export interface Wish {
  readonly customerId: string;
  readonly origin: 'suggestion' | 'profile';
  readonly suggestionId?: string;
  readonly text?: string;
  /** The attempt that goes on: one that waits, was answered with no, or whose link ran out before it could be opened. */
  readonly attemptId?: string;
  readonly acknowledgement?: string;
  readonly reason?: BecauseCode;
  /** To be kept for later if it is not allowed now: at the time that was offered, or at an instant (RFC 3339). */
  readonly hold?: true | string;
}

/** A key of its own for each press. Not `crypto.randomUUID`: browsers hide it where the address is plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Same key and same body: the same answer again, and one hand-over at most. */
export function startAttempt(wish: Wish, idempotencyKey: string): Promise<Answer<StartedBody | HeldBody>> {
  return call('/attempts', { method: 'POST', body: wish, idempotencyKey });
}

/** What would be decided now, and the minute that a refused attempt would be offered. Records nothing. Throws `UnansweredError`. */
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

/** The text of an attempt of mine, as the server has it. Throws `UnansweredError`. */
export async function readAttemptText(attemptId: string, signal: AbortSignal): Promise<string | null> {
  const { text } = await ask(`/attempts/${attemptId}`, signal);
  return text;
}

export function sayOutcome(attemptId: string, outcome: OutcomeCode): Promise<Answer<unknown>> {
  return call(`/attempts/${attemptId}/outcome`, { method: 'POST', body: { outcome } });
}

/** What an attempt to contact can be, and what may become of it (D13, D14, H3). */
import type { Verdict } from './decision.ts';

/** Every list of states has this order: the filter of attempts, too. */
export const ATTEMPT_STATES = [
  'refused',
  'warned',
  'held',
  'ready',
  'handed_over',
  'sent',
  'abandoned',
  'cancelled',
  'expired',
  'failed',
  'unknown',
] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** What the seller says on coming back from WhatsApp, and later how it went. */
export const OUTCOMES = ['sent', 'not_sent', 'stop', 'wrong_number', 'talked', 'sold', 'no_answer'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** An attempt as far as its future goes; before its first decision there is none. */
export interface AttemptProgress {
  readonly state: AttemptState;
  readonly outcome: Outcome | null;
}

export type AttemptEvent =
  | { readonly kind: 'decided'; readonly verdict: Verdict }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };

/** `not_handed_over`: there is nothing yet to say an outcome of. `settled`: what was said stands. */
export type AttemptFault = 'not_handed_over' | 'settled';

export type AttemptStep =
  | { readonly ok: true; readonly attempt: AttemptProgress; readonly changed: boolean }
  | { readonly ok: false; readonly fault: AttemptFault };

/** What becomes of an attempt. The same event twice changes nothing the second time. */
export function next(attempt: AttemptProgress | null, event: AttemptEvent): AttemptStep {
  if (event.kind === 'decided') return decided(attempt, event.verdict);
  return attempt === null ? { ok: false, fault: 'not_handed_over' } : told(attempt, event.outcome);
}

/** D14. Refused, warned and "Não enviei" are no contact: no cool-down, and the suggestion stays open. */
export function isContact(state: AttemptState): boolean {
  return state === 'handed_over' || state === 'sent';
}

/** Left for later, and not over. */
export function isWaiting(state: AttemptState): boolean {
  return state === 'held' || state === 'ready';
}

/** What was handed over stays so: a later refusal of the same attempt is told by its receipt, not by undoing the past. */
function decided(attempt: AttemptProgress | null, verdict: Verdict): AttemptStep {
  if (attempt !== null && OVER.has(attempt.state)) return { ok: false, fault: 'settled' };
  if (attempt?.state === 'handed_over') return { ok: true, attempt, changed: false };
  // What waits goes on waiting, unless it may go now.
  if (attempt !== null && isWaiting(attempt.state) && verdict !== 'allow') {
    return { ok: true, attempt, changed: false };
  }
  const state = AFTER_VERDICT[verdict];
  return { ok: true, attempt: { state, outcome: null }, changed: state !== attempt?.state };
}

function told(attempt: AttemptProgress, outcome: Outcome): AttemptStep {
  if (!isContact(attempt.state) && attempt.state !== 'abandoned') return { ok: false, fault: 'not_handed_over' };
  if (attempt.outcome === outcome) return { ok: true, attempt, changed: false };
  const possible = attempt.outcome === null ? OUTCOMES : MAY_FOLLOW[attempt.outcome];
  if (!possible.includes(outcome)) return { ok: false, fault: 'settled' };
  return { ok: true, attempt: { state: outcome === 'not_sent' ? 'abandoned' : 'sent', outcome }, changed: true };
}

/** No further decision is made on these. */
const OVER: ReadonlySet<AttemptState> = new Set(['sent', 'abandoned', 'cancelled', 'expired', 'failed', 'unknown']);

const AFTER_VERDICT: Readonly<Record<Verdict, AttemptState>> = {
  block: 'refused',
  warn: 'warned',
  allow: 'handed_over',
};

/** Knowledge only grows: "sent" may turn out to be a talk, a talk a sale, and anybody may ask us to stop. */
const MAY_FOLLOW: Readonly<Record<Outcome, readonly Outcome[]>> = {
  sent: ['no_answer', 'talked', 'sold', 'wrong_number', 'stop'],
  no_answer: ['talked', 'sold', 'wrong_number', 'stop'],
  talked: ['sold', 'stop'],
  sold: ['stop'],
  wrong_number: [],
  stop: [],
  not_sent: [],
};

/** Defines the states of an attempt and the changes between them (D13, D14, H3). */
import type { Verdict } from './decision.ts';

/** The order of every list of states, including the filter of attempts. */
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

/** What the seller says after returning from WhatsApp, and later about how the contact went. */
export const OUTCOMES = ['sent', 'not_sent', 'stop', 'wrong_number', 'talked', 'sold', 'no_answer'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The part of an attempt that decides its next state; null before the first decision. */
export interface AttemptProgress {
  readonly state: AttemptState;
  readonly outcome: Outcome | null;
}

export type AttemptEvent =
  | { readonly kind: 'decided'; readonly verdict: Verdict }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };

/**
 * `not_handed_over`: there is no hand-over yet that could have an outcome. `settled`: the outcome so far does not allow
 * this event.
 */
export type AttemptFault = 'not_handed_over' | 'settled';

export type AttemptStep =
  | { readonly ok: true; readonly attempt: AttemptProgress; readonly changed: boolean }
  | { readonly ok: false; readonly fault: AttemptFault };

/** Returns the attempt after an event. The same event twice changes nothing the second time. */
export function applyEvent(attempt: AttemptProgress | null, event: AttemptEvent): AttemptStep {
  if (event.kind === 'decided') return decided(attempt, event.verdict);
  return attempt === null ? { ok: false, fault: 'not_handed_over' } : told(attempt, event.outcome);
}

/**
 * Whether the state counts as a contact (D14). Refused, warned and "Não enviei" do not: no cool-down starts, and the
 * suggestion stays open.
 */
export function isContact(state: AttemptState): boolean {
  return state === 'handed_over' || state === 'sent';
}

/** Whether the attempt is held for later and its hold is still open. */
export function isWaiting(state: AttemptState): boolean {
  return state === 'held' || state === 'ready';
}

/** Applies a decision. A handed-over attempt keeps its state: the receipt of a later refusal records that refusal. */
function decided(attempt: AttemptProgress | null, verdict: Verdict): AttemptStep {
  if (attempt !== null && OVER.has(attempt.state)) return { ok: false, fault: 'settled' };
  if (attempt?.state === 'handed_over') return { ok: true, attempt, changed: false };
  // A held attempt stays held unless the decision allows the contact.
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

/** States after which no further decision is made. */
const OVER: ReadonlySet<AttemptState> = new Set(['sent', 'abandoned', 'cancelled', 'expired', 'failed', 'unknown']);

const AFTER_VERDICT: Readonly<Record<Verdict, AttemptState>> = {
  block: 'refused',
  warn: 'warned',
  allow: 'handed_over',
};

/**
 * The outcomes that may follow an outcome. Knowledge only grows: "sent" may become a talk, a talk may become a sale,
 * and a customer may ask to stop after any of these.
 */
const MAY_FOLLOW: Readonly<Record<Outcome, readonly Outcome[]>> = {
  sent: ['no_answer', 'talked', 'sold', 'wrong_number', 'stop'],
  no_answer: ['talked', 'sold', 'wrong_number', 'stop'],
  talked: ['sold', 'stop'],
  sold: ['stop'],
  wrong_number: [],
  stop: [],
  not_sent: [],
};

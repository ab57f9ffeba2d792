/** Turns a refused PIN into a problem: for how long the person must wait, and how many tries remain. */
import type { PinRefusal } from '#flows/sign-in/pins/checked-pin.ts';
import { instantTextOrNull } from '#http/core/present.ts';
import { type ProblemError, problem } from '#http/core/problem.ts';

/** The problem of a refused PIN. `now` is the host's clock in epoch milliseconds. */
export function pinProblem(refusal: PinRefusal, now: number): ProblemError {
  switch (refusal.kind) {
    case 'wrong_pin': {
      const { left, lock, nextAt } = refusal;
      const lockedUntil = lock && { lockedUntil: instantTextOrNull(lock.until) };
      return problem(
        'wrong_pin',
        { ...(left !== null && { left }), ...lockedUntil, ...retryAfter(nextAt, now) },
        lock === null ? { ...(left !== null && { left }) } : { left: 0, ...minutesOf(lock.until, now) },
      );
    }
    case 'pin_locked': {
      const { until } = refusal.lock;
      const members = { lockedUntil: instantTextOrNull(until), ...retryAfter(until, now) };
      return problem('pin_locked', members, minutesOf(until, now));
    }
    case 'pin_slow':
      return problem('pin_slow', retryAfter(refusal.nextAt, now), { seconds: secondsUntil(refusal.nextAt, now) });
    case 'name_needed':
      return problem('name_needed');
    case 'busy':
      return problem('too_many_requests', { retryAfterSeconds: 1 });
    case 'not_found':
      return problem('not_found');
  }
}

/** Whole seconds until `at`, rounded up so that a retry after them is not too early; at least 1. */
export function secondsUntil(at: number, now: number): number {
  return Math.max(1, Math.ceil((at - now) / 1000));
}

/** Whole minutes until a lock ends, rounded up; empty if only a manager can end it. */
function minutesOf(until: number | null, now: number): { minutes?: number } {
  return until === null ? {} : { minutes: Math.max(1, Math.ceil((until - now) / 60_000)) };
}

function retryAfter(at: number | null, now: number): { retryAfterSeconds?: number } {
  return at === null ? {} : { retryAfterSeconds: secondsUntil(at, now) };
}

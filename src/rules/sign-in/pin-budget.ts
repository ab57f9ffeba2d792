/**
 * Budgets of wrong PINs that no device cookie and no right PIN in between renews. The store's is for PINs without a
 * name: beyond it a name must be chosen, so that guessing ends and nobody is shut out.
 */

import type { Instant } from '#rules/time/interval.ts';
import { giveBack, type Limit, type PaidUntil } from './throttle.ts';

const HALF_AN_HOUR_MS = 30 * 60_000;

/** Thirty wrong PINs without a name at once, then 48 a day: a six-digit PIN outlives decades of it. */
export const STORE_BUDGET: Limit = { atOnce: 30, everyMs: HALF_AN_HOUR_MS };

/** A manager who frees their own PIN with the store's password. Colleagues know that password. */
export const OWN_UNLOCK_BUDGET: Limit = { atOnce: 10, everyMs: HALF_AN_HOUR_MS };

/** From this many on that are not paid off, the store's managers are told. People mistype; ten are no accident. */
const TOLD_FROM = 10;

/** The budget after a try that turned out right: one try is given back, the wrong ones before stay. */
export function withoutOne(limit: Limit, paidUntil: PaidUntil): PaidUntil {
  return paidUntil === null ? null : giveBack(limit, paidUntil);
}

/** Wrong PINs of a store that are not paid off at `now`. */
export function wrongNameless(paidUntil: PaidUntil, now: Instant): number {
  return paidUntil === null ? 0 : Math.max(0, Math.ceil((paidUntil - now) / STORE_BUDGET.everyMs));
}

/** Whether so many wrong PINs without a name look like guessing. */
export function isGuessing(wrong: number): boolean {
  return wrong >= TOLD_FROM;
}

/** Whether the store's budget is used up at `now`, so that a PIN without a name is not looked up. */
export function isNameNeeded(paidUntil: PaidUntil, now: Instant): boolean {
  return wrongNameless(paidUntil, now) >= STORE_BUDGET.atOnce;
}

/**
 * Defines budgets of wrong PINs that neither a new device cookie nor a right PIN renews. The store's budget is for PINs
 * without a name: after it is used up, a person must choose a name first. So guessing ends and no person is locked out.
 */

import type { Instant } from '#rules/time/interval.ts';
import { giveBack, type Limit, type PaidUntil } from './throttle.ts';

const HALF_AN_HOUR_MS = 30 * 60_000;

/** Thirty wrong PINs without a name at once, then 48 a day. Guessing a six-digit PIN at this rate takes decades. */
export const STORE_BUDGET: Limit = { atOnce: 30, everyMs: HALF_AN_HOUR_MS };

/** The budget of a manager who unlocks their own PIN with the store's password, which colleagues know. */
export const OWN_UNLOCK_BUDGET: Limit = { atOnce: 10, everyMs: HALF_AN_HOUR_MS };

/** From this many unpaid wrong PINs on, the store's managers are told. People mistype, but ten are no accident. */
const TOLD_FROM = 10;

/** Returns the budget after a right try: one try is given back, earlier wrong tries stay. */
export function takeBackTry(limit: Limit, paidUntil: PaidUntil): PaidUntil {
  return paidUntil === null ? null : giveBack(limit, paidUntil);
}

/** Returns how many wrong PINs of a store are not paid off at `now`. */
export function wrongNameless(paidUntil: PaidUntil, now: Instant): number {
  return paidUntil === null ? 0 : Math.max(0, Math.ceil((paidUntil - now) / STORE_BUDGET.everyMs));
}

/** Whether this many wrong PINs without a name indicate guessing. */
export function isGuessing(wrong: number): boolean {
  return wrong >= TOLD_FROM;
}

/** Whether the store's budget is used up at `now`, so that a person must choose a name before the PIN. */
export function isNameNeeded(paidUntil: PaidUntil, now: Instant): boolean {
  return wrongNameless(paidUntil, now) >= STORE_BUDGET.atOnce;
}

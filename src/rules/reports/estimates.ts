/**
 * Computes how sure a share or a count is, and whether two of them differ, so that reports draw intervals and say nothing
 * that few contacts cannot support (decision 0061). All intervals are meant to contain the true value in 95 of 100 cases.
 */

/** A value with its interval, `low` to `high`. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The two-sided 95 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Estimates a share, 0 to 1, by Wilson's score interval, which stays within 0 and 1 and is never empty, also for no or all
 * events. Null where there is nothing to share.
 */
export function estimateShare(part: number, of: number): Estimate | null {
  if (of <= 0) return null;
  const value = part / of;
  const z2 = Z * Z;
  const middle = (value + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z / (1 + z2 / of)) * Math.sqrt((value * (1 - value)) / of + z2 / (4 * of * of));
  return { value, low: part === 0 ? 0 : middle - half, high: part === of ? 1 : middle + half };
}

/**
 * Estimates events per unit, such as contacts per day, by Byar's approximation of the exact Poisson interval. Null where
 * `units` is 0.
 */
export function estimateRate(events: number, units: number): Estimate | null {
  if (units <= 0) return null;
  const bound = (n: number, side: 1 | -1) => n * (1 - 1 / (9 * n) + (side * Z) / (3 * Math.sqrt(n))) ** 3;
  const low = events === 0 ? 0 : Math.max(0, bound(events, -1));
  return { value: events / units, low: low / units, high: bound(events + 1, 1) / units };
}

/** Estimates `after` minus `before` from their own intervals (Newcombe's method 10, which needs no equal variances). */
export function estimateDifference(before: Estimate, after: Estimate): Estimate {
  const value = after.value - before.value;
  const below = Math.hypot(after.value - after.low, before.high - before.value);
  const above = Math.hypot(after.high - after.value, before.value - before.low);
  return { value, low: value - below, high: value + above };
}

/** `alike`: the interval of the difference contains 0, so that these figures show no difference. `few`: too few contacts. */
export type Verdict = 'less' | 'more' | 'alike' | 'few';

/** From so many contacts on each side a verdict is given. */
export const LEAST_CONTACTS = 100;
/** From so many whole weeks on each side a verdict is given: one week may have a holiday or a campaign. */
export const LEAST_WEEKS = 2;

export interface ComparedSide {
  readonly contacts: number;
  readonly weeks: number;
}

export function verdictOf(difference: Estimate, sides: readonly ComparedSide[]): Verdict {
  if (sides.some(({ contacts, weeks }) => contacts < LEAST_CONTACTS || weeks < LEAST_WEEKS)) return 'few';
  if (difference.low > 0) return 'more';
  return difference.high < 0 ? 'less' : 'alike';
}

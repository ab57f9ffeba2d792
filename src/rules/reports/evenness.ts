/** Computes how even the contacts of a day are: one number from 0 to 1 (P5, decision 0062). */

/** From so many contacts on the number says something: three contacts cannot be spread over ten hours. */
export const LEAST_EVEN_CONTACTS = 20;

/**
 * Returns 1 minus the share of the contacts that would have to move to another hour for the even spread over the open time:
 * 1 is exactly even, 0 means that every contact fell into closed time. `openMs`: how long each hour was open. Null below
 * `LEAST_EVEN_CONTACTS`, and where no hour was open.
 */
export function evennessOf(hours: readonly number[], openMs: readonly number[]): number | null {
  const [contacts, open] = [sumOf(hours), sumOf(openMs)];
  if (contacts < LEAST_EVEN_CONTACTS || open === 0) return null;
  const moved = hours.map((n, hour) => Math.max(0, n / contacts - (openMs[hour] ?? 0) / open));
  return Math.min(1, Math.max(0, 1 - sumOf(moved)));
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0);
}

/** What a brand pays for, because quiet hours come with two of the three plans (D10). */

export const PLANS = ['starter', 'growth', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

/** D10: Growth and Enterprise include quiet hours, Starter does not. */
export function includesQuietHours(plan: Plan): boolean {
  return plan !== 'starter';
}

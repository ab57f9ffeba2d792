/** Defines the plans of a brand: two of the three include quiet hours (D10). */

export const PLANS = ['starter', 'growth', 'enterprise'] as const;
export type Plan = (typeof PLANS)[number];

/** Whether the plan includes quiet hours: Growth and Enterprise do, Starter does not (D10). */
export function includesQuietHours(plan: Plan): boolean {
  return plan !== 'starter';
}

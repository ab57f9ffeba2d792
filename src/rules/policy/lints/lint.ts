/**
 * Finds settings of a valid policy that are seldom intended; support confirms each by its code before publishing (A4).
 */

import type { Policy } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import { zoneFault } from '#rules/time/zone.ts';
import type { Finding, LintCase } from './lint-case.ts';
import { findClockChanges, findLostHours, findStateHolidays, findStoresNeverOpen } from './lint-stores.ts';
import { findLongQuiet, findNightsWithoutQuiet, findOpenedMornings } from './lint-stretches.ts';
import { findEndsAt2359, findShortWindows } from './lint-windows.ts';

export const LINT_CODES = [
  'long_quiet',
  'morning_opens',
  'state_holiday',
  'no_night',
  'end_2359',
  'short_window',
  'hours_lost',
  'never_sent',
  'clock_change',
] as const;
export type LintCode = (typeof LINT_CODES)[number];

export interface Lint extends Finding {
  readonly code: LintCode;
}

/** Returns the lints in the order of the codes, each code at most once (A4). Dates that are over cause no lint. */
export function lintPolicy(
  policy: Policy,
  stores: readonly OpenStore[],
  brandZone: string,
  now: Instant,
): readonly Lint[] {
  const asked: LintCase = { policy, stores, zones: zonesOf(policy, stores, brandZone), brandZone, now };
  const lints: Lint[] = [];
  for (const code of LINT_CODES) {
    const finding = CHECKS[code](asked);
    if (finding.places.length + finding.names.length > 0) lints.push({ code, ...finding });
  }
  return lints;
}

const CHECKS: Readonly<Record<LintCode, (asked: LintCase) => Finding>> = {
  long_quiet: findLongQuiet,
  morning_opens: findOpenedMornings,
  state_holiday: findStateHolidays,
  no_night: findNightsWithoutQuiet,
  end_2359: findEndsAt2359,
  short_window: findShortWindows,
  hours_lost: findLostHours,
  never_sent: findStoresNeverOpen,
  clock_change: findClockChanges,
};

function zonesOf({ clocks }: Policy, stores: readonly OpenStore[], brandZone: string): readonly string[] {
  const isKnown = (zone: string) => zoneFault(zone) === null;
  const ofStores = clocks === 'brand' ? [] : [...new Set(stores.map(({ zone }) => zone))].filter(isKnown);
  return ofStores.length > 0 ? ofStores : [brandZone].filter(isKnown);
}

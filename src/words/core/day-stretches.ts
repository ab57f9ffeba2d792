/** Writes the stretches of a local day as texts. */
import type { Language } from '#contract/core/common.ts';
import { fromTo } from './format.ts';

export interface ClockStretch {
  /** The start as `HH:mm`. */
  readonly start: string;
  /** The end as `HH:mm`; the end of the day is `24:00` or `00:00`. */
  readonly end: string;
}

/**
 * One text for each stretch, in order. A stretch that starts at midnight and one that ends at midnight are one night
 * and are written as one: "das 20:00 às 08:00", not "da 00:00 às 08:00" and "das 20:00 à 00:00".
 */
export function dayStretches(language: Language, stretches: readonly ClockStretch[]): readonly string[] {
  return joinAtMidnight(stretches).map(({ start, end }) => fromTo(language, start, end === '00:00' ? '24:00' : end));
}

/** Joins the stretch before midnight with the one after it. `stretches` must be in order and must not touch. */
export function joinAtMidnight(stretches: readonly ClockStretch[]): readonly ClockStretch[] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined || first === last) return stretches;
  if (first.start !== '00:00' || (last.end !== '24:00' && last.end !== '00:00')) return stretches;
  return [...stretches.slice(1, -1), { start: last.start, end: first.end }];
}

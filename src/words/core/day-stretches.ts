/** Stretches of one day's clock as texts. */
import type { Language } from '#contract/core/common.ts';
import { fromTo } from './format.ts';

export interface ClockStretch {
  /** `HH:mm`. */
  readonly start: string;
  /** `HH:mm`; the day's end is `24:00`, or `00:00` as clocks read. */
  readonly end: string;
}

/**
 * In order, a text each. A first stretch from midnight and a last one until midnight are one night on the clock and are
 * told as one: "das 20:00 às 08:00", not "da 00:00 às 08:00" and "das 20:00 à 00:00".
 */
export function dayStretches(language: Language, stretches: readonly ClockStretch[]): readonly string[] {
  return joinedAtMidnight(stretches).map(({ start, end }) => fromTo(language, start, end === '00:00' ? '24:00' : end));
}

/** `stretches` are in order and apart. */
export function joinedAtMidnight(stretches: readonly ClockStretch[]): readonly ClockStretch[] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined || first === last) return stretches;
  if (first.start !== '00:00' || (last.end !== '24:00' && last.end !== '00:00')) return stretches;
  return [...stretches.slice(1, -1), { start: last.start, end: first.end }];
}

/**
 * Computes the dates of Brazil's holidays, so that support does not look them up, and does not set a holiday of São
 * Paulo for stores in Manaus.
 */

import { dayOf, type EpochDay, weekdayOf } from '#rules/time/calendar.ts';
import { dateParts, dateText } from '#rules/time/local-day.ts';
import { easterOf } from './easter.ts';
import { ELECTIONS, type HolidayRow, NATIONAL, OPTIONAL, STATE, type SundayOfMonth } from './holidays-data.ts';

/** `optional`: most of the country takes the day off although no federal law makes it a holiday (ponto facultativo). */
export type HolidayScope = 'national' | 'optional' | 'state';

export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** In Portuguese; used as the exception's label. */
  readonly name: string;
  readonly scope: HolidayScope;
  /** The states that have the holiday, as two capital letters, in order; empty for the whole country. */
  readonly states: readonly string[];
  /** The law that created the holiday. */
  readonly source: string;
}

/** The 27 states, as two capital letters, in order. */
export const BRAZIL_STATES: readonly string[] = Object.keys(STATE).toSorted();

/**
 * Returns the national and optional holidays and those of `states` between two dates, both included, in order. A
 * holiday of several states on one date with one name occurs once. Unknown states are ignored.
 */
export function suggestedHolidays(fromOn: string, untilOn: string, states: readonly string[]): readonly Holiday[] {
  const [from, until] = [dayOf(fromOn), dayOf(untilOn)];
  if (from === null || until === null) return [];
  const found = new Map<string, Holiday>();
  for (let year = dateParts(from).year; year <= dateParts(until).year; year++) {
    for (const { day, ...holiday } of holidaysOf(year, states)) {
      if (day < from || day > until) continue;
      const key = `${holiday.date} ${holiday.name}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, holiday);
      else if (known.scope === 'state') found.set(key, { ...known, states: [...known.states, ...holiday.states] });
    }
  }
  return [...found.values()].toSorted((a, b) => (dayOf(a.date) as EpochDay) - (dayOf(b.date) as EpochDay));
}

/** Returns the holidays of one date, those of all states included. */
export function holidaysOn(date: string): readonly Holiday[] {
  return suggestedHolidays(date, date, BRAZIL_STATES);
}

type Dated = Holiday & { readonly day: EpochDay };

function* holidaysOf(year: number, states: readonly string[]): Generator<Dated> {
  for (const row of NATIONAL) yield* dated(row, year, 'national', []);
  for (const row of ELECTIONS) yield* dated(row, year, 'national', []);
  for (const row of OPTIONAL) yield* dated(row, year, 'optional', []);
  for (const state of BRAZIL_STATES) {
    if (!states.includes(state)) continue;
    for (const row of STATE[state] as readonly HolidayRow[]) yield* dated(row, year, 'state', [state]);
  }
}

function* dated(row: HolidayRow, year: number, scope: HolidayScope, states: readonly string[]): Generator<Dated> {
  if (year < (row.since ?? 0)) return;
  if (row.evenYears && year % 2 !== 0) return;
  const day = kept(row, legalDay(row.on, year));
  yield { day, date: dateText(day), name: row.name, scope, states, source: row.source };
}

function legalDay(on: HolidayRow['on'], year: number): EpochDay {
  if (typeof on === 'number') return easterOf(year) + on;
  return typeof on === 'string' ? (dayOf(`${year}-${on}`) as EpochDay) : sundayOf(on, year);
}

/** The last Sunday is in the last seven days of the month; the months used here have 31 days. */
function sundayOf({ sunday, month }: SundayOfMonth, year: number): EpochDay {
  const first = dayOf(`${year}-${month}-${sunday === 'first' ? '01' : '25'}`) as EpochDay;
  return first + 6 - weekdayOf(first);
}

/**
 * Moves a holiday as the state's law says: Acre moves one from Tuesday to Thursday to Friday, Santa Catarina one on a
 * weekday to Sunday.
 */
function kept({ keptOn }: HolidayRow, day: EpochDay): EpochDay {
  const weekday = weekdayOf(day);
  if (keptOn === 'sunday') return day + 6 - weekday;
  return keptOn === 'friday' && weekday >= 1 && weekday <= 3 ? day + 4 - weekday : day;
}

/** Brazil's holidays as dates, so that support need not look them up, and nobody silences Manaus for a holiday of São Paulo. */

import { dayOf, type EpochDay, weekdayOf } from '#rules/time/calendar.ts';
import { dateParts, dateText } from '#rules/time/local-day.ts';
import { easterOf } from './easter.ts';
import { ELECTIONS, type HolidayRow, NATIONAL, OPTIONAL, STATE, type SundayOfMonth } from './holidays-data.ts';

/** `optional`: a day most of the country takes off although no federal law makes it a holiday (ponto facultativo). */
export type HolidayScope = 'national' | 'optional' | 'state';

export interface Holiday {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** In Portuguese, as the exception's label. */
  readonly name: string;
  readonly scope: HolidayScope;
  /** Where it is a holiday, as two capitals in order; empty for the whole country. */
  readonly states: readonly string[];
  /** The law that made it one. */
  readonly source: string;
}

/** All 27, as two capitals in order. */
export const BRAZIL_STATES: readonly string[] = Object.keys(STATE).toSorted();

/**
 * National and optional holidays, and those of `states`, from one date to another, both included, in order. A holiday
 * that several states keep on one date under one name is told once; one that the whole country keeps stays the country's.
 * States that Brazil does not have are passed over.
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

/** The holidays of one date, those of every state included. */
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

/** The last Sunday is looked for in the month's last seven days; months used here have 31 days. */
function sundayOf({ sunday, month }: SundayOfMonth, year: number): EpochDay {
  const first = dayOf(`${year}-${month}-${sunday === 'first' ? '01' : '25'}`) as EpochDay;
  return first + 6 - weekdayOf(first);
}

/** Acre keeps what falls from Tuesday to Thursday on the Friday, Santa Catarina what falls in the week on the Sunday. */
function kept({ keptOn }: HolidayRow, day: EpochDay): EpochDay {
  const weekday = weekdayOf(day);
  if (keptOn === 'sunday') return day + 6 - weekday;
  return keptOn === 'friday' && weekday >= 1 && weekday <= 3 ? day + 4 - weekday : day;
}

/**
 * Formats instants, dates, times, amounts and numbers for a reader. It only uses `Intl`, so Node and browsers give the
 * same text.
 */
import type { Language } from '#contract/core/common.ts';
import type { Instant } from '#rules/time/interval.ts';

/**
 * An instant in the reader's words, at `now` on the clock of `zone`: "hoje, 08:00", "amanhã, 08:00", "ontem, 22:10";
 * within six days "segunda, 14:07"; beyond that "27 nov, 08:00", with the year if it is another year and more than half
 * a year away. "Hoje" is the reader's own date: at 01:00 the coming 08:00 is "hoje". Throws a RangeError for a zone
 * that the runtime does not know.
 */
export function when(language: Language, instant: Instant, now: Instant, zone: string): string {
  return `${day(language, dateOn(instant, zone), dateOn(now, zone))}, ${timeOn(instant, zone)}`;
}

/** A date (`YYYY-MM-DD`) by the same rule as `when`: "hoje", "amanhã", "segunda", "27 nov", "4 jul 2027". */
export function day(language: Language, on: string, todayOn: string): string {
  const days = daysBetween(todayOn, on);
  if (Math.abs(days) <= 1) return relative(language).format(days, 'day');
  if (Math.abs(days) <= 6) return weekday(language, on);
  return shortDate(language, on, Math.abs(days) > HALF_A_YEAR && on.slice(0, 4) !== todayOn.slice(0, 4));
}

/** A date after its preposition: "hoje", "na segunda", "no sábado", "em 27 nov"; "on Monday"; "el lunes". */
export function onDay(language: Language, on: string, todayOn: string): string {
  const said = day(language, on, todayOn);
  const days = Math.abs(daysBetween(todayOn, on));
  if (days <= 1) return said;
  if (language !== 'pt-BR') return `${language === 'en' ? 'on' : 'el'} ${said}`;
  if (days > 6) return `em ${said}`;
  return `${said === 'sábado' || said === 'domingo' ? 'no' : 'na'} ${said}`;
}

/** The distance to a date in days: "há 3 dias", "ontem", "em 5 dias". */
export function daysAway(language: Language, on: string, todayOn: string): string {
  return relative(language).format(daysBetween(todayOn, on), 'day');
}

/** A short date: "27 nov", "27 Nov"; with `withYear` "27 nov 2026". `on` is `YYYY-MM-DD`. */
export function shortDate(language: Language, on: string, withYear = false): string {
  const month = cached(
    `month ${language}`,
    () => new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }),
  );
  const text = `${Number(on.slice(8, 10))} ${month.format(midnightOf(on)).replace('.', '')}`;
  return withYear ? `${text} ${on.slice(0, 4)}` : text;
}

/** The weekday of a date: "segunda" (without "-feira"), "Monday", "lunes". */
export function weekday(language: Language, on: string): string {
  const names = cached(
    `weekday ${language}`,
    () => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }),
  );
  return names.format(midnightOf(on)).replace('-feira', '');
}

/** The time of day `HH:mm` at an instant in a zone; midnight is `00:00`. */
export function timeOn(instant: Instant, zone: string): string {
  const { hour, minute } = wallClock(instant, zone);
  return `${hour}:${minute}`;
}

/** The date `YYYY-MM-DD` at an instant in a zone. */
export function dateOn(instant: Instant, zone: string): string {
  const { year, month, day } = wallClock(instant, zone);
  return `${year}-${month}-${day}`;
}

/**
 * A time of day after "at": "às 20:00", "à 01:00"; "at 20:00"; "a las 20:00", "a la 01:00". `time` is `HH:mm`; `24:00`
 * is written `00:00`.
 */
export function atTime(language: Language, time: string): string {
  return `${BEFORE_TIME[language].at[hourNumber(language, time)]} ${readable(time)}`;
}

/**
 * A stretch between two times of day: "das 20:00 às 08:00", "da 01:00 às 05:00"; "from 20:00 to 08:00"; "de 20:00 a
 * 08:00".
 */
export function fromTo(language: Language, start: string, end: string): string {
  if (language === 'pt-BR')
    return `${BEFORE_TIME['pt-BR'].from[hourNumber(language, start)]} ${readable(start)} ${atTime(language, end)}`;
  const [from, to] = language === 'en' ? ['from', 'to'] : ['de', 'a'];
  return `${from} ${readable(start)} ${to} ${readable(end)}`;
}

/** A time of day after "until": "até 08:00"; "until 08:00"; "hasta las 08:00", "hasta la 01:00". */
export function untilTime(language: Language, time: string): string {
  if (language === 'es') return `hasta ${hourNumber(language, time) === 'one' ? 'la' : 'las'} ${readable(time)}`;
  return `${language === 'pt-BR' ? 'até' : 'until'} ${readable(time)}`;
}

/** The current time as a sentence: "São 22:14", "É 01:05"; "It is 22:14"; "Son las 22:14", "Es la 01:05". */
export function itIs(language: Language, time: string): string {
  return `${BEFORE_TIME[language].is[hourNumber(language, time)]} ${readable(time)}`;
}

/** The form for a count by the language's plural rule; zero and large numbers take `other`. */
export function plural<T>(language: Language, count: number, forms: { readonly one: T; readonly other: T }): T {
  const rules = cached(`plural ${language}`, () => new Intl.PluralRules(language));
  return count !== 0 && rules.select(count) === 'one' ? forms.one : forms.other;
}

/** A list in the reader's language: "Ana, Bruno e Carla". */
export function joinList(language: Language, items: readonly string[]): string {
  return cached(`list ${language}`, () => new Intl.ListFormat(language)).format(items);
}

/** An amount in reais from whole centavos: "R$ 1.234,50". */
export function money(language: Language, cents: number): string {
  return cached(
    `money ${language}`,
    () => new Intl.NumberFormat(language, { style: 'currency', currency: 'BRL', currencyDisplay: 'narrowSymbol' }),
  ).format(cents / 100);
}

/** A whole number with the language's separators: "12.345". */
export function count(language: Language, value: number): string {
  return cached(`count ${language}`, () => new Intl.NumberFormat(language)).format(value);
}

/** An E.164 number for reading: Brazilian ones as "(11) 98765-4321", others in groups after their "+". */
export function phone(e164: string): string {
  const brazilian = /^\+55(\d{2})(\d{4,5})(\d{4})$/.exec(e164);
  if (brazilian !== null) return `(${brazilian[1]}) ${brazilian[2]}-${brazilian[3]}`;
  return e164.replace(/(\d{2,3})(?=(?:\d{3})+$)/g, '$1 ').trim();
}

/**
 * In days. A date that is nearer cannot be mistaken for the same day of another year, so it is written without the
 * year.
 */
const HALF_A_YEAR = 183;

const BEFORE_TIME = {
  'pt-BR': { at: { one: 'à', other: 'às' }, from: { one: 'da', other: 'das' }, is: { one: 'É', other: 'São' } },
  en: { at: { one: 'at', other: 'at' }, is: { one: 'It is', other: 'It is' } },
  es: { at: { one: 'a la', other: 'a las' }, is: { one: 'Es la', other: 'Son las' } },
} as const;

/**
 * Whether the hour is grammatically singular: one o'clock in both languages, and midnight ("à zero hora") in Portuguese
 * only.
 */
function hourNumber(language: Language, time: string): 'one' | 'other' {
  const hour = readable(time).slice(0, 2);
  return hour === '01' || (hour === '00' && language === 'pt-BR') ? 'one' : 'other';
}

function readable(time: string): string {
  return time === '24:00' ? '00:00' : time;
}

/** Formats the wall clock with `h23`, because `hour12: false` writes half past midnight as "24:30". */
function wallClock(
  instant: Instant,
  zone: string,
): Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>> {
  const format = cached(
    `clock ${zone}`,
    () =>
      new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
      }),
  );
  const read = { year: '', month: '', day: '', hour: '', minute: '' };
  for (const { type, value } of format.formatToParts(instant))
    if (type in read) read[type as keyof typeof read] = value;
  return read;
}

/** Whole days between two dates (`YYYY-MM-DD`); negative if the second is earlier. */
export function daysBetween(fromOn: string, toOn: string): number {
  return Math.round((midnightOf(toOn) - midnightOf(fromOn)) / 86_400_000);
}

/** The date `days` later, or earlier if `days` is negative: "2026-11-27", 1 → "2026-11-28". */
export function dateAfter(on: string, days: number): string {
  return new Date(midnightOf(on) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The instant at which a date begins in UTC. It is only used to format and subtract dates, and never shown. */
function midnightOf(on: string): Instant {
  return Date.UTC(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10)));
}

function relative(language: Language): Intl.RelativeTimeFormat {
  return cached(`relative ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
}

const formatters = new Map<string, unknown>();

/**
 * Returns a formatter that is built once per process, because building one takes a thousand times as long as using it.
 */
function cached<T>(key: string, make: () => T): T {
  let formatter = formatters.get(key) as T | undefined;
  if (formatter === undefined) {
    formatter = make();
    formatters.set(key, formatter);
  }
  return formatter;
}

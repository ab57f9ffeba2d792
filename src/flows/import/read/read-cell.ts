/** Reads days, amounts, yes or no, and times from cells. Dates are day first and amounts have a decimal comma, as in Brazil. */
import { plainWords } from '#rules/core/plain-words.ts';
import { saysNothing } from '#rules/core/says-nothing.ts';
import { dayOf } from '#rules/time/calendar.ts';

/** `on` is a date as `YYYY-MM-DD`. */
export type DayReading = { readonly on: string } | 'impossible' | 'unreadable' | 'ambiguous';

/**
 * Reads a date: `17/04/1956`, `17/04/56`, `17-4-56`, `17 abr 1956`, `1956-04-17`, `19560417`. A time after the date is
 * dropped. A year of two digits is the latest such year up to `latestYear`. `order` is found from the column's other
 * dates; where it is `unclear`, a date that can be read in two ways is ambiguous.
 */
export function readDay(text: string, latestYear: number, order: DateOrder = 'day_first'): DayReading {
  const [day] = text.replace(/[T ]+\d{1,2}[:h]\d{2}.*$/, '').split(/,\s*/);
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day ?? '') ?? /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(day ?? '');
  if (iso !== null) return dayReading(Number(iso[1]), iso[2], iso[3]);
  const dayFirst = /^(\d{1,2})[-/. ]+(?:de +)?(\d{1,2}|\p{L}{3,9})\.?[-/. ]+(?:de +)?(\d{4}|\d{2})$/u.exec(day ?? '');
  if (dayFirst === null) return 'unreadable';
  const [, first = '', second = '', year = ''] = dayFirst;
  const isSwapped = order === 'month_first' && /^\d/.test(second);
  const [ofMonth, month] = isSwapped ? [second, first] : [first, second];
  if (order === 'unclear' && couldBeEither(first, second)) return 'ambiguous';
  return dayReading(year.length === 2 ? fullYear(Number(year), latestYear) : Number(year), monthOf(month), ofMonth);
}

/** The order of day and month in a column. `unclear` means that the dates contradict each other, or that too few of them show the order. */
export type DateOrder = 'day_first' | 'month_first' | 'unclear';

/** Finds the order from the dates of a column that can be read in only one way: 17/04 is day first, 04/17 is month first. */
export function dateOrderOf(texts: Iterable<string>): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    const [, first, second] = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ]\d/.exec(text) ?? [];
    if (Number(first) > 12 && Number(second) <= 12) dayFirst += 1;
    if (Number(second) > 12 && Number(first) <= 12) monthFirst += 1;
  }
  if (monthFirst === 0) return 'day_first';
  if (dayFirst === 0) return monthFirst >= ENOUGH_DATES ? 'month_first' : 'unclear';
  return monthFirst >= ENOUGH_DATES && monthFirst * 10 > dayFirst ? 'unclear' : 'day_first';
}

/** The fewest month-first dates that decide a column, because a single one may be a mistake. */
const ENOUGH_DATES = 3;

function couldBeEither(first: string, second: string): boolean {
  return Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second);
}

/** The decimal mark of a column. In a `point` column, "1.251" may be 1,251 or 1251. */
export type DecimalMark = 'comma' | 'point';

export function decimalMarkOf(texts: Iterable<string>): DecimalMark {
  let mark: DecimalMark = 'comma';
  for (const text of texts) {
    if (/,\d{1,2}\s*$/.test(text)) return 'comma';
    if (/\.\d{1,2}\s*$/.test(text)) mark = 'point';
  }
  return mark;
}

/**
 * Reads an amount in cents: `1.251,81`, `R$ 1.251,81`, `1251,8`, `1251.81`, `1.251`, `1,251.81`. Returns null where the
 * text is no amount, and `ambiguous` where three digits after a mark may be thousands or decimals ("259,320").
 */
export function readCents(text: string, decimals: DecimalMark = 'comma'): number | 'ambiguous' | null {
  const bare = text.replace(/^R\$|\s/g, '').replace(/^(-?)R\$/, '$1');
  if (/^-?\d+,\d{3}$/.test(bare) || (decimals === 'point' && /^-?\d+\.\d{3}$/.test(bare))) return 'ambiguous';
  const parts = /^(-?)(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (parts === null) return null;
  const [, sign, whole = '', cents = ''] = parts;
  const marks = new Set(whole.match(/[.,]/g));
  if (marks.size > 1 || (marks.size === 1 && cents !== '' && marks.has(bare.at(-cents.length - 1) as string)))
    return null;
  const value = Number(whole.replace(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'));
  return sign === '-' ? -value : value;
}

/** Reads yes, no or an empty answer; null for other words. */
export function readYesNo(text: string): 'yes' | 'no' | 'nothing' | null {
  const answer = plainWords(text).join(' ');
  if (YES.has(answer)) return 'yes';
  if (NO.has(answer)) return 'no';
  return saysNothing(text) ? 'nothing' : null;
}

/** Returns the minute of the day of `10:00`, `10h`, `10h30`, `9:00:00`, `24:00`; null where the text is no time of day. */
export function readMinute(text: string): number | null {
  const parts = /^(\d{1,2})(?:\s*(?:[:h.]\s*(\d{2})?(?::00)?)\s*(?:min|hs?)?)?$/i.exec(text.trim());
  if (parts === null) return null;
  const minute = Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  return Number(parts[2] ?? 0) < 60 && minute <= 24 * 60 ? minute : null;
}

const YES = new Set(
  'sim,s,1,true,verdadeiro,yes,y,x,ok,aceita,aceito,aceitou,autoriza,autorizado,autorizou,permite,permitido,concedida,opt in,optin,on'.split(
    ',',
  ),
);
const NO = new Set(
  'nao,n,0,false,falso,no,negado,negada,recusa,recusado,recusada,recusou,nao aceita,nao autoriza,nao autorizado,nao permite,opt out,optout,off,descadastrado,bloqueado'.split(
    ',',
  ),
);
const MONTHS = 'jan,fev,mar,abr,mai,jun,jul,ago,set,out,nov,dez'.split(',');

function monthOf(text: string): string {
  if (/^\d/.test(text)) return text;
  const index = MONTHS.indexOf(plainWords(text).join('').slice(0, 3));
  return index === -1 ? '?' : String(index + 1);
}

function fullYear(twoDigits: number, latestYear: number): number {
  return latestYear - ((((latestYear - twoDigits) % 100) + 100) % 100);
}

function dayReading(year: number, month: string | undefined, ofMonth: string | undefined): DayReading {
  if (month === '?') return 'unreadable';
  const on = `${String(year).padStart(4, '0')}-${month?.padStart(2, '0')}-${ofMonth?.padStart(2, '0')}`;
  return dayOf(on) === null ? 'impossible' : { on };
}

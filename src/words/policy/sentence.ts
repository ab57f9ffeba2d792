/** Writes a policy as one sentence, so that its author sees how it was understood. */
import type { Language } from '#contract/core/common.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { sentenceStart } from '#words/core/brand.ts';
import { joinAtMidnight } from '#words/core/day-stretches.ts';
import { fromTo, joinList, shortDate, untilTime, weekday } from '#words/core/format.ts';

/** The parts of a policy that the sentence names: the times, the dates, and by which clocks. */
export type Hours = Pick<Policy, 'windows' | 'exceptions' | 'clocks'>;

/**
 * The whole sentence: "Todos os dias, das 20:00 às 08:00, no relógio de cada loja; exceções: 27/11 (Black Friday) das
 * 22:00 às 08:00." The policy must have passed `parsePolicy`.
 */
export function policySentence(language: Language, policy: Hours): string {
  const words = WORDS[language];
  const groups = dayGroups(language, policy.windows);
  const clock = words.clocks[policy.clocks];
  const dates = policy.exceptions.map((each) => exceptionText(language, each, manyYears(policy.exceptions))).join(', ');
  if (groups.length === 0) return dates === '' ? words.never : sentenceStart(`${words.onlyOn}, ${clock}: ${dates}.`);
  const week = groups.join('; ') + (groups.length === 1 ? `, ${clock}` : `; ${words.always} ${clock}`);
  return sentenceStart(`${week}${dates === '' ? '' : `; ${words.exceptions}: ${dates}`}.`);
}

/**
 * The hours of the ordinary week for the middle of a sentence: "das 20:00 às 08:00" if they are the same every day,
 * otherwise with the days.
 */
export function policyHours(language: Language, policy: Hours): { readonly text: string; readonly everyDay: boolean } {
  const everyDay = policy.windows.length > 0 && policy.windows.every(({ days }) => days.length === DAYS.length);
  if (everyDay) return { text: windowsText(language, policy.windows, everyDay), everyDay };
  return { text: dayGroups(language, policy.windows).join('; ') || WORDS[language].onlyOn, everyDay };
}

type Day = (typeof DAYS)[number];
const DAYS = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const satisfies readonly Policy['windows'][number]['days'][number][];

/** A date of each weekday, to format its name: 5 January 2026 was a Monday. */
const SAMPLE: Readonly<Record<Day, string>> = {
  mon: '2026-01-05',
  tue: '2026-01-06',
  wed: '2026-01-07',
  thu: '2026-01-08',
  fri: '2026-01-09',
  sat: '2026-01-10',
  sun: '2026-01-11',
};

type Times = Pick<Policy['windows'][number], 'start' | 'end'>;

/** Groups the days on which the same windows begin, in the order of the week. */
function dayGroups(language: Language, windows: Policy['windows']): readonly string[] {
  const groups = new Map<string, Day[]>();
  const everyDay = windows.every(({ days }) => days.length === DAYS.length);
  for (const day of DAYS) {
    const text = windowsText(
      language,
      windows.filter(({ days }) => days.includes(day)),
      everyDay,
    );
    if (text !== '') groups.set(text, [...(groups.get(text) ?? []), day]);
  }
  return [...groups].map(([text, days]) => `${daysText(language, days)}, ${text}`);
}

/** Weekdays in words: "todos os dias", "de segunda a sexta". */
export function daysText(language: Language, days: readonly Day[]): string {
  const words = WORDS[language];
  if (days.length === DAYS.length) return words.everyDay;
  const firsts = days.filter((day) => !days.includes(neighbour(day, -1)));
  const lasts = days.filter((day) => !days.includes(neighbour(day, 1)));
  const [first, last] = [firsts[0], lasts[0]];
  if (days.length >= 3 && firsts.length === 1 && first !== undefined && last !== undefined) {
    return words.days(weekday(language, SAMPLE[first]), weekday(language, SAMPLE[last]));
  }
  return joinList(
    language,
    days.map((day) => weekday(language, SAMPLE[day])),
  );
}

function neighbour(day: Day, step: 1 | -1): Day {
  return DAYS[(DAYS.indexOf(day) + step + DAYS.length) % DAYS.length] as Day;
}

function windowsText(language: Language, windows: readonly Times[], everyDay = false): string {
  if (windows.some(({ start, end }) => start === '00:00' && end === '24:00')) return allDayText(language, windows);
  const sorted = [...windows].sort((a, b) => (a.start + a.end < b.start + b.end ? -1 : 1));
  // Only if the windows are the same on every day is the stretch after midnight a part of the same night.
  const inOrder = everyDay ? joinAtMidnight(sorted) : sorted;
  return joinList(language, [...new Set(inOrder.map(({ start, end }) => fromTo(language, start, end)))]);
}

/**
 * The text of a day that is quiet all day. Its other windows add nothing, except where one runs into the next date (T2,
 * T6).
 */
function allDayText(language: Language, windows: readonly Times[]): string {
  const { allDay, nextDay } = WORDS[language];
  const tails = windows.filter(({ start, end }) => end < start && end !== '00:00').map(({ end }) => end);
  const latest = tails.sort().at(-1);
  return latest === undefined ? allDay : `${allDay} ${nextDay(untilTime(language, latest))}`;
}

function exceptionText(
  language: Language,
  { date, label, windows }: Policy['exceptions'][number],
  withYear: boolean,
): string {
  const name = label === '' ? '' : ` (${label})`;
  const hours = windows.length === 0 ? WORDS[language].noneStarts : windowsText(language, windows);
  return `${dateText(language, date, withYear)}${name} ${hours}`;
}

/** Day and month in figures; in English with the month's name, because English readers disagree about the order. */
function dateText(language: Language, on: string, withYear: boolean): string {
  if (language === 'en') return shortDate(language, on, withYear);
  return `${on.slice(8, 10)}/${on.slice(5, 7)}${withYear ? `/${on.slice(0, 4)}` : ''}`;
}

function manyYears(exceptions: Policy['exceptions']): boolean {
  return new Set(exceptions.map(({ date }) => date.slice(0, 4))).size > 1;
}

interface PolicyWords {
  readonly everyDay: string;
  readonly days: (first: string, last: string) => string;
  readonly allDay: string;
  readonly nextDay: (until: string) => string;
  readonly noneStarts: string;
  readonly always: string;
  readonly exceptions: string;
  readonly onlyOn: string;
  readonly never: string;
  readonly clocks: Readonly<Record<Policy['clocks'], string>>;
}

const WORDS: Readonly<Record<Language, PolicyWords>> = {
  'pt-BR': {
    everyDay: 'todos os dias',
    days: (first, last) => `de ${first} a ${last}`,
    allDay: 'o dia inteiro',
    nextDay: (until) => `e ${until} do dia seguinte`,
    noneStarts: 'nenhum silêncio começa',
    always: 'sempre',
    exceptions: 'exceções',
    onlyOn: 'só em datas marcadas',
    never: 'Nenhum horário de silêncio.',
    clocks: {
      store: 'no relógio de cada loja',
      'store-and-customer': 'no relógio de cada loja e de cada cliente',
      brand: 'no relógio da marca',
    },
  },
  en: {
    everyDay: 'every day',
    days: (first, last) => `${first} to ${last}`,
    allDay: 'all day',
    nextDay: (until) => `and ${until} the next day`,
    noneStarts: 'no quiet hours start',
    always: 'always',
    exceptions: 'exceptions',
    onlyOn: 'only on set dates',
    never: 'No quiet hours.',
    clocks: {
      store: 'on each store’s clock',
      'store-and-customer': 'on each store’s and each customer’s clock',
      brand: 'on the brand’s clock',
    },
  },
  es: {
    everyDay: 'todos los días',
    days: (first, last) => `de ${first} a ${last}`,
    allDay: 'todo el día',
    nextDay: (until) => `y ${until} del día siguiente`,
    noneStarts: 'no empieza ningún silencio',
    always: 'siempre',
    exceptions: 'excepciones',
    onlyOn: 'solo en fechas señaladas',
    never: 'Ningún horario de silencio.',
    clocks: {
      store: 'en el reloj de cada tienda',
      'store-and-customer': 'en el reloj de cada tienda y de cada cliente',
      brand: 'en el reloj de la marca',
    },
  },
};

/** Builds the sentences of lints, which support confirms before it publishes (A4). */
import type { Language } from '#contract/core/common.ts';
import type { Lint, LintCode } from '#rules/policy/lints/lint.ts';
import { joinList, plural, shortDate } from '#words/core/format.ts';
import { lengthText } from '#words/core/length-text.ts';

/** One or two sentences: what will happen, and what was perhaps intended. */
export function lintText(language: Language, { code, names, minutesAWeek }: Lint): string {
  const shown = minutesAWeek === undefined ? names : storesWithLengths(language, names, minutesAWeek);
  return WORDS[language][code](namesText(language, code, shown));
}

/** How many stores a sentence names; nobody reads a longer one. */
const STORES_SHOWN = 6;

/** "Paulista (12 h)" for each of the first six stores, and how many more there are. */
function storesWithLengths(language: Language, names: readonly string[], minutes: readonly number[]): string[] {
  const first = names.slice(0, STORES_SHOWN).map((name, i) => `${name} (${lengthText(minutes[i] ?? 0)})`);
  const more = names.length - first.length;
  return more === 0 ? first : [...first, MORE_STORES[language](more)];
}

const MORE_STORES: Readonly<Record<Language, (n: number) => string>> = {
  'pt-BR': (n) => plural('pt-BR', n, { one: 'mais 1 loja', other: `mais ${n} lojas` }),
  en: (n) => plural('en', n, { one: '1 more store', other: `${n} more stores` }),
  es: (n) => plural('es', n, { one: '1 tienda más', other: `${n} tiendas más` }),
};

/** The text of the dates, stores or zones that the lint names; null if it names none. */
function namesText(language: Language, code: LintCode, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const say = SAYING[code];
  return joinList(language, say === undefined ? names : names.map((name) => say(language, name)));
}

const SAYING: Readonly<Partial<Record<LintCode, (language: Language, name: string) => string>>> = {
  long_quiet: dateName,
  morning_opens: dateName,
  state_holiday: dateName,
  no_night: dateName,
  clock_change: (_, zone) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '),
};

function dateName(language: Language, on: string): string {
  return shortDate(language, on, true);
}

type Words = Readonly<Record<LintCode, (names: string | null) => string>>;

const WORDS: Readonly<Record<Language, Words>> = {
  'pt-BR': {
    long_quiet: (dates) =>
      dates === null
        ? 'Numa semana comum há mais de 20 horas seguidas de silêncio.'
        : `São mais de 20 horas seguidas de silêncio em ${dates}.`,
    morning_opens: (dates) =>
      `Depois de ${dates}, ficam abertas horas da madrugada ou da manhã que costumam ser de silêncio. Para manter a noite, inclua nessa data o período comum.`,
    state_holiday: (dates) =>
      `${dates}: é feriado só em parte dos estados das lojas. As lojas dos outros estados também ficam em silêncio.`,
    no_night: (dates) =>
      dates === null
        ? 'Há noites da semana sem nenhum silêncio entre 22:00 e 06:00.'
        : `A noite de ${dates} fica sem nenhum silêncio entre 22:00 e 06:00.`,
    end_2359: () => 'Um período termina às 23:59, e o último minuto do dia fica aberto. A intenção era 24:00?',
    short_window: () => 'Um período tem menos de 15 minutos de silêncio.',
    hours_lost: (stores) => `Mais de 6 horas de loja aberta por semana ficam no silêncio: ${stores}.`,
    never_sent: (stores) =>
      stores === null
        ? 'Não sobra nenhum momento da semana para enviar sugestões.'
        : `Para ${stores}, não sobra nenhum momento da semana, com a loja aberta, para enviar sugestões.`,
    clock_change: (places) =>
      `Em ${places} o relógio muda nos próximos 12 meses. Nessa noite o silêncio fica mais longo ou mais curto.`,
  },
  en: {
    long_quiet: (dates) =>
      dates === null
        ? 'In an ordinary week there are more than 20 quiet hours in a row.'
        : `Quiet hours last more than 20 hours in a row around ${dates}.`,
    morning_opens: (dates) =>
      `After ${dates}, hours of the night or morning are open that are usually quiet hours. To keep the night, add the ordinary window to that date.`,
    state_holiday: (dates) =>
      `${dates}: a holiday in only some of the stores’ states. Stores in the other states will have quiet hours too.`,
    no_night: (dates) =>
      dates === null
        ? 'Some nights of the week have no quiet hours at all between 22:00 and 06:00.'
        : `The night of ${dates} has no quiet hours at all between 22:00 and 06:00.`,
    end_2359: () => 'A window ends at 23:59, and the last minute of the day stays open. Did you mean 24:00?',
    short_window: () => 'A window has less than 15 minutes of quiet hours.',
    hours_lost: (stores) => `More than 6 opening hours a week fall into quiet hours: ${stores}.`,
    never_sent: (stores) =>
      stores === null
        ? 'There is no moment left in the week to send suggestions.'
        : `For ${stores}, there is no moment left in the week, with the store open, to send suggestions.`,
    clock_change: (places) =>
      `In ${places} the clocks change within the next 12 months. On that night quiet hours are longer or shorter.`,
  },
  es: {
    long_quiet: (dates) =>
      dates === null
        ? 'En una semana común hay más de 20 horas seguidas de silencio.'
        : `Son más de 20 horas seguidas de silencio en torno al ${dates}.`,
    morning_opens: (dates) =>
      `Después del ${dates} quedan abiertas horas de la madrugada o de la mañana que suelen ser de silencio. Para conservar la noche, agrega a esa fecha el período común.`,
    state_holiday: (dates) =>
      `${dates}: es feriado solo en parte de los estados de las tiendas. Las tiendas de los demás estados también quedan en silencio.`,
    no_night: (dates) =>
      dates === null
        ? 'Hay noches de la semana sin ningún silencio entre las 22:00 y las 06:00.'
        : `La noche del ${dates} queda sin ningún silencio entre las 22:00 y las 06:00.`,
    end_2359: () =>
      'Un período termina a las 23:59, y el último minuto del día queda abierto. ¿La intención era 24:00?',
    short_window: () => 'Un período tiene menos de 15 minutos de silencio.',
    hours_lost: (stores) => `Más de 6 horas de tienda abierta por semana quedan en silencio: ${stores}.`,
    never_sent: (stores) =>
      stores === null
        ? 'No queda ningún momento de la semana para enviar sugerencias.'
        : `Para ${stores}, no queda ningún momento de la semana, con la tienda abierta, para enviar sugerencias.`,
    clock_change: (places) =>
      `En ${places} el reloj cambia en los próximos 12 meses. Esa noche el silencio es más largo o más corto.`,
  },
};

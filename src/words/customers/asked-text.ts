/** Says in words what a silence that a customer asked for is (D4b): "todos os dias, antes das 14:00", "até 10 jan". */
import type { Language } from '#contract/core/common.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { day, fromTo, joinList } from '#words/core/format.ts';
import { daysText } from '#words/policy/sentence.ts';

/** The text of one silence. `todayOn`: the reader's date, `YYYY-MM-DD`. */
export function askedText(language: Language, asked: AskedSilence, todayOn: string): string {
  if ('until' in asked) return UNTIL[language](day(language, asked.until, todayOn));
  return `${daysText(language, asked.days)}, ${hoursText(language, asked.start, asked.end)}`;
}

/** The text of several silences: "no fim de semana, o dia todo, e até 10 jan". */
export function askedTexts(language: Language, silences: readonly AskedSilence[], todayOn: string): string {
  return joinList(
    language,
    silences.map((asked) => askedText(language, asked, todayOn)),
  );
}

function hoursText(language: Language, start: string, end: string): string {
  const [fromMidnight, toMidnight] = [start === '00:00', end === '24:00' || end === '00:00'];
  if (fromMidnight && toMidnight) return ALL_DAY[language];
  if (fromMidnight) return BEFORE[language](end);
  return toMidnight ? AFTER[language](start) : fromTo(language, start, end);
}

const UNTIL: Readonly<Record<Language, (day: string) => string>> = {
  'pt-BR': (on) => `até ${on}, inclusive`,
  en: (on) => `until ${on} inclusive`,
  es: (on) => `hasta ${on} inclusive`,
};

const ALL_DAY: Readonly<Record<Language, string>> = { 'pt-BR': 'o dia todo', en: 'all day', es: 'todo el día' };

const BEFORE: Readonly<Record<Language, (time: string) => string>> = {
  'pt-BR': (time) => `antes ${time.startsWith('01') ? 'da' : 'das'} ${time}`,
  en: (time) => `before ${time}`,
  es: (time) => `antes de ${time.startsWith('01') ? 'la' : 'las'} ${time}`,
};

const AFTER: Readonly<Record<Language, (time: string) => string>> = {
  'pt-BR': (time) => `depois ${time.startsWith('01') ? 'da' : 'das'} ${time}`,
  en: (time) => `after ${time}`,
  es: (time) => `después de ${time.startsWith('01') ? 'la' : 'las'} ${time}`,
};

/** Writes a store's opening hours in one line; days with equal hours are joined. */
import type { Language } from '#contract/core/common.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { fromTo, joinList, weekday } from '#words/core/format.ts';

type Hours = Brand['stores'][number]['hours'];

/** Returns "segunda a sábado das 10:00 às 22:00; domingo das 14:00 às 20:00"; empty without hours. */
export function openHoursText(language: Language, hours: Hours): string {
  const byTimes = Map.groupBy(hours, ({ opens, closes }) => fromTo(language, opens, closes));
  const groups = [...byTimes].map(([times, days]) => ({
    times,
    days: days.map((day) => day.weekday).toSorted((a, b) => a - b),
  }));
  return groups
    .toSorted((a, b) => (a.days[0] ?? 0) - (b.days[0] ?? 0))
    .map(({ times, days }) => `${daysText(language, days)} ${times}`)
    .join('; ');
}

function daysText(language: Language, days: readonly number[]): string {
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const names = days.map((day) => nameOf(language, day));
  const isRun = days.length > 2 && last - first === days.length - 1;
  return isRun ? `${names[0]} ${BETWEEN[language]} ${names.at(-1)}` : joinList(language, names);
}

const BETWEEN: Readonly<Record<Language, string>> = { 'pt-BR': 'a', en: 'to', es: 'a' };

/** The name of a weekday; 5 January 2026 was a Monday. */
function nameOf(language: Language, day: number): string {
  return weekday(language, `2026-01-${String(5 + day).padStart(2, '0')}`);
}

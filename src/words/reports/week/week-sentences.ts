/** Makes the sentences of the summary of a week, alike on the Panorama and in the mail. */
import type { Language } from '#contract/core/common.ts';
import type { WeekHighlight } from '#rules/reports/week-highlight.ts';
import type { WeekFigure } from '#rules/reports/week-summary.ts';
import { count, shortDate } from '#words/core/format.ts';
import type { WeekWords } from './week.pt-BR.ts';

/** Monday and Sunday, as "16 nov a 22 nov". Both are `YYYY-MM-DD`. */
export function weekDates(language: Language, words: WeekWords, from: string, to: string): string {
  return words.dates(shortDate(language, from), shortDate(language, to));
}

/** The figure against the week before: "12 a mais que na semana anterior". */
export function comparedWith(
  language: Language,
  { compared }: WeekWords,
  { now, before }: Pick<WeekFigure, 'now' | 'before'>,
): string {
  if (before === null) return compared.none;
  if (now === before) return compared.same;
  const difference = count(language, Math.abs(now - before));
  return now > before ? compared.more(difference) : compared.less(difference);
}

/** The one thing to notice, as a sentence. */
export function highlightSentence(
  language: Language,
  { highlights }: WeekWords,
  { kind, store, now, before }: WeekHighlight,
): string {
  return highlights[kind]({
    store: store?.name ?? '',
    now: count(language, now),
    before: count(language, before ?? 0),
    count: now,
  });
}

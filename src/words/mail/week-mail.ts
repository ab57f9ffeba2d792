/** Tells the summary of a week in a mail: three figures against the week before, and one thing to notice. */
import type { Language } from '#contract/core/common.ts';
import type { WeekSummary } from '#rules/reports/week-summary.ts';
import { type BrandName, ofBrand } from '#words/core/brand.ts';
import { count } from '#words/core/format.ts';
import { words as en } from '#words/reports/week/week.en.ts';
import { words as es } from '#words/reports/week/week.es.ts';
import { words as ptBR, type WeekWords } from '#words/reports/week/week.pt-BR.ts';
import { comparedWith, highlightSentence, weekDates } from '#words/reports/week/week-sentences.ts';
import type { Told } from './product-mail-words.ts';

/** Monday and Sunday as `YYYY-MM-DD`; `store` null: all stores of the brand. */
export interface WeekToTell extends WeekSummary {
  readonly from: string;
  readonly to: string;
  readonly store: { readonly name: string } | null;
}

export function tellWeek(language: Language, brand: BrandName, { from, to, store, ...summary }: WeekToTell): Told {
  const words = WORDS[language];
  const dates = weekDates(language, words, from, to);
  const figures = summary.figures.map(
    (each) => `${words.figures[each.figure]}: ${count(language, each.now)} (${comparedWith(language, words, each)})`,
  );
  return {
    subject: words.subject(store?.name ?? brand.name, dates),
    lines: [
      store === null ? words.ofBrand(ofBrand(language, brand), dates) : words.ofStore(store.name, dates),
      ...figures,
      highlightSentence(language, words, summary.highlight),
    ],
  };
}

const WORDS: Readonly<Record<Language, WeekWords>> = { 'pt-BR': ptBR, en, es };

/** Builds the sentence that says why these hours are recommended (A3). */
import type { Language } from '#contract/core/common.ts';
import type { Recommendation } from '#rules/policy/recommend.ts';
import { atTime, fromTo } from '#words/core/format.ts';

/** The sentence: "A última loja fecha às 22:00, a primeira abre às 09:00. Limite de conforto: 21:00." */
export function recommendationText(language: Language, { start, end, because }: Recommendation): string {
  const words = WORDS[language];
  if (because === null) return words.usual(fromTo(language, start, end));
  const { latestClosing, earliestOpening } = because;
  const limits = [...(latestClosing.time > start ? [start] : []), ...(earliestOpening.time < end ? [end] : [])];
  const said = words.because(atTime(language, latestClosing.time), atTime(language, earliestOpening.time));
  return limits.length === 0 ? said : `${said} ${words.limit(limits)}`;
}

interface RecommendationWords {
  readonly because: (closes: string, opens: string) => string;
  /**
   * The sentence about the times that the limit of comfort, and not the stores' hours, decided: the start, the end, or
   * both.
   */
  readonly limit: (times: readonly string[]) => string;
  readonly usual: (hours: string) => string;
}

const WORDS: Readonly<Record<Language, RecommendationWords>> = {
  'pt-BR': {
    because: (closes, opens) => `A última loja fecha ${closes}, a primeira abre ${opens}.`,
    limit: (times) => `Limite de conforto: ${times.join(' e ')}.`,
    usual: (hours) => `Sem horários de loja que decidam, o costume: ${hours}.`,
  },
  en: {
    because: (closes, opens) => `The last store closes ${closes}, the first opens ${opens}.`,
    limit: (times) => `Comfort limit: ${times.join(' and ')}.`,
    usual: (hours) => `With no store hours to decide, the usual: ${hours}.`,
  },
  es: {
    because: (closes, opens) => `La última tienda cierra ${closes}, la primera abre ${opens}.`,
    limit: (times) => `Límite de comodidad: ${times.join(' y ')}.`,
    usual: (hours) => `Sin horarios de tienda que decidan, lo habitual: ${hours}.`,
  },
};

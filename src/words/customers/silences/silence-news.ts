/** Builds the sentence that tells a customer's seller what a colleague did with a silence: wrote it down, or ended it (D4b). */
import type { Language } from '#contract/core/common.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { askedText } from '#words/customers/asked-text.ts';

/** `customer` and `by` are first names. `todayOn`: the reader's date, `YYYY-MM-DD`. */
export interface SilenceNewsFacts {
  readonly customer: string;
  readonly silence: AskedSilence;
  readonly isEnded: boolean;
  readonly by: string;
  readonly todayOn: string;
}

/** The sentence: "Bruno anotou que Marina não quer mensagens: todos os dias, antes das 14:00." */
export function silenceNewsText(language: Language, facts: SilenceNewsFacts): string {
  const { asked, ended } = WORDS[language];
  const what = askedText(language, facts.silence, facts.todayOn);
  return (facts.isEnded ? ended : asked)(facts.by, facts.customer, what);
}

type Say = (by: string, customer: string, what: string) => string;

const WORDS: Readonly<Record<Language, { readonly asked: Say; readonly ended: Say }>> = {
  'pt-BR': {
    asked: (by, customer, what) => `${by} anotou que ${customer} não quer mensagens: ${what}.`,
    ended: (by, customer, what) => `${by} encerrou o silêncio que ${customer} pediu: ${what}.`,
  },
  en: {
    asked: (by, customer, what) => `${by} wrote down that ${customer} wants no messages: ${what}.`,
    ended: (by, customer, what) => `${by} ended the wish of ${customer} for no messages: ${what}.`,
  },
  es: {
    asked: (by, customer, what) => `${by} anotó que ${customer} no quiere mensajes: ${what}.`,
    ended: (by, customer, what) => `${by} terminó el silencio que pidió ${customer}: ${what}.`,
  },
};

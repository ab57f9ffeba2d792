/** Names a customer in lists of what happened: an erased customer's row has no name any more. */
import type { Language } from '#contract/core/common.ts';

const ERASED: Readonly<Record<Language, string>> = {
  'pt-BR': 'Cadastro apagado',
  en: 'Erased customer',
  es: 'Ficha borrada',
};

/** Returns the name, or what stands for it where the customer was erased. */
export function shownName(language: Language, name: string): string {
  return name === '' ? ERASED[language] : name;
}

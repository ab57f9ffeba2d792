/** Says on which device a session is, like “Chrome no Android”. */
import type { Language } from '#contract/core/common.ts';

interface Device {
  readonly browser: string | null;
  readonly system: string | null;
}

export function deviceText(language: Language, { browser, system }: Device): string {
  const { on, unknown } = WORDS[language];
  return browser !== null && system !== null ? `${browser} ${on} ${system}` : (browser ?? system ?? unknown);
}

/** All systems of the list are masculine in Portuguese. */
const WORDS: Readonly<Record<Language, { readonly on: string; readonly unknown: string }>> = {
  'pt-BR': { on: 'no', unknown: 'Aparelho desconhecido' },
  en: { on: 'on', unknown: 'Unknown device' },
  es: { on: 'en', unknown: 'Dispositivo desconocido' },
};

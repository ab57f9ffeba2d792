/** Chooses the reader's language from the three that exist: Portuguese is the first and the default. */
import type { Language } from '#contract/core/common.ts';

const BY_PRIMARY_TAG: Readonly<Record<string, Language>> = { pt: 'pt-BR', en: 'en', es: 'es', '*': 'pt-BR' };

/**
 * The reader's language from an `Accept-Language` header (RFC 9110, 12.5.4): the highest weight wins, among equals the
 * first; the region does not matter. A missing, unreadable or unknown value gives `pt-BR`.
 */
export function pickLanguage(header: string | undefined): Language {
  let best: Language = 'pt-BR';
  let bestWeight = 0;
  for (const part of (header ?? '').split(',')) {
    const [range = '', ...parameters] = part.split(';');
    const language = BY_PRIMARY_TAG[primaryTag(range)];
    const weight = weightOf(parameters);
    if (language !== undefined && weight > bestWeight) [best, bestWeight] = [language, weight];
  }
  return best;
}

function primaryTag(range: string): string {
  return range.trim().toLowerCase().split('-')[0] ?? '';
}

function weightOf(parameters: readonly string[]): number {
  const given = parameters.map((text) => text.trim()).find((text) => text.startsWith('q='));
  if (given === undefined) return 1;
  const weight = Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}

/**
 * Writes a brand's name inside a sentence. In Portuguese the name has an article, which contracts with the preposition.
 */
import type { Language } from '#contract/core/common.ts';

/** `article`: `a` for Aurora, `o` for Cais, empty for none; stored with the brand. */
export interface BrandName {
  readonly name: string;
  readonly article: 'a' | 'o' | '';
}

/** The name with its article: "a Aurora", "o Cais", "Brisa"; in languages without one: "Aurora". */
export function theBrand(language: Language, brand: BrandName): string {
  return withPreposition(language, brand, { a: 'a ', o: 'o ', '': '' }, { en: '', es: '' });
}

/** The name after "of": "da Aurora", "do Cais", "de Brisa"; "of Aurora"; "de Aurora". */
export function ofBrand(language: Language, brand: BrandName): string {
  return withPreposition(language, brand, { a: 'da ', o: 'do ', '': 'de ' }, { en: 'of ', es: 'de ' });
}

/** The name after "at": "na Aurora", "no Cais", "em Brisa"; "at Aurora"; "en Aurora". */
export function inBrand(language: Language, brand: BrandName): string {
  return withPreposition(language, brand, { a: 'na ', o: 'no ', '': 'em ' }, { en: 'at ', es: 'en ' });
}

/** The text with a capital first letter, for the start of a sentence. */
export function sentenceStart(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function withPreposition(
  language: Language,
  brand: BrandName,
  portuguese: Readonly<Record<BrandName['article'], string>>,
  others: Readonly<Record<Exclude<Language, 'pt-BR'>, string>>,
): string {
  return (language === 'pt-BR' ? portuguese[brand.article] : others[language]) + brand.name;
}

/** A brand's name inside a sentence: Portuguese names carry an article, and contract with what stands before. */
import type { Language } from '#contract/core/common.ts';

/** `article` as kept with the brand: `a` Aurora, `o` Cais, or none. */
export interface BrandName {
  readonly name: string;
  readonly article: 'a' | 'o' | '';
}

/** "a Aurora", "o Cais", "Brisa"; without article where the language has none: "Aurora". */
export function theBrand(language: Language, brand: BrandName): string {
  return prefixed(language, brand, { a: 'a ', o: 'o ', '': '' }, { en: '', es: '' });
}

/** "da Aurora", "do Cais", "de Brisa"; "of Aurora"; "de Aurora". */
export function ofBrand(language: Language, brand: BrandName): string {
  return prefixed(language, brand, { a: 'da ', o: 'do ', '': 'de ' }, { en: 'of ', es: 'de ' });
}

/** "na Aurora", "no Cais", "em Brisa"; "at Aurora"; "en Aurora". */
export function inBrand(language: Language, brand: BrandName): string {
  return prefixed(language, brand, { a: 'na ', o: 'no ', '': 'em ' }, { en: 'at ', es: 'en ' });
}

/** The same text with a capital letter, for the start of a sentence. */
export function sentenceStart(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function prefixed(
  language: Language,
  brand: BrandName,
  portuguese: Readonly<Record<BrandName['article'], string>>,
  others: Readonly<Record<Exclude<Language, 'pt-BR'>, string>>,
): string {
  return (language === 'pt-BR' ? portuguese[brand.article] : others[language]) + brand.name;
}

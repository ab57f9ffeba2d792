/** Matches a brand's name with typed text: accents and capitals do not matter, "sao" finds "São". */
import type { BrandLine } from './brands-api.ts';

export function matchesBrand({ name, slug }: Pick<BrandLine, 'name' | 'slug'>, typed: string): boolean {
  const wanted = plainText(typed.trim());
  return plainText(name).includes(wanted) || slug.includes(wanted);
}

export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A count where there is little room. Apart from the other formats, since the first screen has no use for it. */
import type { Language } from '#contract/core/common.ts';

/** Whole below 1,000, then shortened in the language's own way: "1,2 mil". */
export function compactCount(language: Language, value: number): string {
  return new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

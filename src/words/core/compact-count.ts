/** Writes a count briefly. This is a file of its own, because the first screen does not need it. */
import type { Language } from '#contract/core/common.ts';

/** The count: whole below 1,000, then shortened as the language does: "1,2 mil". */
export function compactCount(language: Language, value: number): string {
  return new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

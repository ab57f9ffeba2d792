/** Folds names for comparison in searches, headers of files and possible duplicates. */

/**
 * Returns the text in lower case, without accents, trimmed, with single spaces: "  Érico  D'Ávila " → "erico d'avila".
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Returns the folded words of a text, in order, letters and digits only: "D'Ávila, Ana" → ["d", "avila", "ana"]. */
export function plainWords(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const MARKS = /\p{M}/gu;

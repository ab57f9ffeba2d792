/** Names as people type them, not as they are written: what a search, a header and a doubtful duplicate are compared by. */

/** Lower case, no accents, ends trimmed, inner spaces single: "  Érico  D'Ávila " → "erico d'avila". */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words of a text, folded, in order, letters and digits only: "D'Ávila, Ana" → ["d", "avila", "ana"]. */
export function plainWords(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const MARKS = /\p{M}/gu;

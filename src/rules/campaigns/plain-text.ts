/** Compares texts as people type them: case and accents do not count. */

/** Returns the text in lower case, without accents, with single blanks. */
export function plainText(text: string): string {
  const known = seen.get(text);
  if (known !== undefined) return known;
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(text, plain);
  return plain;
}

/** Cities, tags and items repeat in millions of rows, and to normalise one costs a microsecond. */
const seen = new Map<string, string>();
const MOST_SEEN = 20_000;

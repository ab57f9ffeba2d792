/** Normalises the tags of customers, so that one word is one tag in the whole brand. */

export const MOST_TAGS = 20;
export const LONGEST_TAG = 30;

/**
 * Returns the tag in lower case with single blanks, without commas and without a leading `#`. Null: the text has no
 * letter and no digit, or is longer than 30 characters.
 */
export function normaliseTag(typed: string): string | null {
  const tag = typed.normalize('NFC').replace(/[,;]/g, ' ').trim().replace(/^#+/, '').replace(/\s+/g, ' ').trim();
  const lower = tag.toLocaleLowerCase('pt-BR');
  return /[\p{L}\p{N}]/u.test(lower) && lower.length <= LONGEST_TAG ? lower : null;
}

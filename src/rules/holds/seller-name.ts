/** Tracks where a message names its seller, so that a message that is passed on names the new seller. */
import { type Addressed, firstName, placeText, textParts } from '#rules/contact/message-text.ts';

/**
 * A range of a text in UTF-16 code units that contains the seller's first name, as this program filled it in and no
 * person changed it.
 */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface NamedText {
  readonly text: string;
  /** In order, apart. */
  readonly stretches: readonly TextRange[];
}

/** Returns a campaign's text for one customer, with the ranges that name the seller. */
export function fillText(template: string, addressed: Addressed): NamedText {
  const stretches: TextRange[] = [];
  let text = '';
  for (const part of textParts(template)) {
    const words = typeof part === 'string' ? part : placeText(part, addressed);
    if (typeof part !== 'string' && part.variable === 'vendedor') {
      stretches.push({ start: text.length, end: text.length + words.length });
    }
    text += words;
  }
  return { text, stretches };
}

/** Returns the ranges that an edit did not change: those before its first changed character and after its last. */
export function keepRanges({ text, stretches }: NamedText, edited: string): readonly TextRange[] {
  const shorter = Math.min(text.length, edited.length);
  let before = 0;
  while (before < shorter && text[before] === edited[before]) before++;
  let after = 0;
  while (after < shorter - before && text.at(-1 - after) === edited.at(-1 - after)) after++;
  const by = edited.length - text.length;
  return stretches.flatMap((stretch) => {
    const stays = stretch.end <= before;
    if (!stays && stretch.start < text.length - after) return [];
    const { start, end } = stays ? stretch : { start: stretch.start + by, end: stretch.end + by };
    // A name inside a longer word is the writer's word: "Ana" may have become "Anabela".
    return isLetter(edited[start - 1]) || isLetter(edited[end]) ? [] : [{ start, end }];
  });
}

/**
 * Returns the ranges that still contain this seller's name, because the text may have been rewritten since they were
 * stored.
 */
export function validRanges({ text, stretches }: NamedText, seller: string): readonly TextRange[] {
  const name = firstName(seller);
  return stretches.filter(
    ({ start, end }) => text.slice(start, end) === name && !isLetter(text[start - 1]) && !isLetter(text[end]),
  );
}

/** Returns the text with another seller's name. */
export function renamed({ text, stretches }: NamedText, seller: string): NamedText {
  const name = firstName(seller);
  const moved: TextRange[] = [];
  let from = 0;
  let next = '';
  for (const { start, end } of stretches) {
    next += text.slice(from, start);
    moved.push({ start: next.length, end: next.length + name.length });
    next += name;
    from = end;
  }
  return { text: next + text.slice(from), stretches: moved };
}

/** Whether the text names the person outside its ranges, in words that a person wrote. */
export function namesPerson({ text, stretches }: NamedText, person: string): boolean {
  const name = firstName(person);
  const ours = new Set(stretches.map(({ start }) => start));
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!ours.has(at) && !isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true;
  }
  return false;
}

function isLetter(letter: string | undefined): boolean {
  return letter !== undefined && /\p{L}/u.test(letter);
}

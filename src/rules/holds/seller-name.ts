/** Where a message names its seller, so that a message that is passed on speaks in the new seller's name. */
import { type Addressed, firstName, messageText } from '#rules/contact/message-text.ts';

/** A stretch of a text, in UTF-16 code units: the seller's first name, filled in by us and touched by nobody. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface NamedText {
  readonly text: string;
  /** In order, apart. */
  readonly stretches: readonly Stretch[];
}

const SELLER = '{vendedor}';

/** A campaign's text for one customer, with the stretches that name the seller. */
export function filledText(template: string, addressed: Addressed): NamedText {
  const name = firstName(addressed.seller);
  const stretches: Stretch[] = [];
  let text = '';
  template.split(SELLER).forEach((part, index) => {
    if (index > 0) {
      stretches.push({ start: text.length, end: text.length + name.length });
      text += name;
    }
    text += messageText(part, addressed);
  });
  return { text, stretches };
}

/** The stretches that an edit left alone: those before its first changed letter and after its last. */
export function keptStretches({ text, stretches }: NamedText, edited: string): readonly Stretch[] {
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
    // "Ana" that has become "Anabela" is the writer's own word.
    return isLetter(edited[start - 1]) || isLetter(edited[end]) ? [] : [{ start, end }];
  });
}

/** The stretches that still name this seller: a text may have been written anew since they were noted. */
export function trueStretches({ text, stretches }: NamedText, seller: string): readonly Stretch[] {
  const name = firstName(seller);
  return stretches.filter(
    ({ start, end }) => text.slice(start, end) === name && !isLetter(text[start - 1]) && !isLetter(text[end]),
  );
}

/** The same text in the name of another seller. */
export function renamed({ text, stretches }: NamedText, seller: string): NamedText {
  const name = firstName(seller);
  const moved: Stretch[] = [];
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

/** A text names a person in words that are not ours to change. */
export function isNamed({ text, stretches }: NamedText, person: string): boolean {
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

/** Undoes double encoding: text such as "nÃ£o" or "n├úo" that was encoded twice. Reports a text where it is in doubt. */
import { encodeSingleByte } from './code-pages.ts';

export interface Repair {
  readonly text: string;
  readonly repaired: boolean;
  /** True where a pair could be double encoding or two characters that a person wrote, as in "MANHÃ”". */
  readonly doubtful: boolean;
}

const UNTOUCHED = { repaired: false, doubtful: false } as const;

/** Repairs one line. Several rounds of double encoding are undone one after another. */
export function repairDoubleEncoding(line: string): Repair {
  let text = line;
  let doubtful = false;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = repairOnce(text);
    doubtful ||= next.doubtful;
    if (!next.repaired) break;
    text = next.text;
  }
  return { text, repaired: text !== line, doubtful: doubtful && text === line };
}

const MOST_ROUNDS = 3;

/**
 * Pairs of UTF-8 bytes that were read as Windows-1252. The pattern covers what Brazil's files contain: Latin letters
 * and signs (`Ã£`, `Âº`), typographic signs (`â€“`), emoji (`ðŸ˜€`) and the byte-order mark.
 */
const FOLLOWING =
  '[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]';
const AS_1252 = new RegExp(`[ÂÃ]${FOLLOWING}|â${FOLLOWING}{2}|ð${FOLLOWING}{3}|ï»¿`, 'g');

/** The same pairs read as CP850: box-drawing characters, which do not occur in names. */
const AS_850 = /[┬├][\u0080-\uffff]|ÔÇ[\u0080-\uffff]/g;

/** Characters that may follow a word in capitals that ends in Ã (MANHÃ, IRMÃ). */
const MAY_FOLLOW_A_WORD = new Set('”’…–—»ªº™›\u00a0');

function repairOnce(text: string): Repair {
  if (!/[ÂÃâðï┬├Ô]/.test(text)) return { text, ...UNTOUCHED };
  const doubtfulAt = new Set<number>();
  let strong = 0;
  const repaired = text
    .replace(AS_850, (pair) => {
      const utf8 = decodedFrom(pair, 'cp850');
      if (utf8 !== null) strong += 1;
      return utf8 ?? pair;
    })
    .replace(AS_1252, (pair, at: number, whole: string) => {
      const utf8 = decodedFrom(pair, 'windows-1252');
      if (utf8 === null) return pair;
      if (!isDoubtful(pair, whole[at - 1] ?? '', whole[at + pair.length] ?? '')) {
        strong += 1;
        return utf8;
      }
      doubtfulAt.add(at);
      return pair;
    });
  if (doubtfulAt.size === 0) return { text: repaired, repaired: strong > 0, doubtful: false };
  const hasCleanLetters = /[áàâãéêíóôõúçÁÀÉÊÍÓÔÕÚÇ]/.test(text.replace(AS_1252, ''));
  if (strong > 0 && !hasCleanLetters) return { text: withPairsDecoded(text), repaired: true, doubtful: false };
  return { text: repaired, repaired: strong > 0, doubtful: !hasCleanLetters };
}

function withPairsDecoded(text: string): string {
  return text.replace(AS_1252, (pair) => decodedFrom(pair, 'windows-1252') ?? pair);
}

function isDoubtful(pair: string, before: string, after: string): boolean {
  if (pair[0] !== 'Ã' || !MAY_FOLLOW_A_WORD.has(pair[1] as string) || !/\p{Lu}/u.test(before)) return false;
  return pair[1] === '\u00a0' || !/\p{L}/u.test(after);
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function decodedFrom(text: string, encoding: 'windows-1252' | 'cp850'): string | null {
  const bytes = encodeSingleByte(text, encoding);
  if (bytes === null) return null;
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

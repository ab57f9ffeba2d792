/** Splits a phone cell into its numbers, each with its country code where one is written. */
// biome-ignore lint/style/noRestrictedImports: a library keeps the numbering plans of the world; imports and the form of a customer use them.
import { getCountries } from 'libphonenumber-js/max';
import { foldText } from '#rules/core/plain-words.ts';

/**
 * `international` means that the digits begin with a country code that the cell marks as such. `mangled` means that a
 * spreadsheet has turned the number into a power of ten. `unreadable` means that the text around the digits contradicts
 * them.
 */
export type PhonePiece =
  | { readonly kind: 'international' | 'national'; readonly digits: string }
  | { readonly kind: 'mangled' | 'unreadable' };

/** Returns the numbers in the order of the cell. Text without digits gives none. */
export function phonePieces(cell: string): PhonePiece[] {
  const text = normalised(cell);
  const parts = withoutPartsAlone(splitNumbers(text));
  const pieces = parts.flatMap((part) => pieceOf(part));
  const hasLooseCode = parts.some((part) => part.includes('+') && digitsOf(part).length < 7);
  if (!hasLooseCode && !namesForeignCountry(text)) return pieces;
  return pieces.map((piece) => (piece.kind === 'national' ? { kind: 'unreadable' } : piece));
}

/** A private-use character that replaces a power of ten. */
const MANGLED = '\ue000';

/** Normalises a cell to plain digits and plus signs. Chat addresses (`wa.me/51…`) always contain a country code and get a plus. */
function normalised(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u2795\u271a]|%2b|&#43;|&#x2b;|&plus;/gi, '+')
    .replace(/(?<!\d)\d(?:[.,]\d+)?E[+-]?\d{1,3}(?!\d)/gi, MANGLED)
    .replace(/(?:https?:)?(?:\/\/)?(?:wa\.me\/|(?:api|web)\.whatsapp\.com\/send\/?\?phone=)\s*\+?/gi, ' +')
    .replace(/\+?(\d+)@(?:c\.us|s\.whatsapp\.net)/gi, '+$1')
    .replace(/\bDDI\s*[:.=-]?\s*\(?\+?(?=\d)/gi, '+')
    .replace(/(\d{6,}|\d{1,3}(?:[.,]\d{3}){2,})[.,]0{1,2}(?=\s*(?:$|[/|;\n]))/g, '$1')
    .replace(/(?:ramal|ext\.?|\br\.)\s*\d+/gi, '');
}

function splitNumbers(text: string): string[] {
  return text
    .split(/\s*[/|;\n\\&]\s*|\s+(?:ou|or|e|y|and)\s+|,(?=\s)|(?<=\d{8}),(?=\d{8})/i)
    .flatMap((part) => part.split(/(?<=\d\D*\d\D*\d\D*\d\D*\d\D*\d\D*\d\D*\d\D*)(?=\+)/))
    .flatMap((part) => (digitsOf(part).length > 13 ? splitBySpaces(part) : [part]));
}

/** Splits whole numbers that only a space separates: `11912340001 11912340002`, `(11) 91234-0001 (11) 91234-0002`. */
function splitBySpaces(part: string): string[] {
  for (const parts of [part.split(/(?<=\d)\s*(?=\()/), part.split(/\s+/)]) {
    if (parts.length > 1 && parts.every((each) => digitsOf(each).length >= 8)) return parts;
  }
  return [part];
}

/** Joins an area code or country code that a slash cut off (`11/91234-0001`, `+55/11/91234-0001`) to the number after it. */
function withoutPartsAlone(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const before = joined.at(-1);
    const head = before === undefined ? '' : digitsOf(before);
    const isCutOff = before?.includes('+')
      ? head.length < 8
      : /^0?[1-9]\d$/.test(head) && /^\d{8,9}$/.test(digitsOf(part));
    if (isCutOff && !part.includes('+')) joined[joined.length - 1] = `${before} ${part}`;
    else joined.push(part);
  }
  return joined;
}

function pieceOf(part: string): PhonePiece[] {
  if (part.includes(MANGLED)) return [{ kind: 'mangled' }];
  const plus = part.indexOf('+');
  const digits = digitsOf(plus === -1 ? part : part.slice(plus)).replace(/^00(?=[1-9])/, '');
  if (plus !== -1) {
    const isAlone = /^(?:0{0,2}|\d)$/.test(digitsOf(part.slice(0, plus))) && part.lastIndexOf('+') === plus;
    return [isAlone && /^[1-9]\d{6,14}$/.test(digits) ? { kind: 'international', digits } : { kind: 'unreadable' }];
  }
  const all = digitsOf(part);
  if (all === '') return [];
  return [/^00[1-9]\d{7,14}$/.test(all) ? { kind: 'international', digits } : { kind: 'national', digits: all }];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/**
 * Tells whether the text names a foreign country ("51 912345678, Peru"). Digits without a country code beside it are
 * then not Brazilian.
 */
function namesForeignCountry(text: string): boolean {
  return /\p{L}{3}/u.test(text) && FOREIGN.test(foldText(text));
}

const FOREIGN = foreignNames();

function foreignNames(): RegExp {
  const languages = ['pt', 'es', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  const names = getCountries()
    .filter((country) => country !== 'BR')
    .flatMap((country) => languages.map((language) => foldText(language.of(country) ?? country)))
    .filter((name) => /^[a-z ]{4,}$/.test(name));
  return new RegExp(`\\b(?:${['eua', 'usa', ...new Set(names)].join('|')})\\b`);
}

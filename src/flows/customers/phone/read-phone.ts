/** Reads a phone cell, as people and spreadsheets write it, as one E.164 number or as the reason why it has none. */
// biome-ignore lint/style/noRestrictedImports: a library keeps the numbering plans of the world; imports and the form of a customer use them.
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { saysNothing } from '#rules/core/says-nothing.ts';
import { type PhonePiece, phonePieces } from './phone-pieces.ts';

/**
 * A number, such as `+5511900001234`. A `landline` is kept although WhatsApp does not reach it; toll-free and similar
 * numbers count as landlines.
 */
export interface Phone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline';
  /** The digits added to the written ones: an area code, or the ninth digit that Brazil's mobiles got in 2012–2016. */
  readonly assumed: readonly ('area_code' | 'ninth_digit')[];
  /** Other mobile numbers of the same cell, which were not used. */
  readonly others?: readonly string[];
}

export type PhoneFault = 'missing' | 'unreadable' | 'invalid' | 'placeholder' | 'mangled' | 'area_code_unknown';

/**
 * Reads the number of a cell. Of several, it returns the first mobile, else the first usable number. `areaCode` has two
 * digits and is for numbers written without one; null where it is not known.
 */
export function readPhone(text: string, areaCode: string | null): Phone | PhoneFault {
  if (saysNothing(text) || !/[1-9]/.test(text.normalize('NFKC'))) return 'missing';
  const pieces = phonePieces(text);
  const readings: (Phone | PhoneFault)[] = [];
  let area = areaCode;
  let foreign: string | null = null;
  for (const piece of pieces) {
    const reading: Phone | PhoneFault =
      foreign !== null && isContradicted(piece, foreign) ? 'unreadable' : readPiece(piece, area);
    readings.push(reading);
    if (typeof reading !== 'object') continue;
    const brazilian = /^\+55(\d{2})/.exec(reading.e164);
    if (brazilian === null) foreign ??= reading.e164.slice(1);
    else if (!reading.assumed.includes('area_code')) area = brazilian[1] ?? area;
  }
  const numbers = readings.filter((reading) => typeof reading === 'object');
  const [first, ...others] = numbers.filter(({ kind }) => kind === 'mobile');
  if (first === undefined) return numbers[0] ?? readings.find((reading) => reading !== 'missing') ?? 'missing';
  const further = [...new Set(others.map(({ e164 }) => e164))].filter((e164) => e164 !== first.e164);
  return further.length === 0 ? first : { ...first, others: further };
}

/** Returns the area code that a number is written with; null where it has none or is not Brazilian. */
export function writtenAreaCode(text: string): string | null {
  const phone = readPhone(text, null);
  return typeof phone === 'object' ? (/^\+55(\d{2})/.exec(phone.e164)?.[1] ?? null) : null;
}

/**
 * Tells whether digits belong to the country of a foreign number in the same cell rather than to Brazil: they have no
 * area code, or begin with that country's code.
 */
function isContradicted(piece: PhonePiece, foreign: string): boolean {
  return piece.kind === 'national' && (piece.digits.length < 10 || foreign.startsWith(piece.digits.slice(0, 2)));
}

function readPiece(piece: PhonePiece, areaCode: string | null): Phone | PhoneFault {
  if (!('digits' in piece)) return piece.kind;
  const { digits } = piece;
  if (!/[1-9]/.test(digits)) return 'missing';
  const isNational = piece.kind === 'national';
  if (isPlaceholder(digits)) return 'placeholder';
  if (!isNational && !digits.startsWith('55')) return checked(`+${digits}`, []);

  const national = isNational ? nationalDigits(digits) : withoutTrunkAndCarrier(digits.slice(2));
  if (national === null) return 'unreadable';
  if (national.length >= 10) return checkedBrazilian(national, []);
  return areaCode === null ? 'area_code_unknown' : checkedBrazilian(areaCode + national, ['area_code']);
}

/**
 * Returns Brazilian digits without country code, trunk zero and carrier: 8 or 9 digits without an area code, 10 or 11
 * with one. Ten or eleven digits that begin with 55 have an area code of Rio Grande do Sul; from twelve digits on, 55
 * is the country code.
 */
function nationalDigits(digits: string): string | null {
  const bare = digits.replace(TRUNK_AND_CARRIER, '').replace(/^55(?=\d{10,11}$)/, '');
  return NATIONAL.test(bare) ? bare : null;
}

function withoutTrunkAndCarrier(digits: string): string | null {
  const bare = digits.replace(TRUNK_AND_CARRIER, '');
  return NATIONAL.test(bare) ? bare : null;
}

const TRUNK_AND_CARRIER = /^0(?:[1-9]\d(?=\d{10,11}$))?/;
const NATIONAL = /^[1-9]\d{7,10}$/;

/** Tells whether digits are a placeholder: one digit throughout, or ascending from 0 or 1 (`11111111111`, `123456789`). */
function isPlaceholder(digits: string): boolean {
  return /^(\d)\1{8,}$/.test(digits) || /^0?1234567/.test(digits);
}

/**
 * Tells whether a Brazilian number is a placeholder. Landlines such as 3333-3333 exist; a mobile of one repeated digit
 * after the ninth digit does not. 90000-0000 is accepted: mobiles that begin with 90 are not assigned, and test data
 * counts upwards from that number.
 */
function isPlaceholderInBrazil(subscriber: string): boolean {
  return /^(?:9([1-9])\1{7}|([016-9])\2{7})$/.test(subscriber) || isPlaceholder(subscriber);
}

function checkedBrazilian(national: string, assumed: Phone['assumed']): Phone | PhoneFault {
  const isTollFree = national[1] === '0';
  if (!isTollFree && isPlaceholderInBrazil(national.slice(2))) return 'placeholder';
  const isOldMobile = /^\d{2}[689]\d{7}$/.test(national);
  if (!isOldMobile) return checked(`+55${national}`, assumed);
  return checked(`+55${national.slice(0, 2)}9${national.slice(2)}`, [...assumed, 'ninth_digit']);
}

function checked(e164: string, assumed: Phone['assumed']): Phone | PhoneFault {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined || !number.isValid()) return 'invalid';
  if (number.countryCallingCode !== '55' && isPlaceholder(number.nationalNumber)) return 'placeholder';
  return { e164: number.number, kind: MOBILES.has(number.getType()) ? 'mobile' : 'landline', assumed };
}

/** The number types that may be mobiles. In North America a number does not show whether it is a mobile. */
const MOBILES: ReadonlySet<NumberType> = new Set<NumberType>(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

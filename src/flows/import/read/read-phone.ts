/** A phone cell as people and spreadsheets write it becomes one number of the world, or the reason why not. */
// biome-ignore lint/style/noRestrictedImports: numbering plans of the world are a library's to keep; only imports meet them.
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { type PhonePiece, phonePieces } from './phone-pieces.ts';
import { saysNothing } from './read-cell.ts';

/** `e164`: `+5511900001234`. `landline`: kept, but WhatsApp is not there; also for toll-free numbers and the like. */
export interface Phone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline';
  /** What had to be read into it: an area code; the ninth digit that Brazil's mobiles got in 2012–2016. */
  readonly assumed: readonly ('area_code' | 'ninth_digit')[];
  /** Other mobiles of the same cell, which were not taken. */
  readonly others?: readonly string[];
}

export type PhoneFault = 'missing' | 'unreadable' | 'invalid' | 'placeholder' | 'mangled' | 'area_code_unknown';

/**
 * The number of a cell; of several in one cell the first mobile, else the first that can be used.
 * `areaCode`: two digits, for numbers written without one; null where nobody knows it.
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

/** The area code that a number is written with; null where it has none, or is not Brazilian. */
export function writtenAreaCode(text: string): string | null {
  const phone = readPhone(text, null);
  return typeof phone === 'object' ? (/^\+55(\d{2})/.exec(phone.e164)?.[1] ?? null) : null;
}

/**
 * Beside a foreign number in the same cell, digits without an area code, or with that country's code in front, belong
 * to that country rather than to Brazil.
 */
function isContradicted(piece: PhonePiece, foreign: string): boolean {
  return piece.kind === 'national' && (piece.digits.length < 10 || foreign.startsWith(piece.digits.slice(0, 2)));
}

function readPiece(piece: PhonePiece, areaCode: string | null): Phone | PhoneFault {
  if (!('digits' in piece)) return piece.kind;
  const { digits } = piece;
  if (!/[1-9]/.test(digits)) return 'missing';
  const isNational = piece.kind === 'national';
  if (isFilling(digits)) return 'placeholder';
  if (!isNational && !digits.startsWith('55')) return judged(`+${digits}`, []);

  const national = isNational ? nationalDigits(digits) : withoutTrunkAndCarrier(digits.slice(2));
  if (national === null) return 'unreadable';
  if (national.length >= 10) return judgedBrazilian(national, []);
  return areaCode === null ? 'area_code_unknown' : judgedBrazilian(areaCode + national, ['area_code']);
}

/**
 * Brazil's digits without country code, trunk zero and carrier: 8 or 9 without area code, 10 or 11 with it. Ten or
 * eleven that begin with 55 are of an area in Rio Grande do Sul; from twelve on 55 is the country.
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

/** One digit throughout, or counted upwards from 0 or 1: `11111111111`, `123456789`. */
function isFilling(digits: string): boolean {
  return /^(\d)\1{8,}$/.test(digits) || /^0?1234567/.test(digits);
}

/**
 * Landlines such as 3333-3333 exist; a mobile of one repeated digit, the ninth digit aside, is filling. 90000-0000 is let
 * through: mobiles that begin with 90 are not assigned, and tests everywhere count upwards from it.
 */
function isFillingInBrazil(subscriber: string): boolean {
  return /^(?:9([1-9])\1{7}|([016-9])\2{7})$/.test(subscriber) || isFilling(subscriber);
}

function judgedBrazilian(national: string, assumed: Phone['assumed']): Phone | PhoneFault {
  const isTollFree = national[1] === '0';
  if (!isTollFree && isFillingInBrazil(national.slice(2))) return 'placeholder';
  const isOldMobile = /^\d{2}[689]\d{7}$/.test(national);
  if (!isOldMobile) return judged(`+55${national}`, assumed);
  return judged(`+55${national.slice(0, 2)}9${national.slice(2)}`, [...assumed, 'ninth_digit']);
}

function judged(e164: string, assumed: Phone['assumed']): Phone | PhoneFault {
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined || !number.isValid()) return 'invalid';
  if (number.countryCallingCode !== '55' && isFilling(number.nationalNumber)) return 'placeholder';
  return { e164: number.number, kind: MOBILES.has(number.getType()) ? 'mobile' : 'landline', assumed };
}

/** In North America a number does not tell whether it is a mobile. */
const MOBILES: ReadonlySet<NumberType> = new Set<NumberType>(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

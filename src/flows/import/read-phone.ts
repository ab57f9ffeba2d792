/** A phone number as people write it, in whatever spelling, becomes one number in the world, or the reason why not. */
// biome-ignore lint/style/noRestrictedImports: numbering plans of the world are a library's to keep; only imports meet them.
import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { saysNothing } from './read-cell.ts';

/** `e164`: `+5511900000000`. `landline`: kept, but WhatsApp is not there; also for toll-free numbers and the like. */
export interface Phone {
  readonly e164: string;
  readonly kind: 'mobile' | 'landline';
  /** What had to be read into it: the store's area code; the ninth digit that Brazil's mobiles got in 2012–2016. */
  readonly assumed: readonly ('area_code' | 'ninth_digit')[];
}

export type PhoneFault = 'missing' | 'unreadable' | 'invalid' | 'placeholder' | 'area_code_unknown';

/**
 * The number of a cell; of several in one cell the first mobile, else the first that can be used.
 * `areaCode`: two digits, for numbers written without one; null where nobody knows it.
 */
export function readPhone(text: string, areaCode: string | null): Phone | PhoneFault {
  if (saysNothing(text) || !/[1-9]/.test(text)) return 'missing';
  const readings = text.split(/\s*[/|;\n]\s*|\s+ou\s+/i).map((part) => readOne(part, areaCode));
  const numbers = readings.filter((reading) => typeof reading === 'object');
  const best = numbers.find(({ kind }) => kind === 'mobile') ?? numbers[0];
  return best ?? readings.find((reading) => reading !== 'missing') ?? 'missing';
}

/** The area code that a number is written with; null where it has none, or is not Brazilian. */
export function writtenAreaCode(text: string): string | null {
  const phone = readPhone(text, null);
  return typeof phone === 'object' ? (/^\+55(\d{2})/.exec(phone.e164)?.[1] ?? null) : null;
}

function readOne(part: string, areaCode: string | null): Phone | PhoneFault {
  const text = part
    .trim()
    .replace(/(?:ramal|ext\.?|\br\.)\s*\d+$/i, '')
    .replace(/\.0+$/, '');
  const digits = text.replace(/\D/g, '');
  if (!/[1-9]/.test(digits)) return 'missing';
  if (/\d[.,]\d+E\+?\d+$/i.test(text)) return 'unreadable';
  const inTheWorld = /^[\s('"]*\+/.test(text) ? digits : (/^00([1-9]\d{7,14})$/.exec(digits)?.[1] ?? null);
  if (inTheWorld !== null && !inTheWorld.startsWith('55')) return judged(`+${inTheWorld}`, inTheWorld, []);

  const national = nationalDigits(inTheWorld === null ? digits : inTheWorld.slice(2), inTheWorld === null);
  if (national === null) return 'unreadable';
  if (national.length >= 10) return judgedBrazilian(national, []);
  return areaCode === null ? 'area_code_unknown' : judgedBrazilian(areaCode + national, ['area_code']);
}

/**
 * Brazil's digits without country code, trunk zero and carrier: 8 or 9 without area code, 10 or 11 with it. Ten or
 * eleven that begin with 55 are of an area in Rio Grande do Sul; from twelve on 55 is the country.
 */
function nationalDigits(digits: string, mayHaveCountry: boolean): string | null {
  const bare = digits.replace(/^0(?:[1-9]\d(?=\d{10,11}$))?/, '');
  const rest = mayHaveCountry ? bare.replace(/^55(?=\d{10,11}$)/, '') : bare;
  return /^[1-9]\d{7,10}$/.test(rest) ? rest : null;
}

function judgedBrazilian(national: string, assumed: Phone['assumed']): Phone | PhoneFault {
  if (/^(?:\d{2})([016-9])\1{7,8}$/.test(national)) return 'placeholder';
  const isOldMobile = /^\d{2}[689]\d{7}$/.test(national);
  if (!isOldMobile) return judged(`+55${national}`, national, assumed);
  return judged(`+55${national.slice(0, 2)}9${national.slice(2)}`, national, [...assumed, 'ninth_digit']);
}

function judged(e164: string, digits: string, assumed: Phone['assumed']): Phone | PhoneFault {
  if (/^(\d)\1+$/.test(digits)) return 'placeholder';
  const number = parsePhoneNumberFromString(e164);
  if (number === undefined || !number.isValid()) return 'invalid';
  return { e164: number.number, kind: MOBILES.has(number.getType()) ? 'mobile' : 'landline', assumed };
}

/** In North America a number does not tell whether it is a mobile. */
const MOBILES: ReadonlySet<NumberType> = new Set<NumberType>(['MOBILE', 'FIXED_LINE_OR_MOBILE']);

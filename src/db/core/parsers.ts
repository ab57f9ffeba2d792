/** Parses database values: instants become epoch milliseconds, dates stay text, counts become numbers. */
import pg from 'pg';

type Parse = (text: string) => unknown;

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;
const ARRAY_OID = { int8: 1016, date: 1182, timestamptz: 1185, numeric: 1231 } as const;
const TEXT_ARRAY_OID = 1009;

/**
 * The parsers of every connection. They add to the driver's own parsers: `int8` and `numeric` → number, which throws if
 * a number cannot express the value exactly; `timestamptz` → epoch milliseconds (`±Infinity` for `infinity`); `date` →
 * `YYYY-MM-DD`; and arrays of these types.
 */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    ownParsers.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

const parseInt8: Parse = (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database value ${text} is too large for an exact number`);
  return value;
};

const parseNumeric: Parse = (text) => {
  const value = Number(text);
  const digits = text.replace(/^-?0*\.?0*|\./g, '').replace(/0+$/, '');
  if (!Number.isFinite(value) || digits.length > 15)
    throw new RangeError(`The database value ${text} has no exact number`);
  return value;
};

const parseDate: Parse = (text) => text;

/** Parses `2026-01-01 00:00:00.123+00`. The offset is the one of the session's time zone, which may have minutes. */
const parseTimestamptz: Parse = (text) => {
  if (text.endsWith('+00')) {
    const instant = Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
    if (!Number.isNaN(instant)) return instant;
  }
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  const [, day, clock, sign, hours, minutes = '00'] = /^(\S+) (\S+?)([+-])(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  const instant = day === undefined ? Number.NaN : Date.parse(`${day}T${clock}${sign}${hours}:${minutes}`);
  if (Number.isNaN(instant))
    throw new RangeError(`The database instant ${text} cannot be expressed in epoch milliseconds`);
  return instant;
};

const parserOf = pg.types.getTypeParser as (oid: number) => Parse;
const parseTextArray = parserOf(TEXT_ARRAY_OID) as (text: string) => (string | null)[];
const parseArrayWith =
  (parse: Parse): Parse =>
  (text) =>
    parseTextArray(text).map((element) => (element === null ? null : parse(element)));

const ownParsers = new Map<number, Parse>([
  [OID.int8, parseInt8],
  [OID.numeric, parseNumeric],
  [OID.date, parseDate],
  [OID.timestamptz, parseTimestamptz],
  [ARRAY_OID.int8, parseArrayWith(parseInt8)],
  [ARRAY_OID.numeric, parseArrayWith(parseNumeric)],
  [ARRAY_OID.date, parseArrayWith(parseDate)],
  [ARRAY_OID.timestamptz, parseArrayWith(parseTimestamptz)],
]);

/** What a value of the database is in this program: instants are epoch milliseconds, days are text, counts are numbers. */
import pg from 'pg';

type Parse = (text: string) => unknown;

const OID = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700 } as const;
const ARRAY_OID = { int8: 1016, date: 1182, timestamptz: 1185, numeric: 1231 } as const;
const TEXT_ARRAY_OID = 1009;

/**
 * Given to every connection. Beside the driver's own:
 * `int8` and `numeric` → number, throwing where a number cannot hold the value exactly;
 * `timestamptz` → epoch milliseconds (`±Infinity` for `infinity`); `date` → `YYYY-MM-DD`. Arrays of them likewise.
 */
export const parsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    ours.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

const int8: Parse = (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The database holds ${text}, more than a number can count`);
  return value;
};

const numeric: Parse = (text) => {
  const value = Number(text);
  const digits = text.replace(/^-?0*\.?0*|\./g, '').replace(/0+$/, '');
  if (!Number.isFinite(value) || digits.length > 15)
    throw new RangeError(`The database holds ${text}, no exact number`);
  return value;
};

const date: Parse = (text) => text;

/** `2026-01-01 00:00:00.123+00`; the offset is whatever the session's time zone is, minutes included. */
const timestamptz: Parse = (text) => {
  if (text.endsWith('+00')) {
    const instant = Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`);
    if (!Number.isNaN(instant)) return instant;
  }
  if (text === 'infinity') return Number.POSITIVE_INFINITY;
  if (text === '-infinity') return Number.NEGATIVE_INFINITY;
  const [, day, clock, sign, hours, minutes = '00'] = /^(\S+) (\S+?)([+-])(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  const instant = day === undefined ? Number.NaN : Date.parse(`${day}T${clock}${sign}${hours}:${minutes}`);
  if (Number.isNaN(instant)) throw new RangeError(`The database holds the instant ${text}, which this program cannot`);
  return instant;
};

const parserOf = pg.types.getTypeParser as (oid: number) => Parse;
const parseTextArray = parserOf(TEXT_ARRAY_OID) as (text: string) => (string | null)[];
const each =
  (parse: Parse): Parse =>
  (text) =>
    parseTextArray(text).map((element) => (element === null ? null : parse(element)));

const ours = new Map<number, Parse>([
  [OID.int8, int8],
  [OID.numeric, numeric],
  [OID.date, date],
  [OID.timestamptz, timestamptz],
  [ARRAY_OID.int8, each(int8)],
  [ARRAY_OID.numeric, each(numeric)],
  [ARRAY_OID.date, each(date)],
  [ARRAY_OID.timestamptz, each(timestamptz)],
]);

/** Makes random values that a JSON schema of `openapi.json` accepts, with ids of rows in the test's database. */
import type { Chance } from '#chaos/seeded-random.ts';
import type { Schema } from './operations.ts';

/** Ids of existing rows by the kind of row, as the API names it. */
export type Ids = Readonly<Record<IdKind, readonly string[]>>;
const ID_KINDS = [
  'brand',
  'store',
  'person',
  'customer',
  'suggestion',
  'attempt',
  'ticket',
  'lead',
  'session',
  'import',
  'move',
  'absence',
  'silence',
  'campaign',
] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** Returns the kind of row that a field (`customerId`) or a path parameter (`customers/id`) names, or null. */
export function idKindOf(name: string): IdKind | null {
  const kind = ID_KINDS.find((each) => name === `${each}Id` || name === `${each}s/id`);
  if (kind) return kind;
  if (['sellerId', 'managerId', 'people/id', 'personIds', 'to', 'pass'].includes(name)) return 'person';
  if (name === 'into') return 'customer';
  return ['holds/id', 'attemptIds'].includes(name) ? 'attempt' : null;
}

/** Returns an id, in 88 % of the cases of the kind that `name` says, else of a random kind. */
function sampleId(name: string, chance: Chance, ids: Ids): string {
  const kind = idKindOf(name);
  const of = kind !== null && chance.happens(88) ? ids[kind] : ids[chance.pick(ID_KINDS)];
  return of.length > 0 ? chance.pick(of) : chance.uuid();
}

/** Makes a random value for `schema`; `name` is the field's name, `ids` are ids of existing rows. */
export function sampleOf(schema: Schema, name: string, chance: Chance, ids: Ids): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  if (schema.anyOf) return sampleOf(chance.pick(schema.anyOf), name, chance, ids);
  switch (schema.type) {
    case 'object':
      return sampleObject(schema, chance, ids);
    case 'array':
      return Array.from({ length: chance.below(4) }, () => sampleOf(schema.items ?? {}, name, chance, ids));
    case 'boolean':
      return chance.happens(50);
    case 'integer':
    case 'number':
      return (
        (schema.minimum ?? 0) + chance.below(Math.min(1_000, (schema.maximum ?? 1_000) - (schema.minimum ?? 0) + 1))
      );
    case 'null':
      return null;
    case 'string':
      return sampleText(schema, name, chance, ids);
    default:
      return samplePolicy(chance);
  }
}

function sampleObject({ properties = {}, required = [] }: Schema, chance: Chance, ids: Ids): object {
  const names = Object.keys(properties).filter((name) => required.includes(name) || chance.happens(60));
  return Object.fromEntries(names.map((name) => [name, sampleOf(properties[name] as Schema, name, chance, ids)]));
}

function sampleText(schema: Schema, name: string, chance: Chance, ids: Ids): string {
  const { format, pattern = '', minLength = 0, maxLength = 60 } = schema;
  if (format === 'uuid') return sampleId(name, chance, ids);
  if (format === 'date-time') return sampleInstant(chance);
  if (format === 'date') return sampleInstant(chance).slice(0, 10);
  if (format === 'email') return chance.pick(['paulista@aurora.example', 'nobody@aurora.example', 'a@b.example']);
  if (format === 'uri') return chance.pick(['https://push.example/1', 'http://127.0.0.1:1/', 'ftp://x.example']);
  if (pattern.includes('[0-9]{4,8}')) return chance.pick(['1111', '2222', '9999', '4711', '87654321']);
  if (pattern.includes(':[0-5]')) return chance.pick(['08:00', '20:00', '00:00', '23:59']);
  if (pattern.includes('A-Za-z0-9_-')) return 'B'.repeat(minLength);
  if (name === 'cursor') return sampleCursor(chance, ids);
  if (name === 'password') return 'aurora-demo';
  if (name === 'article') return 'horario-de-silencio';
  const text = chance.pick(['maria', 'Oi, Ana!', 'São João', '11 9', 'linha 1\r\nlinha 2', '😀 e\u0301', 'a_b%c\\d']);
  return text.padEnd(minLength, 'x').slice(0, maxLength);
}

/** Returns an instant of the demo's present year, or of a year in the past or the future. */
function sampleInstant(chance: Chance): string {
  const years = ['2026', '2026', '2026', '2018', '1970', '2199'];
  return `${chance.pick(years)}-${chance.pick(['01', '02', '10', '11'])}-${chance.pick(['15', '20', '28'])}T${chance.pick(
    ['00:00:00Z', '12:30:00.123456789Z', '21:00:00-03:00'],
  )}`;
}

/** Returns a cursor in the form that a list of the API uses. */
function sampleCursor(chance: Chance, ids: Ids): string {
  const first = chance.pick<unknown>(['maria', 3, Date.UTC(2026, 10, 20), 0]);
  const second = chance.happens(80) ? sampleId('', chance, ids) : chance.below(50);
  return Buffer.from(JSON.stringify([first, second])).toString('base64url');
}

/** Makes a random policy document as `rules/policy/policy.ts` reads it, because the API's description does not describe policies. */
function samplePolicy(chance: Chance): object {
  const time = () => chance.pick(['00:00', '08:00', '12:00', '20:00', '23:59']);
  const window = () => ({ days: chance.pick([['mon', 'tue'], ['sun'], ['sat']]), start: time(), end: time() });
  return {
    windows: Array.from({ length: 1 + chance.below(3) }, window),
    ...(chance.happens(40) && { exceptions: [{ date: sampleInstant(chance).slice(0, 10), windows: [] }] }),
    ...(chance.happens(40) && { clocks: chance.pick(['store', 'store-and-customer', 'brand']) }),
    ...(chance.happens(30) && { pace: { seller: { max: 1 + chance.below(20), perMinutes: 10, action: 'warn' } } }),
  };
}

/** Makes random requests for the operations of `openapi.json` from a seed, well-formed and damaged ones. */
import type { Chance } from '#chaos/seeded-random.ts';
import { damageText, hostileText, mutate } from './mutations.ts';
import type { Operation } from './operations.ts';
import { type Ids, sampleOf } from './samples.ts';

export interface FuzzRequest {
  readonly operation: string;
  readonly method: string;
  /** The raw path, which is sent without any change. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
}

const UNKNOWN_ID = '019aa000-0000-7000-8000-000000000000';

/** Makes a random request for `operation`; 65 % of the requests are damaged, the others follow the description. */
export function requestFor(operation: Operation, chance: Chance, ids: Ids): FuzzRequest {
  const damaged = chance.happens(65);
  const where = damaged
    ? chance.pickWeighted({ body: operation.body ? 6 : 0, query: 3, path: 2, headers: 1 })
    : 'nowhere';
  const body = bodyFor(operation, chance, ids, where === 'body');
  return {
    operation: operation.name,
    method: operation.method,
    path: pathFor(operation, chance, ids, where === 'path') + queryFor(operation, chance, ids, where === 'query'),
    headers: { ...headersFor(chance, where === 'headers'), ...body.headers },
    body: body.text,
  };
}

function pathFor({ path, parameters }: Operation, chance: Chance, ids: Ids, damaged: boolean): string {
  const filled = path.replaceAll(/(\w+)\/\{(\w+)\}/g, (_, before: string, name: string) => {
    if (damaged && chance.happens(70))
      return `${before}/${chance.pick([UNKNOWN_ID, encode(hostileText(name, chance)).slice(0, 400)])}`;
    const schema = parameters.find((each) => each.in === 'path' && each.name === name)?.schema ?? {};
    return `${before}/${encode(String(sampleOf(schema, pathName(before, name), chance, ids)))}`;
  });
  if (!damaged || chance.happens(70)) return filled;
  return chance.pick([
    `/${filled}`,
    `${filled}/`,
    `${filled}/%00`,
    `${filled}/..`,
    `${filled}%ff`,
    `${filled}\\`,
    `${filled}/%`,
  ]);
}

/** Returns the name by which `idKindOf` knows a path parameter: an `id` is named with the path segment before it. */
export function pathName(before: string, name: string): string {
  return name === 'id' ? `${before}/id` : name;
}

function queryFor({ parameters }: Operation, chance: Chance, ids: Ids, damaged: boolean): string {
  const pairs: string[] = [];
  for (const { name, schema, ...each } of parameters) {
    if (each.in !== 'query' || chance.happens(55)) continue;
    const text =
      damaged && chance.happens(70) ? hostileText(name, chance) : String(sampleOf(schema, name, chance, ids));
    pairs.push(`${name}=${encode(text)}`);
    if (damaged && chance.happens(15)) pairs.push(`${name}=${encode(hostileText(name, chance))}`);
  }
  if (damaged && chance.happens(20))
    pairs.push(chance.pick(['extra=1', '__proto__=1', 'query=%ff', 'a[b]=c', '=', '%', '%00=1']));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Percent-encodes a text. A lone surrogate has no encoding and becomes the bytes that a broken client would send. */
function encode(text: string): string {
  return text
    .split(/([\ud800-\udfff])(?![\udc00-\udfff])/u)
    .map((part) => (part.isWellFormed() ? encodeURIComponent(part) : '%ED%A0%80'))
    .join('');
}

function headersFor(chance: Chance, damaged: boolean): Record<string, string> {
  const headers: Record<string, string> = { 'idempotency-key': chance.uuid() };
  if (!damaged) return headers;
  const name = chance.pick([
    'idempotency-key',
    'last-event-id',
    'accept-language',
    'cookie',
    'if-none-match',
    'accept',
  ]);
  headers[name] = chance.pick([
    '',
    'x',
    '%00',
    'oto_session=%00',
    '-1',
    '9'.repeat(40),
    '\u00ff\u00fe',
    '*',
    'a,'.repeat(500),
  ]);
  return headers;
}

function bodyFor(operation: Operation, chance: Chance, ids: Ids, damaged: boolean) {
  if (!operation.body) return { text: null, headers: {} };
  const sample = sampleOf(operation.body, 'body', chance, ids);
  const json = { 'content-type': 'application/json' };
  if (!damaged) return { text: JSON.stringify(sample), headers: json };
  switch (chance.pickWeighted({ value: 16, text: 3, type: 1, empty: 1 })) {
    case 'value':
      return { text: JSON.stringify(mutate(sample, chance)) ?? '', headers: json };
    case 'text':
      return { text: damageText(JSON.stringify(sample), chance), headers: json };
    case 'type':
      return {
        text: JSON.stringify(sample),
        headers: {
          'content-type': chance.pick([
            'text/plain',
            'application/xml',
            'multipart/form-data',
            'application/json; charset=utf-16',
            '',
          ]),
        },
      };
    default:
      return { text: '', headers: json };
  }
}

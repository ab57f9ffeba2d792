/** Finds every parameter and field of `openapi.json` that names a row by its id (a slot), and makes requests with an id in a slot. */
import { randomUUID } from 'node:crypto';
import { chanceOf } from '#chaos/seeded-random.ts';
import type { Operation, Schema } from './operations.ts';
import { type FuzzRequest, pathName } from './requests.ts';
import { type IdKind, type Ids, idKindOf, sampleOf } from './samples.ts';

export interface Slot {
  readonly in: 'path' | 'query' | 'body';
  readonly name: string;
  readonly kind: IdKind;
}

/** Path parameters that name no row of a brand. */
const NO_IDS: ReadonlySet<string> = new Set(['article']);

/** Returns every slot of an operation in order. Throws for a slot whose kind of row `idKindOf` does not know. */
export function slotsOf({ name, path, parameters, body }: Operation): readonly Slot[] {
  const before = (id: string) => new RegExp(`(\\w+)/\\{${id}\\}`).exec(path)?.[1] ?? '';
  const inAddress = parameters.flatMap((each): Slot[] => {
    if (each.in === 'header' || (each.in === 'query' && !takesId(each.schema))) return [];
    if (each.in === 'path' && NO_IDS.has(each.name)) return [];
    const kind = idKindOf(each.in === 'path' ? pathName(before(each.name), each.name) : each.name);
    return [{ in: each.in, name: each.name, kind: classified(kind, `${name} ${each.in} ${each.name}`) }];
  });
  const inBody = objectsOf(body).flatMap(({ properties = {} }) =>
    Object.entries(properties).flatMap(([field, schema]): Slot[] => {
      if (!takesId(schema)) return [];
      return [{ in: 'body', name: field, kind: classified(idKindOf(field), `${name} body ${field}`) }];
    }),
  );
  return [...inAddress, ...inBody];
}

function classified(kind: IdKind | null, place: string): IdKind {
  if (kind === null) throw new Error(`${place} takes an id of an unknown kind: add it to idKindOf or NO_IDS`);
  return kind;
}

function takesId(schema: Schema): boolean {
  if (schema.anyOf) return schema.anyOf.some(takesId);
  return schema.format === 'uuid' || (schema.items !== undefined && takesId(schema.items));
}

function objectsOf(schema: Schema | null): readonly Schema[] {
  if (schema === null) return [];
  return schema.anyOf ? schema.anyOf.flatMap(objectsOf) : schema.properties ? [schema] : [];
}

/**
 * Makes a request with the smallest body that the description accepts, plus `fields`, with the caller's `own` ids wherever
 * an id is required, and with `id` in `slot`.
 */
export function requestWith(
  operation: Operation,
  slot: Slot | null,
  id: string,
  own: Readonly<Record<IdKind, string>>,
  fields: object,
): FuzzRequest {
  const isSlot = (place: Slot['in'], name: string) => slot?.in === place && slot.name === name;
  const path = operation.path.replaceAll(/(\w+)\/\{(\w+)\}/g, (_, before: string, name: string) => {
    const kind = idKindOf(pathName(before, name));
    return `${before}/${isSlot('path', name) ? id : kind === null ? 'horario-de-silencio' : own[kind]}`;
  });
  const body = operation.body && {
    ...(minimal(operation.body, own) as object),
    ...fields,
    ...(slot?.in === 'body' && { [slot.name]: asWritten(slot.name, id) }),
  };
  return {
    operation: operation.name,
    method: operation.method,
    path: slot?.in === 'query' ? `${path}?${slot.name}=${id}` : path,
    headers: { 'idempotency-key': randomUUID(), ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  };
}

function minimal(schema: Schema, own: Readonly<Record<IdKind, string>>): unknown {
  if (schema.anyOf) return minimal(schema.anyOf[0] as Schema, own);
  if (schema.type !== 'object') return sampleOf(schema, '', chanceOf(1), idsOf(own));
  const { properties = {}, required = [] } = schema;
  return Object.fromEntries(
    required.map((name) => {
      const kind = idKindOf(name);
      const field = properties[name] as Schema;
      return [name, kind !== null && takesId(field) ? asWritten(name, own[kind]) : minimal(field, own)];
    }),
  );
}

/** A field whose name ends in `Ids` takes a list. */
function asWritten(name: string, id: string): string | readonly string[] {
  return name.endsWith('Ids') ? [id] : id;
}

function idsOf(own: Readonly<Record<IdKind, string>>): Ids {
  return Object.fromEntries(Object.entries(own).map(([kind, id]) => [kind, [id]])) as unknown as Ids;
}

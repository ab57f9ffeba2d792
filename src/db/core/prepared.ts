/**
 * Builds prepared statements: each is compiled and checked against the schema once, and each connection parses it once.
 */
import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { DB } from '#db/schema.ts';
import { columnNames, rowReader } from './column-names.ts';
import type { Queries, Writes } from './db.ts';
import { Placeholder, type Prepared } from './statement.ts';

interface Compilable<R> {
  compile(): CompiledQuery<R>;
}

/**
 * Prepares a reading statement. `name` is unique in the program. In `build`, `p.x` stands for the argument `x` and may
 * be used like a value:
 *
 *     const findCustomerById = preparedRead<{ brandId: string; id: string }>()('find_customer_by_id', (q, p) =>
 *       q.selectFrom('customers').selectAll().where('brandId', '=', p.brandId).where('id', '=', p.id));
 *     const [customer] = await db.run(findCustomerById, { brandId, id });
 *
 * Tables and columns have camelCase names; the text in `sql` templates is SQL. A list is one argument:
 * `sql<boolean>\`id = any(${p.ids})\``. Instants go through `instant(p.at)`, documents through `json(p.body)`.
 */
export function preparedRead<P>() {
  return <R>(name: string, build: (q: Queries, p: P) => Compilable<R>): Prepared<P, R, 'read'> =>
    prepare('read', name, build);
}

/** Prepares a writing statement in the way of `preparedRead`, for `tx.run` and `tx.send`. */
export function preparedWrite<P>() {
  return <R>(name: string, build: (q: Writes, p: P) => Compilable<R>): Prepared<P, R, 'write'> =>
    prepare('write', name, build);
}

const builder = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [columnNames],
});

function prepare<P, R, K extends 'read' | 'write'>(
  kind: K,
  name: string,
  build: (q: Writes, p: P) => Compilable<R>,
): Prepared<P, R, K> {
  const placeholders = new Proxy({}, { get: (_, key) => new Placeholder(String(key)) }) as P;
  const { sql, parameters } = build(builder, placeholders).compile();
  const valuesOf = (args: P): unknown[] =>
    parameters.map((parameter) =>
      parameter instanceof Placeholder ? parameter.encode(args[parameter.name as keyof P] as never) : parameter,
    );
  return { kind, name, text: sql, valuesOf, rowsOf: rowReader<R>() };
}

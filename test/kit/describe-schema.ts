/** Makes the text of `src/db/schema.ts`, the TypeScript types of the migrated database, with kysely-codegen. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { columnName } from '#db/core/column-names.ts';
import { readOldTableNames } from './old-table-names.ts';
import { cloneDatabase, databaseName, dropDatabase, openTestPostgres } from './postgres.ts';

const root = dirname(dirname(import.meta.dirname));

/** The TypeScript types of column types, as `src/db/core/parsers.ts` and `src/db/core/sql-values.ts` read and write them. */
const mapping = {
  timestamptz: 'InstantColumn',
  int8: 'number',
  numeric: 'number',
  date: 'string',
  jsonb: 'JsonColumn',
};
const heading = `/** What the migrated database looks like to TypeScript: written by scripts/generate-schema.ts, never by hand. */
import type { InstantColumn, JsonColumn } from '#db/core/sql-values.ts';
`;

/** Returns the text that `src/db/schema.ts` should have. */
export async function describeSchema(): Promise<string> {
  const postgres = await openTestPostgres();
  const name = databaseName('schema');
  const folder = mkdtempSync(join(tmpdir(), 'oto-schema-'));
  try {
    await cloneDatabase(postgres, name);
    const url = postgres.urlOf(name);
    const { listed, views } = await readCatalogue(url);
    return withUnions(generate(url, join(folder, 'schema.ts'), views), listed);
  } finally {
    rmSync(folder, { recursive: true });
    await dropDatabase(postgres, name);
    await postgres.close();
  }
}

/** Runs kysely-codegen. `views`: the old names of tables, which only servers of the previous version use. */
function generate(url: string, file: string, views: readonly string[]): string {
  const asked = {
    '--url': url,
    '--dialect': 'postgres',
    '--out-file': file,
    '--default-schema': 'public',
    '--include-pattern': 'public.*',
    '--type-mapping': JSON.stringify(mapping),
    '--camel-case': 'true',
    '--exclude-pattern': `public.(${views.join('|')})`,
    '--log-level': 'error',
  };
  const codegen = join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js');
  const args = Object.entries(asked).flat();
  const { status, stderr, stdout } = spawnSync(process.execPath, [codegen, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`kysely-codegen failed: ${stderr}${stdout}`);
  return readFileSync(file, 'utf8')
    .replace(/^\/\*\*.*?\*\/\n\n/s, heading)
    .replace(/^ {2}calendar: /gm, `  ${columnName('calendar')}: `);
}

interface ListedColumn {
  readonly table: string;
  readonly column: string;
  readonly values: readonly string[];
}

interface Catalogue {
  readonly listed: readonly ListedColumn[];
  readonly views: readonly string[];
}

async function readCatalogue(url: string): Promise<Catalogue> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return { listed: await listedValues(client), views: [...(await readOldTableNames(client)).values()] };
  } finally {
    await client.end();
  }
}

/** Returns the text columns whose values a check lists, such as `check (state in ('held', 'ready'))`. */
async function listedValues(client: pg.Client): Promise<ListedColumn[]> {
  const { rows } = await client.query<{ table: string; column: string; definition: string }>(`
      select t.relname as table, a.attname as column, pg_get_constraintdef(c.oid) as definition
      from pg_constraint c
      join pg_class t on t.oid = c.conrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
      where c.contype = 'c' and cardinality(c.conkey) = 1 and t.relnamespace = 'public'::regnamespace
      order by 1, 2`);
  return rows.flatMap(({ table, column, definition }) => {
    const list = LIST.exec(definition)?.[1];
    return list === undefined
      ? []
      : [{ table, column, values: [...list.matchAll(/'([^']*)'/g)].map(([, v]) => v ?? '') }];
  });
}

/** The form in which Postgres prints such a check. */
const LIST = /^CHECK \(\(\w+ = ANY \(ARRAY\[((?:'[^']*'::text(?:, )?)+)\]\)\)\)$/;

function withUnions(schema: string, listed: readonly ListedColumn[]): string {
  return listed.reduce((text, { table, column, values }) => {
    const union = values.map((value) => `'${value}'`).join(' | ');
    const before = `export interface ${interfaceOf(table)} \\{(?:(?!\\n\\}).)*?\\n  ${columnName(column)}: (?:Generated<)?`;
    const place = new RegExp(`(${before})string\\b`, 's');
    if (!place.test(text))
      throw new Error(`the types that kysely-codegen wrote have no text column ${table}.${column}`);
    return text.replace(place, `$1${union}`);
  }, schema);
}

function interfaceOf(table: string): string {
  return table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
}

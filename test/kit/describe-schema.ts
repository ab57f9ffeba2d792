/** What the migrated database looks like to TypeScript, by kysely-codegen. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cloneDatabase, databaseName, dropDatabase, openTestPostgres } from './postgres.ts';

const root = dirname(dirname(import.meta.dirname));

/** How columns are read and written, as `src/db/core/parsers.ts` and `src/db/core/values.ts` have it. */
const mapping = {
  timestamptz: 'InstantColumn',
  int8: 'number',
  numeric: 'number',
  date: 'string',
  jsonb: 'JsonColumn',
};
const heading = `/** What the migrated database looks like to TypeScript: written by scripts/generate-schema.ts, never by hand. */
import type { InstantColumn, JsonColumn } from '#db/core/values.ts';
`;

/** The text of `src/db/schema.ts` as it should be. */
export async function describeSchema(): Promise<string> {
  const postgres = await openTestPostgres();
  const name = databaseName('schema');
  const folder = mkdtempSync(join(tmpdir(), 'oto-schema-'));
  try {
    await cloneDatabase(postgres, name);
    return generate(postgres.urlOf(name), join(folder, 'schema.ts'));
  } finally {
    rmSync(folder, { recursive: true });
    await dropDatabase(postgres, name);
    await postgres.close();
  }
}

function generate(url: string, file: string): string {
  const asked = {
    '--url': url,
    '--dialect': 'postgres',
    '--out-file': file,
    '--default-schema': 'public',
    '--include-pattern': 'public.*',
    '--type-mapping': JSON.stringify(mapping),
    '--log-level': 'error',
  };
  const codegen = join(root, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js');
  const args = Object.entries(asked).flat();
  const { status, stderr, stdout } = spawnSync(process.execPath, [codegen, ...args], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`kysely-codegen failed: ${stderr}${stdout}`);
  return readFileSync(file, 'utf8').replace(/^\/\*\*.*?\*\/\n\n/s, heading);
}

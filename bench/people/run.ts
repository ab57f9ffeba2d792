/**
 * Measures the lists of 2,000 people and 200 stores (statements, ms, bytes) and the move of a portfolio of 20,000 customers,
 * each beside the bare minimum that reads or writes the same rows: `[--json]`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openAuthDb } from '#db/core/auth-db.ts';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { ensureRoles, urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { openPostgres } from '#main/core/postgres/postgres.ts';
import { CUSTOMERS, fillTeam, PEOPLE, STORES } from './brand-fixture.ts';
import { type ListFigures, measureLists } from './measure-lists.ts';
import { type MoveFigures, measureMove } from './measure-move.ts';

export interface PeopleBench {
  readonly lists: readonly ListFigures[];
  readonly move: MoveFigures;
}

const SECRET = 'a secret for measuring, known to everybody, good for nothing';

export async function peopleBench(): Promise<PeopleBench> {
  const dataDir = await mkdtemp(join(tmpdir(), 'oto-bench-'));
  const onError = (error: unknown) => {
    throw error;
  };
  const postgres = await openPostgres({ dataDir, durable: false, onLost: onError });
  const logins = { ownerUrl: postgres.urlOf(), secret: SECRET, given: { oto_runtime: null, oto_auth: null } };
  const superuser = new pg.Client({ connectionString: postgres.urlOf('oto', 'postgres') });
  const db = openDatabase({ url: urlOf('oto_runtime', logins), onError });
  const auth = openAuthDb({ url: urlOf('oto_auth', logins), onError });
  try {
    await ensureRoles(logins);
    await migrate(logins.ownerUrl, readMigrations());
    await superuser.connect();
    const team = await fillTeam(superuser);
    return {
      lists: await measureLists({ db, auth, superuser }, team),
      move: await measureMove({ db, superuser }, team),
    };
  } finally {
    await Promise.all([db.close(), auth.close(), superuser.end()]);
    await postgres.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Formats the result as lines for a person. */
export function tableOf({ lists, move }: PeopleBench): string {
  const width = Math.max(...lists.map(({ name }) => name.length));
  return [
    `Lists of ${PEOPLE} people and ${STORES} stores, 50 rows a page; ratio: to one bare statement that reads the same rows`,
    `${''.padEnd(width)} statements     p50     p95    bytes   ratio`,
    ...lists.map(({ name, statements, p50, p95, bytes, ratio }) =>
      [
        name.padEnd(width),
        String(statements).padStart(10),
        p50.toFixed(1).padStart(7),
        p95.toFixed(1).padStart(7),
        String(bytes).padStart(8),
        ratio.toFixed(1).padStart(7),
      ].join(' '),
    ),
    `A portfolio of ${CUSTOMERS} customers is moved in ${(move.ms / 1000).toFixed(1)} s in ${move.steps} steps, the longest ` +
      `${move.longestStepMs.toFixed(0)} ms; ${move.ratio.toFixed(1)} times one bare update of the same customers`,
    `and it is planned, stored and begun in ${move.plannedMs.toFixed(0)} ms; its request writes steps for three seconds more and answers`,
  ].join('\n');
}

if (import.meta.main) {
  const result = await peopleBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result) : tableOf(result)}\n`);
}

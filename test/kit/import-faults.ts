/** Stops imports in the middle of their work: a lock holds back the writing of a row, and a process is killed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import type { TestContext } from 'node:test';
import type pg from 'pg';

/** The key of the lock for which held-back writes wait. */
const LOCK = 4_242;

export interface HeldWrites {
  /** Waits until a write of the import waits for `release`. Fails where the import's work ends before. */
  untilReached(importId: string): Promise<void>;
  /** Lets all writes go on. */
  release(): Promise<void>;
}

/** Holds back each write of `table` that the SQL `condition` describes; `old` and `new` are the row. The test's end releases it too. */
export async function holdWrites(
  t: TestContext,
  owner: pg.Pool,
  table: string,
  condition: string,
): Promise<HeldWrites> {
  await owner.query(`create function hold_back() returns trigger language plpgsql as
    $$ begin if ${condition} then perform pg_advisory_xact_lock(${LOCK}); end if; return new; end $$`);
  await owner.query(
    `create trigger hold_back before insert or update on ${table} for each row execute function hold_back()`,
  );
  const holder = await owner.connect();
  await holder.query('select pg_advisory_lock($1)', [LOCK]);
  let isReleased = false;
  const release = async () => {
    if (isReleased) return;
    isReleased = true;
    await holder.query('select pg_advisory_unlock($1)', [LOCK]);
    holder.release();
    await owner.query('drop function hold_back cascade');
  };
  t.after(release);
  return {
    release,
    async untilReached(importId) {
      for (;;) {
        const { rows } = await owner.query<{ waiting: number; works: boolean | null }>(
          `select (select count(*)::int from pg_locks join pg_database d on d.oid = database
             where not granted and locktype = 'advisory' and objid = $1 and d.datname = current_database()) as waiting,
           (select summary is null or started_at is not null or state = 'applying' from imports where id = $2) as works`,
          [LOCK, importId],
        );
        if ((rows[0]?.waiting ?? 0) > 0) return;
        assert.ok(rows[0]?.works !== false, 'the work on the import ended before it reached the row');
      }
    },
  };
}

/** Kills the processes that read and write imports for the server of process `server`. Fails where there is none. */
export function killImportWorkers(server = process.pid): void {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' });
  const workers = stdout.split('\n').flatMap((line) => {
    const [, pid, parent, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === server && command.includes('import-worker') ? [Number(pid)] : [];
  });
  assert.ok(workers.length > 0, 'no process works on imports');
  for (const pid of workers) process.kill(pid, 'SIGKILL');
}

/** Waits until no server has the brand's import lock, which a killed server loses with its connection. */
export async function untilImportLockIsFree(owner: pg.Pool, brandId: string): Promise<void> {
  for (;;) {
    const { rows } = await owner.query<{ free: boolean }>(
      `with taken as materialized (select pg_try_advisory_lock(hashtextextended('import ' || $1, 0)) as free)
       select free, case when free then pg_advisory_unlock(hashtextextended('import ' || $1, 0)) end from taken`,
      [brandId],
    );
    if (rows[0]?.free) return;
  }
}

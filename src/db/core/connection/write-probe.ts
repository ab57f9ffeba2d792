/**
 * Checks whether the database accepts writes. A read-only server, a full disk or a failing pooler may still answer some
 * reads.
 */
import { sql } from 'kysely';
import type { Database } from '#db/core/db.ts';
import { preparedWrite } from '#db/core/prepared.ts';

const SLOTS = 64;
/** A caller of the readiness check waits no longer. */
const PATIENCE_MS = 3_000;
/** All callers within this time share one write, since anyone may call the readiness check. */
const SHARED_MS = 1_000;

const touchProbeRow = preparedWrite<{ slot: number }>()('touch_probe_row', (q, p) =>
  q
    .insertInto('writeProbes')
    .values({ slot: p.slot, probedAt: sql`clock_timestamp()` })
    .onConflict((row) => row.column('slot').doUpdateSet({ probedAt: sql`clock_timestamp()` })),
);

/**
 * Makes a check that writes and commits a row. The check returns the obstacles to writing as texts, or an empty list.
 */
export function createWriteProbe(database: Database, slot: number): () => Promise<string[]> {
  let shared: Promise<string[]> | null = null;
  const probe = async (): Promise<string[]> => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<string[]>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, ['the database does not confirm a write in time']);
    });
    const written = database
      .outside(async (tx) => tx.send(touchProbeRow, { slot: slot % SLOTS }))
      .then(
        () => [],
        (error) => [`the database takes no writes (${(error as NodeJS.ErrnoException).code ?? 'no connection'})`],
      );
    try {
      return await Promise.race([written, late]);
    } finally {
      clearTimeout(timer);
    }
  };
  return () => {
    if (shared === null) {
      shared = probe();
      setTimeout(() => {
        shared = null;
      }, SHARED_MS).unref();
    }
    return shared;
  };
}

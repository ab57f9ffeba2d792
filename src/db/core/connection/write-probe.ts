/** Whether the database takes writes: a read-only server, a full disk or a pooler that fails answers some reads all the same. */
import { sql } from 'kysely';
import type { Database } from '#db/core/db.ts';
import { preparedWrite } from '#db/core/prepared.ts';

const SLOTS = 64;
/** Whoever asks about readiness waits no longer. */
const PATIENCE_MS = 3_000;
/** One write serves everybody who asks within this time: readiness is asked by anybody. */
const SHARED_MS = 1_000;

const touchProbeRow = preparedWrite<{ slot: number }>()('touch_probe_row', (q, p) =>
  q
    .insertInto('writeProbes')
    .values({ slot: p.slot, probedAt: sql`clock_timestamp()` })
    .onConflict((row) => row.column('slot').doUpdateSet({ probedAt: sql`clock_timestamp()` })),
);

/** Answers a check; the check writes and commits, and answers what keeps writes from succeeding, none where they do. */
export function writeProbe(database: Database, slot: number): () => Promise<string[]> {
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

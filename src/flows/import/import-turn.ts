/** Imports of one brand take turns: each is planned from what the one before it wrote. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#db/core/db.ts';
import { keepImportTurn, tryImportTurn } from '#db/import/imports.ts';

/** Another import of the brand did not end while this one waited. Nothing was written. */
export class ImportBusy extends Error {
  override readonly name = 'ImportBusy';
}

const LONGEST_WAIT_MS = 120_000;
const BETWEEN_TRIES_MS = 250;

/**
 * Does `work` while no other import of the brand runs. Waits for its turn, holding no connection, up to `longestWaitMs`; then
 * throws `ImportBusy`. `onWaiting` is called once, if there is something to wait for. The turn is a lock of a transaction
 * that stays open beside those of `work`, and is lost with its connection: a process that dies gives it up at once.
 */
export async function takeImportTurn<T>(
  db: Database,
  brandId: string,
  { onWaiting, longestWaitMs = LONGEST_WAIT_MS }: { onWaiting: () => void; longestWaitMs?: number | undefined },
  work: (keepTurn: () => void) => Promise<T>,
): Promise<T> {
  let done: { readonly result: T } | undefined;
  for (let waitedMs = 0; waitedMs <= longestWaitMs; waitedMs += BETWEEN_TRIES_MS) {
    try {
      await db.inBrand(brandId, async (tx) => {
        const [turn] = await tx.run(tryImportTurn, { brandId });
        if (turn?.mine === true) done ??= { result: await work(() => tx.send(keepImportTurn, {})) };
      });
    } catch (error) {
      // The work has transactions of its own: where it is done, a turn that was lost after it changes nothing.
      if (done === undefined) throw error;
    }
    if (done !== undefined) return done.result;
    if (waitedMs === 0) onWaiting();
    await pause(BETWEEN_TRIES_MS);
  }
  throw new ImportBusy('another import of the brand is running');
}

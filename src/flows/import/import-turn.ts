/** Runs imports of one brand one after the other, so that each is planned from what the one before it wrote. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#db/core/db.ts';
import { keepImportLock, tryImportLock } from '#db/import/imports.ts';

/** Thrown where another import of the brand did not end within the waiting time. Nothing was written. */
export class ImportBusy extends Error {
  override readonly name = 'ImportBusy';
}

const LONGEST_WAIT_MS = 120_000;
const BETWEEN_TRIES_MS = 250;

export interface TurnSettings {
  /** Called once where another import is running. */
  readonly onWaiting: () => void;
  readonly longestWaitMs?: number | undefined;
  /** The wait asks this after each try in vain. False: `ImportBusy` is thrown without a further try. */
  readonly isWorthWaiting?: () => Promise<boolean>;
}

/**
 * Does `work` while no other import of the brand runs. Waits up to `longestWaitMs` without using a connection, then
 * throws `ImportBusy`. The import lock belongs to a transaction
 * that stays open beside the transactions of `work`; a process that dies loses the lock at once, with its connection.
 */
export async function takeImportTurn<T>(
  db: Database,
  brandId: string,
  { onWaiting, longestWaitMs = LONGEST_WAIT_MS, isWorthWaiting }: TurnSettings,
  work: (keepTurn: () => void) => Promise<T>,
): Promise<T> {
  let done: { readonly result: T } | undefined;
  for (let waitedMs = 0; waitedMs <= longestWaitMs; waitedMs += BETWEEN_TRIES_MS) {
    try {
      await db.inBrand(brandId, async (tx) => {
        const [lock] = await tx.run(tryImportLock, { brandId });
        if (lock?.mine === true) done ??= { result: await work(() => tx.send(keepImportLock, {})) };
      });
    } catch (error) {
      // The work has transactions of its own. Where it has ended, a lock that was lost afterwards changes nothing.
      if (done === undefined) throw error;
    }
    if (done !== undefined) return done.result;
    if (waitedMs === 0) onWaiting();
    if (isWorthWaiting !== undefined && !(await isWorthWaiting())) break;
    await pause(BETWEEN_TRIES_MS);
  }
  throw new ImportBusy('Another import of the brand is running. Try again when it has ended.');
}

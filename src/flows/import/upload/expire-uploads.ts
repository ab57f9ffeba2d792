/** Ends uploads that nobody applied within a day, and deletes what is kept of imports longer than an undo needs it. */
import type { Database } from '#db/core/db.ts';
import { clearReadings } from '#db/import/clear-readings.ts';
import { endOldUploads } from '#db/import/uploads.ts';
import { deleteStagedRows, UNDO_MS } from '#flows/import/write/carry-out-import.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface ExpireUploadsDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
}

export async function expireOldUploads(deps: ExpireUploadsDeps, brandId: string): Promise<void> {
  const at = deps.now();
  await deps.db.inBrand(brandId, async (tx) => {
    tx.send(endOldUploads, { brandId, before: at - KEPT_MS, at });
    tx.send(clearReadings, { brandId, before: at - KEPT_MS });
  });
  await deleteStagedRows({ ...deps, keepTurn: () => undefined }, brandId);
}

/** How long an uploaded file waits to be applied. */
export const KEPT_MS = UNDO_MS;

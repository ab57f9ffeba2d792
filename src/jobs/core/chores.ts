/**
 * Runs the chores: deletes old keys, slots, events and plans of moves, writes each brand's head of the chain to a file, ends
 * parked holds, ends uploads that nobody applied, finishes imports whose server died, counts ended
 * days for reports, and deletes what is older than a brand keeps.
 */

import { deleteOldKeys } from '#db/contact/idempotency.ts';
import type { Database } from '#db/core/db.ts';
import { deleteOldMoveCustomers, deleteOldMoveItems } from '#db/customers/portfolio-moves.ts';
import { deleteOldSlots } from '#db/holds/slots.ts';
import { listBrandIds } from '#db/people/brand-list.ts';
import { deleteOldEvents, readLedger } from '#db/record/ledgers.ts';
import { countUnaccounted } from '#flows/holds/account-for-holds.ts';
import { type ExpireDeps, expireParked } from '#flows/holds/expire-parked.ts';
import { expireOldUploads } from '#flows/import/upload/expire-uploads.ts';
import { deleteOldData } from '#flows/record/delete-old-data.ts';
import { type CountDeps, countEndedDays } from '#flows/reports/count-days.ts';

const HOUR = 3_600_000;
const KEYS_KEPT_MS = 7 * 24 * HOUR;
const EVENTS_KEPT_MS = HOUR;
/** Slots are kept long after their minute, because the demo's clock may be moved back. */
const SLOTS_KEPT_MS = 60 * 24 * HOUR;
/** The customers of a move are kept for a month, so that a manager can be told what a move did. */
const MOVES_KEPT_MS = 30 * 24 * HOUR;

export interface ChoreDeps extends ExpireDeps, CountDeps {
  /** The key of the chain, which seals the mark of deleted receipts. */
  readonly receiptKey: Uint8Array;
  /**
   * Writes the heads of a day (`YYYY-MM-DD`, UTC) to a file outside the database, out of reach of a thief of the
   * database (R3).
   */
  readonly keepHeads: (on: string, heads: Readonly<Record<string, { number: number; link: string }>>) => Promise<void>;
  /** Called with the number of held contacts that are unaccounted for (H3). */
  readonly onAccounted: (missing: number) => void;
  /** Finishes or undoes the brand's imports whose server died. */
  readonly recoverImports: (brandId: string) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Runs the chores now and every 15 minutes. Returns a function that stops them and waits for the current round. */
export function startChores(deps: ChoreDeps): () => Promise<void> {
  let round = Promise.resolve();
  const runRound = () => {
    round = round.then(() => doChores(deps)).catch(deps.onError);
  };
  runRound();
  const timer = setInterval(runRound, HOUR / 4);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

/**
 * Runs the chores brand by brand. A brand that fails is reported to `onError` and does not stop the others. The count
 * of unaccounted holds reads all brands, so it comes last.
 */
export async function doChores(deps: ChoreDeps): Promise<void> {
  const { db, hostNow, keepHeads, onAccounted, recoverImports, onError } = deps;
  const now = hostNow();
  const [all] = await db.readOutside((reads) => reads.run(listBrandIds, {}));
  const heads: Record<string, { number: number; link: string }> = {};
  for (const brandId of all?.ids ?? []) {
    try {
      const head = await headOf(db, brandId);
      if (head) heads[brandId] = head;
      await deleteOldRows(deps, brandId);
      await expireParked(deps, brandId);
      await expireOldUploads(deps, brandId);
      await recoverImports(brandId);
      // Before the deletion, so that days keep figures whose receipts go.
      await countEndedDays(deps, brandId);
      await deleteOldData(deps, brandId);
    } catch (error) {
      onError(error);
    }
  }
  await keepHeads(dayOf(now), heads);
  onAccounted(await countUnaccounted(db));
}

async function headOf(db: Database, brandId: string): Promise<{ number: number; link: string } | null> {
  const [ledger] = await db.read(brandId, (reads) => reads.run(readLedger, { brandId }));
  return ledger ? { number: ledger.receiptNumber, link: ledger.link.toString('hex') } : null;
}

/**
 * Deletes rows that nothing needs any longer. Rows that carry an instant of the app's clock are old only if they are old
 * by both clocks: where the demo's clock stands months before the host's, the slots of tomorrow are months old by the
 * host's clock, and two held contacts would get one minute.
 */
function deleteOldRows({ db, now, hostNow }: ChoreDeps, brandId: string): Promise<void> {
  const byHost = hostNow();
  const byBoth = Math.min(byHost, now());
  return db.inBrand(brandId, async (tx) => {
    tx.send(deleteOldEvents, { brandId, before: byHost - EVENTS_KEPT_MS });
    tx.send(deleteOldKeys, { brandId, before: byBoth - KEYS_KEPT_MS });
    tx.send(deleteOldSlots, { brandId, before: byBoth - SLOTS_KEPT_MS });
    tx.send(deleteOldMoveCustomers, { brandId, before: byBoth - MOVES_KEPT_MS });
    tx.send(deleteOldMoveItems, { brandId, before: byBoth - MOVES_KEPT_MS });
  });
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** What has to be done from time to time: old keys and events forgotten, each brand's head of the record written out, what is parked ended. */

import { deleteOldKeys } from '#db/contact/idempotency.ts';
import type { Database } from '#db/core/db.ts';
import { deleteOldSlots } from '#db/holds/slots.ts';
import { listBrandIds } from '#db/people/brand-list.ts';
import { deleteOldEvents, readLedger } from '#db/record/ledgers.ts';
import { countUnaccounted } from '#flows/holds/account-for-holds.ts';
import { type ExpireDeps, expireParked } from '#flows/holds/expire-parked.ts';

const HOUR = 3_600_000;
const KEYS_KEPT_MS = 7 * 24 * HOUR;
const EVENTS_KEPT_MS = HOUR;
/** Long after their minute; a demo's clock may be moved back a while. */
const SLOTS_KEPT_MS = 60 * 24 * HOUR;

export interface ChoreDeps extends ExpireDeps {
  /** Keeps the heads of a day (`YYYY-MM-DD`, UTC) where a thief of the database is not (R3). */
  readonly keepHeads: (on: string, heads: Readonly<Record<string, { number: number; link: string }>>) => Promise<void>;
  /** H3: hears how many held contacts are not accounted for. */
  readonly onAccounted: (missing: number) => void;
  readonly onError: (error: unknown) => void;
}

/** Does them now and every quarter of an hour. Answers how to stop, which waits for the round under way. */
export function startChores(deps: ChoreDeps): () => Promise<void> {
  let round = Promise.resolve();
  const go = () => {
    round = round.then(() => doChores(deps)).catch(deps.onError);
  };
  go();
  const timer = setInterval(go, HOUR / 4);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

/** Brand by brand: one that fails is told of, and stops no other. The sums, which walk through everything, come last. */
export async function doChores(deps: ChoreDeps): Promise<void> {
  const { db, hostNow, keepHeads, onAccounted, onError } = deps;
  const now = hostNow();
  const [all] = await db.readOutside((reads) => reads.run(listBrandIds, {}));
  const heads: Record<string, { number: number; link: string }> = {};
  for (const brandId of all?.ids ?? []) {
    try {
      const head = await headOf(db, brandId);
      if (head) heads[brandId] = head;
      await forget(db, brandId, now);
      await expireParked(deps, brandId);
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

function forget(db: Database, brandId: string, now: number): Promise<void> {
  return db.inBrand(brandId, async (tx) => {
    tx.send(deleteOldKeys, { brandId, before: now - KEYS_KEPT_MS });
    tx.send(deleteOldSlots, { brandId, before: now - SLOTS_KEPT_MS });
    tx.send(deleteOldEvents, { brandId, before: now - EVENTS_KEPT_MS });
  });
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

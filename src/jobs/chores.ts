/** What has to be done from time to time: old keys and events forgotten, each brand's head of the record written out. */
import { brandIds } from '#db/brand-list.ts';
import type { Database } from '#db/db.ts';
import { keysForgotten } from '#db/idempotency.ts';
import { eventsForgotten, ledgerRead } from '#db/ledgers.ts';
import { slotsForgotten } from '#db/slots.ts';
import { countUnaccounted } from '#flows/account-for-holds.ts';

const HOUR = 3_600_000;
const KEYS_KEPT_MS = 7 * 24 * HOUR;
const EVENTS_KEPT_MS = HOUR;
/** Long after their minute; a demo's clock may be moved back a while. */
const SLOTS_KEPT_MS = 60 * 24 * HOUR;

export interface ChoreDeps {
  readonly db: Database;
  readonly hostNow: () => number;
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

export async function doChores({ db, hostNow, keepHeads, onAccounted }: ChoreDeps): Promise<void> {
  const now = hostNow();
  const [all] = await db.readOutside((reads) => reads.run(brandIds, {}));
  onAccounted(await countUnaccounted(db));
  const heads: Record<string, { number: number; link: string }> = {};
  for (const brandId of all?.ids ?? []) {
    const [ledger] = await db.inBrand(brandId, async (tx) => {
      tx.send(keysForgotten, { brandId, before: now - KEYS_KEPT_MS });
      tx.send(slotsForgotten, { brandId, before: now - SLOTS_KEPT_MS });
      tx.send(eventsForgotten, { brandId, before: now - EVENTS_KEPT_MS });
      return tx.run(ledgerRead, { brandId });
    });
    if (ledger) heads[brandId] = { number: ledger.receiptNumber, link: ledger.link.toString('hex') };
  }
  await keepHeads(dayOf(now), heads);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Does the suggestions of a brand that are due: ends past campaigns, and makes the latest day of each store. */
import { endPastCampaigns } from '#db/campaigns/planned-suggestions.ts';
import {
  deleteOldSuggestionRuns,
  listFinishedRuns,
  reopenSuggestionRuns,
  wakeSuggestionRounds,
} from '#db/campaigns/suggestion-runs.ts';
import type { Database, Tx } from '#db/core/db.ts';
import { listStores } from '#db/people/stores.ts';
import { latestDueDay } from '#rules/campaigns/run-time.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { type SuggestDeps, type SuggestedDay, suggestStoreDay } from './suggest-store-day.ts';

export interface SuggestRoundDeps extends SuggestDeps {
  /** Called with each store's day that was written. `tookMs`: from the claim to the commit, by the host's clock. */
  readonly onSuggested?: (day: SuggestedDay & { readonly tookMs: number }) => void;
}

/** Runs are kept for a month. */
const KEPT_DAYS = 31;

/** Makes the suggestions that are due in one brand. A store in a zone that the runtime does not know gets none (C4). */
export async function runSuggestions(deps: SuggestRoundDeps, brandId: string): Promise<void> {
  const { db, hostNow, isClosing = () => false } = deps;
  const now = deps.now();
  const all = await db.read(brandId, (reads) => reads.run(listStores, { brandId }));
  const stores = all.filter(({ zone }) => zoneFault(zone) === null);
  if (stores.length === 0) return;
  const due = stores.map((store) => ({ store, day: latestDueDay(store, now) }));
  const first = Math.min(...due.map(({ day }) => day));
  const finished = await db.read(brandId, (reads) => reads.run(listFinishedRuns, { brandId, since: dateText(first) }));
  const isFinished = new Set(finished.map(({ storeId, onDate }) => `${storeId} ${onDate}`));
  const open = due.filter(({ store, day }) => !isFinished.has(`${store.id} ${dateText(day)}`));
  if (open.length === 0) return;
  await db.inBrand(brandId, async (tx) => {
    const before = dateText(Math.min(...stores.map(({ zone }) => localDay(zone, now))));
    await tx.run(endPastCampaigns, { brandId, before, at: now });
    tx.send(deleteOldSuggestionRuns, { brandId, before: dateText(first - KEPT_DAYS) });
  });
  for (const { store, day } of open) {
    if (isClosing()) return;
    const startedAt = hostNow();
    const made = await suggestStoreDay(deps, brandId, store, day);
    if (made !== null) deps.onSuggested?.({ ...made, tookMs: hostNow() - startedAt });
  }
}

/**
 * Makes the brand's present runs due again and wakes the rounds of every server after the commit: a campaign started, or
 * the demo's clock was moved.
 */
export function wakeSuggestions(tx: Tx, brandId: string, now: Instant): void {
  tx.send(reopenSuggestionRuns, { brandId, since: dateText(Math.floor(now / DAY_MS) - 2) });
  tx.send(wakeSuggestionRounds, {});
}

/** Makes the present runs of all brands with suggestions due again, after the demo's clock was moved. */
export async function reopenRuns(db: Database, brandIds: readonly string[], now: Instant): Promise<void> {
  for (const brandId of brandIds) await db.inBrand(brandId, async (tx) => wakeSuggestions(tx, brandId, now));
}

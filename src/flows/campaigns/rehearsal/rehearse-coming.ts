/**
 * Rehearses the coming 14 days of all campaigns of a brand under a policy that support previews: what would be suggested into
 * its quiet hours and put off, and which held contacts it would move.
 */
import { countCustomersOfStores } from '#db/campaigns/rehearsal-customers.ts';
import { listStores } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { localDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { type AssumedPolicy, assumedClocks, assumedPlan } from './assumed-policy.ts';
import type { RehearseCampaignDeps } from './rehearse-campaign.ts';
import { quietReader, type ShownDay, shownDays } from './shown-days.ts';
import { addAnswers, tasksOf } from './store-tasks.ts';

export interface ComingDays {
  readonly days: readonly ShownDay[];
  /** The contacts that wait now, and those of them whose minute would be silent. */
  readonly waiting: number;
  readonly moved: number;
  /** The suggestions that are put off because they are used in quiet hours. */
  readonly putOff: number;
}

const DAYS = 14;

/** Returns null if there is no such brand. */
export async function rehearseComing(
  { db, now: clock, rehearsals }: RehearseCampaignDeps,
  brandId: string,
  policy: AssumedPolicy,
  signal: AbortSignal,
): Promise<ComingDays | null> {
  const now = clock();
  const read = await db.read(brandId, async (reads) => {
    const [[place], stores, counts] = await Promise.all([
      reads.run(readPlace, { brandId, storeId: null }),
      reads.run(listStores, { brandId }),
      reads.run(countCustomersOfStores, { brandId }),
    ]);
    if (!place) return null;
    return { place, stores, counts, clocks: await assumedClocks(reads, brandId, place.revision, policy, now) };
  });
  if (read === null) return null;
  const { place, clocks } = read;
  const stores = read.stores.filter(({ zone }) => zoneFault(zone) === null);
  const sizes = new Map(read.counts.map(({ storeId, count }) => [storeId, count]));
  const from = localDay(place.brandZone, now);
  const to = from + DAYS - 1;
  const question = { brandId, campaign: null, policy, now, lastDay: to, fixes: false };
  const answers = await rehearsals.ask(
    tasksOf(stores, sizes).map((storeIds) => ({ ...question, storeIds })),
    signal,
  );
  const { rehearsed, waiting, moved } = addAnswers(answers);
  const quietOf = quietReader(
    clocks,
    { ...place, plan: assumedPlan(place.plan) },
    stores[0]?.zone ?? place.brandZone,
    now,
  );
  const days = shownDays(rehearsed, { from, to }, quietOf);
  return { days, waiting, moved, putOff: days.reduce((sum, { held }) => sum + held, 0) };
}

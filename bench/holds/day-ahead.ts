/** Measures how long the rehearsal of a store's next day takes, beside the bare read of its held contacts. */
import { listHoldsDueBefore } from '#db/holds/day-holds.ts';
import { rehearseDay } from '#flows/reports/rehearsal/rehearse-day.ts';
import type { DispatcherBench } from './dispatcher-bench.ts';
import { makeMorning } from './held-contacts.ts';

export interface DayAheadBench {
  readonly holds: number;
  readonly bareMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const SELLERS = 20;
const HELD = 1_000;
const ROUNDS = 40;

/** Rehearses the next day of one store with 20 sellers, each of whom holds 50 contacts. */
export async function measureDayAhead({ owner, deps }: DispatcherBench): Promise<DayAheadBench> {
  const { brandId, sellers } = await makeMorning(owner, { sellers: SELLERS, holds: HELD, free: 0 });
  const storeId = sellers[0]?.storeId as string;
  const now = deps.now();
  const wish = { storeId, sellerId: null, date: null };
  const rehearse = async () => {
    const day = await rehearseDay(deps, brandId, wish, now);
    if (day?.contacts.length !== HELD) throw new Error(`The rehearsal has ${day?.contacts.length} of ${HELD} contacts`);
    return day;
  };
  const { to } = await rehearse();
  const bare = () =>
    deps.db.read(brandId, (reads) => reads.run(listHoldsDueBefore, { brandId, storeId, before: to, limit: HELD }));
  const [bareTimes, times] = [await timesOf(bare), await timesOf(rehearse)];
  await owner.query(
    `update holds set state = 'ended', ended_at = now(), ended_as = 'cancelled', end_reason = 'manager' where brand_id = $1`,
    [brandId],
  );
  const at = (all: readonly number[], share: number) => all[Math.floor(all.length * share)] as number;
  return { holds: HELD, bareMs: at(bareTimes, 0.5), p50Ms: at(times, 0.5), p95Ms: at(times, 0.95) };
}

async function timesOf(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b);
}

/** Scenario `zombie`: a server is suspended in the middle of a release and resumes in quiet time; its decision must not count (H1, D12). */
import { setTimeout as pause } from 'node:timers/promises';
import { dateAfter, instantIn, MINUTE } from '#chaos/clock.ts';
import { type Run, type Scenario, waitUntilSettled } from '#chaos/play-run.ts';
import type { Kind, Moment } from '#chaos/product/kill-points.ts';
import type { Seller } from '#chaos/seller.ts';
import { MONDAY, playDaysAfter, SP } from './day.ts';

interface Numbers {
  readonly sellers: number;
  readonly each: number;
  readonly naps: number;
}

/** Quiet time begins `BEFORE_MS` after the release; the suspended server resumes `AFTER_MS` after quiet time began. */
const BEFORE_MS = 3_000;
const AFTER_MS = 6_500;
/** The points at which a server is suspended, one point for each nap: after a claim, before the receipt, and before, during and after COMMIT. */
const NAP_POINTS: readonly (readonly [Kind, Moment])[] = [
  ['claim', 'committed'],
  ['release', 'decided'],
  ['release', 'commit'],
  ['claim', 'committing'],
  ['release', 'committing'],
  ['release', 'committed'],
];
/** A long nap ends after the lease, so that the other server has claimed the contact by then. */
const LONG_MS = 21_000;

export const zombie: Scenario<Numbers> = {
  name: 'zombie',
  servers: 2,
  sizes: {
    small: { sellers: 6, each: 6, naps: 3 },
    large: { sellers: 12, each: 10, naps: 120 },
    planted: { sellers: 6, each: 6, naps: 1 },
  },
  async play(run, { sellers: most, each, naps }) {
    // All sellers are in one zone, so that quiet time begins for all of them at once.
    const sellers = run.sellers(({ zone }) => zone === SP, most);
    let date = MONDAY;
    for (let nap = 0; nap < naps; nap += 1) {
      await run.clock.set(instantIn(SP, date, '21:00'));
      date = dateAfter(date, 1);
      await holdLastHour(sellers, each, date);
      await playNight(run, date, nap);
    }
    await run.clock.set(instantIn(SP, date, '20:05'));
    await waitUntilSettled(run);
    await playDaysAfter(run, date);
  },
  invalid({ figures }, { naps }) {
    const slept = figures.faults['slept in a release'] ?? 0;
    if (slept < Math.ceil(naps * 0.6)) return `only ${slept} of ${naps} servers were suspended in a release`;
    if (figures.released === 0) return 'no contact was released';
    return null;
  },
};

/** Each seller holds `each` contacts, at minutes from 19:00 on the day `date`. */
async function holdLastHour(sellers: readonly Seller[], each: number, date: string): Promise<void> {
  const first = instantIn(SP, date, '19:00');
  const minutes = Array.from({ length: each }, (_, i) => first + i * 8 * MINUTE);
  await Promise.all(sellers.map((seller) => seller.holdAt(minutes)));
}

/** Makes all contacts due 3 s before quiet time, suspends the server that releases them, and resumes it in quiet time. */
async function playNight(run: Run, date: string, nap: number): Promise<void> {
  const { fleet, clock } = run;
  const servers = Array.from({ length: fleet.count }, (_, i) => fleet.at(i));
  if (!servers.every((server) => server !== null)) throw new Error('a server is missing');
  const [kind, moment] = NAP_POINTS[nap % NAP_POINTS.length] as readonly [Kind, Moment];
  // Either server may be the first to release, so both get the order.
  const order = { kind, moment, nth: 1, signal: 'SIGSTOP', once: fleet.path(`nap-${nap}`) } as const;
  const orders = servers.map((server) => ({ server, id: server.order(order) }));
  const findSuspended = () => orders.find(({ server, id }) => server.hasCarriedOut(id));
  // The clock moves to just before quiet time, so that no contact is due earlier.
  const isSuspended = () => findSuspended() !== undefined;
  await clock.set(instantIn(SP, date, '20:00') - BEFORE_MS, true, isSuspended);
  const quietAt = Date.now() + BEFORE_MS;
  while (!isSuspended() && Date.now() < quietAt) await pause(10);
  for (const { server } of orders) server.withdrawOrder();
  if (isSuspended()) run.fault('slept in a release', `${kind} ${moment}`);
  const long = nap % 6 === 0 && run.size !== 'planted';
  await pause(quietAt - Date.now() + (long ? LONG_MS : AFTER_MS));
  for (const { server } of orders) server.resume();
  if (isSuspended() && long) run.fault('slept past the lease');
  await pause(1_500);
}

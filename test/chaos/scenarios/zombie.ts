/** A server falls asleep in the middle of a release and wakes up in quiet time: what it had decided counts no more (H1, D12). */
import { setTimeout as pause } from 'node:timers/promises';
import { dateAfter, instantIn, MINUTE } from '#chaos/clock.ts';
import { type Run, type Scenario, settle } from '#chaos/play-run.ts';
import type { Kind, Moment } from '#chaos/product/kill-points.ts';
import type { Seller } from '#chaos/seller.ts';
import { daysAfter, MONDAY, SP } from './day.ts';

interface Numbers {
  readonly sellers: number;
  readonly each: number;
  readonly naps: number;
}

/** Quiet begins so long after the release, and the sleeper wakes so long after it began. */
const BEFORE_MS = 3_000;
const AFTER_MS = 6_500;
/** Between claim and decision, between decision and commit, and with COMMIT on its way: one nap after the other. */
const NAPS: readonly (readonly [Kind, Moment])[] = [
  ['claim', 'committed'],
  ['release', 'decided'],
  ['release', 'commit'],
  ['claim', 'committing'],
  ['release', 'committing'],
  ['release', 'committed'],
];
/** Sometimes past the lease, so that the other server has taken over by then. */
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
    // Of one clock, so that quiet begins for all of them at once.
    const sellers = run.sellers(({ zone }) => zone === SP, most);
    let date = MONDAY;
    for (let nap = 0; nap < naps; nap += 1) {
      await run.clock.set(instantIn(SP, date, '21:00'));
      date = dateAfter(date, 1);
      await leave(sellers, each, date);
      await night(run, date, nap);
    }
    await run.clock.set(instantIn(SP, date, '20:05'));
    await settle(run);
    await daysAfter(run, date);
  },
  invalid({ figures }, { naps }) {
    const slept = figures.faults['slept in a release'] ?? 0;
    if (slept < Math.ceil(naps * 0.6)) return `only ${slept} of ${naps} servers fell asleep in a release`;
    if (figures.released === 0) return 'nothing was released';
    return null;
  },
};

/** Chosen minutes of the last hour of the next day. */
async function leave(sellers: readonly Seller[], each: number, date: string): Promise<void> {
  const first = instantIn(SP, date, '19:00');
  const minutes = Array.from({ length: each }, (_, i) => first + i * 8 * MINUTE);
  await Promise.all(sellers.map((seller) => seller.holdAt(minutes)));
}

/** A moment before quiet: all is due, who claims it sleeps in the middle of it, quiet begins, it wakes. */
async function night(run: Run, date: string, nap: number): Promise<void> {
  const { fleet, clock } = run;
  const servers = Array.from({ length: fleet.count }, (_, i) => fleet.at(i));
  if (!servers.every((server) => server !== null)) throw new Error('a server is missing');
  const [kind, moment] = NAPS[nap % NAPS.length] as readonly [Kind, Moment];
  // Nobody knows which of them comes first.
  const order = { kind, moment, nth: 1, signal: 'SIGSTOP', once: fleet.path(`nap-${nap}`) } as const;
  const orders = servers.map((server) => ({ server, id: server.order(order) }));
  const sleeper = () => orders.find(({ server, id }) => server.hasCarriedOut(id));
  // Only from a moment before quiet, so that nothing of it is due earlier.
  const slept = () => sleeper() !== undefined;
  await clock.set(instantIn(SP, date, '20:00') - BEFORE_MS, true, slept);
  const quietAt = Date.now() + BEFORE_MS;
  while (!slept() && Date.now() < quietAt) await pause(10);
  for (const { server } of orders) server.withdraw();
  if (slept()) run.fault('slept in a release', `${kind} ${moment}`);
  const long = nap % 6 === 0 && run.size !== 'planted';
  await pause(quietAt - Date.now() + (long ? LONG_MS : AFTER_MS));
  for (const { server } of orders) server.wake();
  if (slept() && long) run.fault('slept past the lease');
  await pause(1_500);
}

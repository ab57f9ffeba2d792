/** Scenario `clock`: the host's wall clock jumps by up to 26 hours while contacts are due, around a change of daylight saving time (D8, T11). */
import { setTimeout as pause } from 'node:timers/promises';
import { instantIn, MINUTE } from '#chaos/clock.ts';
import { type Run, type Scenario, waitUntilSettled } from '#chaos/play-run.ts';
import { playEvening, SP } from './day.ts';

interface Numbers {
  readonly sellers: number;
  readonly each: number;
  readonly jumps: number;
  /** The number of rounds; in each round the clock jumps, agrees again, and contacts are released. */
  readonly rounds: number;
  /** Whether a round waits until the product trusts the clock again. */
  readonly waitsForTrust: boolean;
}

/** Clocks in Santiago go forward at the end of this Saturday. */
const SATURDAY = '2026-09-05';
const SUNDAY = '2026-09-06';
const SECOND = 1_000;
/** The clocks must agree for a minute before the product trusts the host's clock. */
const TRUST_MS = 63 * SECOND;

export const clock: Scenario<Numbers> = {
  name: 'clock',
  servers: 1,
  skewed: true,
  zone: 'America/Santiago',
  sizes: {
    small: { sellers: 16, each: 10, jumps: 60, rounds: 1, waitsForTrust: true },
    large: { sellers: 16, each: 50, jumps: 50, rounds: 10, waitsForTrust: true },
    planted: { sellers: 8, each: 10, jumps: 12, rounds: 1, waitsForTrust: false },
  },
  async play(run, { sellers: most, each, jumps, rounds, waitsForTrust }) {
    const sellers = run.sellers(() => true, most);
    await playEvening(run, sellers, each, SATURDAY);
    const opens = instantIn(SP, SUNDAY, '09:50');
    const length = Math.floor(720 / rounds);
    for (let round = 0; round < rounds; round += 1) {
      const from = opens + round * length * MINUTE;
      run.phase(`jumps, round ${round + 1}`);
      await run.clock.set(from, true);
      for (let i = 0; i < jumps; i += 1) await jumpClock(run, i === Math.floor(jumps / 2));
      skew(run, 0);
      if (!waitsForTrust) continue;
      run.phase('agreement');
      await pause(TRUST_MS);
      // The morning continues with a clock that the product trusts again.
      for (let at = from; at < from + length * MINUTE; at += 15 * MINUTE) {
        await run.clock.set(at, true);
        await pause(50);
      }
      if (!(await waitUntilSettled(run))) run.phase('not at rest');
    }
    if (!waitsForTrust) return;
    await run.clock.set(instantIn(SP, '2026-09-07', '21:00'));
    if (!(await waitUntilSettled(run))) run.phase('not at rest');
  },
  invalid({ figures, evidence }, { jumps, rounds, sellers, each, waitsForTrust }) {
    const jumped = figures.faults.skew ?? 0;
    if (jumped < jumps * rounds * 0.9) return `only ${jumped} jumps of ${jumps * rounds} were delivered`;
    if (figures.created < sellers * each * 0.9) return `only ${figures.created} contacts were held`;
    if (!waitsForTrust) return null;
    // No contact is due before the first jumps, so every release follows an agreement of the clocks.
    const first = evidence.lines.find((line) => line.saw === 'fault' && line.fault === 'skew')?.at ?? 0;
    const after = evidence.receipts.filter(
      ({ actor, verdict, committedAt }) => actor === 'release' && verdict === 'allow' && committedAt > first,
    ).length;
    if (after < sellers * each * 0.3) return `only ${after} contacts were released after the clock was trusted again`;
    return null;
  },
};

/** Shifts the clock, waits a moment, and in 70 % of the cases shifts it back. `restarts` also restarts the server under the wrong clock. */
async function jumpClock(run: Run, restarts: boolean): Promise<void> {
  const { chance } = run;
  const size = chance.pickWeighted({ minutes: 3, hours: 5, day: 2 });
  const most = { minutes: 30 * MINUTE, hours: 8 * 60 * MINUTE, day: 26 * 60 * MINUTE }[size];
  const ms = (90 * SECOND + chance.below(most)) * (chance.happens(50) ? 1 : -1);
  skew(run, ms);
  if (restarts) {
    await run.fleet.kill(0);
    await run.fleet.startServer(0);
    run.fault('restarted under a wrong clock');
  }
  await pause(150 + chance.below(250));
  if (chance.happens(70)) skew(run, 0);
  await pause(chance.below(150));
}

function skew(run: Run, ms: number): void {
  run.fault('skew', String(ms));
  run.fleet.at(0)?.skew(ms);
}

/** Scenario `kill`: servers and Postgres are killed at named points and at random while people work; no answered request is lost (R4, H3). */
import { setTimeout as pause } from 'node:timers/promises';
import { dateAfter, instantIn, MINUTE } from '#chaos/clock.ts';
import { type Run, type Scenario, waitUntilSettled } from '#chaos/play-run.ts';
import { MOMENTS } from '#chaos/product/kill-points.ts';
import type { Habits, Seller } from '#chaos/seller.ts';
import { MONDAY, playDaysAfter, SP } from './day.ts';

interface Numbers {
  readonly sellers: number;
  readonly kills: number;
  /** How many answers must be given before the next kill. */
  readonly answersEach: number;
  readonly acknowledged: number;
  /** How many of a hundred kills hit Postgres. */
  readonly postgres: number;
}

const NIGHT: Habits = { hold: 5, 'hold-at': 1, start: 4, acknowledge: 2, cancel: 3, restore: 1, move: 1, stop: 0 };
const DAY: Habits = { send: 6, start: 6, hold: 1, cancel: 1, move: 1, 'send-early': 1, acknowledge: 1, restore: 1 };

export const kill: Scenario<Numbers> = {
  name: 'kill',
  servers: 1,
  sizes: {
    small: { sellers: 16, kills: 10, answersEach: 100, acknowledged: 1_000, postgres: 15 },
    large: { sellers: 32, kills: 200, answersEach: 505, acknowledged: 100_000, postgres: 10 },
    planted: { sellers: 12, kills: 3, answersEach: 100, acknowledged: 150, postgres: 60 },
  },
  partOf: (numbers, parts) => ({
    ...numbers,
    kills: Math.ceil(numbers.kills / parts),
    acknowledged: Math.ceil(numbers.acknowledged / parts),
  }),
  async play(run, { sellers: most, kills, answersEach, acknowledged, postgres }) {
    const sellers = run.sellers(() => true, most);
    let over = false;
    let habits = NIGHT;
    const isOver = () => over;
    const killing = async () => {
      for (let i = 1; i <= kills || run.asker.answered < acknowledged; i += 1) {
        const before = run.asker.answered;
        await killOnce(run, i <= kills ? postgres : null, () => run.asker.answered - before >= answersEach);
        if (i % 10 === 0) run.phase(`${Math.min(i, kills)} kills, ${run.asker.answered} answers`);
      }
    };
    const live = (now: Habits) => {
      habits = now;
    };
    const end = () => {
      over = true;
    };
    await Promise.all([
      ...sellers.map((seller: Seller) => seller.work(() => habits, isOver, 0)),
      liveDays(run, isOver, live),
      killing().finally(end),
    ]);
    await waitUntilSettled(run);
    await playDaysAfter(run, dateOf(run.clock.lastSet));
  },
  invalid({ figures }, { kills, acknowledged }) {
    const killed = ['server killed', 'server killed at a point', 'postgres killed'].reduce(
      (sum, fault) => sum + (figures.faults[fault] ?? 0),
      0,
    );
    if (killed < kills) return `only ${killed} of ${kills} kills were delivered`;
    const atPoints = figures.faults['server killed at a point'] ?? 0;
    if (atPoints < kills * 0.25) return `only ${atPoints} of the kills happened at their named point`;
    if (figures.acknowledged < acknowledged) return `only ${figures.acknowledged} answers were given`;
    if (figures.released < kills) return `only ${figures.released} contacts were released between kills`;
    return null;
  },
};

/** Plays evenings and mornings alternately until `isOver` returns true. */
async function liveDays(run: Run, isOver: () => boolean, live: (habits: Habits) => void): Promise<void> {
  for (let date = MONDAY; !isOver(); date = dateAfter(date, 1)) {
    live(NIGHT);
    await run.clock.set(instantIn(SP, date, '21:00'));
    await pause(3_000);
    const morning = instantIn(SP, dateAfter(date, 1), '09:00');
    live(DAY);
    for (let at = morning; at < morning + 210 * MINUTE && !isOver(); at += 6 * MINUTE) {
      await run.clock.set(at);
      await pause(150);
    }
  }
}

/** Waits until `enough` returns true, then kills a server or Postgres. Where `postgres` is null, the function only waits. */
async function killOnce(run: Run, postgres: number | null, enough: () => boolean): Promise<void> {
  const { fleet, chance } = run;
  while (!enough() && fleet.at(0)?.isAlive) await pause(20);
  const server = fleet.at(0);
  if (!server?.isAlive) {
    // The server ended by itself, which the checker reports.
    await fleet.kill(0);
    await fleet.startServer(0);
    return;
  }
  if (postgres === null) return;
  if (chance.happens(postgres)) {
    run.fault('postgres killed');
    await run.databases.kill();
    return;
  }
  fleet.expectEnd(server);
  if (chance.happens(70)) {
    const [kind, moment] = [chance.pickWeighted({ decision: 4, release: 4, claim: 2 }), chance.pick(MOMENTS)];
    const order = server.order({ kind, moment, nth: 1 + chance.below(5), signal: 'SIGKILL' });
    const deadline = Date.now() + 4_000;
    while (server.isAlive && Date.now() < deadline) await pause(10);
    if (server.hasCarriedOut(order)) run.fault('server killed at a point', `${kind} ${moment}`);
    else run.fault('server killed');
  } else {
    await pause(chance.below(300));
    run.fault('server killed');
  }
  await fleet.kill(0);
  await fleet.startServer(0);
}

function dateOf(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(SP).toPlainDate().toString();
}

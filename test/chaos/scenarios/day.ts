/** Plays parts of a day of a fault run: an evening in which sellers hold contacts, a morning minute by minute, and the days after. */
import { setTimeout as pause } from 'node:timers/promises';
import { dateAfter, instantIn, MINUTE } from '#chaos/clock.ts';
import { type Run, waitUntilSettled } from '#chaos/play-run.ts';
import type { Habits, Seller } from '#chaos/seller.ts';

export const SP = 'America/Sao_Paulo';
/** A Monday; the stores are open on all of the following days of the week. */
export const MONDAY = '2026-11-23';

/** Sets the app's clock to 21:00 in São Paulo, 20:00 in Manaus, when every store is quiet; each seller holds `each` contacts. */
export async function playEvening(run: Run, sellers: readonly Seller[], each: number, date = MONDAY): Promise<void> {
  run.phase(`evening of ${date}`);
  await run.clock.set(instantIn(SP, date, '21:00'));
  await Promise.all(sellers.map((seller) => seller.hold(each)));
}

export interface Morning {
  readonly date: string;
  /** The local time in São Paulo. */
  readonly from: string;
  readonly to: string;
  readonly stepMinutes: number;
  readonly stepMs: number;
  readonly habits: Habits;
  readonly pauseMs: number;
  /** Called just before the app's clock is set to a minute. */
  readonly beforeMinute?: (at: number) => void;
}

/** Moves the app's clock step by step from `from` to `to` while the sellers work. */
export async function playMorning(run: Run, sellers: readonly Seller[], how: Morning): Promise<void> {
  const { date, from, to, stepMinutes, stepMs, habits, pauseMs, beforeMinute } = how;
  run.phase(`morning of ${date}`);
  const [first, last] = [instantIn(SP, date, from), instantIn(SP, date, to)];
  await run.clock.set(first);
  let over = false;
  const isOver = () => over;
  const moveClock = async () => {
    for (let now = first; now <= last; now += stepMinutes * MINUTE) {
      const began = performance.now();
      beforeMinute?.(now);
      await run.clock.set(now);
      await pause(Math.max(0, stepMs - (performance.now() - began)));
    }
  };
  const end = () => {
    over = true;
  };
  await Promise.all([moveClock().finally(end), ...sellers.map((seller) => seller.work(() => habits, isOver, pauseMs))]);
}

/** Plays evenings and noons until three days have passed, after which every held contact was sent, returned once or ended (H3, H4). */
export async function playDaysAfter(run: Run, date: string): Promise<void> {
  // A planted bug has already had its effect by now.
  if (run.size === 'planted') return;
  run.phase('the days after');
  await moveClockTo(run, date, '20:05');
  for (const day of [1, 2, 4]) {
    await moveClockTo(run, dateAfter(date, day), '12:30');
    await moveClockTo(run, dateAfter(date, day), '20:05');
  }
}

export async function moveClockTo(run: Run, date: string, time: string): Promise<void> {
  await run.clock.set(instantIn(SP, date, time));
  if (!(await waitUntilSettled(run))) run.phase(`not at rest at ${date} ${time}`);
}

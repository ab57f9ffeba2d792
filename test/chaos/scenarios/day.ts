/** The parts that days of fault runs are made of: an evening of holding, a morning minute by minute, the days after. */
import { setTimeout as pause } from 'node:timers/promises';
import { dateAfter, instantIn, MINUTE } from '#chaos/clock.ts';
import { type Run, settle } from '#chaos/play-run.ts';
import type { Habits, Seller } from '#chaos/seller.ts';

export const SP = 'America/Sao_Paulo';
/** A Monday: the next days are all open. */
export const MONDAY = '2026-11-23';

/** Nine in the evening in São Paulo, eight in Manaus: quiet in every store. Each seller leaves `each` contacts for later. */
export async function evening(run: Run, sellers: readonly Seller[], each: number, date = MONDAY): Promise<void> {
  run.phase(`evening of ${date}`);
  await run.clock.set(instantIn(SP, date, '21:00'));
  await Promise.all(sellers.map((seller) => seller.hold(each)));
}

export interface Morning {
  readonly date: string;
  /** On São Paulo's clock. */
  readonly from: string;
  readonly to: string;
  readonly stepMinutes: number;
  readonly stepMs: number;
  readonly habits: Habits;
  readonly breathMs: number;
  /** Just before the clock shows this minute. */
  readonly beforeMinute?: (at: number) => void;
}

/** The clock goes on minute by minute while people work. */
export async function morning(run: Run, sellers: readonly Seller[], how: Morning): Promise<void> {
  const { date, from, to, stepMinutes, stepMs, habits, breathMs, beforeMinute } = how;
  run.phase(`morning of ${date}`);
  const [first, last] = [instantIn(SP, date, from), instantIn(SP, date, to)];
  await run.clock.set(first);
  let over = false;
  const isOver = () => over;
  const going = async () => {
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
  await Promise.all([going().finally(end), ...sellers.map((seller) => seller.work(() => habits, isOver, breathMs))]);
}

/** Evenings and noons until three days have passed: whatever waited has been sent, came back once, or is over (H3, H4). */
export async function daysAfter(run: Run, date: string): Promise<void> {
  // A planted bug has shown itself by now.
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
  if (!(await settle(run))) run.phase(`not at rest at ${date} ${time}`);
}

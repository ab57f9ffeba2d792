/** Measures how fast minutes are reserved, moved and released, with the real dispatcher: `node bench/holds/run.ts [--json]`. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { type ClockMoveBench, measureClockMove } from './clock-move.ts';
import { type DayAheadBench, measureDayAhead } from './day-ahead.ts';
import { openDispatcherBench } from './dispatcher-bench.ts';
import { DECISIONS_PER_SECOND, type MorningBench, measureMorning, type Percentiles } from './morning-release.ts';
import { measureRetiming, type RetimingBench } from './retiming.ts';

export interface HoldBench {
  readonly reserving: {
    readonly slots: number;
    readonly bareMs: number;
    readonly slotsMs: number;
    readonly wholeMs: number;
  };
  readonly retiming: RetimingBench;
  readonly clockMove: ClockMoveBench;
  readonly dayAhead: DayAheadBench;
  readonly morning: MorningBench;
}

const SELLERS = 600;
const RETIMED = 10_000;
const HELD = 30_000;
/** How long a minute of the app's clock lasts in this benchmark. */
const MINUTE_MS = 2_000;
const KERNEL_ROUNDS = 3;

export async function holdBench({ held = HELD, retimed = RETIMED, minuteMs = MINUTE_MS } = {}): Promise<HoldBench> {
  const reserving = { slots: 30_000, bareMs: best('bare loop'), slotsMs: best('slots'), wholeMs: best('whole') };
  const bench = await openDispatcherBench();
  try {
    return {
      reserving,
      retiming: await measureRetiming(bench, SELLERS, retimed),
      clockMove: await measureClockMove(bench, SELLERS, retimed),
      dayAhead: await measureDayAhead(bench),
      morning: await measureMorning(bench, SELLERS, held, minuteMs),
    };
  } finally {
    await bench.close();
  }
}

function best(kernel: string): number {
  return Math.min(...Array.from({ length: KERNEL_ROUNDS }, () => runKernel(kernel)));
}

function runKernel(kernel: string): number {
  const file = join(import.meta.dirname, 'kernel.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, kernel], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The kernel ${kernel} failed: ${stderr}`);
  return Number(stdout);
}

/** Formats the result as lines for a person. */
export function tableOf({ reserving, retiming, clockMove, dayAhead, morning }: HoldBench): string {
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0).padStart(8)} ms`;
  const spread = ({ p50, p99, most }: Percentiles) => `${ms(p50)}${ms(p99)}${ms(most)}`;
  const times = (value: number, baseline: number) => `${(value / baseline).toFixed(1)} ×`;
  return [
    `Reserving ${reserving.slots} minutes, ${SELLERS} sellers for one opening`,
    `bare loop ${ms(reserving.bareMs)}, which only stores the minutes`,
    `slots     ${ms(reserving.slotsMs)}, ${times(reserving.slotsMs, reserving.bareMs)} the bare loop`,
    `whole     ${ms(reserving.wholeMs)}, which also finds the opening for each`,
    '',
    `A new policy with ${retiming.holds} held contacts, ${retiming.moved} of which lose their minute`,
    `bare SQL  ${ms(retiming.bareMs)}, as many rows moved in one commit`,
    `product   ${ms(retiming.ms)} from the publication to the last moved contact, ${times(retiming.ms, retiming.bareMs)}`,
    '',
    `A move of the app's clock with ${clockMove.holds} held contacts`,
    `bare SQL  ${ms(clockMove.bareMs)}, all made ready by one statement`,
    `ready     ${ms(clockMove.readyMs)}, to the afternoon: each decided again, ${times(clockMove.readyMs, clockMove.bareMs)}`,
    `again     ${ms(clockMove.againMs)}, to the night: each gets a new minute`,
    `over      ${ms(clockMove.overMs)}, a week later: each ends`,
    '',
    `The rehearsal of a store's next day with ${dayAhead.holds} held contacts`,
    `bare read ${ms(dayAhead.bareMs)}, the held contacts alone`,
    `product   ${ms(dayAhead.p50Ms)} half of the time, ${ms(dayAhead.p95Ms).trim()} in 95 %, ${times(dayAhead.p50Ms, dayAhead.bareMs)}`,
    '',
    `${morning.holds} held contacts of ${SELLERS} sellers become ready, with minutes of ${morning.minuteMs} ms and ${DECISIONS_PER_SECOND} decisions per second at the same time`,
    `bare SQL  ${ms(morning.bareMs)}, the ${morning.atOnce} of the fullest minute made ready by one statement`,
    '               half within     99 %        all',
    `lateness     ${spread(morning.lateMs)}`,
    `decisions    ${spread(morning.decisionMs)}   (${morning.decisions})`,
    `… alone      ${spread(morning.decisionAloneMs)}`,
  ].join('\n');
}

if (import.meta.main) {
  const result = await holdBench();
  process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(result, null, 2) : tableOf(result)}\n`);
}

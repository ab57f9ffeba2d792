/** Compares the engine with the witness: for the same schedules and days both must give the same answer at every minute. */
import assert from 'node:assert/strict';
import type { Instant } from '#rules/time/interval.ts';
import { compileQuiet } from '#rules/time/quiet.ts';
import { randomSchedule } from './random-schedule.ts';
import type { Chance } from './seeded-random.ts';
import { quietMinutes, walk } from './witness.ts';

export const DAY = 86_400_000;
export const FROM = Temporal.Instant.from('2015-01-01T00:00:00Z').epochMilliseconds;
export const TO = Temporal.Instant.from('2038-01-01T00:00:00Z').epochMilliseconds;

const SCHEDULES = 3;

/** Fails at the first minute from `from` to `to` at which engine and witness differ; `near` as in `randomSchedule`. */
export function compare(zone: string, from: Instant, to: Instant, chance: Chance, near: readonly number[]): void {
  const seen = walk(zone, from - 2 * DAY, to + 2 * DAY);
  const dates = [...new Set(seen.walls.map((wall) => String(Math.floor(wall / 10_000))))];
  const written = dates.map((date) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
  for (let i = 0; i < SCHEDULES; i++) {
    const schedule = randomSchedule(chance, written, near);
    const clock = compileQuiet(schedule, zone, { from, to });
    const witnessed = quietMinutes(schedule, seen);
    const first = seen.instants.indexOf(from);
    let answer = clock.at(from);
    for (let m = first; (seen.instants[m] as number) < to; m++) {
      const at = seen.instants[m] as number;
      const describeMinute = (): string =>
        `${zone} at ${Temporal.Instant.fromEpochMilliseconds(at)}: ${JSON.stringify(schedule)}`;
      if (m > first && witnessed[m] !== witnessed[m - 1]) assert.equal(answer.changesAt, at, describeMinute());
      answer = clock.at(at);
      if (answer.quiet !== witnessed[m]) assert.equal(answer.quiet, witnessed[m], describeMinute());
      if (clock.at(at + 59_999).changesAt !== answer.changesAt)
        assert.fail(`changed within a minute: ${describeMinute()}`);
    }
    assert.ok(answer.changesAt === null || answer.changesAt >= to, `${zone}: ${JSON.stringify(schedule)}`);
  }
}

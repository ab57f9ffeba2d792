/**
 * The engine against its witness, minute by minute: three days either side of every jump of every clock there is, and
 * 500 weeks anywhere. By default a sample; all of it, about a minute, with OTO_TEST_ALL=1.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '#rules/time/interval.ts';
import { compileQuiet } from '#rules/time/quiet.ts';
import { type Chance, chanceOf } from './chance.ts';
import { randomSchedule } from './random-schedule.ts';
import { quietMinutes, walk } from './witness.ts';

const DAY = 86_400_000;
const FROM = Temporal.Instant.from('2015-01-01T00:00:00Z').epochMilliseconds;
const TO = Temporal.Instant.from('2038-01-01T00:00:00Z').epochMilliseconds;
const POLICIES_A_WALK = 4;

const all = process.env.OTO_TEST_ALL === '1';
const zones = distinctZones();
const jumps = zones.flatMap(({ zone, jumps: found }) => found.map((at) => ({ zone, at })));

test('T4, T5: the engine agrees with the witness three days either side of every jump, 2015–2037', () => {
  assert.ok(zones.length > 70 && jumps.length > 1800, `${zones.length} clocks, ${jumps.length} jumps`);
  const asked = all ? jumps : sample(jumps, 80, ({ zone }) => zone === 'America/Sao_Paulo');
  for (const [i, { zone, at }] of asked.entries()) {
    compare(zone, at - 3 * DAY, at + 3 * DAY, chanceOf(i), [minuteShown(zone, at - 1), minuteShown(zone, at)]);
  }
});

test('T1, T2, T6, T7: the engine agrees with the witness in random weeks of random zones', () => {
  const chance = chanceOf(20);
  const names = Intl.supportedValuesOf('timeZone');
  for (let i = 0; i < (all ? 500 : 40); i++) {
    const from = FROM + chance((TO - FROM) / 60_000 - 10_080) * 60_000;
    compare(names[chance(names.length)] as string, from, from + 7 * DAY, chance, []);
  }
});

function compare(zone: string, from: Instant, to: Instant, chance: Chance, near: readonly number[]): void {
  const seen = walk(zone, from - 2 * DAY, to + 2 * DAY);
  const dates = [...new Set(seen.walls.map((wall) => String(Math.floor(wall / 10_000))))];
  const written = dates.map((date) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`);
  for (let i = 0; i < POLICIES_A_WALK; i++) {
    const schedule = randomSchedule(chance, written, near);
    const clock = compileQuiet(schedule, zone, { from, to });
    const witnessed = quietMinutes(schedule, seen);
    const first = seen.instants.indexOf(from);
    let answer = clock.at(from);
    for (let m = first; (seen.instants[m] as number) < to; m++) {
      const at = seen.instants[m] as number;
      const told = (): string =>
        `${zone} at ${Temporal.Instant.fromEpochMilliseconds(at)}: ${JSON.stringify(schedule)}`;
      if (m > first && witnessed[m] !== witnessed[m - 1]) assert.equal(answer.changesAt, at, told());
      answer = clock.at(at);
      if (answer.quiet !== witnessed[m]) assert.equal(answer.quiet, witnessed[m], told());
      if (clock.at(at + 59_999).changesAt !== answer.changesAt) assert.fail(`changed within a minute: ${told()}`);
    }
    assert.ok(answer.changesAt === null || answer.changesAt >= to, `${zone}: ${JSON.stringify(schedule)}`);
  }
}

/** One zone for each way of jumping between the two years; that of São Paulo under its own name. */
function distinctZones(): readonly { zone: string; jumps: readonly Instant[] }[] {
  const found = new Map<string, { zone: string; jumps: readonly Instant[] }>();
  for (const zone of ['America/Sao_Paulo', ...Intl.supportedValuesOf('timeZone')]) {
    const seen: Instant[] = [];
    let shown: Temporal.ZonedDateTime | null = new Temporal.ZonedDateTime(BigInt(FROM) * 1_000_000n, zone);
    const offsets = [shown.offsetNanoseconds];
    while (shown !== null && shown.epochMilliseconds < TO) {
      shown = shown.getTimeZoneTransition('next');
      if (shown === null || shown.epochMilliseconds >= TO) break;
      seen.push(shown.epochMilliseconds);
      offsets.push(shown.offsetNanoseconds);
    }
    const behaviour = `${offsets.join()} ${seen.join()}`;
    if (seen.length > 0 && !found.has(behaviour)) found.set(behaviour, { zone, jumps: seen });
  }
  return [...found.values()];
}

/** About `count` of them, evenly, and all that are `wanted`. */
function sample<T>(from: readonly T[], count: number, wanted: (each: T) => boolean): readonly T[] {
  const step = Math.ceil(from.length / count);
  return from.filter((each, i) => i % step === 0 || wanted(each));
}

function minuteShown(zone: string, at: Instant): number {
  const shown = new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, zone);
  return shown.hour * 60 + shown.minute;
}

/**
 * Compares the engine with the witness around the clock changes (jumps) of all zones from 2015 to 2037, three days before
 * and after each jump. The default is a sample; OTO_TEST_ALL=1 compares all jumps in about a minute.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '#rules/time/interval.ts';
import { compare, DAY, FROM, TO } from './compare-with-witness.ts';
import { chanceOf } from './seeded-random.ts';

const all = process.env.OTO_TEST_ALL === '1';
const zones = distinctZones();
const jumps = zones.flatMap(({ zone, jumps: found }) => found.map((at) => ({ zone, at })));

test('T4, T5: the engine agrees with the witness for three days before and after every jump, 2015–2037', () => {
  assert.ok(zones.length > 70 && jumps.length > 1800, `${zones.length} clocks, ${jumps.length} jumps`);
  const asked = all ? jumps : sample(jumps, 60, ({ zone }) => zone === 'America/Sao_Paulo');
  for (const { zone, at } of asked) {
    compare(zone, at - 3 * DAY, at + 3 * DAY, chanceOf(at / 60_000), [
      minuteShown(zone, at - 1),
      minuteShown(zone, at),
    ]);
  }
});

/** Returns one zone for each different sequence of jumps; the sequence of São Paulo keeps the name of São Paulo. */
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

/** Returns about `count` evenly chosen entries, and all entries that are `wanted`. */
function sample<T>(from: readonly T[], count: number, wanted: (each: T) => boolean): readonly T[] {
  const step = Math.ceil(from.length / count);
  return from.filter((each, i) => i % step === 0 || wanted(each));
}

function minuteShown(zone: string, at: Instant): number {
  const shown = new Temporal.ZonedDateTime(BigInt(at) * 1_000_000n, zone);
  return shown.hour * 60 + shown.minute;
}

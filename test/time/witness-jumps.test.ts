/**
 * The engine against its witness, three days either side of every jump of every clock there is from 2015 to 2037.
 * By default a sample; all of them, about a minute, with OTO_TEST_ALL=1.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Instant } from '#rules/time/interval.ts';
import { compare, DAY, FROM, TO } from './against-witness.ts';
import { chanceOf } from './seeded-random.ts';

const all = process.env.OTO_TEST_ALL === '1';
const zones = distinctZones();
const jumps = zones.flatMap(({ zone, jumps: found }) => found.map((at) => ({ zone, at })));

test('T4, T5: the engine agrees with the witness three days either side of every jump, 2015–2037', () => {
  assert.ok(zones.length > 70 && jumps.length > 1800, `${zones.length} clocks, ${jumps.length} jumps`);
  const asked = all ? jumps : sample(jumps, 60, ({ zone }) => zone === 'America/Sao_Paulo');
  for (const { zone, at } of asked) {
    compare(zone, at - 3 * DAY, at + 3 * DAY, chanceOf(at / 60_000), [
      minuteShown(zone, at - 1),
      minuteShown(zone, at),
    ]);
  }
});

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

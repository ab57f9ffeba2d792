/** Compares the engine with the witness in random weeks of random zones from 2015 to 2037: 40 weeks, 500 with OTO_TEST_ALL=1. */
import { test } from 'node:test';
import { compare, DAY, FROM, TO } from './compare-with-witness.ts';
import { chanceOf } from './seeded-random.ts';

const weeks = process.env.OTO_TEST_ALL === '1' ? 500 : 40;

test(`T1, T2, T6, T7: the engine agrees with the witness in ${weeks} random weeks of random zones`, () => {
  const chance = chanceOf(2026);
  const names = Intl.supportedValuesOf('timeZone');
  for (let i = 0; i < weeks; i++) {
    const from = FROM + chance((TO - FROM) / 60_000 - 10_080) * 60_000;
    compare(names[chance(names.length)] as string, from, from + 7 * DAY, chance, []);
  }
});

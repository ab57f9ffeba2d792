/** Random numbers from a seed, the same in each run, so that the demo is the same everywhere. */

export interface Seeded {
  /** Returns a whole number from 0 to `limit` − 1. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  /** Picks a value, each as often as its weight says. */
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  /** Returns true with the probability `ofOne`, from 0 to 1. */
  chance(ofOne: number): boolean;
  /** Returns a UUIDv7 of an instant; without `at`, of early 2026, each later than the one before. */
  id(at?: number): string;
}

/** Returns the random numbers of `seed`: Mulberry32 over a hash of the text. */
export function seeded(seed: string): Seeded {
  let state = 0;
  for (const char of seed) state = Math.imul(state ^ char.charCodeAt(0), 0x9e3779b1);
  let ids = 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const hex = (length: number) => {
    let digits = '';
    while (digits.length < length) digits += '0123456789abcdef'[below(16)];
    return digits;
  };
  return {
    below,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return (from.at(-1) as (typeof from)[number])[0];
    },
    chance: (ofOne) => next() < ofOne,
    id(at) {
      const made = (at ?? ID_EPOCH + ++ids).toString(16).padStart(12, '0');
      return `${made.slice(0, 8)}-${made.slice(8)}-7${hex(3)}-${'89ab'[below(4)]}${hex(3)}-${hex(12)}`;
    },
  };
}

const ID_EPOCH = Date.UTC(2026, 0, 1);

/** Draws all random values of a fault run from its seed: the same seed gives the same values, however fast the machine is. */

export interface Chance {
  /** Returns a whole number from 0 to `end` − 1. */
  below(end: number): number;
  /** Returns true in `percent` of a hundred calls. */
  happens(percent: number): boolean;
  pick<T>(of: readonly T[]): T;
  /** Returns one of the keys, with a probability proportional to its weight. */
  pickWeighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  uuid(): string;
  /** Returns a separate sequence for a part that runs in parallel with others. */
  fork(name: string): Chance;
}

/** Creates the generator mulberry32 (public domain) with a seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end: number) => next() % end;
  return {
    below,
    happens: (percent) => below(100) < percent,
    pick: (of) => of[below(of.length)] as (typeof of)[number],
    pickWeighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights & string, number][];
      let left = below(entries.reduce((sum, [, weight]) => sum + weight, 0));
      for (const [key, weight] of entries) {
        if (left < weight) return key;
        left -= weight;
      }
      throw new Error('no key has a weight above 0');
    },
    uuid() {
      const hex = Array.from({ length: 4 }, () => next().toString(16).padStart(8, '0')).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
    fork: (name) =>
      chanceOf([...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed)),
  };
}

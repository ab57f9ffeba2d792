/** Finds the zones of a phone number's country. C5 depends on the country, not on the calling code. */
import { COUNTRIES } from './countries.ts';

/**
 * Returns the zones of the number's country, the one with the most inhabitants first; null if no country is known.
 * `phone` is E.164. Brazil is not included, because its area codes say more (`area-codes.ts`).
 */
export function zonesOfCountry(phone: string): readonly string[] | null {
  for (let length = LONGEST_PREFIX; length > 1; length--) {
    const zones = BY_PREFIX.get(phone.slice(0, length));
    if (zones !== undefined) return zones;
  }
  return null;
}

const BY_PREFIX: ReadonlyMap<string, readonly string[]> = new Map(
  COUNTRIES.flatMap(([, starts, zones]) => {
    const list = zones.split(' ');
    return starts.split(' ').map((start) => [`+${start}`, list] as const);
  }),
);

const LONGEST_PREFIX = Math.max(...[...BY_PREFIX.keys()].map((prefix) => prefix.length));

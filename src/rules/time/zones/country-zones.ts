/** The zones of the countries, by the start of a phone number: C5 asks for the country, not for the calling code. */
import { COUNTRIES } from './countries.ts';

/**
 * Zones of the number's country, that of most inhabitants first; null where no country is known by it. `phone` is E.164.
 * Brazil is not here: its area codes tell more (`area-codes.ts`).
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

/** Suggests what a form about a store may fill in: the zones of its place, and the coming holidays of its state. */
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type Holiday, suggestedHolidays } from '#rules/time/holidays/holidays.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { zoneOfCity } from '#rules/time/zones/brazil-zones.ts';
import { readStore } from './read-stores.ts';
import type { StoreDeps } from './store-deps.ts';

/** Returns the zones that the place may have, the likeliest first; none for a state outside Brazil. */
export function suggestZones(city: string, state: string): readonly string[] {
  const found = zoneOfCity(city, state);
  if (found === null) return [];
  return 'zone' in found ? [found.zone] : found.ambiguous;
}

/** Returns the holidays of the next 13 months on the store's clock; null if the reader does not reach such a store. */
export async function suggestStoreHolidays(
  deps: Pick<StoreDeps, 'db' | 'auth' | 'now' | 'hostNow'>,
  reader: PersonActor,
  id: string,
): Promise<readonly Holiday[] | null> {
  const store = await readStore(deps, reader, id);
  if (store === null) return null;
  const today = localDay(zoneFault(store.zone) === null ? store.zone : 'Etc/UTC', deps.now());
  return suggestedHolidays(dateText(today), dateText(today + DAYS_AHEAD), [store.state]);
}

const DAYS_AHEAD = 396;

/** Lists the zones that support can choose for a brand, those of Brazil first. */
import type { Language } from '#contract/core/common.ts';
import { zoneOffset } from '#web/shell/support/zone-name.ts';
import { ZONES_OF_BRAZIL } from '#web/shell/time/places-of-brazil.ts';
import type { SelectGroup } from '#web/ui/forms/select-field.tsx';
import { cityOfZone } from '#words/core/zone-city.ts';

/** Returns the two groups of the list: Brazil, and the places of all other countries by name. */
export function zoneGroups(language: Language, now: number, brazil: string, others: string): readonly SelectGroup[] {
  const option = (zone: string, name: string) => ({
    value: zone,
    label: `${name} (${zoneOffset(language, zone, now)})`,
  });
  const known: ReadonlySet<string> = new Set(ZONES_OF_BRAZIL);
  const places = Intl.supportedValuesOf('timeZone').filter((zone) => PLACE.test(zone) && !known.has(zone));
  return [
    { label: brazil, options: ZONES_OF_BRAZIL.map((zone) => option(zone, cityOfZone(zone))) },
    { label: others, options: places.map((zone) => option(zone, nameOf(zone))) },
  ];
}

/** The areas of the tz database that name places. */
const PLACE = /^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/** "Europe/Lisbon" → "Europe, Lisbon": without the area two cities of one name could not be told apart. */
function nameOf(zone: string): string {
  return `${zone.split('/')[0]}, ${cityOfZone(zone)}`;
}

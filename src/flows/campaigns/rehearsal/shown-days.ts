/** Lists the days of a rehearsal with the quiet part of each hour. */
import type { readPlace } from '#db/policy/quiet-hours.ts';
import type { BrandClocks } from '#flows/policy/timelines.ts';
import { emptyDay, type RehearsedCampaign, type RehearsedDay } from '#rules/campaigns/rehearsal/rehearsal.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import { hourSpans, sharesByHour } from '#rules/reports/day-spread.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, startOfDay } from '#rules/time/local-day.ts';

export type Place = NonNullable<(typeof readPlace)['row']>;

/** `quietByHour`: for each hour of the first store's clock, the part of it (0 to 1) that is quiet. */
export interface ShownDay extends Readonly<RehearsedDay> {
  readonly date: string;
  readonly quietByHour: readonly number[];
}

/** Returns a function that reads the quiet part of each hour of a date on a store's clock. */
export function quietReader(
  clocks: BrandClocks,
  { brandZone: brand, storeZones: brandStores, plan }: Pick<Place, 'brandZone' | 'storeZones' | 'plan'>,
  zone: string,
  now: Instant,
): (day: EpochDay) => readonly number[] {
  const zones = { store: zone, brand, customer: [], customerFrom: null, brandStores };
  const context = { plan, timeline: clocks.timeline, zones, quiet: clocks.around(now, zones) };
  return (day) => {
    const [start, end] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
    return sharesByHour(hourSpans(zone, start, end), quietStretches(context, start, end));
  };
}

/** Lists the dates of the period up to the last contact, those on which nothing happens included. */
export function shownDays(
  { days, lastServedOn }: RehearsedCampaign,
  { from, to }: { readonly from: EpochDay; readonly to: EpochDay },
  quietOf: (day: EpochDay) => readonly number[],
): readonly ShownDay[] {
  const first = Math.min(from, ...days.keys());
  const last = Math.max(lastServedOn ?? from, Math.min(to, from + LEAST_DAYS - 1), ...days.keys());
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const day = first + i;
    return { ...(days.get(day) ?? emptyDay()), date: dateText(day), quietByHour: quietOf(day) };
  });
}

/** A period without contacts is shown by a week of empty dates. */
const LEAST_DAYS = 7;

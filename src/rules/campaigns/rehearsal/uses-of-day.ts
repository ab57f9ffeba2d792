/** Lists when the sellers of a store use the suggestions that are open on a day. */
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { minutesOfUse, type WeightedSpan } from './minutes-of-use.ts';
import { isAwayOn, type RehearsedSeller } from './rehearsal.ts';
import type { RehearsedPerson } from './rehearsed-person.ts';
import type { StoreCalendar } from './store-calendar.ts';

export interface UseOfDay {
  readonly person: RehearsedPerson;
  readonly sellerId: string;
  readonly at: Instant;
  readonly spans: readonly WeightedSpan[];
}

/** A seller uses the suggestions in the order of the list: by the campaign's priority, then as they came to be. */
export function usesOfDay(
  sellers: readonly RehearsedSeller[],
  withOpen: Iterable<RehearsedPerson>,
  calendar: StoreCalendar,
  { day, from }: { readonly day: EpochDay; readonly from: Instant },
): readonly UseOfDay[] {
  const times = calendar.workingOn(day, from);
  if (times.length === 0) return [];
  const free = [...withOpen].flatMap((person) => {
    const { open } = person;
    return open === null || open.isHeld ? [] : [{ person, open }];
  });
  const lists = Map.groupBy(free, ({ open }) => open.sellerId);
  return sellers.flatMap(({ id: sellerId, daysOff, usualHours }) => {
    const list = lists.get(sellerId);
    if (list === undefined || isAwayOn({ daysOff }, day)) return [];
    list.sort(({ open: a }, { open: b }) => a.priority - b.priority || a.number - b.number || (a.id < b.id ? -1 : 1));
    const spans = calendar.weighted(times, usualHours);
    const minutes = minutesOfUse(list.length, spans);
    return minutes.map((at, i) => ({ person: (list[i] as (typeof list)[number]).person, sellerId, at, spans }));
  });
}

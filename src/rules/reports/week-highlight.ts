/** Chooses the one thing to notice in a week, by conditions in a fixed order (decision 0064). */
import {
  type CountedWeek,
  hasData,
  haveSameEvenings,
  isClearlyHigher,
  type NamedStore,
  type StoreWeek,
} from './counted-week.ts';
import type { Figures } from './figures.ts';

/** The things to notice, in the order in which their conditions are tried: what went worse, then the good news. */
export const HIGHLIGHTS = [
  'evenings_rose',
  'outside_hours',
  'stops_rose',
  'evenings_fell',
  'evenings_spared',
  'few',
  'calm',
] as const;
export type HighlightKind = (typeof HIGHLIGHTS)[number];

/**
 * The thing to notice. `now` and `before`: evenings, contacts outside opening hours, or stop requests for 1,000 contacts; 0
 * for `few` and `calm`. `store`: the store that the sentence names; null: all stores that were counted.
 */
export interface WeekHighlight {
  readonly kind: HighlightKind;
  readonly store: NamedStore | null;
  readonly now: number;
  readonly before: number | null;
}

/** Under so many contacts in a week, the week as a whole is not called calm. */
const LEAST_CONTACTS = 20;
/** From so many contacts outside its opening hours on, a store is named. */
const LEAST_OUTSIDE = 20;
/** Under so many contacts in either week, rates for 1,000 contacts are not compared. */
const LEAST_FOR_RATES = 100;

export function highlightOf(week: CountedWeek, before: CountedWeek): WeekHighlight {
  return (
    risenEvenings(week, before) ??
    outsideHours(week) ??
    risenStops(week, before) ??
    fallenEvenings(week, before) ??
    sparedEvenings(week) ??
    ofAll(week.figures.sent < LEAST_CONTACTS ? 'few' : 'calm', 0, null)
  );
}

/** Finds the store whose evenings worked rose most, of those whose evenings clearly rose. */
function risenEvenings({ stores }: CountedWeek, before: CountedWeek): WeekHighlight | null {
  const risen = stores.flatMap((store) => {
    const earlier = before.stores.find(({ id }) => id === store.id);
    if (earlier === undefined || !hasData(earlier.figures) || !haveSameEvenings([store], [earlier])) return [];
    const [now, then] = [store.figures.eveningsWorked, earlier.figures.eveningsWorked];
    return isClearlyHigher(now, then) ? [{ store: nameOf(store), now, before: then }] : [];
  });
  const [most] = risen.toSorted((a, b) => b.now - b.before - (a.now - a.before));
  return most === undefined ? null : { kind: 'evenings_rose', ...most };
}

/** Finds the store with the most contacts outside its opening hours (H7). */
function outsideHours({ stores }: CountedWeek): WeekHighlight | null {
  const [most] = stores.toSorted((a, b) => b.figures.outsideHours - a.figures.outsideHours);
  const now = most?.figures.outsideHours ?? 0;
  if (most === undefined || now < LEAST_OUTSIDE) return null;
  return { kind: 'outside_hours', store: nameOf(most), now, before: null };
}

/** Compares the stop requests with those that the rate of the week before would have brought. */
function risenStops({ figures: now }: CountedWeek, { figures: before }: CountedWeek): WeekHighlight | null {
  if (Math.min(now.sent, before.sent) < LEAST_FOR_RATES) return null;
  const expected = (before.stopped * now.sent) / before.sent;
  if (!isClearlyHigher(now.stopped, expected)) return null;
  return ofAll('stops_rose', perThousand(now), perThousand(before));
}

function fallenEvenings(week: CountedWeek, before: CountedWeek): WeekHighlight | null {
  if (!hasData(before.figures) || !haveSameEvenings(week.stores, before.stores)) return null;
  const [now, then] = [week.figures.eveningsWorked, before.figures.eveningsWorked];
  return isClearlyHigher(then, now) ? ofAll('evenings_fell', now, then) : null;
}

function sparedEvenings({ figures: { eveningsSpared } }: CountedWeek): WeekHighlight | null {
  return eveningsSpared > 0 ? ofAll('evenings_spared', eveningsSpared, null) : null;
}

function ofAll(kind: HighlightKind, now: number, before: number | null): WeekHighlight {
  return { kind, store: null, now, before };
}

/** Returns the stop requests for 1,000 contacts, to a tenth. */
function perThousand({ stopped, sent }: Figures): number {
  return Math.round((stopped * 10_000) / sent) / 10;
}

function nameOf({ id, name }: StoreWeek): NamedStore {
  return { id, name };
}

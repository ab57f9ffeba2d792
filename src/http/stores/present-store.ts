/** Parses what managers send about stores, and builds the bodies of answers about stores. */
import type { Store } from '#contract/stores/store.ts';
import type { OpenHours, StoreDate } from '#db/people/stores.ts';
import type { StoreView } from '#flows/stores/read-stores.ts';
import type { OneTimeSignIn } from '#flows/stores/store-deps.ts';
import { instantText } from '#http/core/present.ts';
import { hoursBody, timeText } from '#http/people/present-hours.ts';

type HoursBody = Pick<Store, 'hours' | 'dates'>;

export function parseHours(hours: HoursBody['hours']): OpenHours[] {
  return hours.map(({ weekday, opens, closes }) => ({
    weekday,
    opensMinute: minute(opens),
    closesMinute: end(closes),
  }));
}

export function parseDates(dates: HoursBody['dates']): StoreDate[] {
  return dates.map(({ date, opens, closes, label }) => ({
    date,
    opensMinute: opens === null ? null : minute(opens),
    closesMinute: closes === null ? null : end(closes),
    label,
  }));
}

/** The schema has checked the text. */
function minute(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The database writes a closing at midnight as 24:00. */
function end(time: string): number {
  return minute(time) || 1440;
}

/** The view of a store, or of what a store would be after a change. */
type ShownStore = Omit<StoreView, 'hours' | 'dates'> & {
  readonly hours: readonly OpenHours[];
  readonly dates: readonly StoreDate[];
};

export function storeBody({ closedAt, changes, customers, held, ...store }: ShownStore): Store {
  return {
    ...store,
    hasHours: store.hours.length > 0,
    closedAt: closedAt === null ? null : instantText(closedAt),
    hours: store.hours.map(hoursBody),
    dates: store.dates.map(dateBody),
    inTheWay: { people: store.people, customers, held },
    changes: changes.map(({ at, ...change }) => ({ ...change, at: instantText(at) })),
  };
}

function dateBody({ date, opensMinute, closesMinute, label }: StoreDate): Store['dates'][number] {
  return {
    date,
    opens: opensMinute === null ? null : timeText(opensMinute),
    closes: closesMinute === null ? null : timeText(closesMinute),
    label,
  };
}

export function signInBody({ email, password, expiresAt }: OneTimeSignIn) {
  return { email, password, expiresAt: instantText(expiresAt) };
}

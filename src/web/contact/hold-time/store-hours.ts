/** Finds when the store opens next, for a hint: outside opening hours nothing is refused, but no seller is there to send (H7). */
import type { Session } from '#contract/sign-in/session.ts';
import { dateAfter } from '#words/core/format.ts';

export type StoreHours = NonNullable<Session['store']>['hours'];

export interface Opening {
  /** `YYYY-MM-DD` and `HH:mm`, on the store's clock. */
  readonly date: string;
  readonly time: string;
}

/** Returns the next opening after a day and time on the store's clock; null while the store is open, and where its hours are unknown. */
export function nextOpening(hours: StoreHours, date: string, time: string): Opening | null {
  if (isOpen(hours, date, time)) return null;
  for (let ahead = 0; ahead <= 7; ahead++) {
    const on = dateAfter(date, ahead);
    const opens = hours.filter(({ weekday }) => weekday === weekdayOf(on)).map(({ opens }) => opens);
    const next = opens.toSorted().find((each) => ahead > 0 || each > time);
    if (next !== undefined) return { date: on, time: next };
  }
  return null;
}

function isOpen(hours: StoreHours, date: string, time: string): boolean {
  const today = weekdayOf(date);
  const yesterday = weekdayOf(dateAfter(date, -1));
  return hours.some(({ weekday, opens, closes }) => {
    const overMidnight = closes <= opens;
    if (weekday === today && time >= opens && (overMidnight || time < closes)) return true;
    return weekday === yesterday && overMidnight && time < closes;
  });
}

/** Monday = 0. */
function weekdayOf(on: string): number {
  return (new Date(`${on}T00:00:00.000Z`).getUTCDay() + 6) % 7;
}

/** Computes the time to which the demo's clock moves for held messages: the next day on which the store opens, when the first is ready. */
import type { Session } from '#contract/sign-in/session.ts';
import { dateAfter } from '#words/core/format.ts';

type StoreHours = NonNullable<Session['store']>['hours'];

/** `YYYY-MM-DD` and `HH:mm`, on the store's clock. */
export interface Morning {
  readonly date: string;
  readonly time: string;
}

const SUNDAY = 6;
/** The hours of Ana's store, for a person without a store and before the sign-in. */
const USUAL_HOURS: StoreHours = Array.from({ length: 7 }, (_, weekday) =>
  weekday === SUNDAY ? { weekday, opens: '14:00', closes: '20:00' } : { weekday, opens: '10:00', closes: '22:00' },
);
const USUAL = '10:10';
/** The first message of an opening is ready within this time (P3). */
const FIRST_READY_MINUTES = 10;

/** Returns the next open day after `today` at 10:10, or ten minutes after the store opens where that is later. */
export function nextMorning(today: string, known: StoreHours | undefined): Morning {
  const hours = known === undefined || known.length === 0 ? USUAL_HOURS : known;
  for (let ahead = 1; ahead <= 7; ahead++) {
    const date = dateAfter(today, ahead);
    const opens = hours.filter(({ weekday }) => weekday === weekdayOf(date)).map((each) => each.opens);
    const [first] = opens.toSorted();
    if (first !== undefined) return { date, time: laterOf(USUAL, first) };
  }
  return { date: dateAfter(today, 1), time: USUAL };
}

function laterOf(time: string, opens: string): string {
  const [hour = 0, minute = 0] = opens.split(':').map(Number);
  const ready = hour * 60 + minute + FIRST_READY_MINUTES;
  const readyAt = [Math.floor(ready / 60), ready % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return readyAt > time ? readyAt : time;
}

/** Monday = 0. */
function weekdayOf(on: string): number {
  return (new Date(`${on}T00:00:00.000Z`).getUTCDay() + 6) % 7;
}

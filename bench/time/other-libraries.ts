/** Answers the question of `workload.ts` with five libraries and with plain Temporal, written as their manuals advise for speed. */
import later from '@breejs/later';
import { Cron } from 'croner';
import { DateTime } from 'luxon';
import OpeningHours from 'opening_hours';
import { Temporal as Polyfill } from 'temporal-polyfill/implementation';
import { type Answer, ZONE } from './workload.ts';

/** Each entry builds its answer function once. Libraries without zones use the process's TZ, which `run.ts` sets. */
export const OTHER_LIBRARIES: Readonly<Record<string, () => Answer>> = {
  luxon: () => (at) => {
    const there = DateTime.fromMillis(at, { zone: ZONE });
    const quiet = there.hour >= 20 || there.hour < 8;
    const day = there.hour >= 20 ? there.plus({ days: 1 }) : there;
    return { quiet, changesAt: day.set({ hour: quiet ? 8 : 20, minute: 0, second: 0, millisecond: 0 }).toMillis() };
  },

  /** The polyfill's own code: its main entry uses native Temporal if there is one. */
  'temporal-polyfill': () => withTemporal(Polyfill),
  'native Temporal': () => withTemporal(Temporal),

  croner: () => {
    const start = new Cron('0 0 20 * * *', { timezone: ZONE, paused: true });
    const end = new Cron('0 0 8 * * *', { timezone: ZONE, paused: true });
    return (at) => {
      const now = new Date(at);
      const nextStart = (start.nextRun(now) as Date).getTime();
      const nextEnd = (end.nextRun(now) as Date).getTime();
      return { quiet: nextEnd < nextStart, changesAt: Math.min(nextStart, nextEnd) };
    };
  },

  '@breejs/later': () => {
    later.date.localTime();
    const schedule = later.schedule({ schedules: [{ h: [0, 1, 2, 3, 4, 5, 6, 7, 20, 21, 22, 23] }] });
    return (at) => {
      const now = new Date(at);
      const quiet = schedule.isValid(now);
      const [start, end] = schedule.nextRange(1, now) as [Date, Date];
      return { quiet, changesAt: (quiet ? end : start).getTime() };
    };
  },

  opening_hours: () => {
    const hours = new OpeningHours('20:00-08:00');
    return (at) => {
      const now = new Date(at);
      return { quiet: hours.getState(now), changesAt: (hours.getNextChange(now) as Date).getTime() };
    };
  },
};

function withTemporal({ Instant }: Pick<typeof Temporal, 'Instant'>): Answer {
  return (at) => {
    const there = Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE);
    const { hour } = there;
    const quiet = hour >= 20 || hour < 8;
    const day = hour >= 20 ? there.add({ days: 1 }) : there;
    return { quiet, changesAt: day.withPlainTime({ hour: quiet ? 8 : 20 }).epochMilliseconds };
  };
}

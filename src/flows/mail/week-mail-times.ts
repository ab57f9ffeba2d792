/** Reads when the summary of a week may be mailed to the managers of a brand. */
import type { Db } from '#db/core/db.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { readFrame } from '#flows/reports/report-frame.ts';
import { MAILED_DAYS, type MailedStore, weekMailTimes } from '#rules/mail/week-mail-times.ts';
import { WEEK_DAYS } from '#rules/reports/ended-week.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import { complement, type Interval } from '#rules/time/interval.ts';

/** `monday`: the first day of the week. Returns no time where the brand does not exist or has no store. */
export async function readWeekMailTimes(
  reads: Db,
  timelines: Timelines,
  brandId: string,
  monday: EpochDay,
): Promise<readonly Interval[]> {
  const first = monday + WEEK_DAYS;
  // One more date, because the last day on the brand's clock may end on the next date of a store further east.
  const dates = { first, last: first + MAILED_DAYS };
  const frame = await readFrame(reads, timelines, { brandId, storeId: null }, () => dates);
  if (frame === null) return [];
  const stores = frame.stores.map(
    ({ days, quiet }): MailedStore => ({
      open: complement(days.flatMap(({ closed }) => closed)),
      quiet,
      weekEndsAt: days[0]?.date.start ?? Number.POSITIVE_INFINITY,
    }),
  );
  return weekMailTimes(monday, frame.brandZone, stores);
}

/** Queues the mails with the summary of the last week, once for each brand and week, while a store of the brand is open and not quiet. */
import type { Database } from '#db/core/db.ts';
import { findWeekMails, insertWeekMails, markWeekQueued } from '#db/mail/week-mails.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { readLastEndedWeek } from '#flows/reports/read-week.ts';
import { contains, type Instant } from '#rules/time/interval.ts';
import { dateText } from '#rules/time/local-day.ts';
import { readWeekMailTimes } from './week-mail-times.ts';

export interface QueueWeekMailsDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  /** The app's clock, which says which week is over and whether a store is open. */
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
}

/** Returns whether this call queued the mails: not if it is too early, too late, or another server did it. */
export async function queueWeekMails(deps: QueueWeekMailsDeps, brandId: string): Promise<boolean> {
  const { db, timelines, now, hostNow } = deps;
  const monday = await readLastEndedWeek(db, brandId, now());
  if (monday === null) return false;
  const week = { brandId, weekOn: dateText(monday) };
  const isTime = await db.read(brandId, async (reads) => {
    const [queued] = await reads.run(findWeekMails, week);
    if (queued) return false;
    const times = await readWeekMailTimes(reads, timelines, brandId, monday);
    return times.some((time) => contains(time, now()));
  });
  if (!isTime) return false;
  return db.inBrand(brandId, async (tx) => {
    const [marked] = await tx.run(markWeekQueued, { ...week, at: hostNow() });
    if (!marked) return false;
    tx.send(insertWeekMails, { ...week, at: hostNow() });
    return true;
  });
}

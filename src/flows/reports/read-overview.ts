/** Counts how many attempts were put off or warned in a time, and how many were sent after a warning. */

import type { Reads } from '#db/core/db.ts';
import { countAttemptEvents } from '#db/record/attempt-events.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { MOST_DAYS } from './read-distribution.ts';

export interface AttemptOverview {
  readonly putOff: number;
  readonly warned: number;
  readonly sentAfterWarning: number;
  readonly hasAttempts: boolean;
}

/** Counts the events. Returns `unusable` where the time is empty or longer than `MOST_DAYS`. */
export async function readOverview(
  db: Reads,
  brandId: string,
  from: Instant,
  to: Instant,
): Promise<AttemptOverview | 'unusable'> {
  if (!(from < to && to - from <= (MOST_DAYS + 1) * DAY_MS)) return 'unusable';
  const [counts] = await db.read(brandId, (reads) => reads.run(countAttemptEvents, { brandId, from, to }));
  if (!counts) throw new Error('countAttemptEvents returned no row: an aggregate always returns one.');
  return counts;
}

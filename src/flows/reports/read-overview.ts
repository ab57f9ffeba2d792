/** How often quiet hours and warnings met the brand's attempts in a stretch of time. */

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

/** `unusable`: more than `MOST_DAYS`, or nothing at all. */
export async function readOverview(
  db: Reads,
  brandId: string,
  from: Instant,
  to: Instant,
): Promise<AttemptOverview | 'unusable'> {
  if (!(from < to && to - from <= (MOST_DAYS + 1) * DAY_MS)) return 'unusable';
  const [counts] = await db.read(brandId, (reads) => reads.run(countAttemptEvents, { brandId, from, to }));
  if (!counts) throw new Error('Counting always answers a row');
  return counts;
}

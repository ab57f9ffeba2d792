/** Builds the quiet hours as the caller's store sees them, for `GET /quiet-hours` and for the session. */
import type { Language } from '#contract/core/common.ts';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { Database } from '#db/core/db.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { readQuietHours } from '#flows/policy/read-quiet-hours.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { reachOf } from '#rules/people/access.ts';
import { noticeBody, quietHoursBody } from './present-quiet-hours.ts';

export interface QuietHoursDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => number;
  readonly isTicking: () => boolean;
}

/** Returns null if the person's brand no longer exists. */
export async function ownQuietHours(
  deps: QuietHoursDeps,
  { brandId, storeId, personId, role }: PersonActor,
  language: Language,
): Promise<QuietHours | null> {
  const now = deps.now();
  const read = await readQuietHours(deps, brandId, { storeId, personId }, now);
  if (!read) return null;
  const allZones = reachOf('read_quiet_hours', role) === 'brand';
  return {
    ...quietHoursBody(read, { language, now, ticking: deps.isTicking(), allZones }),
    notice: noticeBody(read, { language, now }),
  };
}

/** Reads a seller's days off on the store's clock: from the first date to the last one, both included. */
import { DAY_MS, dayOf } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';

/** The most days of one absence. A longer one is a person who left, and the portfolio moves. */
const MOST_DAYS = 366;

/** A fault of the dates, with the field at which the person corrects it. */
export interface AbsenceFault {
  readonly path: 'from' | 'until';
  readonly code: 'absence_dates_swapped' | 'absence_past' | 'absence_too_long' | 'invalid_format';
}

export interface AbsenceSpan {
  /** The start of the first day, or of the present day where the first one is over. */
  readonly startsAt: Instant;
  /** The start of the day after the last one. */
  readonly endsAt: Instant;
}

/**
 * Returns the span of the absence in the store's zone, or the fault of its dates (`YYYY-MM-DD`). The first day may have
 * begun earlier; the last one may not be over.
 */
export function absenceSpan(zone: string, from: string, until: string, now: Instant): AbsenceSpan | AbsenceFault {
  const [first, last] = [dayOf(from), dayOf(until)];
  if (first === null) return { path: 'from', code: 'invalid_format' };
  if (last === null) return { path: 'until', code: 'invalid_format' };
  if (last < first) return { path: 'until', code: 'absence_dates_swapped' };
  if (last < localDay(zone, now)) return { path: 'until', code: 'absence_past' };
  if (last - first >= MOST_DAYS) return { path: 'until', code: 'absence_too_long' };
  return {
    startsAt: Math.max(startOfDay(zone, first), startOfDay(zone, localDay(zone, now))),
    endsAt: startOfDay(zone, last + 1),
  };
}

/** `coming`: the first day has not begun. `over`: the last day has passed, or somebody ended the absence. */
export type AbsenceState = 'coming' | 'running' | 'over';

export function absenceState(
  { startsAt, endsAt, endedAt }: AbsenceSpan & { readonly endedAt: Instant | null },
  now: Instant,
): AbsenceState {
  if (endedAt !== null || now >= endsAt) return 'over';
  return now < startsAt ? 'coming' : 'running';
}

/** Ended absences are listed for so long. */
export const ENDED_LISTED_MS = 30 * DAY_MS;

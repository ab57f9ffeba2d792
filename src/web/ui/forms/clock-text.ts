/** Reads a time of day in the ways that people type it. */

/**
 * Returns `HH:mm` for "20:00", "2000", "20h", "20h30", "8", "8.30"; null for other text. `24:00` is accepted only with
 * `allowDayEnd` (a window may end there, never start).
 */
export function readClock(typed: string, allowDayEnd = false): string | null {
  const match = /^\s*(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?|(\d{2}))?\s*(?:min|m)?\s*$/.exec(typed);
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? match[3] ?? '0');
  const known = minute < 60 && (hour < 24 || (allowDayEnd && hour === 24 && minute === 0));
  return known ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}

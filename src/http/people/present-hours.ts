/** Builds the body of a store's opening hours, for sessions and for support. */
import type { OpenHours } from '#db/people/stores.ts';

export function hoursBody({ weekday, opensMinute, closesMinute }: OpenHours) {
  return { weekday, opens: timeText(opensMinute), closes: timeText(closesMinute) };
}

/** Writes a minute of the day as `HH:mm`. */
export function timeText(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

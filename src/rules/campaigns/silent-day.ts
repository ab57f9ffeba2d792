/** Tells whether the silence that a customer asked for leaves no time on a day (D4b). */
import { type ContactSilence, silentStretches } from '#rules/contact/quiet/contact-silence.ts';
import { type Interval, subtract, union } from '#rules/time/interval.ts';

/**
 * Whether the asked silence, together with quiet hours, covers all of `usable`, the store's open times of the day.
 * Quiet hours alone leave nobody out: they bind all customers alike, and what is blocked can be held for the next
 * opening. The clocks of the context must cover the times.
 */
export function isSilentAllDay(context: ContactSilence, usable: readonly Interval[]): boolean {
  if (context.asked.silences.length === 0) return false;
  const times = union(usable);
  if (times.length === 0) return false;
  const [first, last] = [times[0] as Interval, times.at(-1) as Interval];
  return subtract(times, silentStretches(context, first.start, last.end)).length === 0;
}

/** Builds the windows of *dia inteiro*: the whole date, and the night of its weekday. */
import { WEEK } from '#web/ui/ring/ring-hours.ts';
import type { RuleDraft, TimesDraft } from './hours-draft.ts';

/**
 * Returns the whole day and the night that the weekday would have begun; without the night, the next morning would open
 * at midnight (T7, A4).
 */
export function wholeDay(on: string, rules: readonly RuleDraft[]): readonly TimesDraft[] {
  const day = on === '' ? undefined : WEEK[(new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7];
  const nights = day === undefined ? rules.slice(0, 1) : rules.filter(({ days }) => days.includes(day));
  return [{ start: '00:00', end: '24:00' }, ...nights.map(({ start, end }) => ({ start, end }))];
}

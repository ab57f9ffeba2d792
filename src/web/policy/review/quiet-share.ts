/** Computes how much of an hour of the day is quiet in an ordinary week. */
import { weekStrips } from '#rules/time/ring.ts';
import { WEEK, windowsOfWeekday } from '#web/ui/ring/ring-hours.ts';
import type { Hours } from '#words/policy/sentence.ts';

/** Returns a share from 0 to 1, over the seven days. `hour` is 0 to 23. */
export function quietShare(hours: Hours, hour: number): number {
  const strips = weekStrips(WEEK.map((day) => windowsOfWeekday(hours, day)));
  const [from, until] = [hour * 60, (hour + 1) * 60];
  const minutes = strips.flat().map(({ start, end }) => Math.max(0, Math.min(until, end) - Math.max(from, start)));
  return minutes.reduce((sum, each) => sum + each, 0) / (60 * WEEK.length);
}

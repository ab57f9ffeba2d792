/** Presents a day that was run ahead. */
import type { ShownDay } from '#flows/campaigns/rehearsal/shown-days.ts';

export function rehearsedDayBody({ hours, quietByHour, ...counts }: ShownDay) {
  return { ...counts, hours: [...hours], quietByHour: [...quietByHour] };
}

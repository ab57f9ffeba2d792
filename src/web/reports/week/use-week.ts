/** Reads the summary of the last ended week, with the preview of its mail. */
import type { Week } from '#contract/reports/week.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads, type Shown, useRead } from '#web/shell/api/use-read.ts';

/** The key is under the customers' key: readings are dropped when the turn ends. */
const KEY = `${keys.customers}/week/`;

/** `storeId` empty: all stores that the reader may see. */
export function useWeek(storeId: string): Shown<Week> {
  const query = new URLSearchParams(storeId === '' ? {} : { storeId }).toString();
  return useRead(`${KEY}${storeId}`, (signal) => ask(`/reports/week?${query}`, signal));
}

export async function rereadWeek(): Promise<void> {
  await reads.invalidate(KEY);
}

/** Reads a day's spread from the server. The reading is renewed when a message is sent, and dropped when the turn ends. */
import { useCallback, useEffect, useRef } from 'react';
import type { Distribution } from '#contract/reports/distribution.ts';
import type { Instant } from '#rules/time/interval.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { QueryFields } from '#web/shell/api/routes.ts';
import { reads, type Shown, useRead } from '#web/shell/api/use-read.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';

export type Day = Distribution;
export type Share = Day['sellers'][number] | Day['stores'][number];

/** `on`: a date; null: the store's today at the time of the request. `storeId` null: all stores that the reader may see. */
export function useDay(on: string | null, storeId: string | null): Shown<Day> {
  const { now } = useShop();
  const { today } = useTimeText();
  const query = new URLSearchParams({
    ...(on && { from: on, to: on }),
    ...(storeId && { storeId }),
  } satisfies QueryFields<'/reports/distribution'>);
  // The key contains the date: at midnight, and when the clock is moved, today gets another key.
  const key = `${keys.customers}/day/${on ?? today}/${storeId ?? 'all'}`;
  const shown = useRead(key, (signal) => ask(`/reports/distribution?${query}`, signal));
  // A reading under way may have been answered in the hour before, so that it is asked again.
  const readAfresh = useCallback(() => reads.invalidate(key), [key]);
  useEachHour(now, readAfresh);
  return shown;
}

/** Only contacts before the current time count (P5): each new hour, also after the clock was moved, can change the figures. */
function useEachHour(now: Instant, act: () => Promise<void>): void {
  const hour = Math.floor(now / HOUR_MS);
  const last = useRef(hour);
  useEffect(() => {
    const before = last.current;
    last.current = hour;
    if (before !== hour) void act();
  }, [hour, act]);
}

const HOUR_MS = 3_600_000;

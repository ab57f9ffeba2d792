/** A day's spread as the server counted it. Read anew when something is sent, and gone from the device with the turn. */
import { useCallback, useEffect, useRef } from 'react';
import type { Distribution } from '#contract/reports/distribution.ts';
import type { Instant } from '#rules/time/interval.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { QueryFields } from '#web/shell/api/routes.ts';
import { reads, type Shown, useRead } from '#web/shell/api/use-read.ts';
import { useSay, useShop } from '#web/shell/shop.tsx';

export type Day = Distribution;
export type Share = Day['sellers'][number] | Day['stores'][number];

/** `on`: a date; null: the store's today, whichever that is when it is asked. `storeId` null: all that the reader may see. */
export function useDay(on: string | null, storeId: string | null): Shown<Day> {
  const { now } = useShop();
  const { today } = useSay();
  const query = new URLSearchParams({
    ...(on && { from: on, to: on }),
    ...(storeId && { storeId }),
  } satisfies QueryFields<'/reports/distribution'>);
  // By its date: at midnight, and when the clock is moved, today is another reading.
  const key = `${keys.customers}/day/${on ?? today}/${storeId ?? 'all'}`;
  const shown = useRead(key, (signal) => ask(`/reports/distribution?${query}`, signal));
  // A reading under way may have been answered by the hour before: it is asked afresh.
  const readAfresh = useCallback(() => reads.invalidate(key), [key]);
  useEachHour(now, readAfresh);
  return shown;
}

/** What the clock has passed counts (P5): with each hour, by itself or moved, there may be more of it, or less. */
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

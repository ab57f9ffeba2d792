/** Reads the data of the console, and renews it: other support people publish too, and the server's clock runs on. */
import { useEffect } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { createServerClock, useServerNow } from '#web/shell/time/clock.ts';
import { timeOn } from '#words/core/format.ts';
import { type Brand, readBrand, readBrands, readHistory } from './brands-api.ts';

/** Support has no live stream, so that its screens ask this often. */
const ASK_EVERY_MS = 30_000;
const ROOT = 'support';

const clock = createServerClock();

export function useBrands() {
  return useRead(`${ROOT}/brands`, readBrands, renewal);
}

/** The answer also sets the console's clock. */
export function useBrand(id: string) {
  return useRead(
    brandKey(id),
    async (signal) => {
      const askedAt = performance.now();
      const brand = await readBrand(id, signal);
      setConsoleClock(brand.quietHours, askedAt);
      return brand;
    },
    renewal,
  );
}

export function useHistory(id: string) {
  return useRead(`${ROOT}/history/${id}`, (signal) => readHistory(id, signal), renewal);
}

/** Returns the server's current time, renewed each minute and when a zone's quiet hours start or end; then the brand is read again. */
export function useBrandNow({ id, quietHours }: Brand): Instant {
  const changes = quietHours.zones
    .flatMap(({ until, next }) => [until, next])
    .flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  const now = useServerNow(clock, changes) ?? Date.parse(quietHours.serverTime);
  const hasChanged = changes.some((at) => at <= now);
  useEffect(() => {
    if (hasChanged) void reads.invalidate(brandKey(id));
  }, [hasChanged, id]);
  return now;
}

/** Sets the clock from an answer with the server's time, asked for at `askedAt` of the monotonic clock. */
export function setConsoleClock(
  { serverTime, ticking }: { readonly serverTime: string; readonly ticking: boolean },
  askedAt: number,
): void {
  clock.set({ now: Date.parse(serverTime), ticking }, askedAt, performance.now());
}

/** Returns the server's current time; null until it is known. */
export function consoleNow(): Instant | null {
  return clock.now();
}

/** Returns the zone of the support person's computer. */
export function consoleZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Returns the current time, `HH:mm`, in the support person's zone. */
export function consoleTime(): string {
  const now = clock.now();
  return now === null ? '' : timeOn(now, consoleZone());
}

/** Reads everything in the console again after a change by this support person. */
export function refreshSupport(): Promise<void> {
  return reads.invalidate(ROOT);
}

/** A support person who returns to the window sees current data. */
window.addEventListener('focus', () => void refreshSupport());

const renewal = { everyMs: ASK_EVERY_MS } as const;

function brandKey(id: string): string {
  return `${ROOT}/brand/${id}`;
}

/** What the console has read, and when it is read again: other agents publish too, and the server's clock runs on. */
import { useEffect } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';
import { createServerClock, useServerNow } from '#web/shell/time/clock.ts';
import { timeOn } from '#words/core/format.ts';
import { type Brand, readBrand, readBrands, readHistory } from './brands-api.ts';

/** The live stream belongs to brands; support asks. */
const ASK_EVERY_MS = 30_000;
const ROOT = 'support';

const clock = createServerClock();

export function useBrands() {
  return useRead(`${ROOT}/brands`, readBrands, refreshed);
}

/** Also sets the console's clock by the answer. */
export function useBrand(id: string) {
  return useRead(
    brandKey(id),
    async (signal) => {
      const askedAt = performance.now();
      const brand = await readBrand(id, signal);
      setConsoleClock(brand.quietHours, askedAt);
      return brand;
    },
    refreshed,
  );
}

export function useHistory(id: string) {
  return useRead(`${ROOT}/history/${id}`, (signal) => readHistory(id, signal), refreshed);
}

/** The server's now, renewed at each minute and at each instant at which a zone of the brand turns; then it is read anew. */
export function useBrandNow({ id, quietHours }: Brand): Instant {
  const turns = quietHours.zones
    .flatMap(({ until, next }) => [until, next])
    .flatMap((at) => (at === null ? [] : [Date.parse(at)]));
  const now = useServerNow(clock, turns) ?? Date.parse(quietHours.serverTime);
  const turned = turns.some((at) => at <= now);
  useEffect(() => {
    if (turned) void reads.invalidate(brandKey(id));
  }, [turned, id]);
  return now;
}

/** By an answer that tells the server's time, asked for at `askedAt` of the monotonic clock. */
export function setConsoleClock(
  { serverTime, ticking }: { readonly serverTime: string; readonly ticking: boolean },
  askedAt: number,
): void {
  clock.set({ now: Date.parse(serverTime), ticking }, askedAt, performance.now());
}

/** The server's now; null until it was heard. */
export function consoleNow(): Instant | null {
  return clock.now();
}

/** Where the agent sits. */
export function consoleZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The clock's reading now, `HH:mm`, where the agent sits. */
export function consoleTime(): string {
  const now = clock.now();
  return now === null ? '' : timeOn(now, consoleZone());
}

/** After a change of our own: everything of the console is read anew. */
export function refreshSupport(): Promise<void> {
  return reads.invalidate(ROOT);
}

/** Whoever comes back to the window sees what is true by then. */
window.addEventListener('focus', () => void refreshSupport());

const refreshed = { everyMs: ASK_EVERY_MS } as const;

function brandKey(id: string): string {
  return `${ROOT}/brand/${id}`;
}

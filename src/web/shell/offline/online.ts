/** Whether the server can be reached, as far as this device knows: the browser's word, and what the calls met. */
import { useSyncExternalStore } from 'react';

/** How soon the server is tried again after a call found nobody: soon at first, calmly later. */
const TRY_AGAIN_MS = [2_000, 4_000, 8_000, 15_000] as const;

/** After so long without a loss the next one counts as the first. */
const CALM_MS = 60_000;

let online = navigator.onLine;
let attempts = 0;
let lastLostAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Said by the API client: an answer came, of whatever kind (`true`), or none could be had (`false`). */
export function reportReached(reached: boolean): void {
  const now = performance.now();
  if (!reached) {
    // One answer between two losses is no recovery: the pauses go on growing.
    if (now - lastLostAt > CALM_MS) attempts = 0;
    lastLostAt = now;
    tryAgainLater();
  }
  set(reached);
}

export function isOnline(): boolean {
  return online;
}

export function useOnline(): boolean {
  return useSyncExternalStore(onOnlineChange, isOnline);
}

/** Called at each change, with the answer of `isOnline` already new. Gives the function that stops it. */
export function onOnlineChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

window.addEventListener('offline', () => set(false));
window.addEventListener('online', () => void probe());

async function probe(): Promise<void> {
  reportReached(
    await fetch('/healthz', { cache: 'no-store' }).then(
      (answer) => answer.ok,
      () => false,
    ),
  );
}

function tryAgainLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void probe(), TRY_AGAIN_MS[Math.min(attempts++, TRY_AGAIN_MS.length - 1)]);
}

function set(next: boolean): void {
  if (next) clearTimeout(timer);
  if (next === online) return;
  online = next;
  for (const listener of listeners) listener();
}

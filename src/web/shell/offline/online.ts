/** Knows whether the server can be reached, from the browser's events and the results of calls. */
import { useSyncExternalStore } from 'react';

/** The pauses before the server is tried again after a call without an answer. */
const TRY_AGAIN_MS = [2_000, 4_000, 8_000, 15_000] as const;

/** After this time without a lost call, the pauses start again with the first. */
const CALM_MS = 60_000;

let online = navigator.onLine;
let attempts = 0;
let lastLostAt = Number.NEGATIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Records the result of a call: true after any answer of the server, false without one. */
export function reportReached(reached: boolean): void {
  const now = performance.now();
  if (!reached) {
    // One answer between two lost calls is no recovery: the pauses go on growing.
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

/** Calls `listener` at each change, after `isOnline` has its new value. Returns the function that stops it. */
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

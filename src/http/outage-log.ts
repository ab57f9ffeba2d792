/** One line a second for requests that failed for the same passing reason: an outage makes thousands of them. */
import type { FastifyBaseLogger } from 'fastify';

const WINDOW_MS = 1_000;

interface Window {
  failed: number;
  error: unknown;
}

const windows = new WeakMap<FastifyBaseLogger, Window>();

/**
 * Counts a request that was answered 503. The first is written at once with its error; those of the following second
 * as one line with their number.
 */
export function logOutage(log: FastifyBaseLogger, error: unknown): void {
  const open = windows.get(log);
  if (open) {
    open.failed += 1;
    open.error = error;
    return;
  }
  log.warn({ failed: 1, why: whyOf(error) }, 'requests are answered 503');
  openWindow(log);
}

function openWindow(log: FastifyBaseLogger): void {
  const window: Window = { failed: 0, error: null };
  windows.set(log, window);
  setTimeout(() => {
    windows.delete(log);
    if (window.failed === 0) return;
    log.warn({ failed: window.failed, why: whyOf(window.error) }, 'requests are answered 503');
    openWindow(log);
  }, WINDOW_MS).unref();
}

/** What failed, in one line: the stack of a passing trouble of the database says nothing. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error.message : `${code}: ${error.message}`;
}

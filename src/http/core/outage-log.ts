/** Logs temporary failures once a second at most: an outage of the database causes thousands of them. */
import type { FastifyBaseLogger } from 'fastify';

const WINDOW_MS = 1_000;

const MESSAGE = 'temporarily unavailable: requests got 503, or background work will be repeated';

interface Window {
  failed: number;
  error: unknown;
}

type Log = Pick<FastifyBaseLogger, 'warn'>;

const windows = new WeakMap<Log, Window>();

/**
 * Counts a request that was answered with 503, or background work that will be repeated later. The first failure is
 * logged at once, those of each following second as one line with their count.
 */
export function logOutage(log: Log, error: unknown): void {
  const open = windows.get(log);
  if (open) {
    open.failed += 1;
    open.error = error;
    return;
  }
  log.warn({ failed: 1, why: whyOf(error) }, MESSAGE);
  openWindow(log);
}

function openWindow(log: Log): void {
  const window: Window = { failed: 0, error: null };
  windows.set(log, window);
  setTimeout(() => {
    windows.delete(log);
    if (window.failed === 0) return;
    log.warn({ failed: window.failed, why: whyOf(window.error) }, MESSAGE);
    openWindow(log);
  }, WINDOW_MS).unref();
}

/** The error in one line. The stack trace of a database outage does not help, so it is left out. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error.message : `${code}: ${error.message}`;
}

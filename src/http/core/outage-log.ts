/** One line a second for troubles that pass: an outage of the database makes thousands of them. */
import type { FastifyBaseLogger } from 'fastify';

const WINDOW_MS = 1_000;

const MESSAGE = 'for now the database, or this server, cannot do what is asked';

interface Window {
  failed: number;
  error: unknown;
}

type Log = Pick<FastifyBaseLogger, 'warn'>;

const windows = new WeakMap<Log, Window>();

/**
 * Counts a request that was answered 503, or background work that will be done later. The first is written at once;
 * those of the following second as one line with their number.
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

/** What failed, in one line: the stack of a passing trouble of the database says nothing. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? error.message : `${code}: ${error.message}`;
}

/** Shifts the wall clock of one process by the milliseconds in a file, which the harness writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The name of the file with the shift in milliseconds, in the same folder as the orders. */
export const SKEW_FILE = 'skew';

/** The file is read at most this often. The monotonic clock is not shifted. */
const POLL_MS = 5;

/** Replaces `Date` by one that is shifted. */
export function skewClock(dir: string): void {
  const Real = Date;
  const file = join(dir, SKEW_FILE);
  let skewMs = 0;
  let readAt = Number.NEGATIVE_INFINITY;
  const now = (): number => {
    const since = performance.now();
    if (since - readAt > POLL_MS) {
      readAt = since;
      skewMs = Number(readIfThere(file)) || 0;
    }
    return Real.now() + skewMs;
  };
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, made) => Reflect.construct(target, args.length === 0 ? [now()] : args, made),
    apply: () => new Real(now()).toString(),
    get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
  });
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

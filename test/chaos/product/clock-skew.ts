/** The host's wall clock as one process sees it: as far off as a file says, which the harness writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far off it is, in milliseconds; beside the orders. */
export const SKEW_FILE = 'skew';

/** How often the file is looked at, at most. The monotonic clock stays what it is. */
const POLL_MS = 5;

export function skewClock(dir: string): void {
  const Real = Date;
  const file = join(dir, SKEW_FILE);
  let skewMs = 0;
  let lookedAt = Number.NEGATIVE_INFINITY;
  const now = (): number => {
    const since = performance.now();
    if (since - lookedAt > POLL_MS) {
      lookedAt = since;
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

/** Limits the hashing of passwords and PINs to two at a time, so that many sign-ins at once leave processor time for working sellers. */

export interface HashSlots {
  /** Does the work when a slot is free. Returns `'busy'` at once where too many requests wait already. */
  run<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

const AT_ONCE = 2;
/** The most waiting requests. A hash takes about a tenth of a second, so the last of 30 waits about two seconds. */
const WAITING = 30;

export function hashSlots(): HashSlots {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    async run(work) {
      if (taken === AT_ONCE) {
        if (waiting.length === WAITING) return 'busy';
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        taken++;
      }
      try {
        return await work();
      } finally {
        // The slot passes directly to the next waiting request, so that no new request gets ahead of it.
        const next = waiting.shift();
        if (next) next();
        else taken--;
      }
    },
  };
}

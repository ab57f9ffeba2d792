/** At most two passwords are hashed at once, so that a rush of sign-ins leaves the processor to the sellers at work. */

export interface HashSlots {
  /** Does the work when a slot is free; `'busy'` at once where too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

const AT_ONCE = 2;
/** A hash takes about a tenth of a second: who waits longest waits about two. */
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
        // The slot is handed on, not freed: nobody slips in between.
        const next = waiting.shift();
        if (next) next();
        else taken--;
      }
    },
  };
}

/** Runs work after a request was answered: one piece at a time, and only so many waiting. */

export interface AfterAnswer {
  /** Adds work. Drops the work where too much waits already; returns whether it was added. */
  add(work: () => Promise<void>): boolean;
  /** Resolves when all added work has ended. */
  settled(): Promise<void>;
}

/** The most waiting pieces of work. Beyond them a flood of requests is dropped instead of filling the memory. */
const WAITING = 200;

export function afterAnswer(onError: (error: unknown) => void): AfterAnswer {
  let waiting = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    add(work) {
      if (waiting === WAITING) return false;
      waiting++;
      last = last
        .then(work)
        .catch(onError)
        .finally(() => waiting--);
      return true;
    },
    settled: () => last,
  };
}

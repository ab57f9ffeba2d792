/** Repeats work until its time can be read from the processor clock. */
import process from 'node:process';

const REPETITIONS = 7;
const ENOUGH_MS = 150;

/** Warms the work up, and returns the count with which it takes the time of one repetition. */
export function findCount(work: (count: number) => void): number {
  for (let count = 64; ; count *= 2) {
    const began = threadMs();
    work(count);
    if (threadMs() - began > ENOUGH_MS) return count;
  }
}

/** Returns the median processor time of seven runs, in milliseconds. */
export function medianMs(work: () => void): number {
  const times = Array.from({ length: REPETITIONS }, () => {
    const began = threadMs();
    work();
    return threadMs() - began;
  });
  return times.toSorted((a, b) => a - b)[REPETITIONS >> 1] as number;
}

/** Returns the processor time of this thread, which other load on the machine changes least. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

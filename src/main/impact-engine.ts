/** Impacts counted in two threads, so that nobody's contact waits while support asks what a year of nights would have been. */
import { type ImpactEngine, type ImpactQuestion, slicesOf } from '#flows/impact.ts';
import { addTally, emptyTally, type ImpactTally } from '#rules/impact-tally.ts';
import { workerPool } from './worker-pool.ts';

/** `url`: of the runtime login, which sees one brand at a time. */
export interface ImpactSettings {
  readonly url: string;
  readonly threads?: number;
  /** Threads that counted nothing for so long are ended, and their memory comes back. */
  readonly idleMs?: number;
}

export interface ImpactThreads extends ImpactEngine {
  /** Threads that exist now. */
  size(): number;
  close(): Promise<void>;
}

/** Threads are started by a question; questions are answered one after the other. */
export function impactEngine({ url, threads = 2, idleMs = 10_000 }: ImpactSettings): ImpactThreads {
  const pool = workerPool({
    module: new URL('./impact-worker.ts', import.meta.url),
    workerData: { url },
    threads,
    idleMs,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  let last: Promise<unknown> = Promise.resolve();

  const answer = async (question: ImpactQuestion): Promise<ImpactTally> => {
    const slices = slicesOf(question);
    const share = (i: number) => slices.filter((_, n) => n % threads === i);
    const tasks = Array.from({ length: threads }, (_, i) => pool.run({ question, slices: share(i) }));
    // All of them, so that the next question finds no thread still at work on this one.
    const parts = await Promise.allSettled(tasks);
    const whole = emptyTally();
    for (const part of parts) {
      if (part.status === 'rejected') throw new Error(`no impact: ${part.reason.message}`, { cause: part.reason });
      addTally(whole, part.value as ImpactTally);
    }
    return whole;
  };

  return {
    ask(question) {
      const asked = last.then(() => answer(question));
      last = asked.catch(() => undefined);
      return asked;
    },
    size: pool.size,
    close: pool.close,
  };
}

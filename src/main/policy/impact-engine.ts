/** Impacts counted in two processes, so that nobody's contact waits while support asks what a year of nights would have been. */
import type { Naming } from '#db/core/db.ts';
import { type ImpactEngine, type ImpactQuestion, slicesOf } from '#flows/policy/impact.ts';
import { workerProcesses } from '#main/core/worker-processes.ts';
import { addTally, emptyTally, type ImpactTally } from '#rules/impact/impact-tally.ts';

/** `url`: of the runtime login, which sees one brand at a time. */
export interface ImpactSettings {
  readonly url: string;
  readonly naming?: Naming;
  readonly count?: number;
  /** Processes that counted nothing for so long are ended, and their memory comes back. */
  readonly idleMs?: number;
}

export interface ImpactWorkers extends ImpactEngine {
  /** Processes that exist now. */
  size(): number;
  close(): Promise<void>;
}

/** Processes are started by a question; questions are answered one after the other. */
export function impactEngine({ url, naming = 'named', count = 2, idleMs = 10_000 }: ImpactSettings): ImpactWorkers {
  const workers = workerProcesses({
    module: new URL('./impact-worker.ts', import.meta.url),
    settings: { url, naming },
    count,
    idleMs,
    maxHeapMb: 256,
  });
  let last: Promise<unknown> = Promise.resolve();

  const answer = async (question: ImpactQuestion): Promise<ImpactTally> => {
    const slices = slicesOf(question);
    const share = (i: number) => slices.filter((_, n) => n % count === i);
    const tasks = Array.from({ length: count }, (_, i) => workers.run({ question, slices: share(i) }));
    // All of them, so that the next question finds no process still at work on this one.
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
    warm: workers.warm,
    size: workers.size,
    close: workers.close,
  };
}

/** Counts the impact of a policy in two worker processes, so that no contact waits for the count. */
import type { Naming } from '#db/core/db.ts';
import { type ImpactEngine, type ImpactQuestion, slicesOf } from '#flows/policy/impact.ts';
import { workerProcesses } from '#main/core/worker-processes.ts';
import { addTally, emptyTally, type ImpactTally } from '#rules/impact/impact-tally.ts';

/** `url`: the address of the runtime login, which sees one brand at a time. */
export interface ImpactSettings {
  readonly url: string;
  readonly naming?: Naming;
  readonly count?: number;
  /** Processes end after this time without a question, which frees their memory. */
  readonly idleMs?: number;
}

export interface ImpactWorkers extends ImpactEngine {
  /** Returns the number of processes that exist now. */
  size(): number;
  close(): Promise<void>;
}

/** Creates the engine. A question starts the processes; questions are answered one after the other. */
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
    // Waits for all tasks even if one fails, so that no process still works on this question when the next one starts.
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

/** Impacts counted in two threads, so that nobody's contact waits while support asks what a year of nights would have been. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Naming } from '#db/db.ts';
import { Unanswered } from '#db/unreachable.ts';
import { type ImpactEngine, type ImpactQuestion, slicesOf } from '#flows/impact.ts';
import { addTally, emptyTally, type ImpactTally } from '#rules/impact-tally.ts';
import type { ImpactTask } from './impact-worker.ts';

/** `url`: of the runtime login, which sees one brand at a time. */
export interface ImpactSettings {
  readonly url: string;
  readonly naming?: Naming;
  readonly threads?: number;
}

/** Threads are started by the first question and stay; questions are answered one after the other. */
export function impactEngine({
  url,
  naming = 'named',
  threads = 2,
}: ImpactSettings): ImpactEngine & { close(): Promise<void> } {
  let workers: Worker[] = [];
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const answer = async (question: ImpactQuestion): Promise<ImpactTally> => {
    if (isClosed) throw new Error('the impact engine is closed');
    workers = Array.from({ length: threads }, (_, i) => workers[i] ?? startWorker({ url, naming }));
    const slices = slicesOf(question);
    const whole = emptyTally();
    try {
      const share = (i: number) => slices.filter((_, n) => n % threads === i);
      const parts = await Promise.all(workers.map((worker, i) => run(worker, { question, slices: share(i) })));
      for (const part of parts) addTally(whole, part);
      return whole;
    } catch (error) {
      // Whatever state they are in, the next question finds fresh ones.
      await stop();
      throw error;
    }
  };
  const stop = async (): Promise<void> => {
    const stopping = workers;
    workers = [];
    await Promise.all(stopping.map((worker) => worker.terminate()));
  };

  return {
    ask(question) {
      const asked = last.then(() => answer(question));
      last = asked.catch(() => undefined);
      return asked;
    },
    async close() {
      isClosed = true;
      await stop();
    },
  };
}

function startWorker(workerData: { readonly url: string; readonly naming: Naming }): Worker {
  const worker = new Worker(new URL('./impact-worker.ts', import.meta.url), { workerData });
  worker.unref();
  return worker;
}

async function run(worker: Worker, task: ImpactTask): Promise<ImpactTally> {
  const over = new AbortController();
  worker.ref();
  try {
    const { signal } = over;
    const answered = once(worker, 'message', { signal });
    const ended = once(worker, 'exit', { signal });
    worker.postMessage(task);
    const [said] = await Promise.race([answered, ended.then(() => [{ failure: 'the thread ended' }])]);
    if ('failure' in said) {
      const failure = `no impact: ${said.failure}`;
      throw said.isPassing ? new Unanswered(failure) : new Error(failure);
    }
    return said.tally;
  } finally {
    over.abort();
    worker.unref();
  }
}

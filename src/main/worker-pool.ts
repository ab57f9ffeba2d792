/** A few threads for heavy work: started by the first task, ended when none came for a while, so that their memory comes back. */
import { once } from 'node:events';
import { type ResourceLimits, Worker } from 'node:worker_threads';

export interface WorkerPoolSettings {
  /** The thread's module: it answers each message with `{ result }` or `{ failure: string }`. */
  readonly module: URL;
  readonly workerData: unknown;
  readonly threads: number;
  /** Threads without a task for so long are ended. */
  readonly idleMs: number;
  readonly resourceLimits: ResourceLimits;
}

export interface WorkerPool {
  /** The answer to one task. Throws where the task failed or its thread ended. */
  run(task: unknown): Promise<unknown>;
  /** Threads that exist now. */
  size(): number;
  close(): Promise<void>;
}

/** A thread that failed a task is ended with it: the next task finds a fresh one. */
export function workerPool({ module, workerData, threads, idleMs, resourceLimits }: WorkerPoolSettings): WorkerPool {
  const all = new Set<Worker>();
  const free: Worker[] = [];
  const waiting: ((worker: Worker) => void)[] = [];
  let idle: NodeJS.Timeout | undefined;
  let isClosed = false;

  const start = (): Worker => {
    const worker = new Worker(module, { workerData, resourceLimits });
    worker.on('error', () => undefined);
    all.add(worker);
    return worker;
  };
  const take = (): Worker | Promise<Worker> => {
    clearTimeout(idle);
    const worker = free.pop() ?? (all.size < threads ? start() : undefined);
    return worker ?? new Promise<Worker>((resolve) => waiting.push(resolve));
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else free.push(worker);
    if (free.length === all.size) idle = setTimeout(() => void endAll(), idleMs).unref();
  };
  const end = async (worker: Worker): Promise<void> => {
    all.delete(worker);
    const next = waiting.shift();
    if (next && !isClosed) next(start());
    await worker.terminate();
  };
  const endAll = async (): Promise<void> => {
    const ending = [...all];
    all.clear();
    free.length = 0;
    await Promise.all(ending.map((worker) => worker.terminate()));
  };

  return {
    async run(task) {
      if (isClosed) throw new Error('the threads are closed');
      const worker = await take();
      try {
        const result = await answerOf(worker, task);
        if (all.has(worker)) giveBack(worker);
        return result;
      } catch (error) {
        await end(worker);
        throw error;
      }
    },
    size: () => all.size,
    async close() {
      isClosed = true;
      clearTimeout(idle);
      await endAll();
    },
  };
}

async function answerOf(worker: Worker, task: unknown): Promise<unknown> {
  const over = new AbortController();
  worker.ref();
  try {
    const { signal } = over;
    const answered = once(worker, 'message', { signal });
    // Where the thread answers, this never does: its listener goes with the signal.
    const ended = once(worker, 'exit', { signal });
    worker.postMessage(task);
    const [said] = await Promise.race([answered, ended.then(() => [{ failure: 'the thread ended' }])]);
    if ('failure' in said) throw new Error(said.failure);
    return said.result;
  } finally {
    over.abort();
    worker.unref();
  }
}

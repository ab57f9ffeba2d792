/**
 * A pool of processes for heavy work: the first task starts them, and they end when no task comes for a while. A process gives
 * back all of its memory when it ends; worker threads that had ended kept 130 MB (decision 0024).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isPassing, Unanswered } from '#db/core/connection/unreachable.ts';

export interface WorkerSettings {
  /** The program of a process; it calls `serveTasks`. */
  readonly module: URL;
  /** The settings that the program gets before its first task. */
  readonly settings: unknown;
  readonly count: number;
  /** The pool ends its processes after this time without a task. */
  readonly idleMs: number;
  /** A process that needs more memory fails its task and ends. */
  readonly maxHeapMb: number;
}

export interface WorkerProcesses {
  /**
   * Runs one task and returns its answer. Throws if the task failed or its process ended. Where `signal` aborts, the task's
   * process ends, and a task that still waits never begins.
   */
  run(task: unknown, signal?: AbortSignal): Promise<unknown>;
  /** Starts processes before a task is expected, so that the task does not wait for the start; idle ones live `idleMs` longer. */
  warm(): void;
  /** Returns the number of processes that exist now. */
  size(): number;
  close(): Promise<void>;
}

const STOPPING = 'this server is stopping and takes no more heavy work; ask another server';

/** The answer of a process to a task. */
type Said = { readonly result: unknown } | { readonly failure: string; readonly isPassing: boolean };

/** Creates a pool of at most `count` processes. The first task or `warm` starts them. */
export function workerProcesses(wanted: WorkerSettings): WorkerProcesses {
  const pool = new ProcessPool(wanted);
  return {
    async run(task, signal) {
      if (pool.isClosed) throw new Unanswered(STOPPING);
      const worker = await pool.take();
      if (signal?.aborted) {
        pool.giveBack(worker);
        signal.throwIfAborted();
      }
      try {
        const result = await answerOf(worker, task, signal);
        pool.giveBack(worker);
        return result;
      } catch (error) {
        await pool.replace(worker);
        // `close` ended the process with its task: that is no fault, and another server can do the work.
        throw pool.isClosed ? new Unanswered(STOPPING) : error;
      }
    },
    warm: () => pool.warm(),
    size: () => pool.size,
    close: () => pool.close(),
  };
}

/** Starts the processes, assigns tasks to them and ends them. A process that failed a task is replaced by a fresh one. */
class ProcessPool {
  readonly #wanted: WorkerSettings;
  readonly #all = new Set<ChildProcess>();
  readonly #free: ChildProcess[] = [];
  readonly #waiting: ((worker: ChildProcess) => void)[] = [];
  #idle: NodeJS.Timeout | undefined;
  isClosed = false;

  constructor(wanted: WorkerSettings) {
    this.#wanted = wanted;
  }

  get size(): number {
    return this.#all.size;
  }

  take(): ChildProcess | Promise<ChildProcess> {
    clearTimeout(this.#idle);
    const worker = this.#free.pop() ?? (this.#all.size < this.#wanted.count ? this.#start() : undefined);
    return worker ?? new Promise<ChildProcess>((resolve) => this.#waiting.push(resolve));
  }

  /** Makes a process free for the next task, unless the process has ended. */
  giveBack(worker: ChildProcess): void {
    if (!this.#all.has(worker)) return;
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#free.push(worker);
    this.#endWhenIdle();
  }

  warm(): void {
    if (this.isClosed) return;
    while (this.#all.size < this.#wanted.count) this.#free.push(this.#start());
    this.#endWhenIdle();
  }

  async replace(worker: ChildProcess): Promise<void> {
    this.#all.delete(worker);
    const next = this.#waiting.shift();
    if (next && !this.isClosed) next(this.#start());
    else this.#endWhenIdle();
    await end(worker);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.#idle);
    await this.#endAll();
  }

  #endWhenIdle(): void {
    clearTimeout(this.#idle);
    if (this.#free.length < this.#all.size) return;
    this.#idle = setTimeout(() => void this.#endAll(), this.#wanted.idleMs).unref();
  }

  #start(): ChildProcess {
    const worker = startProcess(this.#wanted);
    this.#all.add(worker);
    worker.once('exit', () => {
      this.#all.delete(worker);
      const at = this.#free.indexOf(worker);
      if (at >= 0) this.#free.splice(at, 1);
    });
    return worker;
  }

  async #endAll(): Promise<void> {
    const ending = [...this.#all];
    this.#all.clear();
    this.#free.length = 0;
    await Promise.all(ending.map(end));
  }
}

/** Answers the server's tasks in a worker process: `open` gets the settings and returns the function that computes an answer. */
export function serveTasks<S, T>(open: (settings: S) => (task: T) => unknown): void {
  let work: ((task: T) => unknown) | undefined;
  // A signal to the process group is ignored here: the server drains first, and then ends its workers.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
  process.on('message', async (message) => {
    if (work === undefined) {
      work = open(message as S);
      return;
    }
    try {
      answer({ result: await work(message as T) });
    } catch (error) {
      answer({ failure: error instanceof Error ? error.message : String(error), isPassing: isPassing(error) });
    }
  });
}

function answer(said: Said): void {
  process.send?.(said);
}

function startProcess({ module, settings, maxHeapMb }: WorkerSettings): ChildProcess {
  const worker = fork(fileURLToPath(module), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${maxHeapMb}`],
  });
  worker.on('error', () => undefined);
  worker.send({ ...(settings as object) });
  unrefWorker(worker);
  return worker;
}

/** Lets the server's process exit while this worker has no task. */
function unrefWorker(worker: ChildProcess): void {
  worker.unref();
  worker.channel?.unref();
}

async function answerOf(worker: ChildProcess, task: unknown, aborted?: AbortSignal): Promise<unknown> {
  const over = new AbortController();
  worker.ref();
  worker.channel?.ref();
  try {
    const { signal } = over;
    const answered = once(worker, 'message', { signal }) as Promise<[Said]>;
    const ended = once(worker, 'exit', { signal }).then((): [Said] => [
      { failure: 'the worker process ended', isPassing: false },
    ]);
    const stopped = aborted ? rejectOnAbort(aborted, signal) : answered;
    // The promises that settle later are not awaited: their rejections must not count as unhandled.
    for (const each of [answered, ended, stopped]) each.catch(() => undefined);
    worker.send(task as object, () => undefined);
    const [said] = await Promise.race([answered, ended, stopped]);
    if ('failure' in said) throw said.isPassing ? new Unanswered(said.failure) : new Error(said.failure);
    return said.result;
  } finally {
    over.abort();
    unrefWorker(worker);
  }
}

/** Rejects with the reason of `aborted`, as long as `signal` has not aborted. */
async function rejectOnAbort(aborted: AbortSignal, signal: AbortSignal): Promise<never> {
  await once(aborted, 'abort', { signal });
  throw aborted.reason;
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null || worker.pid === undefined) return;
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

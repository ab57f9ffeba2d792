/**
 * A few processes for heavy work: started by the first task, ended when none came for a while. A process gives back all of
 * its memory when it ends; of ended threads 130 MB were seen to stay (decision 0024).
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isPassing, Unanswered } from '#db/core/connection/unreachable.ts';

export interface WorkerSettings {
  /** The program; it begins with `serveTasks`. */
  readonly module: URL;
  /** What the program is given before its first task. */
  readonly settings: unknown;
  readonly count: number;
  /** Processes without a task for so long are ended. */
  readonly idleMs: number;
  /** A process that needs more fails its task and ends. */
  readonly maxHeapMb: number;
}

export interface WorkerProcesses {
  /** The answer to one task. Throws where the task failed or its process ended. */
  run(task: unknown): Promise<unknown>;
  /** Starts processes for tasks that are about to come, so that those do not wait for it; idle ones stay `idleMs` longer. */
  warm(): void;
  /** Processes that exist now. */
  size(): number;
  close(): Promise<void>;
}

const STOPPING = 'this server is stopping, and does no heavy work any more';

/** What a process is sent, and what it answers. */
type Said = { readonly result: unknown } | { readonly failure: string; readonly isPassing: boolean };

export function workerProcesses(wanted: WorkerSettings): WorkerProcesses {
  const pool = new ProcessPool(wanted);
  return {
    async run(task) {
      if (pool.isClosed) throw new Unanswered(STOPPING);
      const worker = await pool.take();
      try {
        const result = await answerOf(worker, task);
        pool.giveBack(worker);
        return result;
      } catch (error) {
        await pool.replace(worker);
        // Ended with its task by `close`: that is no fault, and another server can do the work.
        throw pool.isClosed ? new Unanswered(STOPPING) : error;
      }
    },
    warm: () => pool.warm(),
    size: () => pool.size,
    close: () => pool.close(),
  };
}

/** Starts, lends and ends the processes. A process that failed a task is ended with it: the next task finds a fresh one. */
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

  /** A process that ended meanwhile is not lent again. */
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

/** Called by a worker's program: answers each task with what `work` makes of it. */
export function serveTasks<S, T>(open: (settings: S) => (task: T) => unknown): void {
  let work: ((task: T) => unknown) | undefined;
  // A signal to the whole group is the server's to obey: it drains first, and the worker ends with it.
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
  rest(worker);
  return worker;
}

/** A worker at rest keeps nobody alive. */
function rest(worker: ChildProcess): void {
  worker.unref();
  worker.channel?.unref();
}

async function answerOf(worker: ChildProcess, task: unknown): Promise<unknown> {
  const over = new AbortController();
  worker.ref();
  worker.channel?.ref();
  try {
    const { signal } = over;
    const answered = once(worker, 'message', { signal }) as Promise<[Said]>;
    const ended = once(worker, 'exit', { signal }).then((): [Said] => [
      { failure: 'the worker process ended', isPassing: false },
    ]);
    // Whichever comes second has nobody to tell.
    answered.catch(() => undefined);
    ended.catch(() => undefined);
    worker.send(task as object, () => undefined);
    const [said] = await Promise.race([answered, ended]);
    if ('failure' in said) throw said.isPassing ? new Unanswered(said.failure) : new Error(said.failure);
    return said.result;
  } finally {
    over.abort();
    rest(worker);
  }
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null || worker.pid === undefined) return;
  const ended = once(worker, 'exit');
  worker.kill('SIGKILL');
  await ended;
}

/** Runs the work on uploaded imports in processes beside the server, so that no decision waits for it (decision 0024). */
import type { Naming } from '#db/core/db.ts';
import type { ImportEngine } from '#flows/import/upload/upload-task.ts';
import { workerProcesses } from '#main/core/worker-processes.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { ImportTask } from './import-worker.ts';

type Untimed<T> = T extends unknown ? Omit<T, 'now'> : never;

export interface ImportEngineSettings {
  /** The address of the runtime login, which sees one brand at a time. */
  readonly url: string;
  readonly naming?: Naming;
  /** The key of the stop list's hashes (D2). */
  readonly numberKey: Uint8Array;
  /** The app's clock. */
  readonly now: () => Instant;
}

export interface ImportWorkers extends ImportEngine {
  close(): Promise<void>;
}

/**
 * Creates the engine. One process reads files and one writes them, so that nobody's preview waits for an import. The
 * processes end soon, because a file of 50 MB takes much memory.
 */
export function importEngine({ url, naming = 'named', numberKey, now }: ImportEngineSettings): ImportWorkers {
  const create = () =>
    workerProcesses({
      module: new URL('./import-worker.ts', import.meta.url),
      settings: { url, naming, numberKey },
      count: 1,
      idleMs: 5_000,
      maxHeapMb: 3_072,
    });
  const [readers, writers] = [create(), create()];
  const run = (workers: typeof readers, task: Untimed<ImportTask>) => workers.run({ ...task, now: now() });
  return {
    read: async (task) => (await run(readers, { does: 'read', task })) as Awaited<ReturnType<ImportEngine['read']>>,
    apply: async (task) => void (await run(writers, { does: 'apply', task })),
    undo: async (task) => void (await run(writers, { does: 'undo', task })),
    recover: async (brandId) => void (await run(writers, { does: 'recover', task: { brandId } })),
    changeList: async (task) =>
      (await run(readers, { does: 'change-list', task })) as Awaited<ReturnType<ImportEngine['changeList']>>,
    close: async () => void (await Promise.all([readers.close(), writers.close()])),
  };
}

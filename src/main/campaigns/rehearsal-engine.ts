/** Rehearses campaigns in two processes beside the server, so that no contact waits (decision 0063). */
import type { Naming } from '#db/core/db.ts';
import type { RehearsalEngine } from '#flows/campaigns/rehearsal/rehearse-campaign.ts';
import type { StoresAnswer } from '#flows/campaigns/rehearsal/rehearse-stores.ts';
import { workerProcesses } from '#main/core/worker-processes.ts';

/** `url`: the address of the runtime login, which sees one brand at a time. */
export interface RehearsalSettings {
  readonly url: string;
  readonly naming?: Naming;
  readonly count?: number;
  /** Processes end after this time without a question, which frees their memory. */
  readonly idleMs?: number;
}

export interface RehearsalWorkers extends RehearsalEngine {
  /** Returns the number of processes that exist now. */
  size(): number;
  close(): Promise<void>;
}

export function rehearsalEngine({
  url,
  naming = 'named',
  count = 2,
  idleMs = 10_000,
}: RehearsalSettings): RehearsalWorkers {
  const workers = workerProcesses({
    module: new URL('./rehearsal-worker.ts', import.meta.url),
    settings: { url, naming },
    count,
    idleMs,
    maxHeapMb: 384,
  });
  return {
    async ask(questions, signal) {
      const failed = new AbortController();
      const either = AbortSignal.any([signal, failed.signal]);
      const tasks = questions.map((question) => workers.run(question, either));
      try {
        return (await Promise.all(tasks)) as StoresAnswer[];
      } catch (error) {
        // The other tasks of the question are of no use any more.
        failed.abort(error);
        await Promise.allSettled(tasks);
        throw error;
      }
    },
    warm: workers.warm,
    size: workers.size,
    close: workers.close,
  };
}

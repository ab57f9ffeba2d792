/** Runs policy tasks in worker processes, so that the preview of a large policy delays no contact (decision 0024). */
import type { PolicyEngine, PolicyTaskOutput } from '#flows/policy/policy-tasks.ts';
import { workerProcesses } from '#main/core/worker-processes.ts';

export interface PolicyWorkers extends PolicyEngine {
  /** Returns the number of processes that exist now. */
  size(): number;
  close(): Promise<void>;
}

/** Creates the engine; its processes end after 30 s without a task. */
export function policyEngine({ count = 2, idleMs = 30_000 } = {}): PolicyWorkers {
  const workers = workerProcesses({
    module: new URL('./policy-worker.ts', import.meta.url),
    settings: {},
    count,
    idleMs,
    maxHeapMb: 128,
  });
  return {
    compute: (name, input) => workers.run({ name, input }) as Promise<PolicyTaskOutput<typeof name>>,
    size: workers.size,
    close: workers.close,
  };
}

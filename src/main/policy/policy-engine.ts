/** Runs policy tasks in processes of their own, so that a large policy's preview delays nobody's contact (decision 0024). */
import type { PolicyEngine, PolicyTaskOutput } from '#flows/policy/policy-tasks.ts';
import { workerProcesses } from '#main/core/worker-processes.ts';

export interface PolicyWorkers extends PolicyEngine {
  /** Processes that exist now. */
  size(): number;
  close(): Promise<void>;
}

/** Half a minute of nobody configuring ends the processes. */
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

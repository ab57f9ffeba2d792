/** Runs policy tasks on threads of their own, so that a large policy's preview delays nobody's contact (decision 0024). */
import type { PolicyEngine, PolicyTaskOutput } from '#flows/policy-tasks.ts';
import { workerPool } from './worker-pool.ts';

export interface PolicyThreads extends PolicyEngine {
  /** Threads that exist now. */
  size(): number;
  close(): Promise<void>;
}

/** Half a minute of nobody configuring ends the threads. */
export function policyEngine({ threads = 2, idleMs = 30_000 } = {}): PolicyThreads {
  const pool = workerPool({
    module: new URL('./policy-worker.ts', import.meta.url),
    workerData: null,
    threads,
    idleMs,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  return {
    compute: (name, input) => pool.run({ name, input }) as Promise<PolicyTaskOutput<typeof name>>,
    size: pool.size,
    close: pool.close,
  };
}

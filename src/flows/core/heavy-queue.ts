/**
 * Limits heavy work: so many run at once in all, one for each person, and a person's newest request replaces the
 * waiting one (decision 0024).
 */

/**
 * Thrown where the work was not done. `replaced` means that the same person made a newer request; `full` means that too
 * many people wait.
 */
export class HeavyWorkRefused extends Error {
  override readonly name = 'HeavyWorkRefused';
  readonly why: 'replaced' | 'full';

  constructor(why: 'replaced' | 'full') {
    super(
      why === 'replaced'
        ? 'A newer request of the same person replaced this one.'
        : 'Too many people wait for heavy work. Try again later.',
    );
    this.why = why;
  }
}

export interface HeavyQueue {
  /**
   * Runs `work` as soon as the limits allow it. While work of the same `key` runs, one further request waits; a third
   * replaces the waiting one, whose promise rejects with `HeavyWorkRefused`.
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export interface HeavyQueueSettings {
  readonly atOnce: number;
  /** The number of keys that may wait. */
  readonly maxWaiting: number;
}

/**
 * A server's queues. Impacts, rehearsals and the reading of imported files may take seconds and have queues of their own, so that
 * they do not delay the compiling and checking of policies.
 */
export interface HeavyQueues {
  readonly policies: HeavyQueue;
  readonly impacts: HeavyQueue;
  readonly imports: HeavyQueue;
  readonly rehearsals: HeavyQueue;
}

export function heavyQueues(): HeavyQueues {
  return {
    policies: heavyQueue({ atOnce: 2, maxWaiting: 30 }),
    impacts: heavyQueue({ atOnce: 1, maxWaiting: 10 }),
    imports: heavyQueue({ atOnce: 1, maxWaiting: 10 }),
    rehearsals: heavyQueue({ atOnce: 2, maxWaiting: 10 }),
  };
}

interface Waiting {
  start(): void;
  refuse(error: HeavyWorkRefused): void;
}

export function heavyQueue({ atOnce, maxWaiting }: HeavyQueueSettings): HeavyQueue {
  const running = new Set<string>();
  // The keys in the order in which they began to wait. A key whose request is replaced keeps its position.
  const waiting = new Map<string, Waiting>();

  const startNext = (): void => {
    for (const [key, next] of waiting) {
      if (running.size >= atOnce) return;
      if (running.has(key)) continue;
      waiting.delete(key);
      running.add(key);
      next.start();
    }
  };

  const waitUntilAllowed = (key: string): Promise<void> => {
    if (!running.has(key) && running.size < atOnce && waiting.size === 0) {
      running.add(key);
      return Promise.resolve();
    }
    const before = waiting.get(key);
    if (!before && waiting.size >= maxWaiting) return Promise.reject(new HeavyWorkRefused('full'));
    before?.refuse(new HeavyWorkRefused('replaced'));
    const allowed = new Promise<void>((start, refuse) => waiting.set(key, { start, refuse }));
    startNext();
    return allowed;
  };

  return {
    async run(key, work) {
      await waitUntilAllowed(key);
      try {
        return await work();
      } finally {
        running.delete(key);
        startNext();
      }
    },
  };
}

/** Bounds heavy work: so many at once over all, one at a time for each person, and the newest wish of a person wins (decision 0024). */

/** The work was not done. `replaced`: the same person asked again meanwhile; `full`: too many people wait. */
export class HeavyWorkRefused extends Error {
  override readonly name = 'HeavyWorkRefused';
  readonly why: 'replaced' | 'full';

  constructor(why: 'replaced' | 'full') {
    super(why === 'replaced' ? 'a newer request of the same person took its place' : 'too much heavy work waits');
    this.why = why;
  }
}

export interface HeavyQueue {
  /**
   * Runs `work` when its turn has come. While work of the same `key` runs, one further request waits; a third takes the
   * place of the one that waits, which throws `HeavyWorkRefused`.
   */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

export interface HeavyQueueSettings {
  readonly atOnce: number;
  /** How many keys may wait. */
  readonly maxWaiting: number;
}

/** A server's queues: policies compiled and checked, and impacts, which may take seconds and must not delay the former. */
export interface HeavyQueues {
  readonly policies: HeavyQueue;
  readonly impacts: HeavyQueue;
}

export function heavyQueues(): HeavyQueues {
  return { policies: heavyQueue({ atOnce: 2, maxWaiting: 30 }), impacts: heavyQueue({ atOnce: 1, maxWaiting: 10 }) };
}

interface Waiting {
  start(): void;
  refuse(error: HeavyWorkRefused): void;
}

export function heavyQueue({ atOnce, maxWaiting }: HeavyQueueSettings): HeavyQueue {
  const running = new Set<string>();
  // In the order in which the keys began to wait: who replaces an own request keeps the place.
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

  const turnOf = (key: string): Promise<void> => {
    if (!running.has(key) && running.size < atOnce && waiting.size === 0) {
      running.add(key);
      return Promise.resolve();
    }
    const before = waiting.get(key);
    if (!before && waiting.size >= maxWaiting) return Promise.reject(new HeavyWorkRefused('full'));
    before?.refuse(new HeavyWorkRefused('replaced'));
    const turn = new Promise<void>((start, refuse) => waiting.set(key, { start, refuse }));
    startNext();
    return turn;
  };

  return {
    async run(key, work) {
      await turnOf(key);
      try {
        return await work();
      } finally {
        running.delete(key);
        startNext();
      }
    },
  };
}

/** Tells sellers that contacts are ready, after the commit and apart from it: whoever releases them never waits for a push service. */
import { type Ready, type TellReadyDeps, tellReady } from '#flows/push/tell-ready.ts';

export interface ReadyNotices {
  /**
   * Call it after the commit that made contacts ready, with whose they are; several of one seller are one notification.
   * Returns at once and never throws: what fails is counted and given to `onError`. Quiet, the store's hours and how many
   * are ready are looked at right before each is sent (H7).
   */
  tell(ready: readonly Ready[]): void;
  /** Lets those under way end; what has not begun is let go. */
  close(): Promise<void>;
}

interface Deps extends TellReadyDeps {
  readonly onError: (error: unknown) => void;
}

const AT_ONCE = 8;

export function readyNotices(deps: Deps): ReadyNotices {
  const waiting = new Map<string, Ready>();
  const underWay = new Set<Promise<void>>();
  let isClosed = false;

  const next = (): void => {
    for (const [key, ready] of waiting) {
      if (underWay.size >= AT_ONCE) return;
      waiting.delete(key);
      const telling = tellReady(deps, ready)
        .catch(deps.onError)
        .finally(() => {
          underWay.delete(telling);
          next();
        });
      underWay.add(telling);
    }
  };

  return {
    tell(ready) {
      if (isClosed) return;
      for (const each of ready) waiting.set(`${each.brandId} ${each.sellerId}`, each);
      next();
    },
    async close() {
      isClosed = true;
      waiting.clear();
      await Promise.all(underWay);
    },
  };
}

/**
 * Notifies sellers of ready contacts, after the commit and outside of the transaction, so that a release never waits
 * for a push service.
 */
import { type Ready, type TellReadyDeps, tellReady } from '#flows/push/tell-ready.ts';

export interface ReadyNotices {
  /**
   * Call this after the commit that made contacts ready. Several contacts of one seller give one notification. Returns
   * at once and never throws: a failure is counted and given to `onError`. The quiet hours, the store's hours and the
   * number of ready contacts are read just before each notification is sent (H7).
   */
  tell(ready: readonly Ready[]): void;
  /** Waits for notifications that are being sent, and drops those that are still queued. */
  close(): Promise<void>;
}

interface Deps extends TellReadyDeps {
  readonly onError: (error: unknown) => void;
}

const MOST_AT_ONCE = 8;

export function readyNotices(deps: Deps): ReadyNotices {
  const waiting = new Map<string, Ready>();
  const underWay = new Set<Promise<void>>();
  let isClosed = false;

  const sendNext = (): void => {
    for (const [key, ready] of waiting) {
      if (underWay.size >= MOST_AT_ONCE) return;
      waiting.delete(key);
      const sending = tellReady(deps, ready)
        .catch(deps.onError)
        .finally(() => {
          underWay.delete(sending);
          sendNext();
        });
      underWay.add(sending);
    }
  };

  return {
    tell(ready) {
      if (isClosed) return;
      for (const each of ready) waiting.set(`${each.brandId} ${each.sellerId}`, each);
      sendNext();
    },
    async close() {
      isClosed = true;
      waiting.clear();
      await Promise.all(underWay);
    },
  };
}

/** Publishes live events to a brand's open screens in the order in which they happened. */
import type { Tx } from '#db/core/db.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import type { Instant } from '#rules/time/interval.ts';
import { commitDecisions } from './commit-decisions.ts';

/**
 * Publishes events as the last step of a transaction: the ledger is locked from here to the commit. For
 * `commitDecisions` a live event alone is an entry with only an event. `at` is an instant of the host's clock.
 */
export function publishLiveEvent(
  tx: Tx,
  brandId: string,
  at: Instant,
  ...events: readonly [LiveEvent, ...LiveEvent[]]
): Promise<void> {
  return commitDecisions(
    tx,
    { brandId, at, receiptKey: null },
    events.map((event) => ({ event })),
  );
}

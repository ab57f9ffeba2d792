/**
 * Reverts a hand-over of which the seller says that nothing was sent (D14): no contact was made, the suggestion is open
 * again, and the sellers of replaced holds are told.
 */

import { reopenSuggestions } from '#db/campaigns/suggestion-closing.ts';
import { resetLastContact, withdrawHandovers } from '#db/contact/handovers.ts';
import type { Tx } from '#db/core/db.ts';
import { applyHoldChanges, type HoldChange } from '#db/holds/hold-changes.ts';
import { addReplacedNews } from '#db/holds/hold-news.ts';
import { lockSentHolds } from '#db/holds/lock-ending-holds.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Reverts the hand-over. The caller writes the attempt's own row and the hold that ended with the hand-over. */
export function undoHandover(tx: Tx, brandId: string, attemptId: string, customerId: string, at: Instant): void {
  tx.send(withdrawHandovers, { brandId, withdrawn: [{ attemptId, at }], attemptIds: [attemptId] });
  tx.send(resetLastContact, { brandId, customerId });
  tx.send(reopenSuggestions, { brandId, attemptId });
  tx.send(addReplacedNews, { brandId, attemptId, at });
}

/** Ends the hold that ended with the attempt's hand-over as given up by its seller. */
export async function undoHandoverOfHold(
  tx: Tx,
  brandId: string,
  attemptId: string,
  done: { readonly by: string; readonly at: Instant },
): Promise<void> {
  const sent = await tx.run(lockSentHolds, { brandId, attemptId });
  applyHoldChanges(
    tx,
    brandId,
    sent.map((hold) => undone(hold, done)),
  );
}

export function undone(
  { id }: { readonly id: string },
  { by, at }: { readonly by: string; readonly at: Instant },
): HoldChange {
  return { kind: 'undone', id, by, at };
}

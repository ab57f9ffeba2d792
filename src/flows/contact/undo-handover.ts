/** D14: nothing was sent, so nothing was a contact; the suggestion is open again, and what had made room is told. */

import { suggestionsReopened } from '#db/campaigns/suggestion-closing.ts';
import { customerNotContacted, withdrawHandovers } from '#db/contact/handovers.ts';
import type { Tx } from '#db/core/db.ts';
import { holdTakenBack, replacedTold } from '#db/holds/hold-ends.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Of an attempt that was handed over. The attempt's own row is the caller's. */
export function takeBack(tx: Tx, brandId: string, attemptId: string, customerId: string, at: Instant): void {
  tx.send(withdrawHandovers, { brandId, withdrawn: [{ attemptId, at }] });
  tx.send(customerNotContacted, { brandId, customerId });
  tx.send(suggestionsReopened, { brandId, attemptId });
  tx.send(holdTakenBack, { brandId, attemptId });
  tx.send(replacedTold, { brandId, attemptId, at });
}

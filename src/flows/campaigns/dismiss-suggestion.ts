/** Dismisses a suggestion for its seller: until tomorrow, or for good with a reason. */

import { lockSuggestion, markSuggestionDismissed, postponeSuggestion } from '#db/campaigns/suggestions.ts';
import type { Database } from '#db/core/db.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';

export type DismissReason = 'not_now' | 'not_relevant' | 'already_talked' | 'other';
export type DismissAnswer = 'dismissed' | 'not_found' | 'suggestion_closed';

interface DismissDeps {
  readonly db: Database;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
}

/**
 * Only the seller of the suggestion may dismiss it. A suggestion dismissed as `not_now` returns when the next day
 * begins in the zone of the customer's store.
 */
export function dismissSuggestion(
  deps: DismissDeps,
  { brandId, personId }: PersonActor,
  id: string,
  why: DismissReason,
): Promise<DismissAnswer> {
  return deps.db.inBrand<DismissAnswer>(brandId, async (tx) => {
    const [suggestion] = await tx.run(lockSuggestion, { brandId, id, sellerId: personId });
    if (!suggestion) return 'not_found';
    if (suggestion.state !== 'open') return 'suggestion_closed';
    const now = deps.now();
    if (why === 'not_now') {
      const notBefore = startOfDay(suggestion.storeZone, localDay(suggestion.storeZone, now) + 1);
      tx.send(postponeSuggestion, { brandId, id, notBefore });
    } else {
      tx.send(markSuggestionDismissed, { brandId, id, why, at: now });
    }
    const event = { kind: 'suggestion', personId, storeId: suggestion.storeId, body: { id } } as const;
    await publishLiveEvent(tx, brandId, deps.hostNow(), event);
    return 'dismissed';
  });
}

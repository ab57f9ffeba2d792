/** Keeps that a seller opened a suggestion, so that no campaign of a higher priority takes over its customer. */
import { markSuggestionTouched } from '#db/campaigns/suggestions.ts';
import type { Database } from '#db/core/db.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { Instant } from '#rules/time/interval.ts';

/** Only the first opening is kept. Returns false if the seller has no such suggestion. */
export async function openSuggestion(
  { db, now }: { readonly db: Database; readonly now: () => Instant },
  { brandId, personId }: PersonActor,
  id: string,
): Promise<boolean> {
  const [touched] = await db.inBrand(brandId, (tx) =>
    tx.run(markSuggestionTouched, { brandId, id, sellerId: personId, at: now() }),
  );
  return touched !== undefined;
}

/** A seller's day: whom the campaigns suggest, each with its reason and the text ready to be changed. */
import type { Reads } from '#db/db.ts';
import { holdsOfCustomers } from '#db/hold-list.ts';
import { suggestionsPage } from '#db/suggestions.ts';
import { dateText, localDay } from '#rules/local-day.ts';
import { messageText } from '#rules/message-text.ts';
import { suggestionReasonOf } from '#rules/suggestion-reason.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PersonActor } from './who-asks.ts';

export interface SuggestionPage {
  readonly after: { readonly priority: number; readonly id: string } | null;
  readonly limit: number;
}

/**
 * The person's own, open, in campaign order; what was put off returns at its time. `todayOn`: the date in the
 * customer's store. `last` ends the page, null where nothing follows.
 */
export async function readSuggestions(db: Reads, viewer: PersonActor, { after, limit }: SuggestionPage, now: Instant) {
  const { brandId, personId, storeId, name: seller } = viewer;
  const [rows, held] = await db.read(brandId, async (reads) => {
    const rows = await reads.run(suggestionsPage, {
      brandId,
      sellerId: personId,
      storeId,
      now,
      afterPriority: after?.priority ?? null,
      afterId: after?.id ?? null,
      limit: limit + 1,
    });
    const customerIds = rows.map((row) => row.customerId);
    return [rows, await reads.run(holdsOfCustomers, { brandId, customerIds, sellerId: personId })] as const;
  });
  const heldFor = new Map(held.map((each) => [each.customerId, each]));
  const page = rows.slice(0, limit);
  const suggestions = page.flatMap(({ template, brandName, storeName, storeZone, reason: stored, ...row }) => {
    const reason = suggestionReasonOf(stored);
    if (reason === null) return [];
    const text = messageText(template, { customer: row.name, seller, store: storeName, brand: brandName });
    const held = heldFor.get(row.customerId) ?? null;
    return [{ ...row, reason, text, held, todayOn: dateText(localDay(storeZone, now)) }];
  });
  return { suggestions, last: rows.length > limit ? (page.at(-1) ?? null) : null };
}

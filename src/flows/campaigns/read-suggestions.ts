/** Reads the suggestions of a seller's day, each with its reason and its text, which the seller can change. */

import { listSuggestions } from '#db/campaigns/suggestions.ts';
import type { Reads } from '#db/core/db.ts';
import { findHoldsOfCustomers } from '#db/holds/hold-list.ts';
import { readSilenceNews } from '#flows/customers/silences/silence-news.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { suggestionReasonOf } from '#rules/campaigns/suggestion-reason.ts';
import { messageText } from '#rules/contact/message-text.ts';
import { daysSince } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';

export interface SuggestionPage {
  readonly after: { readonly priority: number; readonly id: string } | null;
  readonly limit: number;
}

/**
 * Returns the seller's own open suggestions in the order of their campaigns. A postponed suggestion returns at its
 * time. `todayOn` is the date in the zone of the customer's store. `last` is the page's last suggestion; it is null
 * where no suggestion follows. The first page brings the news of silences, which need no further round trip.
 */
export async function readSuggestions(db: Reads, viewer: PersonActor, { after, limit }: SuggestionPage, now: Instant) {
  const { brandId, personId, storeId, name: seller } = viewer;
  const [rows, held, silenceNews] = await db.read(brandId, async (reads) => {
    const readingNews = after === null ? readSilenceNews(reads, viewer, now) : [];
    const rows = await reads.run(listSuggestions, {
      brandId,
      sellerId: personId,
      storeId,
      now,
      afterPriority: after?.priority ?? null,
      afterId: after?.id ?? null,
      limit: limit + 1,
    });
    const customerIds = rows.map((row) => row.customerId);
    const held = await reads.run(findHoldsOfCustomers, { brandId, customerIds, sellerId: personId });
    return [rows, held, await readingNews] as const;
  });
  const heldFor = new Map(held.map((each) => [each.customerId, each]));
  const page = rows.slice(0, limit);
  const suggestions = page.flatMap(({ template, brandName, storeName, storeZone, reason: stored, ...row }) => {
    const reason = suggestionReasonOf(stored);
    if (reason === null) return [];
    const { name: customer, lastItem, lastPurchaseOn, ...listed } = row;
    const today = localDay(storeZone, now);
    const daysSincePurchase = daysSince(lastPurchaseOn, today);
    const addressed = { customer, seller, store: storeName, brand: brandName, lastItem, daysSincePurchase };
    const held = heldFor.get(row.customerId) ?? null;
    const todayOn = dateText(today);
    return [{ ...listed, name: customer, reason, text: messageText(template, addressed), held, todayOn }];
  });
  return { suggestions, silenceNews, last: rows.length > limit ? (page.at(-1) ?? null) : null };
}

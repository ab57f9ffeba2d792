/** One customer as a person may see them: who, what was bought, when somebody wrote, and what is suggested. */

import { listDueSuggestions } from '#db/campaigns/suggestions.ts';
import type { Reads } from '#db/core/db.ts';
import { listContacts, listPurchases } from '#db/customers/customer-history.ts';
import { readCustomerProfile } from '#db/customers/customers.ts';
import { findHoldsOfCustomers } from '#db/holds/hold-list.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type SuggestionReason, suggestionReasonOf } from '#rules/campaigns/suggestion-reason.ts';
import { mayReach, scopeOf } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';

/** How far back a profile reads. */
const SHOWN = 20;

type Rows<S> = S extends { readonly row?: infer R } ? readonly NonNullable<R>[] : never;

export type ProfileAnswer =
  | { readonly kind: 'not_found' }
  | {
      readonly kind: 'found';
      readonly customer: Rows<typeof readCustomerProfile>[number];
      readonly purchases: Rows<typeof listPurchases>;
      readonly contacts: Rows<typeof listContacts>;
      /** What waits for this customer. */
      readonly held: Rows<typeof findHoldsOfCustomers>;
      readonly suggestions: readonly {
        readonly id: string;
        readonly campaign: string;
        readonly reason: SuggestionReason;
      }[];
      /** Own portfolio, where the brand wants it so; whether it may be now, `decide` says. */
      readonly mayContact: boolean;
      /** The date in the customer's store. */
      readonly todayOn: string;
    };

/**
 * A duplicate's id answers with the customer it stands for. Another store's customer is not found: who shops there is no
 * business of others. One snapshot, three round trips.
 */
export function readProfile(db: Reads, viewer: PersonActor, customerId: string, now: Instant): Promise<ProfileAnswer> {
  const { brandId } = viewer;
  return db.read<ProfileAnswer>(brandId, async (reads) => {
    const [customer] = await reads.run(readCustomerProfile, { brandId, customerId });
    if (!customer) return { kind: 'not_found' };
    const { storeId } = customer;
    if (!mayReach('read_customer', viewer, { personId: null, storeId })) return { kind: 'not_found' };
    const of = { brandId, customerId: customer.id, limit: SHOWN };
    const [purchases, contacts, open, held] = await Promise.all([
      reads.run(listPurchases, of),
      reads.run(listContacts, of),
      reads.run(listDueSuggestions, { ...of, sellerId: scopeOf('use_suggestion', viewer).personId, now }),
      reads.run(findHoldsOfCustomers, {
        brandId,
        customerIds: [customer.id],
        sellerId: scopeOf('read_attempts', viewer).personId,
      }),
    ]);
    const suggestions = open.flatMap(({ id, campaign, reason }) => {
      const known = suggestionReasonOf(reason);
      return known === null ? [] : [{ id, campaign, reason: known }];
    });
    const portfolio = { personId: customer.sellerId, storeId };
    const mayContact = !customer.portfolioOnly || mayReach('contact_closed_portfolio', viewer, portfolio);
    const todayOn = dateText(localDay(customer.storeZone, now));
    return { kind: 'found', customer, purchases, contacts, suggestions, held, mayContact, todayOn };
  });
}

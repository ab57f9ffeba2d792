/** Reads one customer as a person may see the customer: name, purchases, contacts and suggestions. */

import { listDueSuggestions } from '#db/campaigns/suggestions.ts';
import { listAskedSilences } from '#db/contact/asked-silences.ts';
import type { Reads } from '#db/core/db.ts';
import { listContacts, listPurchases } from '#db/customers/customer-history.ts';
import { readCustomerProfile } from '#db/customers/customers.ts';
import { listTagsOfCustomer } from '#db/customers/edit/customer-tags.ts';
import { listPermissionChanges, listStopsOfCustomer } from '#db/customers/edit/permission-changes.ts';
import { listMergesInto } from '#db/customers/merge/merges.ts';
import { readNumberFacts } from '#db/customers/number-facts.ts';
import { findHoldsOfCustomers } from '#db/holds/hold-list.ts';
import { silenceOfRow } from '#flows/customers/silences/silence-of-row.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type SuggestionReason, suggestionReasonOf } from '#rules/campaigns/suggestion-reason.ts';
import { isListed } from '#rules/contact/do-not-call.ts';
import { coolDownUntil } from '#rules/contact/earlier-contacts.ts';
import { askedAt, askedSilences } from '#rules/contact/quiet/asked-now.ts';
import { zonesOfCustomer } from '#rules/customers/customer-zone.ts';
import { UNMERGE_MS } from '#rules/customers/merge.ts';
import { mayReach, scopeOf } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateText, localDay } from '#rules/time/local-day.ts';

/** The most purchases, contacts and suggestions that a profile shows. */
const SHOWN = 20;

type Rows<S> = S extends { readonly row?: infer R } ? readonly NonNullable<R>[] : never;

export type ProfileAnswer =
  | { readonly kind: 'not_found' }
  | {
      readonly kind: 'found';
      readonly customer: Rows<typeof readCustomerProfile>[number];
      readonly purchases: Rows<typeof listPurchases>;
      readonly contacts: Rows<typeof listContacts>;
      /** The live holds for this customer. */
      readonly held: Rows<typeof findHoldsOfCustomers>;
      readonly suggestions: readonly {
        readonly id: string;
        readonly campaign: string;
        readonly reason: SuggestionReason;
      }[];
      /** Whether the customer's portfolio allows this person a contact. Whether the contact is allowed now, `decide` says. */
      readonly mayContact: boolean;
      readonly mayChange: boolean;
      readonly mayMerge: boolean;
      /** The merges into the customer that can still be undone; only the newest one can be undone first. */
      readonly merges: readonly (Rows<typeof listMergesInto>[number] & {
        readonly undoUntil: Instant;
        readonly mayUndo: boolean;
      })[];
      readonly tags: readonly string[];
      /** The changes of the permission and the stops of the number, each newest first. */
      readonly permissionChanges: Rows<typeof listPermissionChanges>;
      readonly stops: Rows<typeof listStopsOfCustomer>;
      /** The running cool-down of the customer's number (D6); null: none runs. */
      readonly coolDown: { readonly contactedAt: Instant; readonly endsAt: Instant } | null;
      /** The silences that the customer asked for; `running`: the silence runs now (D4b). */
      readonly silences: readonly (Rows<typeof listAskedSilences>[number] & { readonly running: boolean })[];
      /** The first listing's date, if the do-not-call list binds the customer's number (D2c). */
      readonly doNotCallOn: string | null;
      /** The date in the zone of the customer's store. */
      readonly todayOn: string;
    };

/**
 * Reads a profile in one snapshot and three round trips. The id of a duplicate answers with the customer it stands for.
 * A customer of another store is not found, so that nobody learns who shops there.
 */
export function readProfile(db: Reads, viewer: PersonActor, customerId: string, now: Instant): Promise<ProfileAnswer> {
  const { brandId } = viewer;
  return db.read<ProfileAnswer>(brandId, async (reads) => {
    const [customer] = await reads.run(readCustomerProfile, { brandId, customerId });
    if (!customer) return { kind: 'not_found' };
    const { storeId } = customer;
    if (!mayReach('read_customer', viewer, { personId: null, storeId })) return { kind: 'not_found' };
    const args = { brandId, customerId: customer.id, limit: SHOWN };
    const [purchases, contacts, open, held, tags, permissionChanges, stops, [number], silences, merged] =
      await Promise.all([
        reads.run(listPurchases, args),
        reads.run(listContacts, args),
        reads.run(listDueSuggestions, { ...args, sellerId: scopeOf('use_suggestion', viewer).personId, now }),
        reads.run(findHoldsOfCustomers, {
          brandId,
          customerIds: [customer.id],
          sellerId: scopeOf('read_attempts', viewer).personId,
        }),
        reads.run(listTagsOfCustomer, args),
        reads.run(listPermissionChanges, args),
        reads.run(listStopsOfCustomer, args),
        reads.run(readNumberFacts, { brandId, customerId: customer.id, now }),
        reads.run(listAskedSilences, { brandId, customerId: customer.id }),
        reads.run(listMergesInto, { brandId, customerId: customer.id, since: now - UNMERGE_MS }),
      ]);
    const suggestions = open.flatMap(({ id, campaign, reason }) => {
      const known = suggestionReasonOf(reason);
      return known === null ? [] : [{ id, campaign, reason: known }];
    });
    const portfolio = { personId: customer.sellerId, storeId };
    const mayContact = !customer.portfolioOnly || mayReach('contact_closed_portfolio', viewer, portfolio);
    const mayChange = mayReach('change_customer', viewer, { personId: null, storeId });
    const mayMerge = mayReach('merge_customers', viewer, portfolio);
    const merges = merged.map((each, place) => {
      const ofMerged = { personId: each.fromSellerId, storeId: each.fromStoreId };
      const undoUntil = each.mergedAt + UNMERGE_MS;
      return { ...each, undoUntil, mayUndo: place === 0 && mayMerge && mayReach('merge_customers', viewer, ofMerged) };
    });
    const todayOn = dateText(localDay(customer.storeZone, now));
    const bound = number ? boundBy(number, now) : { coolDown: null, doNotCallOn: null };
    return {
      ...{ kind: 'found', customer, purchases, contacts, suggestions, held, mayContact, mayChange, todayOn, ...bound },
      ...{ mayMerge, merges },
      ...{ tags: tags.map(({ tag }) => tag), permissionChanges, stops },
      silences: silences.map((row) => ({ ...row, running: runsNow(row, customer, now) })),
    };
  });
}

/** Whether the silence runs now on the customer's clock, without one known on the store's (C2). */
function runsNow(
  row: Rows<typeof listAskedSilences>[number],
  { phone, city, state, toldZone, storeZone }: Rows<typeof readCustomerProfile>[number],
  now: Instant,
): boolean {
  const { zones: customer, from: customerFrom } = zonesOfCustomer({ phone, city, state, toldZone });
  const zones = { store: storeZone, brand: storeZone, customer, customerFrom, brandStores: [storeZone] };
  return askedAt({ asked: askedSilences([silenceOfRow(row)], zones, now) }, now).runs;
}

/** Returns what binds the number: the running cool-down (D6), and the do-not-call list (D2c). */
function boundBy(row: Rows<typeof readNumberFacts>[number], now: Instant) {
  const endsAt = coolDownUntil(row, now);
  const { contactedAt, doNotCallOn: listedOn, permission, permissionOn } = row;
  const consentOn = permission === 'granted' ? permissionOn : null;
  return {
    coolDown: endsAt === null || contactedAt === null ? null : { contactedAt, endsAt },
    doNotCallOn: listedOn !== null && isListed({ listedOn, consentOn }) ? listedOn : null,
  };
}

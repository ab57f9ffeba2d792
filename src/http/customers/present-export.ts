/** Builds the file of a customer's export: the data as JSON. */
import type { Language } from '#contract/core/common.ts';
import type { CustomerExport } from '#contract/customers/privacy.ts';
import type { ExportedCustomer } from '#flows/customers/privacy/export-customer.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { suggestionReason } from '#words/campaigns/suggestion.ts';
import { dateOn } from '#words/core/format.ts';
import { timeOfDay } from './present-customer.ts';

export function exportBody(found: ExportedCustomer, language: Language): CustomerExport {
  const { customer, permissionChanges, stops, purchases, suggestions, contacts, reveals, exports } = found;
  const { permission, permissionOn, storeZone } = customer;
  return {
    exportedAt: instantText(found.exportedAt),
    brand: customer.brandName,
    store: customer.storeName,
    customer: customerBody(found),
    duplicates: found.duplicates.map((each) => ({ ...each, createdAt: instantText(each.createdAt) })),
    permission: {
      state: permission,
      on: permissionOn,
      history: permissionChanges.map(({ at, was, permission: state, saidOn: on, origin, byName: by }) => {
        return { at: instantText(at), was, state, on, origin, by };
      }),
    },
    stops: stops.map(({ stoppedAt, liftedAt, source, byName: by }) => {
      return { at: instantText(stoppedAt), liftedAt: instantTextOrNull(liftedAt), source, by };
    }),
    doNotCallOn: found.doNotCallOn,
    purchases: purchases.map(({ boughtOn: on, totalCents, items }) => ({ on, totalCents, items })),
    suggestions: suggestions.map(({ at, campaign, reason, state }) => {
      const said = reason && suggestionReason(language, reason, dateOn(at, storeZone));
      return { at: instantText(at), campaign, reason: said, state };
    }),
    contacts: contacts.map(({ at, origin, state, outcome, text, sellerName: seller, storeName: store, decisions }) => ({
      ...{ at: instantText(at), origin, state, outcome, seller, store, text },
      decisions: decisions.map((each) => ({ at: instantText(each.at), verdict: each.verdict, reason: each.reason })),
    })),
    supportAccesses: reveals.map(({ at, supportName: by, reason }) => ({ at: instantText(at), by, reason })),
    exports: exports.map(({ at, byName: by }) => ({ at: instantText(at), by })),
  };
}

function customerBody({ customer, tags }: ExportedCustomer): CustomerExport['customer'] {
  const { id, name, code, phone, email, bornOn, city, state, note, customerSince, contactFromMinute } = customer;
  return {
    ...{ id, name, code, phone, email, bornOn, city, state, note, tags: [...tags], customerSince },
    zone: customer.toldZone,
    seller: customer.sellerName,
    contactFrom: contactFromMinute === null ? null : timeOfDay(contactFromMinute),
    createdAt: instantText(customer.createdAt),
    lastContactAt: instantTextOrNull(customer.lastContactAt),
  };
}

/** Builds the bodies of customers: the row that all lists show, and the profile. */
import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { CustomerProfile, CustomerRow } from '#contract/customers/customers.ts';
import type { ProfileAnswer } from '#flows/customers/read-profile.ts';
import { instantText, instantTextOrNull } from '#http/core/present.ts';
import { heldMark } from '#http/holds/present-hold.ts';
import { suggestionReason } from '#words/campaigns/suggestion.ts';

type RowBody = z.infer<typeof CustomerRow>;

interface Row extends Omit<RowBody, 'lastContactAt'> {
  readonly lastContactAt: number | null;
}

export function customerRow(row: Row): RowBody {
  const { id, name, permission, optedOut, reachable, sellerId, sellerName } = row;
  const lastContactAt = instantTextOrNull(row.lastContactAt);
  return { id, name, permission, optedOut, reachable, sellerId, sellerName, lastContactAt };
}

export function profileBody(
  {
    customer,
    purchases,
    contacts,
    suggestions,
    held,
    mayContact,
    coolDown,
    todayOn,
  }: Extract<ProfileAnswer, { kind: 'found' }>,
  language: Language,
): CustomerProfile {
  const { phone, phoneKind, email, bornOn, city, state, note, customerSince, storeName, storeCity } = customer;
  return {
    ...customerRow(customer),
    phone,
    phoneKind,
    email,
    bornOn,
    city,
    state,
    note,
    customerSince,
    storeName,
    storeCity,
    mayContact,
    purchases: purchases.map(({ boughtOn, totalCents, items }) => ({ boughtOn, totalCents, items })),
    purchasesCount: purchases[0]?.count ?? 0,
    purchasesTotalCents: purchases[0]?.sumCents ?? 0,
    contacts: contacts.map(({ attemptId, at, state, outcome, sellerName }) => ({
      attemptId,
      at: instantText(at),
      state,
      outcome,
      sellerName,
    })),
    suggestions: suggestions.map(({ id, campaign, reason }) => ({
      id,
      campaign,
      reason: suggestionReason(language, reason, todayOn),
    })),
    held: held.map(heldMark),
    contactFrom: customer.contactFromMinute === null ? null : timeOfDay(customer.contactFromMinute),
    coolDown: coolDown && {
      contactedAt: instantText(coolDown.contactedAt),
      endsAt: instantText(coolDown.endsAt),
    },
  };
}

/** Converts a minute of the day into `HH:mm`. */
function timeOfDay(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

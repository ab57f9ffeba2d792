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

type Weekdays = CustomerProfile['silences'][number]['days'];
type FoundProfile = Extract<ProfileAnswer, { kind: 'found' }>;

export function profileBody(
  { customer, purchases, contacts, suggestions, held, ...found }: FoundProfile,
  language: Language,
): CustomerProfile {
  const { phone, phoneKind, email, bornOn, city, state, note, customerSince, storeName, storeCity } = customer;
  return {
    ...customerRow(customer),
    ...permissionBody(customer, found),
    zone: customer.toldZone,
    tags: [...found.tags],
    mayChange: found.mayChange,
    mayMerge: found.mayMerge,
    merges: found.merges.map(({ fromId, fromName, mergedAt, undoUntil, byName, mayUndo }) => ({
      ...{ id: fromId, name: fromName, at: instantText(mergedAt), by: byName, mayUndo },
      undoUntil: instantText(undoUntil),
    })),
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
    mayContact: found.mayContact,
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
      reason: suggestionReason(language, reason, found.todayOn),
    })),
    held: held.map(heldMark),
    contactFrom: customer.contactFromMinute === null ? null : timeOfDay(customer.contactFromMinute),
    silences: found.silences.map(({ id, days, starts, ends, untilOn, running, madeAt, madeBy }) => ({
      ...{ id, days: days as Weekdays, start: starts, end: ends, until: untilOn, running },
      ...{ madeAt: instantText(madeAt), madeBy },
    })),
    doNotCallOn: found.doNotCallOn,
    coolDown: found.coolDown && {
      contactedAt: instantText(found.coolDown.contactedAt),
      endsAt: instantText(found.coolDown.endsAt),
    },
  };
}

/** Presents the permission, and its history with the stops of the number. */
function permissionBody(
  { permission, permissionOn }: FoundProfile['customer'],
  { permissionChanges, stops }: Pick<FoundProfile, 'permissionChanges' | 'stops'>,
): Pick<CustomerProfile, 'permission' | 'permissionHistory'> {
  const newest = permissionChanges.find(({ isOwn }) => isOwn);
  // A permission without a change came with the import that brought the customer.
  const origin = newest?.origin ?? (permission === 'unknown' ? null : 'import');
  const changes = permissionChanges.map(({ at, was, permission: state, saidOn, origin, byName }) => ({
    ...{ at, kind: 'permission' as const, was, state, on: saidOn, origin, by: byName },
  }));
  const ofStops = stops.flatMap(({ stoppedAt, liftedAt, source, byName }) => {
    const origin = source === 'import' ? ('import' as const) : ('person' as const);
    const stopped = { at: stoppedAt, kind: 'stopped' as const, was: null, state: null, on: null, origin, by: byName };
    return liftedAt === null ? [stopped] : [stopped, { ...stopped, at: liftedAt, kind: 'lifted' as const, by: null }];
  });
  const history = [...changes, ...ofStops].sort((a, b) => b.at - a.at);
  return {
    permission: { state: permission, on: permissionOn, origin, by: newest?.byName ?? null },
    permissionHistory: history.map((entry) => ({ ...entry, at: instantText(entry.at) })),
  };
}

/** Converts a minute of the day into `HH:mm`. */
export function timeOfDay(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

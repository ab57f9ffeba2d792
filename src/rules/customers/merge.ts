/**
 * Merges two records of one customer: which field the surviving record takes from the other one, and which permission
 * holds. A merge never allows a contact that either record forbade before.
 */
import { isListed } from '#rules/contact/do-not-call.ts';
import type { Said } from './consent.ts';

/** The fields that a merge may fill. `…On`: `YYYY-MM-DD`. */
export interface MergeFields {
  readonly email: string | null;
  readonly bornOn: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly note: string | null;
  readonly toldZone: string | null;
  readonly contactFromMinute: number | null;
  readonly customerSince: string | null;
  readonly sellerId: string | null;
  readonly phone: string | null;
  readonly phoneKind: 'mobile' | 'landline' | 'none';
}

/** `noteJoined`: the note of the other record follows the own one. `city`: the city with its state. */
export const FILLED_FIELDS = [
  'email',
  'bornOn',
  'city',
  'note',
  'noteJoined',
  'toldZone',
  'contactFromMinute',
  'customerSince',
  'sellerId',
  'phone',
] as const;
export type FilledField = (typeof FILLED_FIELDS)[number];

const PLAIN = ['email', 'bornOn', 'toldZone', 'sellerId'] as const;

/**
 * Returns the fields after the merge. The surviving record keeps what it has; an empty field takes the value of the
 * other record. Both notes stay. The later contact-from hour and the earlier first date count.
 */
export function mergeFields(
  into: MergeFields,
  from: MergeFields,
): { readonly fields: MergeFields; readonly filled: readonly FilledField[] } {
  const filled: FilledField[] = PLAIN.filter((field) => into[field] === null && from[field] !== null);
  let fields: MergeFields = { ...into, ...Object.fromEntries(filled.map((field) => [field, from[field as 'email']])) };
  const take = (field: FilledField, values: Partial<MergeFields>) => {
    filled.push(field);
    fields = { ...fields, ...values };
  };
  if (into.city === null && from.city !== null) take('city', { city: from.city, state: from.state });
  if (into.note === null && from.note !== null) take('note', { note: from.note });
  else if (from.note !== null && from.note !== into.note) take('noteJoined', { note: joinNotes(into.note, from.note) });
  if (from.contactFromMinute !== null && from.contactFromMinute > (into.contactFromMinute ?? -1))
    take('contactFromMinute', { contactFromMinute: from.contactFromMinute });
  if (from.customerSince !== null && (into.customerSince === null || from.customerSince < into.customerSince))
    take('customerSince', { customerSince: from.customerSince });
  if (into.phone === null && from.phone !== null) take('phone', { phone: from.phone, phoneKind: from.phoneKind });
  return { fields, filled };
}

/** What the merge replaced by another value. */
export interface Replaced {
  readonly contactFromMinute: number | null;
  readonly customerSince: string | null;
  /** The state before the city was filled. */
  readonly state: string | null;
}

/** Returns the surviving record's fields after the undo. A field that somebody changed since the merge stays. */
export function unmergeFields(
  now: MergeFields,
  from: MergeFields,
  filled: readonly FilledField[],
  replaced: Replaced,
): MergeFields {
  const isAsFilled = (field: FilledField & keyof MergeFields) => filled.includes(field) && now[field] === from[field];
  const emptied = PLAIN.filter(isAsFilled).map((field) => [field, null]);
  return {
    ...now,
    ...Object.fromEntries(emptied),
    ...(isAsFilled('city') && { city: null, state: replaced.state }),
    ...(isAsFilled('note') && { note: null }),
    ...(filled.includes('noteJoined') && { note: withoutNote(now.note, from.note ?? '') }),
    ...(isAsFilled('contactFromMinute') && { contactFromMinute: replaced.contactFromMinute }),
    ...(isAsFilled('customerSince') && { customerSince: replaced.customerSince }),
    ...(isAsFilled('phone') && { phone: null, phoneKind: 'none' as const }),
  };
}

function joinNotes(own: string | null, other: string): string {
  return `${own ?? ''}\n${other}`;
}

function withoutNote(note: string | null, other: string): string | null {
  return note?.endsWith(`\n${other}`) ? note.slice(0, -other.length - 1) : note;
}

/** A permission, with the first listing's date where the record's numbers are on the do-not-call list (D2c). */
export interface Bound extends Said {
  readonly listedOn: string | null;
}

/**
 * Returns the stricter permission: a refusal counts over a consent, the later refusal over the earlier one, the earlier
 * consent over the later one. A record without a known permission says nothing. Where the do-not-call list bound either
 * record, the consent keeps no date that would lift the listing.
 */
export function mergePermissions(into: Bound, from: Bound): Said {
  const both = [into, from];
  const refusals = both.filter(({ state }) => state === 'refused');
  if (refusals.length > 0) return { state: 'refused', on: lastOf(refusals.map(({ on }) => on)) };
  const consents = both.filter(({ state }) => state === 'granted');
  if (consents.length === 0) return { state: 'unknown', on: null };
  const on = firstOf(consents.map((consent) => consent.on));
  const listedOn = [into.listedOn, from.listedOn].reduce((a, b) => (a === null || (b !== null && b > a) ? b : a));
  const isBound = both.some((each) => isListed(listingOf(each)));
  const staysBound = listedOn !== null && isListed({ listedOn, consentOn: on });
  return { state: 'granted', on: isBound && !staysBound ? null : on };
}

function listingOf({ state, on, listedOn }: Bound) {
  return listedOn === null ? null : { listedOn, consentOn: state === 'granted' ? on : null };
}

/** Returns the last of the dates; null where one is not known, because an unknown day counts as the last one. */
function lastOf(dates: readonly (string | null)[]): string | null {
  return dates.includes(null) ? null : (dates.toSorted().at(-1) ?? null);
}

/** Returns the first of the dates; null where one is not known. */
function firstOf(dates: readonly (string | null)[]): string | null {
  return dates.includes(null) ? null : (dates.toSorted()[0] ?? null);
}

/** How long a merge can be undone. */
export const UNMERGE_MS = 24 * 3_600_000;

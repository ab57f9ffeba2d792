/** Reads the fields that a person typed about a customer, and finds the faults of each. */
import { readPhone } from '#flows/customers/phone/read-phone.ts';
import type { Said } from '#rules/customers/consent.ts';
import { MOST_TAGS, normaliseTag } from '#rules/customers/customer-tags.ts';
import { isGeographicZone } from '#rules/time/zone.ts';
import { areaCodeOfCity } from '#rules/time/zones/city-area-code.ts';

/** The fields as they are typed. An undefined field is not changed; null and the empty text remove it. */
export interface TypedFields {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  /** `YYYY-MM-DD`. */
  readonly bornOn?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly state?: string | null | undefined;
  readonly zone?: string | null | undefined;
  /** A minute of the store's day. */
  readonly contactFromMinute?: number | null | undefined;
  readonly note?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly permission?: Said | undefined;
}

/** The fields as they are stored. */
export interface CustomerFields {
  readonly name: string;
  readonly phone: { readonly e164: string; readonly kind: 'mobile' | 'landline' } | null;
  readonly email: string | null;
  readonly bornOn: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly zone: string | null;
  readonly contactFromMinute: number | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly permission: Said;
}

export interface FieldFault {
  readonly path: string;
  readonly code: string;
}

interface Terms {
  /** The place of the customer's store, whose area code completes a number without one. */
  readonly storeCity: string;
  readonly storeState: string;
  readonly today: string;
}

/** Reads the fields that are given. A field with a fault is left out of `fields`. */
export function readFields(
  typed: TypedFields,
  { storeCity, storeState, today }: Terms,
): { readonly fields: Partial<CustomerFields>; readonly faults: readonly FieldFault[] } {
  const faults: FieldFault[] = [];
  const fail = (path: string, code: string) => void faults.push({ path, code });
  const fields: { -readonly [F in keyof CustomerFields]?: CustomerFields[F] } = {};
  const name = typed.name?.replace(/\s+/g, ' ').trim();
  if (name !== undefined && !/\p{L}/u.test(name)) fail('name', 'name_missing');
  else if (name !== undefined) fields.name = name;
  if (typed.phone !== undefined) {
    const phone = phoneOf(typed.phone, areaCodeOfCity(storeCity, storeState));
    if (typeof phone === 'string') fail('phone', phone);
    else fields.phone = phone;
  }
  const email = textOrNull(typed.email)?.toLowerCase() ?? null;
  if (email !== null && !EMAIL.test(email)) fail('email', 'email_malformed');
  else if (typed.email !== undefined) fields.email = email;
  const { bornOn, zone } = typed;
  if (bornOn != null && bornOn > today) fail('bornOn', 'birth_date_out_of_range');
  else if (bornOn !== undefined) fields.bornOn = bornOn;
  if (zone != null && !isGeographicZone(zone)) fail('zone', 'zone_unknown');
  else if (zone !== undefined) fields.zone = zone;
  for (const field of ['city', 'state', 'note'] as const)
    if (typed[field] !== undefined) fields[field] = textOrNull(typed[field]);
  if (typed.contactFromMinute !== undefined) fields.contactFromMinute = typed.contactFromMinute;
  if (typed.permission !== undefined) fields.permission = typed.permission;
  if (typed.tags !== undefined) fields.tags = tagsOf(typed.tags, fail);
  return { fields, faults };
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

type Phone = NonNullable<CustomerFields['phone']>;

/** Returns the number, null for none, or the code of the fault. Two numbers in one field are a fault: one would be lost. */
function phoneOf(typed: string | null, areaCode: string | null): Phone | null | string {
  if (typed === null || typed.trim() === '') return null;
  const phone = readPhone(typed, areaCode);
  if (phone === 'area_code_unknown') return 'phone_without_area_code';
  if (typeof phone === 'string') return 'phone_invalid';
  return phone.others === undefined ? { e164: phone.e164, kind: phone.kind } : 'phone_several';
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function tagsOf(typed: readonly string[], fail: (path: string, code: string) => void): readonly string[] {
  const tags = typed.map(normaliseTag);
  if (tags.includes(null)) fail('tags', 'tag_malformed');
  const known = [...new Set(tags.filter((tag) => tag !== null))].sort();
  if (known.length > MOST_TAGS) fail('tags', 'tags_too_many');
  return known;
}

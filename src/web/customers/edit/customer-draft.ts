/** The draft of a customer's form: how a profile becomes one, and what of a draft is sent. */
import type { CustomerProfile } from '#contract/customers/customers.ts';

/** Every text may be empty. `permission.on` is a date. */
export interface CustomerDraft {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly bornOn: string;
  readonly city: string;
  readonly state: string;
  readonly zone: string;
  readonly contactFrom: string;
  readonly note: string;
  readonly tags: readonly string[];
  readonly permission: { readonly state: 'granted' | 'refused' | 'unknown'; readonly on: string };
}

export type DraftField = keyof CustomerDraft;
export type Faults = Readonly<Partial<Record<DraftField | 'storeId' | 'on', string>>>;

export const EMPTY_DRAFT: CustomerDraft = {
  ...{ name: '', phone: '', email: '', bornOn: '', city: '', state: '', zone: '', contactFrom: '', note: '' },
  tags: [],
  permission: { state: 'unknown', on: '' },
};

type Shown = Pick<CustomerProfile, Exclude<DraftField, 'permission'>> & {
  readonly permission: Pick<CustomerProfile['permission'], 'state' | 'on'>;
};

export function draftOf(profile: Shown): CustomerDraft {
  const { name, phone, email, bornOn, city, state, zone, contactFrom, note, tags, permission } = profile;
  return {
    ...{ name, phone: phone ?? '', email: email ?? '', bornOn: bornOn ?? '', city: city ?? '', state: state ?? '' },
    ...{ zone: zone ?? '', contactFrom: contactFrom ?? '', note: note ?? '', tags },
    permission: { state: permission.state, on: permission.on ?? '' },
  };
}

/** Returns one field as the server takes it: an empty text is null. */
function sentValue(draft: CustomerDraft, field: DraftField): unknown {
  if (field === 'permission') return { state: draft.permission.state, on: draft.permission.on || null };
  if (field === 'tags') return draft.tags;
  if (field === 'name') return draft.name.trim();
  return draft[field].trim() === '' ? null : draft[field].trim();
}

/** Returns the fields that differ from `start`, with their values at the start as `seen`. */
export function changeOf(start: CustomerDraft, draft: CustomerDraft) {
  const fields = (Object.keys(draft) as DraftField[]).filter(
    (field) => JSON.stringify(sentValue(start, field)) !== JSON.stringify(sentValue(draft, field)),
  );
  const pick = (from: CustomerDraft) => Object.fromEntries(fields.map((field) => [field, sentValue(from, field)]));
  return { fields, change: pick(draft), seen: pick(start) };
}

/** Returns the draft with one field as the server sent it. */
export function withValue(draft: CustomerDraft, field: DraftField, value: unknown): CustomerDraft {
  if (field === 'permission') {
    const { state, on } = value as { readonly state: 'granted'; readonly on: string | null };
    return { ...draft, permission: { state, on: on ?? '' } };
  }
  return { ...draft, [field]: value ?? '' };
}

/** Keeps a half-typed form on the device for its author until it is saved or left, so that no lock and no reload loses a word. */
import { readStored, writeStored } from '#web/shell/settings/local-storage.ts';
import { type CustomerDraft, EMPTY_DRAFT } from './customer-draft.ts';

/** Names a form: its author, and the customer that is edited; `customerId` null: a new customer. */
export interface FormKey {
  readonly personId: string;
  readonly customerId: string | null;
}

/** `start`: the values that the author had read, so that a change by somebody else meanwhile is still a conflict. */
export interface KeptForm {
  readonly start: CustomerDraft;
  readonly draft: CustomerDraft;
}

export function readKeptForm(place: FormKey): KeptForm | null {
  try {
    const kept = JSON.parse(readStored(keyOf(place)) || 'null') as Partial<KeptForm> | null;
    if (kept === null) return null;
    return { start: { ...EMPTY_DRAFT, ...kept.start }, draft: { ...EMPTY_DRAFT, ...kept.draft } };
  } catch {
    return null;
  }
}

/** Stores the form; null removes it. */
export function keepForm(place: FormKey, form: KeptForm | null): void {
  if (form === null) removeStored(keyOf(place));
  else writeStored(keyOf(place), JSON.stringify(form));
}

/** Signing out removes everything that begins with `oto.draft.`, as it removes the texts of messages. */
function keyOf({ personId, customerId }: FormKey): string {
  return `oto.draft.${personId}.form.${customerId ?? 'new'}`;
}

function removeStored(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that refuses storage has nothing to remove.
  }
}

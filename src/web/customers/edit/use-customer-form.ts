/** Keeps the draft of a customer's form, its faults, and the refusal of the whole form. */
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '#web/shell/api/call.ts';
import { readClock } from '#web/ui/forms/clock-text.ts';
import type { CustomerFormWords } from '#words/customers/customer-form.pt-BR.ts';
import { type CustomerDraft, changeOf, type Faults } from './customer-draft.ts';
import { type FormKey, keepForm, readKeptForm } from './kept-form.ts';

/** The customer who has the typed number already, where the person may open that customer. */
export interface Holder {
  readonly id: string;
  readonly name: string;
}

/** Returns the draft, which is kept on the device while it differs from `start`, and the functions that change it. */
function useKeptDraft(given: CustomerDraft, { personId, customerId }: FormKey) {
  const [kept] = useState(() => readKeptForm({ personId, customerId }));
  const [start, setStart] = useState(kept?.start ?? given);
  const [draft, setDraft] = useState(kept?.draft ?? given);
  const isChanged = changeOf(start, draft).fields.length > 0;
  useEffect(
    () => keepForm({ personId, customerId }, isChanged ? { start, draft } : null),
    [personId, customerId, isChanged, start, draft],
  );
  /** Forgets what is kept: the form is saved, or the person leaves it. */
  const forget = () => keepForm({ personId, customerId }, null);
  return { start, setStart, draft, setDraft, isChanged, forget };
}

/** `given`: the values of a form in which nothing was typed before. */
export function useCustomerForm(given: CustomerDraft, place: FormKey) {
  const kept = useKeptDraft(given, place);
  const { setDraft } = kept;
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [holder, setHolder] = useState<Holder | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // Counts refusals, because a second refusal for the same fault must move the focus again.
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);

  const edit = (change: Partial<CustomerDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(null);
    const changed = new Set<string>(Object.keys(change));
    if (changed.has('phone')) setHolder(null);
    if (changed.has('permission')) changed.add('on');
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !changed.has(field))));
  };
  const clearFault = (field: keyof Faults) => setFaults(({ [field]: _, ...others }) => others);
  /** Shows the faults; returns whether there are any. */
  const show = (found: Faults): boolean => {
    setFaults(found);
    if (Object.keys(found).length === 0) return false;
    setRefusals((count) => count + 1);
    return true;
  };
  /** Shows a refusal at the fields that it is about, else above the buttons. */
  const showRefusal = ({ code, title, detail, faults: found = [], customer }: Refusal) => {
    if (code === 'customer_exists') {
      setHolder(customer ?? null);
      return void show({ phone: `${title}. ${detail}` });
    }
    const known = found.flatMap(({ path, message }) => {
      const field = FIELD_OF_PATH[path];
      return field === undefined ? [] : [[field, message] as const];
    });
    if (!show(Object.fromEntries(known))) setProblem(detail);
  };
  return { ...kept, clearFault, faults, problem, setProblem, holder, form, edit, show, showRefusal };
}

export type CustomerForm = ReturnType<typeof useCustomerForm>;

const FIELD_OF_PATH: Readonly<Record<string, keyof Faults>> = {
  ...{ name: 'name', phone: 'phone', email: 'email', bornOn: 'bornOn', city: 'city', state: 'state', zone: 'zone' },
  ...{ contactFrom: 'contactFrom', note: 'note', tags: 'tags', storeId: 'storeId' },
  ...{ permission: 'permission', 'permission.on': 'on', 'permission.state': 'permission' },
};

/** Returns the faults that the screen finds before it asks the server. */
export function faultsOf({ name, contactFrom }: CustomerDraft, t: CustomerFormWords): Faults {
  return {
    ...(name.trim() === '' && { name: t.required }),
    ...(contactFrom.trim() !== '' && readClock(contactFrom) === null && { contactFrom: t.contactFromMalformed }),
  };
}

/** Returns the draft with the time as `HH:mm`, also if the field was not left yet. */
export function settleTime(draft: CustomerDraft): CustomerDraft {
  return { ...draft, contactFrom: readClock(draft.contactFrom) ?? draft.contactFrom };
}

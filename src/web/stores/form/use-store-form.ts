/** Keeps a store's draft with its faults. A fault of a field disappears when something of the form is changed. */
import { useEffect, useRef, useState } from 'react';
import type { Refusal } from '#web/shell/api/call.ts';
import type { Faults, StoreDraft } from './store-draft.ts';

export function useStoreForm(start: StoreDraft) {
  const [draft, setDraft] = useState(start);
  const [faults, setFaults] = useState<Faults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // Counts refusals, because a second refusal for the same fault must move the focus again.
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);

  const edit = (change: Partial<StoreDraft>) => {
    setDraft((before) => ({ ...before, ...change }));
    setProblem(null);
    if (Object.keys(faults).length > 0) setFaults({});
  };
  /** Shows the faults; returns whether there are any. */
  const show = (found: Faults): boolean => {
    const hasFaults = Object.keys(found).length > 0;
    setFaults(found);
    if (hasFaults) setRefusals((count) => count + 1);
    return hasFaults;
  };
  /** Shows a refusal at the field that it is about, else above the button. */
  const showRefusal = ({ code, detail, faults: found = [] }: Refusal) => {
    const field = FIELD_OF_CODE[code];
    if (field !== undefined) return void show({ [field]: detail });
    const known = found.filter(({ path }) => FIELDS.has(path));
    if (!show(Object.fromEntries(known.map(({ path, message }) => [path, message])))) setProblem(detail);
  };
  return { draft, setDraft, faults, problem, setProblem, form, edit, show, showRefusal };
}

const FIELD_OF_CODE: Readonly<Record<string, string>> = { store_code_taken: 'code', email_taken: 'email' };
const FIELDS = new Set(['name', 'address', 'city', 'state', 'zone', 'code', 'email']);

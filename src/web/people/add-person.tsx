/** Adds a person in a sheet, and then shows the one-time PIN or the link of the invitation, once. */
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type Refusal, sentenceOf } from '#web/shell/api/call.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { LinkSheet } from '#web/sign-in/accounts/link-sheet.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { InvitationField } from './invitation-field.tsx';
import styles from './people.module.css';
import { addPerson, type PersonRole } from './people-api.ts';
import { usePeopleWords } from './people-words.ts';
import { PinShown } from './pin-shown.tsx';
import { StoreField } from './store-field.tsx';

const ROLES: readonly PersonRole[] = ['seller', 'store_manager', 'brand_manager'];

type Faults = Readonly<Partial<Record<'name' | 'storeId' | 'email', string>>>;

type Made =
  | { readonly kind: 'pin'; readonly name: string; readonly pin: string; readonly until: string }
  | { readonly kind: 'link'; readonly name: string; readonly url: string };

export interface AddPersonProps {
  /** The store that is chosen already; empty: none. */
  readonly storeId: string;
  readonly onClose: () => void;
}

export function AddPerson({ storeId, onClose }: AddPersonProps) {
  const [made, setMade] = useState<Made | null>(null);
  if (made?.kind === 'pin') return <PinShown {...made} onClose={onClose} />;
  if (made?.kind === 'link') return <LinkSheet name={made.name} url={made.url} onClose={onClose} />;
  return <AddSheet storeId={storeId} onClose={onClose} onMade={setMade} />;
}

function AddSheet({ onClose, ...props }: AddPersonProps & { readonly onMade: (made: Made) => void }) {
  const t = usePeopleWords();
  const formId = useId();
  const { person } = useShop();
  const isBrand = person.role === 'brand_manager';
  const { draft, edit, faults, fault, busy, form, send } = useNewPerson({ onClose, isBrand, ...props });
  return (
    <Sheet
      title={t.addTitle}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          <Button type="submit" form={formId} tone="main" busy={busy}>
            {t.addNow}
          </Button>
          <Button onClick={onClose}>{t.back}</Button>
        </ActionRow>
      }
    >
      <form id={formId} ref={form} className={styles.fields} noValidate onSubmit={send}>
        <Field
          label={t.name}
          hint={t.nameHint}
          fault={faults.name}
          firstFocus
          value={draft.name}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => edit({ name: event.target.value }, 'name')}
        />
        {isBrand && (
          <Choices
            legend={t.role}
            value={draft.role}
            choices={ROLES.map((value) => ({ value, label: t.roles[value] }))}
            onChange={(role) => edit({ role }, 'storeId', 'email')}
          />
        )}
        {isBrand && draft.role !== 'brand_manager' && (
          <StoreField
            value={draft.storeId}
            fault={faults.storeId}
            onChange={(storeId) => edit({ storeId }, 'storeId')}
          />
        )}
        {draft.role === 'brand_manager' && (
          <InvitationField value={draft.email} fault={faults.email} onChange={(email) => edit({ email }, 'email')} />
        )}
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      </form>
    </Sheet>
  );
}

interface Draft {
  readonly name: string;
  readonly role: PersonRole;
  readonly storeId: string;
  readonly email: string;
}

interface NewPersonProps extends AddPersonProps {
  readonly isBrand: boolean;
  readonly onMade: (made: Made) => void;
}

/** Keeps the draft and its faults, and sends it. A fault of a field disappears when the field is changed. */
function useNewPerson({ storeId, isBrand, onClose, onMade }: NewPersonProps) {
  const t = usePeopleWords();
  const { session } = useShop();
  const [draft, setDraft] = useState<Draft>({
    ...{ name: '', role: 'seller', email: '' },
    storeId: isBrand ? storeId : (session.store?.id ?? ''),
  });
  const [faults, setFaults] = useState<Faults>({});
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  useEffect(() => {
    if (refusals > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [refusals]);

  const edit = (change: Partial<Draft>, ...fields: readonly (keyof Faults)[]) => {
    setDraft({ ...draft, ...change });
    setFault(null);
    setFaults(Object.fromEntries(Object.entries(faults).filter(([name]) => !fields.includes(name as keyof Faults))));
  };
  const show = (found: Faults) => {
    setFaults(found);
    setRefusals(refusals + 1);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingIn(draft, t);
    setFault(null);
    if (Object.keys(missing).length > 0) return show(missing);
    setBusy(true);
    const name = draft.name.trim();
    const { role, email } = draft;
    const answer = await addPerson(
      role === 'brand_manager' ? { name, role, email: email.trim() } : { name, role, storeId: draft.storeId },
    );
    setBusy(false);
    if (answer.kind === 'lost') return setFault(t.unreached);
    if (answer.kind === 'refused') {
      const found = faultsIn(answer.refusal);
      return Object.keys(found).length > 0 ? show(found) : setFault(answer.refusal.detail);
    }
    const { pin, pinUntil, link } = answer.body;
    if (pin !== null && pinUntil !== null) return onMade({ kind: 'pin', name, pin, until: pinUntil });
    if (link !== null && 'url' in link) return onMade({ kind: 'link', name, url: link.url });
    showToast({ text: t.invited(name) });
    onClose();
  };
  return { draft, edit, faults, fault, busy, form, send: (event: FormEvent) => void send(event) };
}

function missingIn({ name, role, storeId, email }: Draft, t: ReturnType<typeof usePeopleWords>): Faults {
  const isManager = role === 'brand_manager';
  return {
    ...(name.trim() === '' && { name: t.nameMissing }),
    ...(!isManager && storeId === '' && { storeId: t.storeMissing }),
    ...(isManager && email.trim() === '' && { email: t.emailMissing }),
  };
}

/** Returns the sentences of a refusal by the field that each is about. */
function faultsIn(refusal: Refusal): Faults {
  const { code, detail, faults = [] } = refusal;
  if (code === 'name_taken') return { name: sentenceOf(refusal) };
  if (code === 'email_taken') return { email: detail };
  const fields = ['name', 'storeId', 'email'] as const;
  return Object.fromEntries(
    faults.flatMap(({ path, message }) => {
      const field = fields.find((each) => each === path);
      return field === undefined ? [] : [[field, message] as const];
    }),
  );
}

/** The screens *Novo cliente* and *Editar cadastro*. */
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { readProfile } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { AttentionIcon, BackIcon } from '#web/ui/icons/icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { type Conflict, ConflictSheet } from './conflict-sheet.tsx';
import { addCustomer, changeCustomer, useStoresToChoose } from './customer-api.ts';
import { type CustomerDraft, changeOf, draftOf, EMPTY_DRAFT } from './customer-draft.ts';
import { CustomerFields } from './customer-fields.tsx';
import styles from './edit.module.css';
import { useFormWords } from './form-words.ts';
import { type CustomerForm, faultsOf, settleTime, useCustomerForm } from './use-customer-form.ts';

export function NewCustomerScreen() {
  const t = useFormWords();
  const { session, person } = useShop();
  const [, go] = useLocation();
  const form = useCustomerForm(EMPTY_DRAFT, { personId: person.id, customerId: null });
  const [storeId, setStoreId] = useState('');
  const [busy, setBusy] = useState(false);
  const isBrand = session.store == null;
  const chooseStore = (id: string) => {
    setStoreId(id);
    form.clearFault('storeId');
  };
  const save = async () => {
    const draft = settleTime(form.draft);
    const missing = isBrand && storeId === '' ? { storeId: `${t.chooseStore}.` } : {};
    if (form.show({ ...faultsOf(draft, t), ...missing })) return;
    setBusy(true);
    const { change } = changeOf(EMPTY_DRAFT, draft);
    const answer = await addCustomer({ ...change, ...(isBrand && { storeId }) });
    setBusy(false);
    if (answer.kind === 'lost') return form.setProblem(t.unreached);
    if (answer.kind === 'refused') return form.showRefusal(answer.refusal);
    form.forget();
    showToast({ text: t.added(answer.body.name) });
    go(`/cliente/${answer.body.id}`, { replace: true });
  };
  return (
    <FormPage title={t.newCustomer} saveLabel={t.add} backTo="/carteira" {...{ form, busy, save }}>
      {isBrand && <StoreChoice value={storeId} fault={form.faults.storeId} onChange={chooseStore} />}
    </FormPage>
  );
}

function StoreChoice(props: { value: string; fault: string | undefined; onChange: (id: string) => void }) {
  const t = useFormWords();
  const stores = useStoresToChoose(true);
  const options = [{ value: '', label: t.chooseStore }, ...stores.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Card>
      <SelectField label={t.store} groups={[{ label: t.store, options }]} {...props} />
    </Card>
  );
}

export function EditCustomerScreen({ id }: { readonly id: string }) {
  const t = useFormWords();
  const profile = useRead(keys.profile(id), (signal) => readProfile(id, signal));
  // The form keeps what the person read first: a later reading must not replace what was typed.
  const [first, setFirst] = useState<CustomerProfile | null>(null);
  if (first === null && profile.data !== undefined) setFirst(profile.data);
  if (first !== null) return <EditForm profile={first} />;
  return (
    <>
      <ScreenHead title={t.edit} />
      {profile.error ? (
        <Unread error={profile.error} onRetry={profile.again} />
      ) : (
        <Skeleton label={t.loading} rows={5} />
      )}
    </>
  );
}

function EditForm({ profile }: { readonly profile: CustomerProfile }) {
  const t = useFormWords();
  const { id } = profile;
  const { person } = useShop();
  const [, go] = useLocation();
  const form = useCustomerForm(draftOf(profile), { personId: person.id, customerId: id });
  const [busy, setBusy] = useState(false);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const send = async (from: CustomerDraft, typed: CustomerDraft) => {
    const draft = settleTime(typed);
    if (form.show(faultsOf(draft, t))) return;
    const { fields, change, seen } = changeOf(from, draft);
    const finish = () => {
      form.forget();
      go(`/cliente/${id}`, { replace: true });
    };
    if (fields.length === 0) return finish();
    setBusy(true);
    const answer = await changeCustomer(id, { ...change, seen });
    setBusy(false);
    if (answer.kind === 'lost') return form.setProblem(t.unreached);
    if (answer.kind === 'done') {
      showToast({ text: t.saved, ...undoOf(id, change, seen, t) });
      return finish();
    }
    if (answer.refusal.code !== 'customer_changed') return form.showRefusal(answer.refusal);
    setConflicts((answer.refusal.changed ?? []) as readonly Conflict[]);
  };
  return (
    <>
      <FormPage
        title={t.editOf(profile.name)}
        saveLabel={t.save}
        backTo={`/cliente/${id}`}
        save={() => send(form.start, form.draft)}
        {...{ form, busy }}
      />
      {conflicts.length > 0 && (
        <ConflictSheet
          draft={form.draft}
          conflicts={conflicts}
          onBack={() => setConflicts([])}
          onChosen={(chosen, store) => {
            const stored = store(form.start);
            setConflicts([]);
            form.setStart(stored);
            form.setDraft(chosen);
            void send(stored, chosen);
          }}
        />
      )}
    </>
  );
}

/** Returns the undo of a change. A permission is not taken back: it is in the history, and may have stopped contacts. */
function undoOf(
  id: string,
  { permission: _, ...change }: Readonly<Record<string, unknown>>,
  seen: Readonly<Record<string, unknown>>,
  t: ReturnType<typeof useFormWords>,
) {
  const fields = Object.keys(change);
  if (fields.length === 0) return {};
  const before = Object.fromEntries(fields.map((field) => [field, seen[field]]));
  const run = () =>
    void changeCustomer(id, before).then(({ kind }) => kind === 'done' && showToast({ text: t.undone }));
  return { action: { label: t.undo, run } };
}

interface FormPageProps {
  readonly title: string;
  readonly saveLabel: string;
  readonly form: CustomerForm;
  readonly busy: boolean;
  readonly backTo: string;
  readonly save: () => Promise<unknown>;
  readonly children?: ReactNode;
}

function FormPage({ title, saveLabel, form, busy, backTo, save, children }: FormPageProps) {
  const t = useFormWords();
  const [, go] = useLocation();
  const [isLeaving, setIsLeaving] = useState(false);
  const leave = () => (form.isChanged ? setIsLeaving(true) : go(backTo));
  const discard = () => {
    form.forget();
    go(backTo);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.setProblem(null);
    if (!busy) void save();
  };
  return (
    <div className={styles.page}>
      <ScreenHead
        back={
          <Button icon={<BackIcon />} onClick={leave}>
            {t.back}
          </Button>
        }
        title={title}
      />
      <form ref={form.form} className={styles.page} noValidate onSubmit={submit}>
        {children}
        <CustomerFields form={form} known={form.start.permission} />
        <div role="alert">
          {form.problem !== null && (
            <Band tone="warn" picture={<AttentionIcon />} title={t.notSaved}>
              {form.problem}
            </Band>
          )}
        </div>
        <div className={styles.actions}>
          <Button type="submit" tone="main" busy={busy}>
            {saveLabel}
          </Button>
          <Button onClick={leave}>{t.back}</Button>
        </div>
      </form>
      {isLeaving && (
        <Sheet
          title={t.leave}
          onBack={() => setIsLeaving(false)}
          actions={
            <ActionRow>
              <Button tone="main" onClick={() => setIsLeaving(false)}>
                {t.stay}
              </Button>
              <Button onClick={discard}>{t.leaveNow}</Button>
            </ActionRow>
          }
        >
          <p>{t.leaveText}</p>
        </Sheet>
      )}
    </div>
  );
}

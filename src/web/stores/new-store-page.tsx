/** The page on which a brand manager creates a store, with its hours and its sign-in. */
import { type FormEvent, useState } from 'react';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { AttentionIcon, BackIcon } from '#web/ui/icons/icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { FactsFields, useDraftZone } from './form/facts-fields.tsx';
import { WeekEditor } from './form/hours-editor.tsx';
import { EMPTY_STORE, faultsOf, wishOf } from './form/store-draft.ts';
import { useStoreForm } from './form/use-store-form.ts';
import { PasswordSheet } from './password-sheet.tsx';
import { STORES_PATH } from './store-paths.ts';
import styles from './stores.module.css';
import { createStore, type OneTimeSignIn } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

export function NewStorePage() {
  const t = useStoresWords();
  const [, go] = useLocation();
  const { draft, faults, problem, form, edit, code, setCode, email, setEmail, busy, made, send } = useNewStore();
  return (
    <div className={styles.page}>
      <ScreenHead
        back={
          <ButtonLink href={STORES_PATH} icon={<BackIcon />}>
            {t.back}
          </ButtonLink>
        }
        title={t.newStore}
      />
      <form ref={form} className={styles.page} noValidate onSubmit={(event) => void send(event)}>
        <Card>
          <h2>{t.facts}</h2>
          <div className={styles.fields}>
            <Field
              label={t.codeLabel}
              hint={t.codeHint}
              fault={faults.code}
              value={code}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => setCode(event.target.value)}
            />
            <FactsFields draft={draft} faults={faults} onEdit={edit} />
            <Field
              type="email"
              label={t.storeEmail}
              hint={t.storeEmailHint}
              fault={faults.email}
              value={email}
              maxLength={254}
              autoComplete="off"
              onChange={(event) => setEmail(event.target.value)}
            />
          </div>
        </Card>
        <Card>
          <h2>{t.hours}</h2>
          <p className={styles.soft}>{t.hoursLead}</p>
          <WeekEditor week={draft.week} faults={faults} onChange={(week) => edit({ week })} />
        </Card>
        <div role="alert">
          {problem !== null && (
            <Band tone="warn" picture={<AttentionIcon />} title={t.notSaved}>
              {problem}
            </Band>
          )}
        </div>
        <div className={styles.actions}>
          <ButtonLink href={STORES_PATH}>{t.cancel}</ButtonLink>
          <Button type="submit" tone="main" busy={busy}>
            {t.create}
          </Button>
        </div>
      </form>
      {made && (
        <PasswordSheet
          store={draft.name}
          signIn={made.signIn}
          onClose={() => go(`${STORES_PATH}/${made.id}`, { replace: true })}
        />
      )}
    </div>
  );
}

/** Keeps the draft, and sends the form. `made`: the store with the password that is shown once. */
function useNewStore() {
  const t = useStoresWords();
  const [, go] = useLocation();
  const { draft, faults, problem, setProblem, form, edit, show, showRefusal } = useStoreForm(EMPTY_STORE);
  const { zone } = useDraftZone(draft);
  const [code, setCode] = useState('');
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<{ readonly id: string; readonly signIn: OneTimeSignIn } | null>(null);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = {
      ...(code.trim() === '' && { code: t.missing }),
      ...(email.trim() === '' && { email: t.missing }),
    };
    setProblem(null);
    if (show({ ...faultsOf(draft, zone, t), ...missing })) return;
    setBusy(true);
    const answer = await createStore({ ...wishOf(draft, zone), code: code.trim(), email: email.trim() });
    setBusy(false);
    if (answer.kind === 'lost') return setProblem(t.unreached);
    if (answer.kind === 'refused') return showRefusal(answer.refusal);
    const { store, signIn } = answer.body;
    showToast({ text: t.created });
    if (signIn === null) return go(`${STORES_PATH}/${store.id}`, { replace: true });
    setMade({ id: store.id, signIn });
  };
  return { draft, faults, problem, form, edit, code, setCode, email, setEmail, busy, made, send };
}

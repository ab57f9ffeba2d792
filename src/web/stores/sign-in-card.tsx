/** The store's sign-in: its e-mail, a one-time password made anew, and the devices on which the store is signed in. */
import { type FormEvent, useState } from 'react';
import { type Answer, sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { DevicesList } from './devices-list.tsx';
import { PasswordSheet } from './password-sheet.tsx';
import styles from './stores.module.css';
import { givePassword, type OneTimeSignIn, type Store } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

export function SignInCard({ store }: { readonly store: Store }) {
  const t = useStoresWords();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [given, setGiven] = useState<OneTimeSignIn | null>(null);

  const give = async (email: string | null) => {
    setBusy(true);
    setFault(null);
    const answer: Answer<OneTimeSignIn> = await givePassword(store.id, email);
    setBusy(false);
    setAsking(false);
    if (answer.kind === 'done') return setGiven(answer.body);
    if (answer.kind === 'lost') return setFault(t.unreached);
    setFault(answer.refusal.faults?.[0]?.message ?? sentenceOf(answer.refusal));
  };

  return (
    <Card>
      <h2>{t.signIn}</h2>
      <p className={styles.soft}>{t.signInLead}</p>
      {store.email === null ? (
        <EmailForm busy={busy} fault={fault} onGive={(email) => void give(email)} />
      ) : (
        <>
          <dl className={styles.facts}>
            <dt>{t.email}</dt>
            <dd>
              {store.email}{' '}
              <Tag tone={store.signIn === 'active' ? 'plain' : 'warn'}>{t.signInStates[store.signIn]}</Tag>
            </dd>
          </dl>
          <p role="alert" className={styles.fault}>
            {fault}
          </p>
          <div>
            <Button busy={busy} onClick={() => setAsking(true)}>
              {t.newPassword}
            </Button>
          </div>
          <DevicesList store={store} />
        </>
      )}
      {asking && (
        <Sheet
          title={t.newPasswordTitle(store.name)}
          onBack={() => setAsking(false)}
          actions={
            <>
              <Button wide tone="main" firstFocus busy={busy} onClick={() => void give(null)}>
                {t.newPassword}
              </Button>
              <Button wide onClick={() => setAsking(false)}>
                {t.goBack}
              </Button>
            </>
          }
        >
          <p>{t.newPasswordText}</p>
        </Sheet>
      )}
      {given && <PasswordSheet store={store.name} signIn={given} onClose={() => setGiven(null)} />}
    </Card>
  );
}

interface EmailFormProps {
  readonly busy: boolean;
  readonly fault: string | null;
  readonly onGive: (email: string) => void;
}

function EmailForm({ busy, fault, onGive }: EmailFormProps) {
  const t = useStoresWords();
  const [email, setEmail] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(email.trim() === '');
    if (!busy && email.trim() !== '') onGive(email.trim());
  };
  return (
    <form className={styles.fields} noValidate onSubmit={send}>
      <Field
        type="email"
        label={t.storeEmail}
        fault={isMissing ? t.missing : fault}
        value={email}
        maxLength={254}
        autoComplete="off"
        onChange={(event) => setEmail(event.target.value)}
      />
      <div>
        <Button type="submit" busy={busy}>
          {t.giveEmail}
        </Button>
      </div>
    </form>
  );
}

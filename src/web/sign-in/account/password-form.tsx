/** The form that changes the password. Its rules are said before; pasting and password managers work. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './account.module.css';
import { changePassword } from './account-api.ts';
import { type accountWords, useAccountWords } from './account-words.ts';

const SHORTEST = 10;
const LONGEST = 128;

/** The refusals whose cause is the new password; every other one stands below the current password. */
const OF_NEW_PASSWORD: readonly unknown[] = ['password_weak', 'invalid'];

/** `email`: for password managers, which store the new password under it. */
export function PasswordForm({ email }: { readonly email: string }) {
  const t = useAccountWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [shown, setShown] = useState(false);
  const [lengthFault, setLengthFault] = useState<string | null>(null);
  const form = useFormCall(t);
  const currentField = useRef<HTMLInputElement>(null);
  const nextField = useRef<HTMLInputElement>(null);
  const isOfNext = OF_NEW_PASSWORD.includes(form.refusedFor);
  const { fault, mustWait } = form;
  useEffect(() => {
    if (fault !== null && !mustWait) (isOfNext ? nextField : currentField).current?.focus();
  }, [fault, mustWait, isOfNext]);

  const change = async (event: FormEvent) => {
    event.preventDefault();
    const tooShortOrLong = lengthFaultOf(next, t);
    setLengthFault(tooShortOrLong);
    if (tooShortOrLong !== null) return nextField.current?.focus();
    if (!(await form.send(() => changePassword(current, next)))) return;
    setCurrent('');
    setNext('');
    showToast({ text: t.changed });
  };

  const type = shown ? 'text' : 'password';
  return (
    <Card>
      <h2>{t.password}</h2>
      <p className={styles.soft}>{t.passwordLead}</p>
      <form className={styles.form} onSubmit={change} aria-busy={form.busy}>
        <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
        <div className={styles.fields}>
          <Field
            ref={currentField}
            label={t.current}
            type={type}
            name="password"
            autoComplete="current-password"
            required
            value={current}
            fault={isOfNext ? null : fault}
            onChange={({ target }) => setCurrent(target.value)}
          />
          <Field
            ref={nextField}
            label={t.next}
            hint={t.rules}
            type={type}
            name="new-password"
            autoComplete="new-password"
            required
            value={next}
            fault={lengthFault ?? (isOfNext ? fault : null)}
            onChange={({ target }) => setNext(target.value)}
          />
        </div>
        <div className={styles.row}>
          <Button type="submit" tone="main" busy={form.busy} idle={mustWait}>
            {t.change}
          </Button>
          <Button tone="text" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? t.hide : t.show}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Returns the sentence about a password that is too short or too long; the server judges everything else. */
function lengthFaultOf(password: string, t: ReturnType<typeof accountWords.now>): string | null {
  const missing = SHORTEST - [...password.normalize('NFKC')].length;
  if (missing > 0) return t.tooShort(missing);
  return password.length > LONGEST ? t.tooLong : null;
}

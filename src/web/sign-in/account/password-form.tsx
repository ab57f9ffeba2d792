/** The form that changes the password. Its rules are said before; pasting and password managers work. */
import { type FormEvent, useRef, useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { useCountdown } from '#web/shell/session/countdown.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './account.module.css';
import { changePassword } from './account-api.ts';
import { type accountWords, useAccountWords } from './account-words.ts';

const SHORTEST = 10;
const LONGEST = 128;

/** `email`: for password managers, which store the new password under it. */
export function PasswordForm({ email }: { readonly email: string }) {
  const t = useAccountWords();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<{ readonly at: 'current' | 'next'; readonly text: string } | null>(null);
  const wait = useCountdown();
  const currentField = useRef<HTMLInputElement>(null);
  const nextField = useRef<HTMLInputElement>(null);

  const refuse = (at: 'current' | 'next', text: string) => {
    setFault({ at, text });
    (at === 'current' ? currentField : nextField).current?.focus();
  };

  const change = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || wait.seconds > 0) return;
    const lengthFault = lengthFaultOf(next, t);
    if (lengthFault !== null) return refuse('next', lengthFault);
    setBusy(true);
    setFault(null);
    const answer = await changePassword(current, next);
    setBusy(false);
    if (answer.kind === 'lost') return refuse('current', t.unreached);
    if (answer.kind === 'refused') {
      const { code, retryAfterSeconds } = answer.refusal;
      if (retryAfterSeconds !== undefined) return wait.start(retryAfterSeconds);
      return refuse(code === 'password_weak' || code === 'invalid' ? 'next' : 'current', sentenceOf(answer.refusal));
    }
    setCurrent('');
    setNext('');
    showToast({ text: t.changed });
  };

  const type = shown ? 'text' : 'password';
  const faultAt = (at: 'current' | 'next') => (fault?.at === at ? fault.text : undefined);
  return (
    <Card>
      <h2>{t.password}</h2>
      <p className={styles.soft}>{t.passwordLead}</p>
      <form className={styles.form} onSubmit={change} aria-busy={busy}>
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
            fault={wait.seconds > 0 ? t.wait(wait.seconds) : faultAt('current')}
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
            fault={faultAt('next')}
            onChange={({ target }) => setNext(target.value)}
          />
        </div>
        <div className={styles.row}>
          <Button type="submit" tone="main" busy={busy} idle={wait.seconds > 0}>
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

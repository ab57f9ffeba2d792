/** The steps of setting up: the password, the authenticator app with its first code, and the recovery codes. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { SecondFactorSecret } from '#contract/sign-in/second-factor.ts';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { CopyText } from './copy-text.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import styles from './second-factor.module.css';
import { beginSecondFactor, confirmSecondFactor } from './second-factor-api.ts';
import { useSecondFactorWords } from './second-factor-words.ts';
import { CodeField, PasswordField } from './secret-fields.tsx';

/** `onDone` runs after the person has said that the recovery codes are kept. */
export function SetUpSteps({ onDone }: { readonly onDone: () => void }) {
  const [begun, setBegun] = useState<SecondFactorSecret | null>(null);
  const [isConfirmed, setConfirmed] = useState(false);
  if (begun === null) return <PasswordStep onBegun={setBegun} />;
  if (!isConfirmed) return <AppStep {...begun} onConfirmed={() => setConfirmed(true)} />;
  return <RecoveryCodes codes={begun.recoveryCodes} onKept={onDone} />;
}

function PasswordStep({ onBegun }: { readonly onBegun: (begun: SecondFactorSecret) => void }) {
  const t = useSecondFactorWords();
  const [password, setPassword] = useState('');
  const form = useFormCall({ ...t, ofRefusal: { wrong_credentials: t.wrongPassword } });
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await form.send(() => beginSecondFactor(password));
    if (begun) onBegun(begun.body);
  };
  return (
    <form className={styles.steps} onSubmit={begin} aria-busy={form.busy}>
      <p>{t.passwordLead}</p>
      <PasswordField value={password} onChange={setPassword} fault={form.fault} />
      <Button type="submit" tone="main" wide busy={form.busy} disabled={form.mustWait}>
        {t.goOn}
      </Button>
    </form>
  );
}

interface AppStepProps extends SecondFactorSecret {
  readonly onConfirmed: () => void;
}

function AppStep({ uri, secret, onConfirmed }: AppStepProps) {
  const t = useSecondFactorWords();
  const [code, setCode] = useState('');
  const form = useFormCall(t);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (await form.send(() => confirmSecondFactor(code))) onConfirmed();
  };
  return (
    <form className={styles.steps} onSubmit={confirm} aria-busy={form.busy}>
      <h2 ref={heading} tabIndex={-1}>
        {t.scanTitle}
      </h2>
      <p>{t.scanLead}</p>
      <QrCode text={uri} label={t.qrLabel} />
      <p>{t.secretLead}</p>
      <div className={styles.row}>
        <code className={styles.secret}>{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
        <CopyText text={secret}>{t.copySecret}</CopyText>
      </div>
      <p>{t.thenCode}</p>
      <CodeField value={code} onChange={setCode} fault={form.fault} />
      <Button type="submit" tone="main" wide busy={form.busy} disabled={form.mustWait}>
        {t.confirm}
      </Button>
    </form>
  );
}

/** The own second factor within the page of the account: whether it is on, setting it up, new recovery codes, turning it off. */
import { type FormEvent, useState } from 'react';
import type { OwnSecondFactor } from '#contract/sign-in/second-factor.ts';
import { refreshSession } from '#web/shell/session/session-state.ts';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { NewRecoveryCodes } from './new-recovery-codes.tsx';
import styles from './second-factor.module.css';
import { refreshOwnSecondFactor, removeOwnSecondFactor, useOwnSecondFactor } from './second-factor-api.ts';
import { useSecondFactorWords } from './second-factor-words.ts';
import { CodeField, PasswordField } from './secret-fields.tsx';
import { SetUpSteps } from './set-up-steps.tsx';

export function SecondFactorSection() {
  const t = useSecondFactorWords();
  const { data, error, again } = useOwnSecondFactor();
  return (
    <div className={styles.steps}>
      <h2>{t.title}</h2>
      {data === undefined && error === null && <Skeleton label={t.loading} rows={2} />}
      {data === undefined && error !== null && (
        <div className={styles.steps} role="alert">
          <p>{t.unreached}</p>
          <span>
            <Button onClick={() => void again()}>{t.tryAgain}</Button>
          </span>
        </div>
      )}
      {data && <State {...data} />}
    </div>
  );
}

/** `isOpen`: the steps of setting up, of turning off or of new recovery codes take the place of the buttons. */
function State({ on, required, recoveryCodesLeft }: OwnSecondFactor) {
  const t = useSecondFactorWords();
  const [open, setOpen] = useState<'change' | 'codes' | null>(null);
  const end = (sentence: string) => {
    setOpen(null);
    void refreshOwnSecondFactor();
    void refreshSession();
    showToast({ text: sentence });
  };
  const close = () => setOpen(null);
  return (
    <>
      <p>{t.what}</p>
      <p>
        <strong>{on ? t.on : t.off}</strong> {recoveryCodesLeft !== null && t.left(recoveryCodesLeft)}
      </p>
      {on && required && <p>{t.requiredHere}</p>}
      {open === null && (
        <div className={styles.row}>
          {on && <Button onClick={() => setOpen('codes')}>{t.newCodes}</Button>}
          {!(on && required) && <Button onClick={() => setOpen('change')}>{on ? t.remove : t.begin}</Button>}
        </div>
      )}
      {open === 'change' && !on && <SetUpSteps onDone={() => end(t.done)} />}
      {open === 'change' && on && <Remove onRemoved={() => end(t.removed)} onCancel={close} />}
      {open === 'codes' && <NewRecoveryCodes onKept={() => end(t.codesRenewed)} onCancel={close} />}
    </>
  );
}

interface RemoveProps {
  readonly onRemoved: () => void;
  readonly onCancel: () => void;
}

function Remove({ onRemoved, onCancel }: RemoveProps) {
  const t = useSecondFactorWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const form = useFormCall(t);
  const remove = async (event: FormEvent) => {
    event.preventDefault();
    if (await form.send(() => removeOwnSecondFactor(password, code))) onRemoved();
  };
  return (
    <form className={styles.steps} onSubmit={remove} aria-busy={form.busy}>
      <p>{t.removeLead}</p>
      <PasswordField value={password} onChange={setPassword} fault={null} />
      <CodeField value={code} onChange={setCode} fault={form.fault} />
      <div className={styles.row}>
        <Button type="submit" busy={form.busy} disabled={form.mustWait}>
          {t.remove}
        </Button>
        <Button tone="text" onClick={onCancel}>
          {t.cancel}
        </Button>
      </div>
    </form>
  );
}

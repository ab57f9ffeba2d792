/** The own second factor within a page: whether it is on, setting it up, and turning it off where it is not required. */
import { type FormEvent, useState } from 'react';
import { refreshSession } from '#web/shell/session/session-state.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './second-factor.module.css';
import { refreshOwnSecondFactor, removeOwnSecondFactor, useOwnSecondFactor } from './second-factor-api.ts';
import { useSecondFactorWords } from './second-factor-words.ts';
import { CodeField, PasswordField } from './secret-fields.tsx';
import { SetUpSteps } from './set-up-steps.tsx';
import { useFormCall } from './use-form-call.ts';

export function SecondFactorSection() {
  const t = useSecondFactorWords();
  const { data, error, again } = useOwnSecondFactor();
  const [isOpen, setOpen] = useState(false);
  const end = (sentence: string) => {
    setOpen(false);
    void refreshOwnSecondFactor();
    void refreshSession();
    showToast({ text: sentence });
  };
  if (data === undefined) {
    if (error === null) return <Skeleton label={t.loading} rows={2} />;
    return (
      <div className={styles.steps} role="alert">
        <p>{t.unreached}</p>
        <Button onClick={() => void again()}>{t.tryAgain}</Button>
      </div>
    );
  }
  const { on, required, recoveryCodesLeft } = data;
  return (
    <section className={styles.steps}>
      <p>{t.what}</p>
      <p>
        <strong>{on ? t.on : t.off}</strong> {recoveryCodesLeft !== null && t.left(recoveryCodesLeft)}
      </p>
      {on && required && <p>{t.requiredHere}</p>}
      {!isOpen && !(on && required) && (
        <Button tone={on ? 'ghost' : 'main'} onClick={() => setOpen(true)}>
          {on ? t.remove : t.begin}
        </Button>
      )}
      {isOpen && !on && <SetUpSteps onDone={() => end(t.done)} />}
      {isOpen && on && <Remove onRemoved={() => end(t.removed)} onCancel={() => setOpen(false)} />}
    </section>
  );
}

function Remove({ onRemoved, onCancel }: { readonly onRemoved: () => void; readonly onCancel: () => void }) {
  const t = useSecondFactorWords();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const form = useFormCall();
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

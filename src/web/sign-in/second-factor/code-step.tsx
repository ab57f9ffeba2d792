/** The second step of the sign-in: the code, after a right password. */
import { type FormEvent, useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { giveCode } from '#web/shell/api/session.ts';
import styles from '#web/shell/session/session.module.css';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { SignInPicture } from '#web/sign-in/sign-in-picture.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { useSecondFactorWords } from './second-factor-words.ts';
import { CodeField } from './secret-fields.tsx';

interface CodeStepProps {
  readonly onDone: (session: Session) => void;
  /** Back to the password; `why`: the sentence to show there. */
  readonly onBack: (why: string | null) => void;
}

export function CodeStep({ onDone, onBack }: CodeStepProps) {
  const t = useSecondFactorWords();
  const [code, setCode] = useState('');
  const [recovery, setRecovery] = useState(false);
  const ofRefusal = recovery ? { wrong_code: t.wrongRecoveryCode } : {};
  const form = useFormCall({ ...t, ofRefusal }, onBack);

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    const opened = await form.send(() => giveCode(code));
    if (opened) onDone(opened.body);
  };
  const change = () => {
    setRecovery(!recovery);
    setCode('');
    form.say(null);
  };
  return (
    <main className={styles.way}>
      <SignInPicture />
      <form className={styles.form} onSubmit={enter} aria-busy={form.busy}>
        <div>
          <h1 className={styles.title}>{t.title}</h1>
          <p className={styles.lead}>{recovery ? t.recoveryLead : t.codeLead}</p>
        </div>
        <CodeField value={code} onChange={setCode} fault={form.fault} recovery={recovery} autoFocus />
        <Button type="submit" tone="main" wide busy={form.busy} disabled={form.mustWait}>
          {t.enter}
        </Button>
        <Button tone="text" onClick={change}>
          {recovery ? t.useApp : t.useRecovery}
        </Button>
        <Button tone="text" onClick={() => onBack(null)}>
          {t.back}
        </Button>
      </form>
    </main>
  );
}

/** The page of the own second factor; for brand managers with the setting of the brand, for support with help for colleagues. */
import { type FormEvent, useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { RequireSecondFactor } from './require-second-factor.tsx';
import styles from './second-factor.module.css';
import { removeOfSupport } from './second-factor-api.ts';
import { SecondFactorSection } from './second-factor-section.tsx';
import { useSecondFactorWords } from './second-factor-words.ts';
import { useFormCall } from './use-form-call.ts';

export function SecondFactorPage({ session }: { readonly session: Session }) {
  const t = useSecondFactorWords();
  return (
    <>
      <ScreenHead
        back={
          <Button icon={<BackIcon />} onClick={() => window.history.back()}>
            {t.back}
          </Button>
        }
        over={session.person?.name}
        title={t.title}
      />
      <div className={styles.page}>
        <SecondFactorSection />
        {session.person?.role === 'brand_manager' && <RequireSecondFactor brandId={null} />}
        {session.kind === 'support' && <OfColleague />}
      </div>
    </>
  );
}

/** Removes the second factor of another support person. */
function OfColleague() {
  const t = useSecondFactorWords();
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState('');
  const form = useFormCall();
  const remove = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await form.send(() => removeOfSupport(email.trim(), reason.trim())))) return;
    showToast({ text: t.removedOf(email.trim()) });
    setEmail('');
    setReason('');
  };
  return (
    <form className={styles.steps} onSubmit={remove} aria-busy={form.busy}>
      <h2>{t.supportTitle}</h2>
      <p>{t.supportLead}</p>
      <Field
        label={t.supportEmail}
        type="email"
        autoComplete="off"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Field
        label={t.reason}
        required
        minLength={3}
        maxLength={500}
        value={reason}
        fault={form.fault}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" busy={form.busy} disabled={form.mustWait}>
        {t.supportRemove}
      </Button>
    </form>
  );
}

/** The screen of a forgotten password. Its answer is the same for every address. */
import { useState } from 'react';
import styles from '#web/shell/session/session.module.css';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { keepEmail, readKeptEmail } from '#web/sign-in/kept-email.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { EmailField } from '#web/ui/forms/email-field.tsx';
import { askForReset, useResetWay } from './link-api.ts';
import { LinkFrame } from './link-frame.tsx';
import { useLinkWords } from './link-words.ts';

export function ForgotForm() {
  const t = useLinkWords();
  const [email, setEmail] = useState(readKeptEmail);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useFormCall(t);
  const way = useResetWay();

  const send = async () => {
    if (!(await form.send(() => askForReset(email.trim())))) return;
    keepEmail(email.trim());
    setSentTo(email.trim());
  };

  const back = (
    <ButtonLink tone="text" href="/">
      {t.forgot.back}
    </ButtonLink>
  );
  if (way.data?.mailed === false)
    return (
      <LinkFrame title={t.forgot.title} lead={t.forgot.unmailed}>
        <p className={styles.lead}>{t.forgot.unmailedStore}</p>
        {back}
      </LinkFrame>
    );
  if (sentTo !== null)
    return (
      <LinkFrame title={t.forgot.sentTitle} lead={t.forgot.sent(sentTo)}>
        <p role="status" className={styles.lead}>
          {t.forgot.notCome}
        </p>
        {back}
      </LinkFrame>
    );
  return (
    <LinkFrame title={t.forgot.title} lead={t.forgot.lead} busy={form.busy} onSubmit={() => void send()}>
      <EmailField
        label={t.email}
        autoComplete="username"
        autoFocus
        value={email}
        fault={form.fault}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button type="submit" tone="main" wide busy={form.busy} disabled={form.mustWait}>
        {t.forgot.send}
      </Button>
      {back}
    </LinkFrame>
  );
}

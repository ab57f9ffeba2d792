/** The screen of a forgotten password. Its answer is the same for every address. */
import { useState } from 'react';
import { keepEmail, readKeptEmail } from '#web/sign-in/kept-email.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { askForReset } from './link-api.ts';
import { LinkFrame } from './link-frame.tsx';
import { useLinkWords } from './link-words.ts';
import { faultOf } from './use-opened-link.ts';

export function ForgotForm() {
  const t = useLinkWords();
  const [email, setEmail] = useState(readKeptEmail);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);

  const send = async () => {
    setBusy(true);
    setFault(null);
    const answer = await askForReset(email.trim());
    setBusy(false);
    if (answer.kind === 'lost') return setFault(t.unreached);
    if (answer.kind === 'refused') return setFault(faultOf(answer.refusal));
    keepEmail(email.trim());
    setSentTo(email.trim());
  };

  const back = (
    <ButtonLink tone="text" href="/">
      {t.forgot.back}
    </ButtonLink>
  );
  if (sentTo !== null)
    return (
      <LinkFrame title={t.forgot.sentTitle} lead={t.forgot.sent(sentTo)}>
        <p role="status">{t.forgot.notCome}</p>
        {back}
      </LinkFrame>
    );
  return (
    <LinkFrame title={t.forgot.title} lead={t.forgot.lead} busy={busy} onSubmit={() => void send()}>
      <Field
        label={t.email}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        required
        value={email}
        fault={fault}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button type="submit" tone="main" wide busy={busy}>
        {t.forgot.send}
      </Button>
      {back}
    </LinkFrame>
  );
}

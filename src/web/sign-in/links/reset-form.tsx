/** The screen of a reset link: a new password, after which the account signs in anew. */
import { useState } from 'react';
import { useCountdown } from '#web/shell/session/countdown.ts';
import { keepEmail } from '#web/sign-in/kept-email.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { type Opened, setNewPassword } from './link-api.ts';
import { LinkFrame } from './link-frame.tsx';
import { useLinkWords } from './link-words.ts';
import { missingCharacters, NewPasswordField } from './new-password-field.tsx';
import { faultOf } from './use-opened-link.ts';

export function ResetForm({ token, link }: { readonly token: string; readonly link: Opened }) {
  const t = useLinkWords();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isDone, setDone] = useState(false);
  const wait = useCountdown();

  const save = async () => {
    if (wait.seconds > 0) return;
    const missing = missingCharacters(password);
    if (missing > 0) return setFault(t.short(missing));
    setBusy(true);
    setFault(null);
    const answer = await setNewPassword(token, password);
    setBusy(false);
    if (answer.kind === 'done') {
      if (link.email !== null) keepEmail(link.email);
      return setDone(true);
    }
    if (answer.kind === 'lost') return setFault(t.unreached);
    if (answer.refusal.retryAfterSeconds) return wait.start(answer.refusal.retryAfterSeconds);
    setFault(faultOf(answer.refusal));
  };

  if (isDone)
    return (
      <LinkFrame title={t.reset.doneTitle} lead={t.reset.done}>
        <ButtonLink tone="main" wide href="/">
          {t.reset.signIn}
        </ButtonLink>
      </LinkFrame>
    );
  return (
    <LinkFrame title={t.reset.title} lead={t.reset.lead} busy={busy} onSubmit={() => void save()}>
      {/* Password managers save the new password under the e-mail of this field. */}
      <Field label={t.email} type="email" name="email" autoComplete="username" readOnly value={link.email ?? ''} />
      <NewPasswordField
        label={t.newPassword}
        value={password}
        fault={wait.seconds > 0 ? t.wait(wait.seconds) : fault}
        autoFocus
        onChange={setPassword}
      />
      <Button type="submit" tone="main" wide busy={busy} disabled={wait.seconds > 0}>
        {t.reset.save}
      </Button>
    </LinkFrame>
  );
}

/** The screen of a reset link: a new password, after which the account signs in anew. */
import { useState } from 'react';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { keepEmail } from '#web/sign-in/kept-email.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { EmailField } from '#web/ui/forms/email-field.tsx';
import { type Opened, setNewPassword } from './link-api.ts';
import { LinkFrame } from './link-frame.tsx';
import { useLinkWords } from './link-words.ts';
import { missingCharacters, NewPasswordField } from './new-password-field.tsx';

export function ResetForm({ token, link }: { readonly token: string; readonly link: Opened }) {
  const t = useLinkWords();
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const form = useFormCall(t);

  const save = async () => {
    const missing = missingCharacters(password);
    if (missing > 0) return form.say(t.short(missing));
    if (!(await form.send(() => setNewPassword(token, password)))) return;
    if (link.email !== null) keepEmail(link.email);
    setDone(true);
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
    <LinkFrame title={t.reset.title} lead={t.reset.lead} busy={form.busy} onSubmit={() => void save()}>
      {/* Password managers save the new password under the e-mail of this field. */}
      <EmailField label={t.email} autoComplete="username" readOnly value={link.email ?? ''} />
      <NewPasswordField label={t.newPassword} value={password} fault={form.fault} autoFocus onChange={setPassword} />
      <Button type="submit" tone="main" wide busy={form.busy} disabled={form.mustWait}>
        {t.reset.save}
      </Button>
    </LinkFrame>
  );
}

/** The screen of an invitation: who is invited, a password of one's own, and then the app. */
import { useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import type { Answer } from '#web/shell/api/call.ts';
import { signIn } from '#web/shell/api/session.ts';
import { clearDevice } from '#web/shell/session/device.ts';
import { setSession } from '#web/shell/session/session-state.ts';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { keepEmail } from '#web/sign-in/kept-email.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { EmailField } from '#web/ui/forms/email-field.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { acceptLink, type Opened } from './link-api.ts';
import { LinkFrame } from './link-frame.tsx';
import { useLinkWords } from './link-words.ts';
import { missingCharacters, NewPasswordField } from './new-password-field.tsx';

export function WelcomeForm({ token, link }: { readonly token: string; readonly link: Opened }) {
  const t = useLinkWords();
  const [, navigate] = useLocation();
  const isFirst = link.purpose === 'first_support';
  const [name, setName] = useState(link.name ?? '');
  const [email, setEmail] = useState(link.email ?? '');
  const [password, setPassword] = useState('');
  const [isReady, setReady] = useState(false);
  const form = useFormCall(t);

  const accept = async () => {
    const missing = missingCharacters(password);
    if (missing > 0) return form.say(t.short(missing));
    const who = isFirst ? { name: name.trim(), email: email.trim() } : null;
    const accepted = await form.send(() => acceptAndSignIn(token, password, email.trim(), who));
    if (!accepted) return;
    if (accepted.body === null) return setReady(true);
    // Another account may have been signed in on this device before.
    await clearDevice();
    setSession(accepted.body);
    navigate('/', { replace: true });
  };

  if (isReady)
    return (
      <LinkFrame title={t.welcome.readyTitle} lead={t.welcome.ready}>
        <ButtonLink tone="main" wide href="/">
          {t.welcome.signIn}
        </ButtonLink>
      </LinkFrame>
    );
  return (
    <LinkFrame
      title={t.welcome.title}
      lead={isFirst ? t.welcome.first : t.welcome.invited(link.name ?? '')}
      busy={form.busy}
      onSubmit={() => void accept()}
    >
      {isFirst && (
        <Field
          label={t.name}
          name="name"
          autoComplete="name"
          autoFocus
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <EmailField
        label={t.email}
        autoComplete="username"
        readOnly={!isFirst}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <NewPasswordField
        label={t.password}
        value={password}
        fault={form.fault}
        autoFocus={!isFirst}
        onChange={setPassword}
      />
      <Button type="submit" tone="main" wide busy={form.busy} disabled={form.mustWait}>
        {t.welcome.enter}
      </Button>
    </LinkFrame>
  );
}

/** Accepts the link and signs the new account in. The body is null where the person must sign in by the screen instead. */
async function acceptAndSignIn(
  token: string,
  password: string,
  email: string,
  who: Parameters<typeof acceptLink>[2],
): Promise<Answer<Session | null>> {
  const accepted = await acceptLink(token, password, who);
  if (accepted.kind !== 'done') return accepted;
  keepEmail(email);
  const signedIn = await signIn(email, password);
  const isIn = signedIn.kind === 'done' && signedIn.body.kind !== 'totp-needed';
  return { kind: 'done', status: 200, body: isIn ? (signedIn.body as Session) : null };
}

/** The screen of an invitation: who is invited, a password of one's own, and then the app. */
import { useState } from 'react';
import { signIn } from '#web/shell/api/session.ts';
import { useCountdown } from '#web/shell/session/countdown.ts';
import { clearDevice } from '#web/shell/session/device.ts';
import { setSession } from '#web/shell/session/session-state.ts';
import { keepEmail } from '#web/sign-in/kept-email.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { acceptLink, type Opened } from './link-api.ts';
import { LinkFrame } from './link-frame.tsx';
import { useLinkWords } from './link-words.ts';
import { missingCharacters, NewPasswordField } from './new-password-field.tsx';
import { faultOf } from './use-opened-link.ts';

export function WelcomeForm({ token, link }: { readonly token: string; readonly link: Opened }) {
  const t = useLinkWords();
  const [, navigate] = useLocation();
  const isFirst = link.purpose === 'first_support';
  const [name, setName] = useState(link.name ?? '');
  const [email, setEmail] = useState(link.email ?? '');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isReady, setReady] = useState(false);
  const wait = useCountdown();

  const accept = async () => {
    if (wait.seconds > 0) return;
    const missing = missingCharacters(password);
    if (missing > 0) return setFault(t.short(missing));
    setBusy(true);
    setFault(null);
    const who = isFirst ? { name: name.trim(), email: email.trim() } : null;
    const answer = await acceptLink(token, password, who);
    if (answer.kind !== 'done') {
      setBusy(false);
      if (answer.kind === 'lost') return setFault(t.unreached);
      if (answer.refusal.retryAfterSeconds) return wait.start(answer.refusal.retryAfterSeconds);
      return setFault(faultOf(answer.refusal));
    }
    keepEmail(email.trim());
    const signedIn = await signIn(email.trim(), password);
    if (signedIn.kind !== 'done' || signedIn.body.kind === 'totp-needed') return setReady(true);
    // Another account may have been signed in on this device before.
    await clearDevice();
    setSession(signedIn.body);
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
      busy={busy}
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
      <Field
        label={t.email}
        type="email"
        name="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="none"
        spellCheck={false}
        required
        readOnly={!isFirst}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <NewPasswordField
        label={t.password}
        value={password}
        fault={wait.seconds > 0 ? t.wait(wait.seconds) : fault}
        autoFocus={!isFirst}
        onChange={setPassword}
      />
      <Button type="submit" tone="main" wide busy={busy} disabled={wait.seconds > 0}>
        {t.welcome.enter}
      </Button>
    </LinkFrame>
  );
}

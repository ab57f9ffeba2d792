/** The first screen of the sign-in: the store's account, or a person's own. */
import { type FormEvent, Suspense, useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { signIn } from '#web/shell/api/session.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useCountdown } from '#web/shell/session/countdown.ts';
import styles from '#web/shell/session/session.module.css';
import { setSession } from '#web/shell/session/session-state.ts';
import { Button, ButtonLink, IconButton } from '#web/ui/forms/button.tsx';
import { EmailField } from '#web/ui/forms/email-field.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { LanguageIcon } from '#web/ui/icons/icons.tsx';
import { keepEmail, readKeptEmail } from './kept-email.ts';
import { SignInPicture } from './sign-in-picture.tsx';

const SettingsSheet = lazyScreen(async () => (await import('#web/shell/settings/settings-sheet.tsx')).SettingsSheet);

const CodeStep = lazyScreen(async () => (await import('./second-factor/code-step.tsx')).CodeStep);

export function SignInScreen() {
  const t = useWords();
  const signingIn = useSignIn();
  const { email, setEmail, password, setPassword, newPassword, setNewPassword, busy, fault, waitSeconds } = signingIn;
  const [remembered] = useState(email !== '');
  const [shown, setShown] = useState(false);
  const [settings, setSettings] = useState(false);
  const choosing = newPassword !== null;
  if (signingIn.isCodeNeeded)
    return (
      <Suspense>
        <CodeStep onDone={setSession} onBack={signingIn.backToPassword} />
      </Suspense>
    );

  return (
    <main className={styles.way}>
      <SignInPicture />
      <form className={styles.form} onSubmit={signingIn.enter} aria-busy={busy}>
        <div>
          <h1 className={styles.title}>{choosing ? t.signIn.chooseTitle : t.signIn.title}</h1>
          <p className={styles.lead}>{choosing ? t.signIn.chooseLead : t.signIn.lead}</p>
        </div>
        {!choosing && (
          <EmailField
            label={t.signIn.email}
            autoComplete="username"
            autoFocus={!remembered}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
        <Field
          key={choosing ? 'new' : 'own'}
          label={choosing ? t.signIn.newPassword : t.signIn.password}
          type={shown ? 'text' : 'password'}
          name={choosing ? 'new-password' : 'password'}
          autoComplete={choosing ? 'new-password' : 'current-password'}
          autoFocus={choosing || remembered}
          required
          value={choosing ? newPassword : password}
          fault={waitSeconds > 0 ? t.pin.wait(waitSeconds) : fault}
          onChange={(event) => (choosing ? setNewPassword : setPassword)(event.target.value)}
        />
        <Button type="submit" tone="main" wide busy={busy} disabled={waitSeconds > 0}>
          {choosing ? t.signIn.save : t.signIn.enter}
        </Button>
        <Button tone="text" aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? t.signIn.hide : t.signIn.show}
        </Button>
        {!choosing && (
          <ButtonLink tone="text" href="/esqueci">
            {t.signIn.forgot}
          </ButtonLink>
        )}
      </form>
      <div className={styles.corner}>
        <IconButton label={t.person.settings} icon={<LanguageIcon />} onClick={() => setSettings(true)} />
      </div>
      <Suspense>{settings && <SettingsSheet hasFixedTheme onClose={() => setSettings(false)} />}</Suspense>
    </main>
  );
}

/** The fields, the step and the answer of a sign-in. `newPassword` null: no one-time password is being replaced. */
function useSignIn() {
  const t = useWords();
  const [email, setEmail] = useState(readKeptEmail);
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isCodeNeeded, setCodeNeeded] = useState(false);
  const wait = useCountdown();

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || wait.seconds > 0) return;
    setBusy(true);
    setFault(null);
    const answer = await signIn(email.trim(), password, newPassword ?? undefined);
    setBusy(false);
    if (answer.kind === 'done') {
      keepEmail(email.trim());
      return answer.body.kind === 'totp-needed' ? setCodeNeeded(true) : setSession(answer.body);
    }
    if (answer.kind === 'lost') return setFault(t.signIn.unreached);
    if (answer.refusal.code === 'new_password_needed') return setNewPassword('');
    if (answer.refusal.retryAfterSeconds) return wait.start(answer.refusal.retryAfterSeconds);
    setFault(sentenceOf(answer.refusal));
  };
  const backToPassword = (why: string | null) => {
    setCodeNeeded(false);
    setNewPassword(null);
    setFault(why);
  };
  const fields = { email, setEmail, password, setPassword, newPassword, setNewPassword };
  return { ...fields, busy, fault, isCodeNeeded, waitSeconds: wait.seconds, enter, backToPassword };
}

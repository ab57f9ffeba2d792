/** The screens that a mailed link opens (`/convite`, `/redefinir`, `/emails`), and of a forgotten password (`/esqueci`). */
import { lazy, Suspense, useEffect } from 'react';
import { followQuiet } from '#web/shell/settings/theme.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { ForgotForm } from './forgot-form.tsx';
import { LinkFrame } from './link-frame.tsx';
import { useLinkWords } from './link-words.ts';
import { ResetForm } from './reset-form.tsx';
import { useOpenedLink } from './use-opened-link.ts';
import { WelcomeForm } from './welcome-form.tsx';

const MailLinkScreen = lazy(async () => ({
  default: (await import('#web/sign-in/mails/mail-link-screen.tsx')).MailLinkScreen,
}));

/** Renders the screen at `path`. The screen of a forgotten password needs no link. */
export function LinkScreen({ path }: { readonly path: string }) {
  useEffect(() => followQuiet(false), []);
  if (path === '/esqueci') return <ForgotForm />;
  if (path !== '/emails') return <OpenedLinkScreen />;
  return (
    <Suspense>
      <MailLinkScreen />
    </Suspense>
  );
}

function OpenedLinkScreen() {
  const t = useLinkWords();
  const [state, again] = useOpenedLink();
  const toSignIn = (
    <ButtonLink wide href="/">
      {t.toSignIn}
    </ButtonLink>
  );
  switch (state.kind) {
    case 'opening':
      return (
        <LinkFrame title={t.opening}>
          <Skeleton label={t.opening} />
        </LinkFrame>
      );
    case 'incomplete':
      return (
        <LinkFrame isFault title={t.incompleteTitle} lead={t.incomplete}>
          {toSignIn}
        </LinkFrame>
      );
    case 'lost':
      return (
        <LinkFrame isFault title={t.unreached}>
          <Button wide tone="main" onClick={again}>
            {t.again}
          </Button>
        </LinkFrame>
      );
    case 'refused':
      return (
        <LinkFrame isFault title={state.refusal.title} lead={state.refusal.detail}>
          {state.refusal.code === 'link_over' ? (
            toSignIn
          ) : (
            <Button wide tone="main" onClick={again}>
              {t.again}
            </Button>
          )}
        </LinkFrame>
      );
    case 'opened': {
      const { token, link } = state;
      return link.purpose === 'reset' ? (
        <ResetForm key={token} token={token} link={link} />
      ) : (
        <WelcomeForm key={token} token={token} link={link} />
      );
    }
  }
}

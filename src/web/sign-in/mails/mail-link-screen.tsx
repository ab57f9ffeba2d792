/** The screen that the link in a mail opens (`/emails`): such mails are off, and a button switches them on again. */
import styles from '#web/shell/session/session.module.css';
import { LinkFrame } from '#web/sign-in/links/link-frame.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { useMailWords } from './mail-words.ts';
import { useMailLink } from './use-mail-link.ts';

export function MailLinkScreen() {
  const t = useMailWords();
  const [state, choose] = useMailLink();
  const toOto = (
    <ButtonLink wide href="/">
      {t.toOto}
    </ButtonLink>
  );
  switch (state.kind) {
    case 'changing':
      return (
        <LinkFrame title={t.changing}>
          <Skeleton label={t.changing} />
        </LinkFrame>
      );
    case 'incomplete':
      return (
        <LinkFrame isFault title={t.incompleteTitle} lead={t.incomplete}>
          {toOto}
        </LinkFrame>
      );
    case 'refused':
      return (
        <LinkFrame isFault title={state.refusal.title} lead={state.refusal.detail}>
          {toOto}
        </LinkFrame>
      );
    case 'lost':
      return (
        <LinkFrame isFault title={t.unreached}>
          <Button wide tone="main" onClick={() => choose(state.wanted)}>
            {t.again}
          </Button>
        </LinkFrame>
      );
    case 'chosen': {
      const { kind, wanted } = state.choice;
      const { name } = t.kinds[kind];
      return (
        <LinkFrame title={wanted ? t.onTitle : t.offTitle} lead={wanted ? t.on(name) : t.off(name)}>
          <p role="status" className={styles.lead}>
            {t.more}
          </p>
          <Button wide onClick={() => choose(!wanted)}>
            {wanted ? t.turnOff : t.turnOn}
          </Button>
          {toOto}
        </LinkFrame>
      );
    }
  }
}

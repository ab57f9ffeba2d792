/** The frame of the screens of one-time links: the picture, a title with its text, and the choice of the language. */
import { type FormEvent, type ReactNode, Suspense, useState } from 'react';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import styles from '#web/shell/session/session.module.css';
import { SignInPicture } from '#web/sign-in/sign-in-picture.tsx';
import { IconButton } from '#web/ui/forms/button.tsx';
import { LanguageIcon } from '#web/ui/icons/icons.tsx';
import { useLinkWords } from './link-words.ts';

const SettingsSheet = lazyScreen(async () => (await import('#web/shell/settings/settings-sheet.tsx')).SettingsSheet);

export interface LinkFrameProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly busy?: boolean;
  /** Left out: the screen has no form. */
  readonly onSubmit?: () => void;
  /** The title is an alert, because the screen shows a fault instead of what was asked for. */
  readonly isFault?: boolean;
  readonly children?: ReactNode;
}

export function LinkFrame({ title, lead, busy, onSubmit, isFault, children }: LinkFrameProps) {
  const t = useLinkWords();
  const [settings, setSettings] = useState(false);
  const head = (
    <div role={isFault ? 'alert' : undefined}>
      <h1 className={styles.title} tabIndex={-1}>
        {title}
      </h1>
      {lead && <p className={styles.lead}>{lead}</p>}
    </div>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit?.();
  };
  return (
    <main className={styles.way}>
      <SignInPicture />
      {onSubmit ? (
        <form className={styles.form} onSubmit={submit} aria-busy={busy}>
          {head}
          {children}
        </form>
      ) : (
        <div className={styles.form}>
          {head}
          {children}
        </div>
      )}
      <div className={styles.corner}>
        <IconButton label={t.language} icon={<LanguageIcon />} onClick={() => setSettings(true)} />
      </div>
      <Suspense>{settings && <SettingsSheet hasFixedTheme onClose={() => setSettings(false)} />}</Suspense>
    </main>
  );
}

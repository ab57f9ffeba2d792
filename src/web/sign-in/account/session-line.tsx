/** One session of a list: the device, when it was last used and opened, and the button that ends it. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { when } from '#words/core/format.ts';
import styles from './account.module.css';
import type { AccountSession } from './account-api.ts';
import { useAccountWords } from './account-words.ts';

export interface SessionLineProps {
  readonly session: AccountSession;
  readonly zone: string;
  readonly busy?: boolean;
  readonly onEnd: () => void;
}

/** Sessions live on the host's clock, which the demo's clock does not move, so that the device's own clock is compared. */
export function SessionLine({ session, zone, busy = false, onEnd }: SessionLineProps) {
  const t = useAccountWords();
  const language = useLanguage();
  const { device, current, beganAt, lastUsedAt } = session;
  const say = (instant: string) => keepNumbers(when(language, Date.parse(instant), Date.now(), zone));
  return (
    <li className={styles.session}>
      <span className={styles.device}>
        <b>{device}</b>
        {current && ` (${t.here})`}
        <small>
          {t.lastUsed(say(lastUsedAt))} · {t.began(say(beganAt))}
        </small>
      </span>
      {!current && (
        <Button busy={busy} onClick={onEnd}>
          {t.end}
          <VisuallyHidden>{t.endOf(device)}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}

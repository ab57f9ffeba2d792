/** Says when there is no network, and when it is back. */
import { useEffect, useRef, useState } from 'react';
import { shellWords } from '#web/shell/settings/shell-words.ts';
import { OfflineIcon } from '#web/ui/icons/icons.tsx';
import styles from './offline-notice.module.css';
import { useOnline } from './online.ts';

const BACK_SHOWN_MS = 6_000;

/** `time` returns the current time, `HH:mm` on the server's clock, for "De volta. Atualizado às 10:07." */
export function OfflineNotice({ time }: { readonly time: () => string }) {
  const t = shellWords.useWords();
  const online = useOnline();
  const before = useRef(online);
  const [backAt, setBackAt] = useState<string | null>(null);

  useEffect(() => {
    if (before.current === online) return;
    before.current = online;
    if (!online) return setBackAt(null);
    setBackAt(time());
    const timer = setTimeout(() => setBackAt(null), BACK_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [online, time]);

  return (
    <div role="status" aria-live="polite">
      {!online && (
        <p className={styles.notice}>
          <OfflineIcon />
          <span>{t.offline}</span>
        </p>
      )}
      {online && backAt !== null && <p className={styles.notice}>{t.back(backAt)}</p>}
    </div>
  );
}

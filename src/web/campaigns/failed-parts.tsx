/** Names each part of *Hoje* that could not be read, with a button to read it again; the other parts stay on the screen. */
import { useOpenAttempts } from '#web/contact/handoff/open-attempts.ts';
import { useHolds } from '#web/shell/holds/use-holds.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import styles from './today.module.css';

export function FailedParts() {
  const t = useWords();
  const ready = useHolds('ready');
  const waiting = useHolds('waiting');
  const open = useOpenAttempts();
  const holds = [ready, waiting].filter(({ data, error }) => data === undefined && error !== null);
  return (
    <>
      {holds.length > 0 && (
        <Failed text={t.today.heldUnread} onRetry={() => holds.forEach(({ again }) => void again())} />
      )}
      {open.failed.length > 0 && (
        <Failed text={t.today.contactsUnread} onRetry={() => open.failed.forEach(({ again }) => void again())} />
      )}
    </>
  );
}

function Failed({ text, onRetry }: { readonly text: string; readonly onRetry: () => void }) {
  const t = useWords();
  return (
    <div className={styles.question} role="alert">
      <p>{text}</p>
      <Button onClick={onRetry}>{t.app.retry}</Button>
    </div>
  );
}

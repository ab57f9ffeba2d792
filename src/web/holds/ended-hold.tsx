/** What a message said that waits no longer, and the way to have it wait again. */
import { useState } from 'react';
import type { HoldBody } from '#web/shell/api/wire.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { Button } from '#web/ui/forms/button.tsx';
import { useChanges } from './use-changes.ts';

export function Over({ hold }: { readonly hold: HoldBody }) {
  const h = useHoldWords();
  const { restore } = useChanges(hold);
  const [busy, setBusy] = useState(false);
  const again = async () => {
    setBusy(true);
    await restore();
    setBusy(false);
  };
  return (
    <>
      {hold.text !== null && <blockquote className={styles.message}>{hold.text}</blockquote>}
      {hold.mayReturn && (
        <Button busy={busy} onClick={() => void again()}>
          {h.news.again}
        </Button>
      )}
    </>
  );
}

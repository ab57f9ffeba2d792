/** What a message said that waits no longer, and the way to have it wait again. */
import { useState } from 'react';
import type { HoldBody } from '#web/api/wire.ts';
import { Button } from '#web/ui/button.tsx';
import { useHoldWords } from './hold-words.ts';
import styles from './holds.module.css';
import { mayReturn, useChanges } from './use-changes.ts';

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
      {mayReturn(hold) && (
        <Button busy={busy} onClick={() => void again()}>
          {h.news.again}
        </Button>
      )}
    </>
  );
}

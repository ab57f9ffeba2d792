/** The sheet for a customer who already has a held message: only one is possible, and the sheet says where to find it. */

import { firstName } from '#rules/contact/message-text.ts';
import type { Instant } from '#rules/time/interval.ts';
import styles from '#web/contact/compose.module.css';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';

export interface AlreadyHeldSheetProps {
  readonly attemptId: string;
  /** Null where the held message is ready to be sent. */
  readonly heldUntil: Instant | null;
  readonly customerName: string;
  readonly onBack: () => void;
}

export function AlreadyHeldSheet({ attemptId, heldUntil, customerName, onBack }: AlreadyHeldSheetProps) {
  const t = useWords();
  const h = useHoldWords();
  const say = useTimeText();
  const name = firstName(customerName);
  return (
    <Sheet
      title={heldUntil === null ? h.leave.alreadyReady(name) : h.leave.already(name, say.when(heldUntil))}
      onBack={onBack}
      actions={
        <>
          <ButtonLink href={holdPath(attemptId)} tone="main" wide firstFocus>
            {h.leave.see}
          </ButtonLink>
          <Button wide onClick={onBack}>
            {t.app.back}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{h.leave.alreadyMore}</p>
    </Sheet>
  );
}

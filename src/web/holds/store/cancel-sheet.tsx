/** The sheet "Cancelar esta mensagem?": keeping the message is the first choice. */
import { firstName } from '#rules/contact/message-text.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { Button } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';

export interface CancelSheetProps {
  readonly name: string;
  readonly onCancel: () => void;
  readonly onKeep: () => void;
}

export function CancelSheet({ name, onCancel, onKeep }: CancelSheetProps) {
  const h = useHoldWords();
  return (
    <Sheet
      title={h.one.cancelTitle}
      onBack={onKeep}
      actions={
        <>
          <Button tone="main" wide onClick={onCancel}>
            {h.one.cancel}
          </Button>
          <Button wide firstFocus onClick={onKeep}>
            {h.one.keep}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{h.one.cancelMore(firstName(name))}</p>
    </Sheet>
  );
}

/** Asks before the send whether to replace the name in a message that was passed on and still names the earlier seller. */

import { firstName } from '#rules/contact/message-text.ts';
import styles from '#web/contact/compose.module.css';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';

export interface SellerNameSheetProps {
  /** The seller whom the text names. */
  readonly earlier: string;
  readonly text: string;
  /** Gets the text with the sender's own name, which the sender reads again before sending. */
  readonly onReplace: (text: string) => void;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

export function SellerNameSheet({ earlier, text, onReplace, onSend, onBack }: SellerNameSheetProps) {
  const h = useHoldWords();
  const { person } = useShop();
  const [theirs, own] = [firstName(earlier), firstName(person.name)];
  return (
    <Sheet
      title={h.name.title(theirs)}
      onBack={onBack}
      stay
      actions={
        <>
          <Button tone="main" wide firstFocus onClick={() => onReplace(replaceName(text, earlier, person.name))}>
            {h.name.replace(own)}
          </Button>
          <Button wide onClick={onSend}>
            {h.name.asIs}
          </Button>
          <Button tone="text" wide onClick={onBack}>
            {h.name.edit}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{h.name.more(theirs)}</p>
    </Sheet>
  );
}

/** Whether the text contains this person's first name as a whole word. */
export function namesPerson(text: string, name: string): boolean {
  return wordOf(firstName(name)).test(text);
}

/** Replaces the earlier seller's name: "a Ana Lima" and "Ana" both become the new first name. */
function replaceName(text: string, earlier: string, own: string): string {
  return text.replaceAll(earlier, firstName(own)).replace(new RegExp(wordOf(firstName(earlier)), 'gu'), firstName(own));
}

function wordOf(name: string): RegExp {
  return new RegExp(`(?<!\\p{L})${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u');
}

/** The sheet *Dispensar*: one tap dismisses a suggestion with a reason. */

import { firstName } from '#rules/contact/message-text.ts';
import type { DismissReason } from '#web/shell/api/api-types.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';

export interface DismissSheetProps {
  readonly name: string;
  readonly onBack: () => void;
  readonly onDismiss: (reason: DismissReason) => void;
}

export function DismissSheet({ name, onBack, onDismiss }: DismissSheetProps) {
  const t = useWords();
  const c = useContactWords();
  const reasons = [
    ['already_talked', c.dismiss.alreadyTalked],
    ['not_relevant', c.dismiss.notRelevant],
    ['other', c.dismiss.other],
  ] as const;
  return (
    <Sheet
      title={c.dismiss.why(firstName(name))}
      onBack={onBack}
      actions={
        <>
          {reasons.map(([reason, label]) => (
            <Button key={reason} wide onClick={() => onDismiss(reason)}>
              {label}
            </Button>
          ))}
          <Button tone="text" wide firstFocus onClick={onBack}>
            {t.app.back}
          </Button>
        </>
      }
    />
  );
}

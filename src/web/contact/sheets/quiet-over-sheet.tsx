/** The sheet after quiet hours ended under a sheet that said "not now": it offers to send. */
import { useState } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import type { Phase } from '#web/contact/attempt/attempt-phase.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';

export interface QuietOverSheetProps {
  readonly customerName: string;
  readonly onSend: () => void;
  /** Goes back to the text. */
  readonly onBack: () => void;
}

export function QuietOverSheet({ customerName, onSend, onBack }: QuietOverSheetProps) {
  const t = useWords();
  const c = useContactWords();
  return (
    <Sheet
      title={c.refused.over}
      onBack={onBack}
      actions={
        <>
          <Button tone="go" wide firstFocus icon={<ChatIcon />} onClick={onSend}>
            {c.compose.send}
          </Button>
          <Button wide onClick={onBack}>
            {t.app.back}
          </Button>
        </>
      }
    >
      <p role="status">{c.refused.overMore(firstName(customerName))}</p>
    </Sheet>
  );
}

/** Whether the contact was refused or warned only because of quiet hours, and these have ended since. */
export function useIsOver(phase: Phase): boolean {
  const { now, silence } = useShop();
  const refusal = phase.step === 'refused' || phase.step === 'warned' ? phase.refusal : null;
  const [quietUnder, setQuietUnder] = useState<object | null>(null);
  if (silence.quiet && quietUnder !== refusal) setQuietUnder(refusal);
  if (refusal === null) return false;
  const { quiet, reasons } = refusal.decision;
  if (quiet === null || reasons.some(({ reason }) => reason !== 'quiet_hours')) return false;
  const opensAt = instantOf(refusal.opensAt);
  if (opensAt !== null && now >= opensAt) return true;
  // Quiet hours can end early, as when support suspends them. The screen notices this only if it knew of the quiet hours before.
  return quiet.clock === 'store' && !silence.quiet && quietUnder === refusal;
}

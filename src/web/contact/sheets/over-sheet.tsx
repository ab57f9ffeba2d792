/** The silence ended under a sheet that said "not now": the sheet now offers to send. */
import { useState } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import type { Phase } from '#web/contact/attempt/phase.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop } from '#web/shell/shop.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';

export interface OverSheetProps {
  readonly customerName: string;
  readonly onSend: () => void;
  /** Back to the text. */
  readonly onBack: () => void;
}

export function OverSheet({ customerName, onSend, onBack }: OverSheetProps) {
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

/** Whether what stands there was refused or warned for the silence alone, and the silence has ended since. */
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
  // A silence can end early, as when support suspends it: seen only where this screen knew that it was quiet.
  return quiet.clock === 'store' && !silence.quiet && quietUnder === refusal;
}

/**
 * The sheets that the server's answer opens over a message. They are siblings of the form, so that Enter in a sheet
 * does not submit the form.
 */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import type { Attempting } from '#web/contact/attempt/use-attempt.ts';
import { TimeSheet } from '#web/contact/hold-time/time-sheet.tsx';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { AlreadyHeldSheet } from './already-held-sheet.tsx';
import { QuietOverSheet, useIsOver } from './quiet-over-sheet.tsx';
import { RefusedSheet } from './refused-sheet.tsx';
import { WarnedSheet } from './warned-sheet.tsx';

export interface AttemptSheetsProps {
  readonly attempting: Attempting;
  readonly customerName: string;
  readonly profile: CustomerProfile | undefined;
  readonly fromSuggestion: boolean;
  /** Leaves to the list, or to the profile. */
  readonly onLeave: () => void;
}

export function AttemptSheets({ attempting, customerName, profile, fromSuggestion, onLeave }: AttemptSheetsProps) {
  const h = useHoldWords();
  const { now } = useShop();
  const { phase, goOn, sendNow, hold, chooseTime, back } = attempting;
  const isOver = useIsOver(phase);
  const about = { customerName, profile, onHold: () => hold(true), onOtherTime: chooseTime, onBack: back };
  if (isOver) return <QuietOverSheet customerName={customerName} onSend={sendNow} onBack={back} />;
  switch (phase.step) {
    case 'refused':
      return (
        <RefusedSheet
          {...about}
          refusal={phase.refusal}
          changed={phase.changed}
          fromSuggestion={fromSuggestion}
          onLeave={onLeave}
        />
      );
    case 'warned':
      return (
        <WarnedSheet
          // A new warning gets a new key: the focus and the chosen reason start again.
          key={phase.refusal.acknowledgement}
          {...about}
          refusal={phase.refusal}
          again={phase.again}
          onGoOn={goOn}
        />
      );
    case 'timing':
      return (
        <TimeSheet
          start={phase.at ?? instantOf(phase.from.refusal.suggestedReleaseAt) ?? now}
          fault={phase.fault}
          label={h.leave.at}
          onPick={hold}
          onBack={back}
        />
      );
    case 'already':
      return <AlreadyHeldSheet {...phase} customerName={customerName} onBack={back} />;
    default:
      return null;
  }
}

/** The actions on a held message: another time, another seller, or cancel. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { type TimeFault, timeFaultOf } from '#web/contact/hold-time/time-fault.ts';
import { TimeSheet } from '#web/contact/hold-time/time-sheet.tsx';
import { CancelSheet } from '#web/holds/store/cancel-sheet.tsx';
import { PassSheet } from '#web/holds/store/pass-sheet.tsx';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow } from '#web/ui/layout/sheet.tsx';
import { useChanges } from './use-changes.ts';

export interface HoldActionsProps {
  readonly hold: HoldBody;
  /** The actions call this when the hold has ended, or another seller has it. */
  readonly onLeave: () => void;
}

export function HoldActions({ hold, onLeave }: HoldActionsProps) {
  const h = useHoldWords();
  const { session } = useShop();
  const [open, setOpen] = useState<'time' | 'pass' | 'cancel' | null>(null);
  const close = () => setOpen(null);
  const { cancel } = useChanges(hold);
  const passes = session.may.includes('pass_on_hold');
  return (
    <>
      <ActionRow>
        <Button onClick={() => setOpen('time')}>{h.leave.otherTime}</Button>
        {passes && <Button onClick={() => setOpen('pass')}>{h.one.pass}</Button>}
        <Button onClick={() => setOpen('cancel')}>{h.one.cancel}</Button>
      </ActionRow>
      {open === 'time' && <Retime hold={hold} onClose={close} />}
      {open === 'pass' && <PassSheet hold={hold} onClose={close} />}
      {open === 'cancel' && (
        <CancelSheet
          name={hold.customer.name}
          onKeep={close}
          onCancel={async () => {
            close();
            if (await cancel()) onLeave();
          }}
        />
      )}
    </>
  );
}

function Retime({ hold, onClose }: { readonly hold: HoldBody; readonly onClose: () => void }) {
  const h = useHoldWords();
  const say = useTimeText();
  const { now } = useShop();
  const { change } = useChanges(hold);
  const [fault, setFault] = useState<TimeFault | null>(null);
  const [busy, setBusy] = useState(false);
  const pick = async (at: Instant) => {
    setBusy(true);
    const outcome = await change({ heldUntil: new Date(at).toISOString() }, h.one.retimed(say.when(at)));
    setBusy(false);
    if (outcome.kind !== 'fault') return onClose();
    const { sentence, refusal } = outcome;
    return setFault((refusal && timeFaultOf(refusal)) ?? { kind: 'other', sentence });
  };
  const start = hold.state === 'waiting' ? instantOf(hold.heldUntil) : null;
  return (
    <TimeSheet
      start={start ?? now}
      fault={fault}
      busy={busy}
      label={h.time.change}
      onPick={(at) => void pick(at)}
      onBack={onClose}
    />
  );
}

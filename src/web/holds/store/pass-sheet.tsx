/** The sheet in which a manager passes a hold on to another seller of the store; the hold keeps its minute (H4). */
import { useState } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import { useChanges } from '#web/holds/use-changes.ts';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { useWords } from '#web/shell/seller-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { useTeam } from './team.ts';

export function PassSheet({ hold, onClose }: { readonly hold: HoldBody; readonly onClose: () => void }) {
  const t = useWords();
  const h = useHoldWords();
  const { change } = useChanges(hold);
  const [busy, setBusy] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const others = useTeam().filter(({ id }) => id !== hold.seller.id);
  const pass = async (to: { readonly id: string; readonly name: string }) => {
    if (busy !== null) return;
    setBusy(to.id);
    setFault(null);
    const outcome = await change({ sellerId: to.id }, h.one.passed(firstName(to.name)));
    setBusy(null);
    if (outcome.kind !== 'fault') return onClose();
    return setFault(outcome.sentence);
  };
  return (
    <Sheet
      title={h.one.passTitle(firstName(hold.customer.name))}
      onBack={onClose}
      actions={
        <>
          {others.map((person) => (
            <Button key={person.id} wide busy={busy === person.id} onClick={() => void pass(person)}>
              {person.name}
            </Button>
          ))}
          <Button tone="text" wide firstFocus onClick={onClose}>
            {t.app.back}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>{others.length === 0 ? h.one.nobody : h.one.passMore}</p>
      <p className={styles.fault} role="alert">
        {fault}
      </p>
    </Sheet>
  );
}

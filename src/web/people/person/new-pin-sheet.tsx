/** Asks before a person's PIN is replaced by a one-time PIN. */
import { useState } from 'react';
import styles from '#web/people/people.module.css';
import { givePin, type PersonDetail } from '#web/people/people-api.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';

export interface NewPinSheetProps {
  readonly person: PersonDetail;
  readonly onClose: () => void;
  readonly onGiven: (given: { readonly pin: string; readonly until: string }) => void;
}

export function NewPinSheet({ person, onClose, onGiven }: NewPinSheetProps) {
  const t = usePeopleWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const give = async () => {
    setBusy(true);
    setFault(null);
    const answer = await givePin(person.id);
    setBusy(false);
    if (answer.kind === 'done') return onGiven(answer.body);
    setFault(answer.kind === 'refused' ? sentenceOf(answer.refusal) : t.unreached);
  };
  return (
    <Sheet
      title={t.newPinTitle(person.name)}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button tone="main" busy={busy} onClick={() => void give()}>
            {t.newPinNow}
          </Button>
          <Button firstFocus onClick={onClose}>
            {t.back}
          </Button>
        </ActionRow>
      }
    >
      <p>{t.newPinLead}</p>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </Sheet>
  );
}

/** The sheet in which support gives the reason to reveal an attempt's customer; the brand reads that reason. */
import { useState } from 'react';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { type AttemptsScope, reveal } from './attempts-api.ts';
import { useAttemptsWords } from './attempts-words.ts';

export interface RevealSheetProps {
  readonly scope: AttemptsScope;
  readonly id: string;
  readonly onClose: () => void;
}

export function RevealSheet({ scope, id, onClose }: RevealSheetProps) {
  const t = useAttemptsWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const missing = reason.trim() === '';

  const act = async () => {
    setTried(true);
    if (missing || busy) return;
    setBusy(true);
    setFault(null);
    const answer = await reveal(scope, id, reason.trim());
    if (answer.kind === 'done') return onClose();
    setBusy(false);
    setFault(answer.kind === 'refused' ? answer.refusal.detail : t.unreached);
  };

  return (
    <Sheet
      stay
      title={t.revealTitle}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button onClick={onClose}>{t.stay}</Button>
          <Button tone="main" busy={busy} onClick={() => void act()}>
            {t.reveal}
          </Button>
        </ActionRow>
      }
    >
      <p>{t.revealLead}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void act();
        }}
      >
        <Field
          firstFocus
          label={t.reason}
          hint={t.reasonHint}
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
          fault={tried && missing ? t.missingReason : undefined}
        />
      </form>
      <p role="alert">{fault}</p>
    </Sheet>
  );
}

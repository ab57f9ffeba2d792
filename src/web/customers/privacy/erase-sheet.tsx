/** Asks before a customer is erased for good: what vanishes, what stays, and the reason. */
import { useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field } from '#web/ui/forms/field.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import styles from './privacy.module.css';
import { eraseCustomer } from './privacy-api.ts';
import { usePrivacyWords } from './privacy-words.ts';

export interface EraseSheetProps {
  readonly id: string;
  readonly name: string;
  readonly onBack: () => void;
  readonly onErased: () => void;
}

type Reason = 'asked' | 'mistake' | 'left' | 'other';

export function EraseSheet({ id, name, onBack, onErased }: EraseSheetProps) {
  const t = usePrivacyWords();
  const [chosen, setChosen] = useState<Reason | ''>('');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const reason = chosen === 'other' ? typed.trim() : chosen === '' ? '' : t.reasons[chosen];
  const isMissing = tried && reason === '';

  const erase = async () => {
    setTried(true);
    if (reason === '') return;
    setBusy(true);
    setFault(null);
    const answer = await eraseCustomer(id, reason);
    if (answer.kind === 'done') return onErased();
    setBusy(false);
    setFault(answer.kind === 'lost' ? t.unreached : sentenceOf(answer.refusal));
  };

  const options = [
    { value: '', label: t.chooseReason },
    ...Object.entries(t.reasons).map(([value, label]) => ({ value, label })),
  ];
  return (
    <Sheet
      stay
      title={t.eraseTitle(name)}
      onBack={onBack}
      actions={
        <ActionRow>
          <Button tone="main" firstFocus onClick={onBack}>
            {t.keep}
          </Button>
          <Button busy={busy} onClick={() => void erase()}>
            {t.erase}
          </Button>
        </ActionRow>
      }
    >
      <p>
        <strong>{t.noUndo}</strong>
      </p>
      <Points title={t.vanishes} points={t.vanishing} />
      <Points title={t.stays} points={t.staying} />
      <SelectField
        label={t.reason}
        groups={[{ label: t.reason, options }]}
        value={chosen}
        fault={isMissing && chosen === '' ? t.missingReason : undefined}
        onChange={(value) => setChosen(value as Reason | '')}
      />
      {chosen === 'other' && (
        <Field
          label={t.otherReason}
          hint={t.otherReasonHint}
          value={typed}
          maxLength={500}
          fault={isMissing ? t.missingReason : undefined}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </Sheet>
  );
}

function Points({ title, points }: { readonly title: string; readonly points: readonly string[] }) {
  return (
    <>
      <h3 className={styles.points}>{title}</h3>
      <ul className={styles.list}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  );
}

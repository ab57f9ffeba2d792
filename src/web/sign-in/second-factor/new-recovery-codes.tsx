/** Asks before the earlier recovery codes stop working, then shows the new ones once. */
import { useState } from 'react';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import styles from './second-factor.module.css';
import { renewRecoveryCodes } from './second-factor-api.ts';
import { useSecondFactorWords } from './second-factor-words.ts';

interface NewRecoveryCodesProps {
  readonly onKept: () => void;
  readonly onCancel: () => void;
}

export function NewRecoveryCodes({ onKept, onCancel }: NewRecoveryCodesProps) {
  const t = useSecondFactorWords();
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const form = useFormCall(t);
  if (codes !== null) return <RecoveryCodes codes={codes} onKept={onKept} />;
  const renew = async () => {
    const renewed = await form.send(renewRecoveryCodes);
    if (renewed) setCodes(renewed.body.recoveryCodes);
  };
  return (
    <Sheet
      title={t.newCodesTitle}
      onBack={onCancel}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onCancel}>
            {t.cancel}
          </Button>
          <Button tone="main" busy={form.busy} disabled={form.mustWait} onClick={() => void renew()}>
            {t.newCodes}
          </Button>
        </ActionRow>
      }
    >
      <p>{t.newCodesLead}</p>
      <p role="alert" className={styles.fault}>
        {form.fault}
      </p>
    </Sheet>
  );
}

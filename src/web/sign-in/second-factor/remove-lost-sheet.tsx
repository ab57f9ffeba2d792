/** Asks support for the reason, and removes a second factor that somebody has lost. */
import { type FormEvent, useId, useState } from 'react';
import type { Answer } from '#web/shell/api/call.ts';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useSecondFactorWords } from './second-factor-words.ts';

export interface RemoveLostSheetProps {
  readonly name: string;
  /** Whether the person is one of a brand, which can read the reason. */
  readonly isOfBrand: boolean;
  readonly remove: (reason: string) => Promise<Answer<unknown>>;
  readonly onClose: () => void;
}

export function RemoveLostSheet({ name, isOfBrand, remove, onClose }: RemoveLostSheetProps) {
  const t = useSecondFactorWords();
  const [reason, setReason] = useState('');
  const form = useFormCall(t);
  const formId = useId();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await form.send(() => remove(reason.trim())))) return;
    onClose();
    showToast({ text: t.removedOf(name) });
  };
  return (
    <Sheet
      title={t.removeOfTitle(name)}
      onBack={onClose}
      stay
      actions={
        <ActionRow>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" form={formId} tone="main" busy={form.busy} disabled={form.mustWait}>
            {t.supportRemove}
          </Button>
        </ActionRow>
      }
    >
      <form id={formId} onSubmit={send}>
        <p>{isOfBrand ? t.removeOfLead : t.supportLead}</p>
        <TextArea
          label={t.reason}
          rows={2}
          required
          minLength={3}
          maxLength={500}
          firstFocus
          value={reason}
          fault={form.fault}
          onChange={(event) => setReason(event.target.value)}
        />
      </form>
    </Sheet>
  );
}

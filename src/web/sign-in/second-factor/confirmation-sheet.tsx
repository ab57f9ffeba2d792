/** Asks for the password or a code again, before an action that needs it. The call that asked is then repeated. */
import { type FormEvent, useId, useState } from 'react';
import type { PendingConfirmation } from '#web/shell/api/confirmation.ts';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { confirmSession } from './second-factor-api.ts';
import { useSecondFactorWords } from './second-factor-words.ts';
import { CodeField, PasswordField } from './secret-fields.tsx';

export function ConfirmationSheet({ ways, end }: PendingConfirmation) {
  const t = useSecondFactorWords();
  const [byCode, setByCode] = useState(ways.includes('code'));
  const [given, setGiven] = useState('');
  const form = useFormCall({ ...t, ofRefusal: { wrong_credentials: t.wrongPassword } });
  const formId = useId();
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    if (await form.send(() => confirmSession(byCode ? { code: given } : { password: given }))) end(true);
  };
  const change = () => {
    setByCode(!byCode);
    setGiven('');
    form.say(null);
  };
  return (
    <Sheet
      title={t.confirmTitle}
      onBack={() => end(false)}
      stay
      actions={
        <ActionRow>
          <Button type="submit" form={formId} tone="main" busy={form.busy} disabled={form.mustWait}>
            {t.confirm}
          </Button>
          <Button onClick={() => end(false)}>{t.cancel}</Button>
        </ActionRow>
      }
    >
      <form id={formId} onSubmit={confirm}>
        <p>{t.confirmLead}</p>
        {byCode ? (
          <CodeField value={given} onChange={setGiven} fault={form.fault} autoFocus />
        ) : (
          <PasswordField value={given} onChange={setGiven} fault={form.fault} />
        )}
        {ways.length > 1 && (
          <Button tone="text" onClick={change}>
            {byCode ? t.byPassword : t.byCode}
          </Button>
        )}
      </form>
    </Sheet>
  );
}

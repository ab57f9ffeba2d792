/** Invites a brand manager again: with the address of the invitation before, or with a corrected one. */
import { type FormEvent, useId, useState } from 'react';
import { InvitationField } from '#web/people/invitation-field.tsx';
import styles from '#web/people/people.module.css';
import { inviteAgain } from '#web/people/people-api.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { LinkSheet } from '#web/sign-in/accounts/link-sheet.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import type { ChangeSheetProps } from './change-sheet.ts';

export function InviteSheet({ person, onClose, onChanged }: ChangeSheetProps) {
  const t = usePeopleWords();
  const formId = useId();
  const [email, setEmail] = useState(person.invitation?.email ?? '');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [url, setUrl] = useState<string | null>(null);
  const { id, name } = person;
  if (url !== null) return <LinkSheet name={name} url={url} onClose={onChanged} />;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const typed = email.trim();
    if (typed === '') return setFault(t.emailMissing);
    setFault(null);
    setBusy(true);
    const answer = await inviteAgain(id, typed);
    setBusy(false);
    if (answer.kind === 'lost') return setFault(t.unreached);
    if (answer.kind === 'refused') {
      const [first] = answer.refusal.faults ?? [];
      return setFault(first?.message ?? sentenceOf(answer.refusal));
    }
    if ('url' in answer.body) return setUrl(answer.body.url);
    showToast({ text: t.invited(name) });
    onChanged();
  };
  return (
    <Sheet
      title={t.inviteTitle(name)}
      stay
      onBack={onClose}
      actions={
        <ActionRow>
          <Button type="submit" form={formId} tone="main" busy={busy}>
            {t.inviteNow}
          </Button>
          <Button onClick={onClose}>{t.back}</Button>
        </ActionRow>
      }
    >
      <form id={formId} className={styles.fields} noValidate onSubmit={(event) => void send(event)}>
        <p>{t.inviteLead}</p>
        <InvitationField
          value={email}
          fault={fault ?? undefined}
          firstFocus
          onChange={(typed) => {
            setEmail(typed);
            setFault(null);
          }}
        />
      </form>
    </Sheet>
  );
}

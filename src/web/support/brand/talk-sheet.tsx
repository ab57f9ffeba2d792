/** The sheet "Falar com o time do Oto": the contact details and the wish, stored as a lead. */
import { useState } from 'react';
import { leaveLead } from '#web/shell/api/tickets-api.ts';
import { refreshLeads } from '#web/shell/brand/brand-reads.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Field, TextArea } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';

export function TalkSheet({ onClose }: { readonly onClose: () => void }) {
  const b = useBrandWords();
  const [contact, setContact] = useState('');
  const [wish, setWish] = useState(b.wishStart);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = async () => {
    setTried(true);
    if (contact.trim().length < 3 || wish.trim() === '') return;
    setBusy(true);
    const answer = await leaveLead({ contact: contact.trim(), wish: wish.trim() });
    setBusy(false);
    if (answer.kind !== 'done') return setFault(answer.kind === 'refused' ? answer.refusal.detail : b.unreached);
    await refreshLeads();
    showToast({ text: b.talkSent(contact.trim()) });
    onClose();
  };
  return (
    <Sheet
      stay
      title={b.talk}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button onClick={onClose}>{b.back}</Button>
          <Button tone="main" busy={busy} onClick={() => void send()}>
            {b.talkSend}
          </Button>
        </ActionRow>
      }
    >
      <p>{b.talkLead}</p>
      <Field
        firstFocus
        label={b.contact}
        hint={b.contactHint}
        value={contact}
        maxLength={200}
        autoComplete="email"
        fault={tried && contact.trim().length < 3 && b.contactMissing}
        onChange={(event) => setContact(event.target.value)}
      />
      <TextArea
        rows={4}
        label={b.wish}
        value={wish}
        maxLength={2000}
        fault={tried && wish.trim() === '' && b.wishMissing}
        onChange={(event) => setWish(event.target.value)}
      />
      <p role="alert">{fault}</p>
    </Sheet>
  );
}

/** The sheet that asks the brand for missing opening hours, with a ready text that can be edited. */
import { useState } from 'react';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { refreshSupport } from '#web/shell/support/brand-queries.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { TextArea } from '#web/ui/forms/field.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { ofBrand } from '#words/core/brand.ts';
import { sayInTicket, type TicketBody } from './preview-api.ts';

export interface AskHoursSheetProps {
  readonly brand: Brand;
  /** The names of the stores, as a list in words. */
  readonly stores: string;
  /** The ticket that gets the message; without a ticket the text can be copied. */
  readonly ticket: TicketBody | null;
  readonly onClose: () => void;
}

export function AskHoursSheet({ brand, stores, ticket, onClose }: AskHoursSheetProps) {
  const t = useConfigureWords();
  const s = useWords();
  const [text, setText] = useState(t.askHoursText(ofBrand(useLanguage(), brand), stores));
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const send = async (id: string) => {
    setBusy(true);
    const answer = await sayInTicket(id, text.trim());
    setBusy(false);
    if (answer.kind !== 'done') return setFault(answer.kind === 'refused' ? answer.refusal.detail : s.unreached);
    await refreshSupport();
    showToast({ text: t.askHoursSent });
    onClose();
  };
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    showToast({ text: t.askHoursCopied });
    onClose();
  };

  return (
    <Sheet
      stay
      title={t.askHoursTitle}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button onClick={onClose}>{s.back}</Button>
          {ticket === null ? (
            <Button tone="main" onClick={() => void copy().catch(() => setFault(s.unread))}>
              {t.askHoursCopy}
            </Button>
          ) : (
            <Button tone="main" busy={busy} onClick={() => void send(ticket.id)}>
              {t.askHoursSend}
            </Button>
          )}
        </ActionRow>
      }
    >
      <TextArea
        firstFocus
        rows={6}
        label={t.message}
        value={text}
        maxLength={4000}
        onChange={(e) => setText(e.target.value)}
      />
      {ticket === null && <p>{t.askHoursNoTicket}</p>}
      <p role="alert">{fault}</p>
    </Sheet>
  );
}

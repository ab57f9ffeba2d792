/** Shows once that a colleague wrote a customer's silence down or ended it (D4b), with the way to the profile. */
import { useState } from 'react';
import type { SuggestionsPage } from '#web/shell/api/api-types.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { MoonIcon } from '#web/ui/icons/more-icons.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { Band } from '#web/ui/notices/band.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { saySilenceSeen } from './asked-api.ts';

interface SilenceNewsProps {
  readonly news: SuggestionsPage['silenceNews'][number];
  /** The entry calls this after its news was read and removed, together with the button that had the focus. */
  readonly onSeen: () => void;
}

export function SilenceNews({ news: { id, customer, sentence }, onSeen }: SilenceNewsProps) {
  const t = useWords();
  const h = useHoldWords();
  const [busy, setBusy] = useState(false);
  const see = async () => {
    if (busy) return;
    setBusy(true);
    const answer = await saySilenceSeen(customer.id, id);
    if (answer.kind === 'lost') showToast({ text: t.app.unsaid, tone: 'warn' });
    await reads.invalidate(keys.suggestions);
    setBusy(false);
    onSeen();
  };
  return (
    <Band
      tone="hush"
      picture={<MoonIcon size={24} />}
      title={customer.name}
      action={
        <>
          <ButtonLink href={`/cliente/${customer.id}`}>{h.leave.see}</ButtonLink>
          <Button tone="text" busy={busy} onClick={() => void see()}>
            {h.news.ok}
            <VisuallyHidden>{h.news.okFor(customer.name)}</VisuallyHidden>
          </Button>
        </>
      }
    >
      {keepNumbers(sentence)}
    </Band>
  );
}

/** The text of a message that waits, to look over and change; what is typed stays on the device until it is kept. */
import { useMemo, useState } from 'react';
import type { HoldBody } from '#web/api/wire.ts';
import { useContactWords } from '#web/seller/contact-words.ts';
import { type DraftPlace, keepDraft, readDraft } from '#web/seller/drafts.ts';
import { firstName } from '#web/seller/names.ts';
import { useShop } from '#web/seller/shop.tsx';
import { Button } from '#web/ui/button.tsx';
import { TextArea } from '#web/ui/field.tsx';
import { ActionRow } from '#web/ui/sheet.tsx';
import { useHoldWords } from './hold-words.ts';
import { useChanges } from './use-changes.ts';

const LONGEST = 4096;

export function KeptText({ hold }: { readonly hold: HoldBody }) {
  const c = useContactWords();
  const h = useHoldWords();
  const { person } = useShop();
  const { change } = useChanges(hold);
  const { attempt, customer } = hold;
  const kept = hold.text ?? '';
  const place = useMemo<DraftPlace>(
    () => ({ personId: person.id, customerId: customer.id, suggestionId: null, heldId: attempt.id }),
    [person.id, customer.id, attempt.id],
  );
  const [typed, setTyped] = useState(() => readDraft(place).text);
  const [busy, setBusy] = useState(false);
  const write = (next: string | null) => {
    setTyped(next);
    keepDraft(place, { ...readDraft(place), text: next });
  };
  const changed = typed !== null && typed !== kept;
  const save = async () => {
    if (typed === null) return;
    setBusy(true);
    if (await change({ text: typed }, h.one.saved)) write(null);
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <TextArea
        label={h.one.text}
        hideLabel
        rows={6}
        maxLength={LONGEST}
        value={typed ?? kept}
        readOnly={busy}
        placeholder={c.compose.placeholder(firstName(customer.name))}
        hint={changed && h.one.unsaved}
        onChange={(event) => write(event.target.value)}
      />
      {changed && (
        <ActionRow>
          <Button type="submit" tone="main" busy={busy}>
            {h.one.save}
          </Button>
          <Button onClick={() => write(null)}>{h.one.restoreText}</Button>
        </ActionRow>
      )}
    </form>
  );
}

/** Shows the text of an ended hold and the next steps: the next message of a run, write again, or hold the message again. */
import { useState } from 'react';
import { useRun } from '#web/contact/handoff/send-run.ts';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { keepDraft } from '#web/shell/drafts.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { isUnsent } from './hold-text.ts';
import { useChanges } from './use-changes.ts';

export function EndedHold({ hold }: { readonly hold: HoldBody }) {
  const h = useHoldWords();
  const { person } = useShop();
  const { restore } = useChanges(hold);
  const [busy, setBusy] = useState(false);
  const run = useRun(hold.attempt.id);
  const again = async () => {
    setBusy(true);
    await restore();
    setBusy(false);
  };
  const next = run?.next ?? null;
  const mayWrite = hold.text !== null && hold.seller.id === person.id && isUnsent(hold);
  return (
    <>
      {hold.text !== null && <blockquote className={styles.message}>{hold.text}</blockquote>}
      {run !== null && next !== null && (
        <ButtonLink href={next} tone="main" wide>
          {h.run.nextPlace(run.nextPlace, run.total)}
        </ButtonLink>
      )}
      {mayWrite && <WriteAgain hold={hold} isMain={next === null} />}
      {hold.mayReturn && (
        <Button busy={busy} onClick={() => void again()}>
          {h.news.again}
        </Button>
      )}
    </>
  );
}

/** Opens the message again with the same text: on its suggestion, which is open again (D14), else from the profile. */
function WriteAgain({ hold, isMain }: { readonly hold: HoldBody; readonly isMain: boolean }) {
  const h = useHoldWords();
  const { person } = useShop();
  const { customer, suggestionId, text } = hold;
  const path = suggestionId === null ? `/cliente/${customer.id}/mensagem` : `/sugestao/${suggestionId}`;
  const place = { personId: person.id, customerId: customer.id, suggestionId };
  return (
    <ButtonLink
      href={path}
      tone={isMain ? 'main' : 'ghost'}
      wide={isMain}
      onClick={() => keepDraft(place, { text, pending: null })}
    >
      {h.news.write}
    </ButtonLink>
  );
}

/** The form of a new contact: the text, the main button, and the server's answer. */
import { useEffect, useMemo, useRef } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { AttemptSheets } from '#web/contact/sheets/attempt-sheets.tsx';
import { useContactWords } from '#web/shell/contact-words.ts';
import { type DraftKey, useHasDraft } from '#web/shell/drafts.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { RefreshIcon } from '#web/ui/icons/more-icons.tsx';
import { isAsking } from './attempt/attempt-phase.ts';
import { useAttempt } from './attempt/use-attempt.ts';
import styles from './compose.module.css';
import { useHeldToast } from './held-toast.ts';
import { MessageText } from './message-text.tsx';
import { SendButton, submitMessage } from './send-button.tsx';
import { takePress } from './suggestion-press.ts';
import { useHoldInstead } from './use-hold-instead.ts';
import { useMessageDraft } from './use-message-draft.ts';

export interface MessageFormProps {
  readonly customerId: string;
  readonly customerName: string;
  readonly profile: CustomerProfile | undefined;
  /** The campaign's text, filled in; null where the contact begins at the profile. */
  readonly suggestion: { readonly id: string; readonly text: string } | null;
  /** Leaves to the list, or to the profile. */
  readonly onLeave: () => void;
}

export function MessageForm(props: MessageFormProps) {
  const { customerId, customerName, profile, suggestion, onLeave } = props;
  const c = useContactWords();
  const { person } = useShop();
  const suggestionId = suggestion?.id ?? null;
  const place = useMemo<DraftKey>(
    () => ({ personId: person.id, customerId, suggestionId }),
    [person.id, customerId, suggestionId],
  );
  const given = suggestion?.text ?? '';
  const { text, changed, write } = useMessageDraft(place, given);
  const kept = useHasDraft(place);
  const tellHeld = useHeldToast(place);
  const attempting = useAttempt(place, customerName, (held, shown) => {
    tellHeld(held);
    if (shown) onLeave();
  });
  const { phase, back } = attempting;
  const holdInstead = useHoldInstead({ customerId, suggestionId, sends: true, atOnce: suggestionId !== null });
  useListPress(suggestionId, () => attempting.sendFromList(text));
  const type = (next: string) => {
    write(next);
    if (phase.step === 'stopped' || phase.step === 'offline' || phase.step === 'lapsed') back();
  };

  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submitMessage(attempting, text, holdInstead !== null);
        }}
      >
        <MessageText
          text={text}
          customerName={customerName}
          readOnly={isAsking(phase)}
          note={kept && c.compose.kept}
          onChange={type}
        />
        {given !== '' && changed && (
          <Button tone="text" icon={<RefreshIcon size={18} />} onClick={() => type(given)}>
            {c.compose.restore}
          </Button>
        )}
        <SendButton attempting={attempting} text={text} holdInstead={holdInstead} onLeave={onLeave} />
      </form>
      <AttemptSheets
        attempting={attempting}
        customerName={customerName}
        profile={profile}
        fromSuggestion={suggestion !== null}
        onLeave={onLeave}
      />
    </>
  );
}

/** Runs `attempt` once where a press in the list during quiet hours led to this screen. */
function useListPress(suggestionId: string | null, attempt: () => void): void {
  const latest = useRef(attempt);
  useEffect(() => {
    latest.current = attempt;
  });
  useEffect(() => {
    if (suggestionId !== null && takePress(suggestionId)) latest.current();
  }, [suggestionId]);
}

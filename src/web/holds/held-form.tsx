/**
 * The form of a held message's text: editable while the message waits, and sendable once its minute has come. One form
 * covers both, so that nothing typed, asked or answered is lost when the hold's state changes while the seller writes.
 */
import { type RefObject, useMemo, useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { isAsking } from '#web/contact/attempt/attempt-phase.ts';
import { useAttempt } from '#web/contact/attempt/use-attempt.ts';
import styles from '#web/contact/compose.module.css';
import { useHeldToast } from '#web/contact/held-toast.ts';
import { MessageText } from '#web/contact/message-text.tsx';
import { SendButton, submitMessage } from '#web/contact/send-button.tsx';
import { AttemptSheets } from '#web/contact/sheets/attempt-sheets.tsx';
import { namesPerson, SellerNameSheet } from '#web/contact/sheets/seller-name-sheet.tsx';
import { useHoldInstead } from '#web/contact/use-hold-instead.ts';
import { useMessageDraft } from '#web/contact/use-message-draft.ts';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { type DraftKey, keepDraft, readDraft, useDraft } from '#web/shell/drafts.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ActionRow } from '#web/ui/layout/sheet.tsx';
import { CopyText } from './copy-text.tsx';
import { EndedHold } from './ended-hold.tsx';
import { useChanges } from './use-changes.ts';

export interface HeldFormProps {
  readonly hold: HoldBody;
  readonly profile: CustomerProfile | undefined;
  /** The seller may send the message from here now. */
  readonly sendable: boolean;
  readonly area: RefObject<HTMLTextAreaElement | null>;
  /** Leaves to the list. */
  readonly onLeave: () => void;
}

export function HeldForm({ hold, profile, sendable, area, onLeave }: HeldFormProps) {
  const h = useHoldWords();
  const { customer, suggestionId, ended, speaksAs } = hold;
  const [asksName, setAsksName] = useState(false);
  const place = useHeldPlace(hold);
  const given = hold.text ?? '';
  const { text, changed, write } = useMessageDraft(place, given);
  const { pending } = useDraft(place);
  const tellHeld = useHeldToast(place);
  const attempting = useAttempt(place, customer.name, (held, shown) => {
    tellHeld(held);
    if (shown) onLeave();
  });
  const { phase, back } = attempting;
  // A send without an answer, or whose answer is shown, is finished also where the hold has ended meanwhile.
  const open = pending !== null || phase.step !== 'ready';
  const over = ended !== null && !open;
  const sends = open || (sendable && !over);
  const holdInstead = useHoldInstead({ customerId: customer.id, suggestionId, sends, atOnce: false });
  const keeping = useKeeping(hold, place);

  const type = (next: string) => {
    write(next);
    keeping.forget();
    // For an ended hold the shown answer is the only way to send again: typing must not remove it.
    if (ended === null && (phase.step === 'stopped' || phase.step === 'offline' || phase.step === 'lapsed')) back();
  };

  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!sends || keeping.busy) return;
          if (speaksAs !== null && namesPerson(text, speaksAs)) setAsksName(true);
          else submitMessage(attempting, text, holdInstead !== null);
        }}
      >
        {over && <EndedHold hold={hold} />}
        {(!over || changed) && (
          <MessageText
            ref={area}
            text={text}
            customerName={customer.name}
            readOnly={over || keeping.busy || isAsking(phase)}
            label={over ? h.one.unkept : undefined}
            hint={!over && changed && h.one.unsaved}
            fault={keeping.fault}
            onChange={type}
          />
        )}
        {changed && over && <CopyText text={text} area={area} />}
        {changed && !over && (
          <KeepText
            tone={sends ? 'ghost' : 'main'}
            busy={keeping.busy}
            onKeep={() => void keeping.keep(text)}
            onRestore={() => type(given)}
          />
        )}
        {sends && <SendButton attempting={attempting} text={text} holdInstead={holdInstead} onLeave={onLeave} />}
      </form>
      {asksName && speaksAs !== null && (
        <SellerNameSheet
          earlier={speaksAs}
          text={text}
          onReplace={(own) => {
            type(own);
            setAsksName(false);
          }}
          onSend={() => {
            setAsksName(false);
            submitMessage(attempting, text, holdInstead !== null);
          }}
          onBack={() => setAsksName(false)}
        />
      )}
      <AttemptSheets
        attempting={attempting}
        customerName={customer.name}
        profile={profile}
        fromSuggestion={suggestionId !== null}
        onLeave={onLeave}
      />
    </>
  );
}

/** Returns the key under which the draft of this message is kept on the device. */
function useHeldPlace({ attempt, customer, suggestionId }: HoldBody): DraftKey {
  const { person } = useShop();
  return useMemo(
    () => ({ personId: person.id, customerId: customer.id, suggestionId, heldId: attempt.id }),
    [person.id, customer.id, suggestionId, attempt.id],
  );
}

interface KeepTextProps {
  readonly tone: 'ghost' | 'main';
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onRestore: () => void;
}

/** Offers to save the typed text in the hold, or to restore the hold's own text. */
function KeepText({ tone, busy, onKeep, onRestore }: KeepTextProps) {
  const h = useHoldWords();
  return (
    <ActionRow>
      <Button tone={tone} busy={busy} onClick={onKeep}>
        {h.one.save}
      </Button>
      <Button onClick={onRestore}>{h.one.restoreText}</Button>
    </ActionRow>
  );
}

/** "Guardar texto": saves the typed text in the hold and drops the draft. */
function useKeeping(hold: HoldBody, place: DraftKey) {
  const h = useHoldWords();
  const { change } = useChanges(hold);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  return {
    busy,
    fault,
    forget: () => setFault(null),
    keep: async (text: string) => {
      setBusy(true);
      setFault(null);
      const outcome = await change({ text }, h.one.saved);
      setBusy(false);
      if (outcome.kind === 'done') keepDraft(place, { ...readDraft(place), text: null });
      if (outcome.kind === 'fault') setFault(outcome.sentence);
    },
  };
}

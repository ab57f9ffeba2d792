/** The text and the one green button: what a seller writes, in whose name, and what the server answers. */
import { useMemo, useState } from 'react';
import type { CustomerProfile } from '#contract/customers.ts';
import { useOnline } from '#web/offline/online.ts';
import { useContactWords } from '#web/seller/contact-words.ts';
import { type DraftPlace, keepDraft, readDraft, useHasDraft } from '#web/seller/drafts.ts';
import { useHoldWords } from '#web/seller/holds/hold-words.ts';
import { TimeSheet } from '#web/seller/holds/time-sheet.tsx';
import { firstName } from '#web/seller/names.ts';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useSay, useShop } from '#web/seller/shop.tsx';
import { useWords } from '#web/seller/words.ts';
import { Button } from '#web/ui/button.tsx';
import { TextArea } from '#web/ui/field.tsx';
import { ChatIcon, ClockIcon, RefreshIcon } from '#web/ui/icons.tsx';
import { VisuallyHidden } from '#web/ui/spoken.tsx';
import { AlreadySheet } from './already-sheet.tsx';
import styles from './compose.module.css';
import { RefusedSheet } from './refused-sheet.tsx';
import { Stopped } from './stopped.tsx';
import { useTellHeld } from './tell-held.ts';
import { useAttempt } from './use-attempt.ts';
import { WarnedSheet } from './warned-sheet.tsx';

/** As long as the server takes; said only when little is left. */
const LONGEST = 4096;
const SAID_FROM = 3800;

export interface MessageFormProps {
  readonly customerId: string;
  readonly customerName: string;
  readonly profile: CustomerProfile | undefined;
  /** The campaign's text, filled in; null where a contact begins at the profile. */
  readonly suggestion: { readonly id: string; readonly text: string } | null;
  /** A message that was kept for later, and is now gone on with. */
  readonly held?: { readonly attemptId: string; readonly text: string };
  /** To the list, or to the profile. */
  readonly onLeave: () => void;
}

export function MessageForm(props: MessageFormProps) {
  const { customerId, customerName, profile, suggestion, held, onLeave } = props;
  const t = useWords();
  const c = useContactWords();
  const h = useHoldWords();
  const { person, silence, now } = useShop();
  const say = useSay();
  const online = useOnline();
  const suggestionId = suggestion?.id ?? null;
  const heldId = held?.attemptId;
  const place = useMemo<DraftPlace>(
    () => ({ personId: person.id, customerId, suggestionId, ...(heldId !== undefined && { heldId }) }),
    [person.id, customerId, suggestionId, heldId],
  );
  const given = held?.text ?? suggestion?.text ?? '';
  const [text, setText] = useState(() => readDraft(place).text ?? given);
  const tellHeld = useTellHeld(place);
  const { phase, send, goOn, hold, holdText, chooseTime, confirm, back } = useAttempt(
    place,
    customerName,
    (kept, shown) => {
      tellHeld(kept);
      if (shown) onLeave();
    },
  );
  const turned = useTurned();
  const kept = useHasDraft(place);
  const name = firstName(customerName);

  const write = (next: string) => {
    setText(next);
    keepDraft(place, { ...readDraft(place), text: next === given ? null : next });
    if (phase.step === 'stopped' || phase.step === 'offline' || phase.step === 'lapsed') back();
  };
  const busy = phase.step === 'asking' || phase.step === 'confirming';
  const label = busy ? c.compose.sending : text.trim() === '' ? c.compose.sendEmpty : c.compose.send;

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (phase.step === 'unconfirmed') confirm();
        else if (!busy && turned) holdText(text);
        else if (!busy) send(text);
      }}
    >
      <TextArea
        label={c.compose.text}
        hideLabel
        value={text}
        maxLength={LONGEST}
        rows={7}
        readOnly={busy}
        placeholder={c.compose.placeholder(name)}
        onChange={(event) => write(event.target.value)}
      />
      <div className={styles.under}>
        <span className={styles.soft}>{kept && c.compose.kept}</span>
        <span className={styles.soft} aria-hidden="true">
          {text.length > SAID_FROM ? c.compose.counterSaid(LONGEST - text.length) : c.compose.counter(text.length)}
        </span>
        <VisuallyHidden>
          <span role="status">{text.length > SAID_FROM && c.compose.counterSaid(LONGEST - text.length)}</span>
        </VisuallyHidden>
      </div>
      {given !== '' && text !== given && (
        <Button tone="text" icon={<RefreshIcon size={18} />} onClick={() => write(given)}>
          {held ? h.one.restoreText : c.compose.restore}
        </Button>
      )}

      <div className={styles.send}>
        {silence?.closing && silence.next !== null && (
          <p className={styles.closing} role="status">
            <ClockIcon size={18} />
            {t.quiet.sendBefore(say.time(silence.next))}
          </p>
        )}
        <div className={styles.told} role="status">
          {phase.step === 'confirming' && <p>{c.compose.confirming}</p>}
          {phase.step === 'unconfirmed' && <p>{c.compose.unconfirmed}</p>}
          {phase.step === 'lapsed' && <p>{c.compose.lapsed}</p>}
          {(phase.step === 'offline' || !online) && phase.step !== 'unconfirmed' && <p>{t.app.offlineText}</p>}
        </div>
        {phase.step === 'stopped' && <Stopped refusal={phase.refusal} onLeave={onLeave} />}
        {turned && phase.step !== 'unconfirmed' ? (
          <>
            <p className={styles.closing} role="status">
              <ClockIcon size={18} />
              {h.leave.began}
            </p>
            <Button type="submit" tone="lamp" wide busy={busy}>
              {busy ? c.compose.sending : h.leave.later}
            </Button>
            <Button tone="text" wide onClick={() => !busy && send(text)}>
              {h.leave.otherWays}
            </Button>
          </>
        ) : (
          <Button type="submit" tone="go" wide busy={busy} icon={<ChatIcon />}>
            {phase.step === 'unconfirmed' ? c.compose.confirmAgain : label}
          </Button>
        )}
        <p className={styles.as}>{c.compose.as(person.name)}</p>
      </div>

      {phase.step === 'refused' && (
        <RefusedSheet
          refusal={phase.refusal}
          changed={phase.changed}
          customerName={customerName}
          profile={profile}
          fromSuggestion={suggestion !== null}
          onHold={() => hold(true)}
          onOtherTime={chooseTime}
          onLeave={onLeave}
          onBack={back}
        />
      )}
      {phase.step === 'warned' && (
        <WarnedSheet
          // A warning that stands there anew starts anew: focus, and the reason.
          key={phase.refusal.acknowledgement}
          refusal={phase.refusal}
          again={phase.again}
          customerName={customerName}
          profile={profile}
          onHold={() => hold(true)}
          onOtherTime={chooseTime}
          onBack={back}
          onGoOn={goOn}
        />
      )}
      {phase.step === 'timing' && (
        <TimeSheet
          start={phase.at ?? instantOf(phase.from.refusal.suggestedReleaseAt) ?? now ?? 0}
          fault={phase.fault}
          label={h.leave.at}
          onPick={hold}
          onBack={back}
        />
      )}
      {phase.step === 'already' && <AlreadySheet {...phase} customerName={customerName} onBack={back} />}
    </form>
  );
}

/** The silence began while this was being written: what would be sent is then left ready instead, and the text stays. */
function useTurned(): boolean {
  const { silence } = useShop();
  const [wasOpen, setWasOpen] = useState(false);
  if (silence?.quiet === false && !wasOpen) setWasOpen(true);
  return wasOpen && silence?.quiet === true;
}

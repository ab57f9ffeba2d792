/** Shows the contacts held for a customer, and from which hour the customer wants to be contacted. */
import { useId, useState } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { sayContactFrom } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { readClock } from '#web/ui/forms/clock-text.ts';
import { TimeField } from '#web/ui/forms/time-field.tsx';
import { ClockIcon } from '#web/ui/icons/icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './profile.module.css';

export function CustomerHolds({ profile }: { readonly profile: CustomerProfile }) {
  const h = useHoldWords();
  const say = useTimeText();
  const { person } = useShop();
  if (profile.held.length === 0) return null;
  return (
    <Card>
      <h2 className={styles.title}>
        <ClockIcon />
        {h.profile.held}
      </h2>
      <ul className={styles.rows}>
        {profile.held.map(({ attemptId, state, heldUntil, sellerId, sellerName }) => (
          <li key={attemptId} className={styles.row}>
            <span>
              {state === 'ready' ? h.list.ready : h.list.at(say.when(instantOf(heldUntil)))}
              {sellerId !== person.id && <small className={styles.soft}>{h.one.ofSeller(sellerName)}</small>}
            </span>
            <ButtonLink href={holdPath(attemptId)}>
              {h.list.open}
              <VisuallyHidden>{h.list.openFor(profile.name)}</VisuallyHidden>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Shows "Melhor a partir de 14:00" (H7). */
export function PreferredHour({ profile }: { readonly profile: CustomerProfile }) {
  const h = useHoldWords();
  const [open, setOpen] = useState(false);
  const { contactFrom, mayContact } = profile;
  if (!mayContact && contactFrom === null) return null;
  return (
    <div className={styles.preferred}>
      {contactFrom === null ? (
        <p className={styles.soft}>{h.profile.noFrom}</p>
      ) : (
        <p>
          <span className={styles.soft}>{h.profile.from}</span> {contactFrom}
        </p>
      )}
      {mayContact && (
        <Button tone="text" onClick={() => setOpen(true)}>
          {h.profile.change}
          <VisuallyHidden>{h.profile.changeFrom}</VisuallyHidden>
        </Button>
      )}
      {open && <HourSheet profile={profile} onClose={() => setOpen(false)} />}
    </div>
  );
}

function HourSheet({ profile, onClose }: { readonly profile: CustomerProfile; readonly onClose: () => void }) {
  const t = useWords();
  const h = useHoldWords();
  const form = useId();
  const [time, setTime] = useState(profile.contactFrom ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const say = async (contactFrom: string | null) => {
    setBusy(true);
    const answer = await sayContactFrom(profile.id, contactFrom);
    setBusy(false);
    if (answer.kind === 'lost') return setFault(t.app.unsaid);
    if (answer.kind === 'refused') return setFault(sentenceOf(answer.refusal));
    onClose();
    showToast({ text: h.profile.saved });
    await reads.invalidate(keys.profile(profile.id));
  };
  const save = () => {
    const clock = readClock(time);
    if (busy) return;
    if (clock === null) setFault(h.time.missing);
    else void say(clock);
  };
  return (
    <Sheet
      title={h.profile.title(firstName(profile.name))}
      onBack={onClose}
      stay
      actions={
        <>
          <Button type="submit" form={form} tone="main" wide busy={busy}>
            {h.profile.save}
          </Button>
          {profile.contactFrom !== null && (
            <Button wide busy={busy} onClick={() => void say(null)}>
              {h.profile.clear}
            </Button>
          )}
          <Button tone="text" wide onClick={onClose}>
            {t.app.back}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TimeField
          label={h.profile.label}
          value={time}
          faultId={fault === null ? undefined : 'hour-fault'}
          firstFocus
          onChange={(typed) => {
            setTime(typed);
            setFault(null);
          }}
        />
      </form>
      <p id="hour-fault" className={styles.fault} role="alert">
        {fault}
      </p>
      <p className={styles.soft}>{h.profile.hint}</p>
    </Sheet>
  );
}

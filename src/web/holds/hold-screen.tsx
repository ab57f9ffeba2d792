/** The screen of one held message: the text, the time and the reason for it; the message is sent from here once its minute has come. */
import { useEffect, useRef, useState } from 'react';
import { useHandoff } from '#web/contact/handoff/handoff.ts';
import { useRun } from '#web/contact/handoff/send-run.ts';
import { CustomerWarnings } from '#web/customers/customer-warnings.tsx';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { readProfile } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { BackToList } from '#web/shell/back-link.tsx';
import { useContactWords } from '#web/shell/contact-words.ts';
import { HOLDS_PATH, holdPath } from '#web/shell/holds/hold-path.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { useHold } from '#web/shell/holds/use-holds.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { LIST_PATHS, type ListName } from '#web/shell/seller-routes.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { readAway } from '#web/shell/session/device.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { AttentionIcon, ClockIcon } from '#web/ui/icons/icons.tsx';
import { Link, useLocation } from '#web/ui/layout/address.tsx';
import { Avatar } from '#web/ui/layout/avatar.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { UnkeptText } from './copy-text.tsx';
import { HeldForm } from './held-form.tsx';
import { HoldActions } from './hold-actions.tsx';
import { useHoldText } from './hold-text.ts';
import { RunBar } from './run-bar.tsx';

/** `backTo`: the list that the hold was opened from. */
export function HoldScreen({ id, backTo }: { readonly id: string; readonly backTo: ListName }) {
  const t = useWords();
  const h = useHoldWords();
  const { session } = useShop();
  const [, navigate] = useLocation();
  const handoff = useHandoff();
  const { hold: found, known, error, again } = useHold(id, session.may.includes('read_led_holds'));
  const hold = useLastFound(found);
  const back = <BackToList list={backTo} />;
  const run = useRun(id);
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);
  // A seller who has opened another screen meanwhile is not moved. The path is compared too, because effects end a
  // little after the screen has changed.
  const leave = () => {
    if (shown.current && location.pathname === holdPath(id)) navigate(LIST_PATHS[backTo]);
  };

  if (hold === undefined)
    return (
      <>
        <ScreenHead back={back} title={handoff?.customerName ?? h.list.title} />
        {known && handoff === null && readAway() === null ? (
          <>
            <EmptyState title={h.one.gone} action={<ButtonLink href={HOLDS_PATH}>{h.one.toList}</ButtonLink>}>
              {h.one.goneMore}
            </EmptyState>
            <UnkeptText attemptId={id} />
          </>
        ) : error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.app.loading} />
        )}
      </>
    );
  return (
    <>
      {run !== null && <RunBar run={run} name={hold.customer.name} isEnded={hold.state === 'ended'} />}
      <ScreenHead
        back={back}
        over={h.list.title}
        title={hold.customer.name}
        beside={<Avatar name={hold.customer.name} />}
      />
      <HoldDetail hold={hold} onLeave={leave} />
    </>
  );
}

/** A hold that moves from one list to the other, which are read in parallel, can be in neither list for a moment. */
const BETWEEN_LISTS_MS = 2_000;

function useLastFound(found: HoldBody | undefined): HoldBody | undefined {
  const [last, setLast] = useState(found);
  if (found !== undefined && found !== last) setLast(found);
  useEffect(() => {
    if (found !== undefined) return;
    const timer = setTimeout(() => setLast(undefined), BETWEEN_LISTS_MS);
    return () => clearTimeout(timer);
  }, [found]);
  return found ?? last;
}

/** Shows a waiting or ended hold. The form stays mounted whatever happens to the hold while the seller writes. */
function HoldDetail({ hold, onLeave }: { readonly hold: HoldBody; readonly onLeave: () => void }) {
  const h = useHoldWords();
  const { person } = useShop();
  const [early, setEarly] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const { customer, seller, state } = hold;
  const live = state !== 'ended';
  const { data: profile } = useRead(live ? keys.profile(customer.id) : null, (signal) =>
    readProfile(customer.id, signal),
  );
  const mine = seller.id === person.id;
  const sendable = mine && (state === 'ready' || (state === 'waiting' && early));
  if (early && state !== 'waiting') setEarly(false);
  return (
    <>
      <Card>
        <HoldTime hold={hold} />
        {live && profile && <CustomerWarnings customer={profile} />}
        <HeldForm hold={hold} profile={profile} sendable={sendable} area={area} onLeave={onLeave} />
      </Card>
      {live && <HoldActions hold={hold} onLeave={onLeave} />}
      {mine && state === 'waiting' && (
        <Button
          tone="text"
          onClick={() => {
            setEarly(!early);
            if (!early) area.current?.focus();
          }}
        >
          {early ? h.one.waitAfterAll : h.one.sendNow}
        </Button>
      )}
    </>
  );
}

/** Shows the minute of the hold and the reason for that minute. */
function HoldTime({ hold }: { readonly hold: HoldBody }) {
  const c = useContactWords();
  const h = useHoldWords();
  const say = useTimeText();
  const text = useHoldText();
  const { person } = useShop();
  const { customer, seller, sentence, heldAt, parked, ended } = hold;
  return (
    <div className={styles.when}>
      <p className={styles.state}>
        <ClockIcon size={20} />
        {text.state(hold)}
      </p>
      <p>{keepNumbers(sentence)}</p>
      {parked && ended === null && (
        <Tag tone="warn" icon={<AttentionIcon size={14} />}>
          {h.list.parked}
        </Tag>
      )}
      <p className={styles.soft}>
        {h.one.heldAt(say.when(instantOf(heldAt)))} {seller.id !== person.id && h.one.ofSeller(seller.name)}{' '}
        <Link className={styles.link} href={`/cliente/${customer.id}`}>
          {c.compose.profile}
        </Link>
      </p>
    </div>
  );
}

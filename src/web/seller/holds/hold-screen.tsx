/** One message that waits: its text, its time and the reason for it; sent from here once its time has come. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { readProfile } from '#web/api/customers.ts';
import { keys } from '#web/api/keys.ts';
import { useRead } from '#web/api/use-read.ts';
import type { HoldBody } from '#web/api/wire.ts';
import { BackToList } from '#web/seller/back-link.tsx';
import { MessageForm } from '#web/seller/compose/message-form.tsx';
import { useContactWords } from '#web/seller/contact-words.ts';
import { useHandoff } from '#web/seller/handoff/handoff.ts';
import { LIST_PATHS, type ListName } from '#web/seller/place.ts';
import { Marks } from '#web/seller/portfolio/marks.tsx';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useSay, useShop } from '#web/seller/shop.tsx';
import { Unread } from '#web/seller/unread.tsx';
import { useWords } from '#web/seller/words.ts';
import { away } from '#web/session/device.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { Button, ButtonLink } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/chip.tsx';
import { Card, ScreenHead } from '#web/ui/frame.tsx';
import { AttentionIcon, ClockIcon } from '#web/ui/icons.tsx';
import { EmptyState, Skeleton } from '#web/ui/states.tsx';
import { HoldActions } from './hold-actions.tsx';
import { HOLDS_PATH } from './hold-path.ts';
import { useHoldText } from './hold-text.ts';
import { useHoldWords } from './hold-words.ts';
import styles from './holds.module.css';
import { KeptText } from './kept-text.tsx';
import { mayReturn, useChanges } from './use-changes.ts';
import { useHold } from './use-holds.ts';

/** `backTo`: the list it was opened from. */
export function HoldScreen({ id, backTo }: { readonly id: string; readonly backTo: ListName }) {
  const t = useWords();
  const h = useHoldWords();
  const { person } = useShop();
  const [, navigate] = useLocation();
  const handoff = useHandoff();
  const { hold, known, error, again } = useHold(id, person.role === 'store_manager');
  const back = <BackToList list={backTo} />;
  const leave = () => navigate(LIST_PATHS[backTo]);

  if (hold === undefined)
    return (
      <>
        <ScreenHead back={back} title={handoff?.customerName ?? h.list.title} />
        {known && handoff === null && away() === null ? (
          <EmptyState title={h.one.gone} action={<ButtonLink href={HOLDS_PATH}>{h.one.toList}</ButtonLink>}>
            {h.one.goneMore}
          </EmptyState>
        ) : error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.app.loading} />
        )}
      </>
    );
  return (
    <>
      <ScreenHead
        back={back}
        over={h.list.title}
        title={hold.customer.name}
        beside={<Avatar name={hold.customer.name} />}
      />
      {hold.ended === null ? <Live hold={hold} onLeave={leave} /> : <Ended hold={hold} />}
    </>
  );
}

function Live({ hold, onLeave }: { readonly hold: HoldBody; readonly onLeave: () => void }) {
  const h = useHoldWords();
  const { person } = useShop();
  const [early, setEarly] = useState(false);
  const { attempt, customer, seller, state, suggestionId, text } = hold;
  const { data: profile } = useRead(keys.profile(customer.id), (signal) => readProfile(customer.id, signal));
  const mine = seller.id === person.id;
  return (
    <>
      <Card>
        <When hold={hold} />
        {profile && <Marks customer={profile} />}
        {mine && (state === 'ready' || early) ? (
          <MessageForm
            customerId={customer.id}
            customerName={customer.name}
            profile={profile}
            suggestion={suggestionId === null ? null : { id: suggestionId, text: text ?? '' }}
            held={{ attemptId: attempt.id, text: text ?? '' }}
            onLeave={onLeave}
          />
        ) : (
          <KeptText hold={hold} />
        )}
      </Card>
      <HoldActions hold={hold} onLeave={onLeave} />
      {mine && state === 'waiting' && !early && (
        <Button tone="text" onClick={() => setEarly(true)}>
          {h.one.sendNow}
        </Button>
      )}
    </>
  );
}

/** For when, and why then. */
function When({ hold }: { readonly hold: HoldBody }) {
  const c = useContactWords();
  const h = useHoldWords();
  const say = useSay();
  const text = useHoldText();
  const { person } = useShop();
  const { customer, seller, sentence, heldAt, parked, ended } = hold;
  return (
    <div className={styles.when}>
      <p className={styles.state}>
        <ClockIcon size={20} />
        {text.state(hold)}
      </p>
      <p>{sentence}</p>
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

function Ended({ hold }: { readonly hold: HoldBody }) {
  const h = useHoldWords();
  const { restore } = useChanges(hold);
  return (
    <Card>
      <When hold={hold} />
      {hold.text !== null && <blockquote className={styles.message}>{hold.text}</blockquote>}
      {mayReturn(hold) && <Button onClick={() => void restore()}>{h.news.again}</Button>}
    </Card>
  );
}

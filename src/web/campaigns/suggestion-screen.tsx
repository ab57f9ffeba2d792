/** Sugestão → mensagem: the campaign's text, ready to look over and send; or the suggestion put aside. */
import { useState } from 'react';
import type { Suggestion } from '#contract/customers/customers.ts';
import { Background } from '#web/contact/background.tsx';
import styles from '#web/contact/compose.module.css';
import { useHandoff } from '#web/contact/handoff/handoff.ts';
import { MessageForm } from '#web/contact/message-form.tsx';
import { Marks } from '#web/customers/marks.tsx';
import { readProfile } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { BackLink } from '#web/shell/back-link.tsx';
import { useContactWords } from '#web/shell/contact-words.ts';
import { unansweredOn } from '#web/shell/drafts.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { away } from '#web/shell/session/device.ts';
import { useSay, useShop } from '#web/shell/shop.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Link, Redirect, useLocation } from '#web/ui/layout/address.tsx';
import { Avatar } from '#web/ui/layout/avatar.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { ActionRow } from '#web/ui/layout/sheet.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { DismissSheet } from './dismiss-sheet.tsx';
import { putAside } from './put-aside.ts';
import { useSuggestions } from './suggestions.ts';

export function SuggestionScreen({ id }: { readonly id: string }) {
  const t = useWords();
  const c = useContactWords();
  const say = useSay();
  const [, navigate] = useLocation();
  const [dismissing, setDismissing] = useState(false);
  const { person } = useShop();
  // On the way back from WhatsApp the list has it no more, and the question comes first.
  const handoff = useHandoff();
  const list = useSuggestions();
  const suggestion = useKept(list.items?.find((each) => each.id === id));
  const [unanswered] = useState(() => unansweredOn(person.id, id));
  const customerId = suggestion?.customer.id ?? unanswered?.customerId ?? '';
  const { data: profile } = useRead(customerId === '' ? null : keys.profile(customerId), (signal) =>
    readProfile(customerId, signal),
  );
  const toList = () => navigate('/');
  const back = <BackLink href="/" place={t.app.today} />;

  if (suggestion === undefined && unanswered !== null && profile !== undefined)
    return (
      <>
        <ScreenHead back={back} title={profile.name} beside={<Avatar name={profile.name} />} />
        <Card>
          <MessageForm
            customerId={customerId}
            customerName={profile.name}
            profile={profile}
            suggestion={{ id, text: unanswered.text ?? '' }}
            onLeave={toList}
          />
        </Card>
      </>
    );
  if (suggestion === undefined)
    return (
      <>
        <ScreenHead back={back} title={handoff?.customerName ?? t.today.suggestions} />
        {list.items !== undefined && handoff === null && away() === null ? (
          <EmptyState title={c.compose.closed} action={<ButtonLink href="/">{c.refused.backToList}</ButtonLink>}>
            {c.compose.closedMore}
          </EmptyState>
        ) : list.error ? (
          <Unread error={list.error} onRetry={list.again} />
        ) : (
          <Skeleton label={t.app.loading} />
        )}
      </>
    );

  // Left for later already: it goes on where it waits.
  if (suggestion.held?.sellerId === person.id) return <Redirect to={holdPath(suggestion.held.attemptId)} replace />;
  const { customer, reason, campaign } = suggestion;
  const last = customer.lastContactAt;
  return (
    <>
      <ScreenHead back={back} over={campaign} title={customer.name} beside={<Avatar name={customer.name} />} />
      <Card>
        <div className={styles.about}>
          <p className={styles.reason}>{keepNumbers(reason)}</p>
          <p className={styles.soft}>
            {last === null ? t.today.noContact : t.today.lastContact(say.ago(instantOf(last)))}
            {' · '}
            <Link className={styles.link} href={`/cliente/${customer.id}`}>
              {c.compose.profile}
            </Link>
          </p>
          <Marks customer={customer} />
          {profile?.note && <p className={styles.note}>{c.refused.note(profile.note)}</p>}
        </div>
        <MessageForm
          key={id}
          customerId={customer.id}
          customerName={customer.name}
          profile={profile}
          suggestion={suggestion}
          onLeave={toList}
        />
      </Card>
      <ActionRow>
        <Button
          tone="text"
          onClick={() => {
            putAside(suggestion, 'not_now');
            toList();
          }}
        >
          {t.today.notNow}
        </Button>
        <Button tone="text" onClick={() => setDismissing(true)}>
          {t.today.dismiss}
        </Button>
      </ActionRow>
      <Background profile={profile} />
      {dismissing && (
        <DismissSheet
          name={customer.name}
          onBack={() => setDismissing(false)}
          onDismiss={(why) => {
            putAside(suggestion, why);
            toList();
          }}
        />
      )}
    </>
  );
}

/** What was opened stays until it is left, though the list has moved on: the server says whether it still goes. */
function useKept(listed: Suggestion | undefined): Suggestion | undefined {
  const [kept, setKept] = useState(listed);
  if (listed !== undefined && listed !== kept) setKept(listed);
  return listed ?? kept;
}

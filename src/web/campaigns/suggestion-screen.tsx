/** The message of a suggestion: the campaign's text, to check and send; or the way to put the suggestion aside. */
import { useEffect, useState } from 'react';
import type { Suggestion } from '#contract/customers/customers.ts';
import styles from '#web/contact/compose.module.css';
import { useHandoff } from '#web/contact/handoff/handoff.ts';
import { LastPurchases } from '#web/contact/last-purchases.tsx';
import { MessageForm } from '#web/contact/message-form.tsx';
import { CustomerWarnings } from '#web/customers/customer-warnings.tsx';
import { call } from '#web/shell/api/call.ts';
import { readProfile } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { BackLink } from '#web/shell/back-link.tsx';
import { useContactWords } from '#web/shell/contact-words.ts';
import { findUnanswered } from '#web/shell/drafts.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { readAway } from '#web/shell/session/device.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Link, Redirect, useLocation } from '#web/ui/layout/address.tsx';
import { Avatar } from '#web/ui/layout/avatar.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { ActionRow } from '#web/ui/layout/sheet.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { DismissSheet } from './dismiss-sheet.tsx';
import { useSuggestions } from './suggestions.ts';
import { dismissWithUndo } from './undoable-dismissal.ts';

/** Says that a suggestion was opened, so that no other campaign takes over its customer. A lost request loses only that. */
function useOpening(id: string | null): void {
  useEffect(() => {
    if (id !== null) void call(`/suggestions/${id}/open`, { method: 'POST' });
  }, [id]);
}

export function SuggestionScreen({ id }: { readonly id: string }) {
  const t = useWords();
  const [, navigate] = useLocation();
  const [dismissing, setDismissing] = useState(false);
  const { person } = useShop();
  // After a hand-over the list no longer has the suggestion; the question about the outcome comes first.
  const handoff = useHandoff();
  const list = useSuggestions();
  const suggestion = useLastListed(list.items?.find((each) => each.id === id));
  const [unanswered] = useState(() => findUnanswered(person.id, id));
  const customerId = suggestion?.customer.id ?? unanswered?.customerId ?? '';
  const { data: profile } = useRead(customerId === '' ? null : keys.profile(customerId), (signal) =>
    readProfile(customerId, signal),
  );
  useOpening(suggestion === undefined ? null : id);
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
        <Missing list={list} isAwaited={handoff !== null || readAway() !== null} />
      </>
    );

  // The seller already holds this contact: the screen redirects to the hold.
  if (suggestion.held?.sellerId === person.id) return <Redirect to={holdPath(suggestion.held.attemptId)} replace />;
  const { customer, campaign } = suggestion;
  return (
    <>
      <ScreenHead back={back} over={campaign} title={customer.name} beside={<Avatar name={customer.name} />} />
      <Card>
        <About suggestion={suggestion} note={profile?.note ?? null} />
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
            dismissWithUndo(suggestion, 'not_now');
            toList();
          }}
        >
          {t.today.notNow}
        </Button>
        <Button tone="text" onClick={() => setDismissing(true)}>
          {t.today.dismiss}
        </Button>
      </ActionRow>
      <LastPurchases profile={profile} />
      {dismissing && (
        <DismissSheet
          name={customer.name}
          onBack={() => setDismissing(false)}
          onDismiss={(why) => {
            dismissWithUndo(suggestion, why);
            toList();
          }}
        />
      )}
    </>
  );
}

interface MissingProps {
  readonly list: ReturnType<typeof useSuggestions>;
  /** The seller comes back from WhatsApp and is asked about the contact first. */
  readonly isAwaited: boolean;
}

/** The screen of a suggestion that the list does not contain, or does not contain yet. */
function Missing({ list, isAwaited }: MissingProps) {
  const t = useWords();
  const c = useContactWords();
  if (list.items !== undefined && !isAwaited)
    return (
      <EmptyState title={c.compose.closed} action={<ButtonLink href="/">{c.refused.backToList}</ButtonLink>}>
        {c.compose.closedMore}
      </EmptyState>
    );
  if (list.error) return <Unread error={list.error} onRetry={list.again} />;
  return <Skeleton label={t.app.loading} />;
}

/** Shows why this customer is suggested, and what to know before writing. */
function About({ suggestion, note }: { readonly suggestion: Suggestion; readonly note: string | null }) {
  const t = useWords();
  const c = useContactWords();
  const say = useTimeText();
  const { customer, reason } = suggestion;
  const last = customer.lastContactAt;
  return (
    <div className={styles.about}>
      <p className={styles.reason}>{keepNumbers(reason)}</p>
      <p className={styles.soft}>
        {last === null ? t.today.noContact : t.today.lastContact(say.ago(instantOf(last)))}
        {' · '}
        <Link className={styles.link} href={`/cliente/${customer.id}`}>
          {c.compose.profile}
        </Link>
      </p>
      <CustomerWarnings customer={customer} />
      {note && <p className={styles.note}>{c.refused.note(note)}</p>}
    </div>
  );
}

/**
 * Keeps the opened suggestion until the screen closes, although the list may have dropped it: the server decides
 * whether it can still be sent.
 */
function useLastListed(listed: Suggestion | undefined): Suggestion | undefined {
  const [last, setLast] = useState(listed);
  if (listed !== undefined && listed !== last) setLast(listed);
  return listed ?? last;
}

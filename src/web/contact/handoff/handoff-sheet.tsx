/** The sheet "Abrindo o WhatsApp…", and after the return "Você enviou?": WhatsApp reports nothing, so that the seller is asked. */
import { useEffect, useState } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import { AskedOffer } from '#web/customers/silences/asked-offer.tsx';
import type { OutcomeCode } from '#web/shell/api/api-types.ts';
import { keys } from '#web/shell/api/keys.ts';
import { readAttemptText } from '#web/shell/api/start-attempt.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { useContactWords } from '#web/shell/contact-words.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { readAway, setAway } from '#web/shell/session/device.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { useServerNow } from '#web/shell/time/clock.ts';
import { serverClock, serverNow } from '#web/shell/time/server-clock.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { ChatIcon } from '#web/ui/icons/icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { ofBrand } from '#words/core/brand.ts';
import styles from './handoff.module.css';
import { askOutcome, closeHandoff, type Handoff, markAway, useHandoff } from './handoff.ts';
import { useOpenAttempts } from './open-attempts.ts';
import { tellOutcome } from './say-outcome.ts';
import { endRun, useRun } from './send-run.ts';

/** Where the page stays visible (WhatsApp beside the browser), the question comes after this time. */
const STAYED_MS = 5_000;

export function HandoffSheet() {
  const handoff = useHandoff();
  useReturn(handoff);
  if (handoff === null) return null;
  return handoff.stage === 'asking' ? <Asking handoff={handoff} /> : <Opening handoff={handoff} />;
}

/** Notices that the seller is back: from another app, through the history, or by a reload of the page. */
function useReturn(handoff: Handoff | null): void {
  const { unsaid } = useOpenAttempts();
  const opening = handoff?.stage === 'opening' ? handoff : null;

  useEffect(() => {
    if (opening === null) return;
    const back = () => {
      if (document.visibilityState === 'visible') askOutcome(opening);
    };
    const timer = setTimeout(back, STAYED_MS);
    document.addEventListener('visibilitychange', back);
    window.addEventListener('pageshow', back);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('pageshow', back);
    };
  }, [opening]);

  const leftWith = handoff === null ? readAway()?.attemptId : undefined;
  const waiting = unsaid.find(({ id }) => id === leftWith);
  useEffect(() => {
    if (!waiting) return;
    const { id, customerId, customerName } = waiting;
    askOutcome({ attemptId: id, customerId, customerName });
  }, [waiting]);
}

function Opening({ handoff }: { readonly handoff: Handoff }) {
  const t = useWords();
  const c = useContactWords();
  const name = firstName(handoff.customerName);
  return (
    <Sheet
      title={handoff.stage === 'ready' ? c.handoff.ready(name) : c.handoff.opening}
      onBack={() => askOutcome(handoff)}
      actions={
        <>
          <OpenAgain handoff={handoff} />
          <Button wide onClick={() => askOutcome(handoff)}>
            {t.app.back}
          </Button>
        </>
      }
    >
      {handoff.stage === 'opening' && <p className={styles.soft}>{c.handoff.notOpened}</p>}
    </Sheet>
  );
}

/** Shows the WhatsApp link while it is valid; after that, a sentence that the link has expired. */
function OpenAgain({ handoff }: { readonly handoff: Handoff }) {
  const c = useContactWords();
  const say = useTimeText();
  const now = useServerNow(serverClock, [handoff.link?.validUntil ?? null]) ?? serverNow();
  const { link } = handoff;
  if (link === null) return null;
  if (now >= link.validUntil) return <p className={styles.soft}>{c.handoff.ended}</p>;
  return (
    <>
      <ButtonLink href={link.url} leavesApp tone="go" wide icon={<ChatIcon />} onClick={markAway}>
        {c.handoff.open}
      </ButtonLink>
      <small>{c.handoff.until(say.time(link.validUntil))}</small>
    </>
  );
}

function Asking({ handoff }: { readonly handoff: Handoff }) {
  const t = useWords();
  const c = useContactWords();
  const language = useLanguage();
  const { person, session } = useShop();
  const [busy, setBusy] = useState<OutcomeCode | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [path, navigate] = useLocation();
  const h = useHoldWords();
  const run = useRun(handoff.attemptId);
  const { data: text } = useRead(`${keys.attempts}/text/${handoff.attemptId}`, (signal) =>
    readAttemptText(handoff.attemptId, signal),
  );
  const name = firstName(handoff.customerName);

  const done: Partial<Record<OutcomeCode, string>> = {
    sent: c.handoff.yesDone(name),
    not_sent: c.handoff.noDone,
    stop: c.handoff.stopDone(session.brand ? ofBrand(language, session.brand) : '', name),
    wrong_number: c.handoff.wrongDone(name),
  };
  const tell = async (outcome: OutcomeCode) => {
    setBusy(outcome);
    const fault = await tellOutcome({ ...handoff, personId: person.id }, outcome);
    setBusy(null);
    if (fault !== null) return setFault(fault === 'lost' ? t.app.unsaid : fault);
    closeHandoff();
    showToast({ text: done[outcome] });
    if (outcome === 'not_sent') return;
    if (run !== null && run.next === null) {
      endRun();
      showToast({ text: h.run.done });
    }
    if (path.startsWith('/sugestao/') || path.startsWith('/agendados/')) navigate(run?.next ?? '/');
    if (path.endsWith('/mensagem')) navigate(`/cliente/${handoff.customerId}`);
  };
  const postpone = () => {
    setAway(null);
    closeHandoff();
  };
  const answer = (outcome: OutcomeCode, label: string, tone: 'main' | 'ghost' | 'text' = 'ghost') => (
    <Button tone={tone} busy={busy === outcome} onClick={() => busy === null && void tell(outcome)}>
      {label}
    </Button>
  );

  return (
    <Sheet
      title={c.handoff.sent}
      onBack={postpone}
      stay
      actions={
        <>
          <ActionRow>
            {answer('sent', c.handoff.yes, 'main')}
            {answer('not_sent', c.handoff.no)}
          </ActionRow>
          <ActionRow>
            {answer('stop', c.handoff.stop)}
            {answer('wrong_number', c.handoff.wrong)}
          </ActionRow>
          <AskedOffer customerId={handoff.customerId} name={name} />
          <Button tone="text" wide onClick={postpone}>
            {c.handoff.later}
          </Button>
        </>
      }
    >
      <p className={styles.soft}>
        {run !== null && `${h.run.place(run.place, run.total)} · `}
        {handoff.customerName}
      </p>
      {text && (
        <figure className={styles.text}>
          <figcaption className={styles.soft}>{c.handoff.text}</figcaption>
          <blockquote>{text}</blockquote>
        </figure>
      )}
      <StillOpen handoff={handoff} />
      <p className={styles.fault} role="alert">
        {fault}
      </p>
    </Sheet>
  );
}

/** Shows "Não abriu?" while the link is valid. */
function StillOpen({ handoff }: { readonly handoff: Handoff }) {
  const c = useContactWords();
  const { link } = handoff;
  const now = useServerNow(serverClock, [link?.validUntil ?? null]) ?? serverNow();
  if (link === null || now >= link.validUntil) return null;
  return (
    <p className={styles.again}>
      {c.handoff.notOpened}{' '}
      <a href={link.url} rel="noreferrer" onClick={markAway}>
        {c.handoff.open}
      </a>
    </p>
  );
}

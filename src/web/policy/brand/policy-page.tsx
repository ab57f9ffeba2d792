/**
 * The page of a brand's quiet hours: a ring and a sentence, each zone's day, the figures and the history. The page is
 * read-only; support makes changes.
 */
import { useState } from 'react';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { TicketKind } from '#web/shell/api/tickets-api.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { lazyPart } from '#web/shell/lazy-screens.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { LockedPinsCard } from '#web/sign-in/locked-pins-card.tsx';
import { AskButtons } from '#web/support/brand/ask-buttons.tsx';
import { AskSheet } from '#web/support/brand/ask-sheet.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { LazyPart } from '#web/ui/layout/lazy-part.tsx';
import { hoursOf } from '#web/ui/ring/ring-hours.ts';
import { StateRing } from '#web/ui/ring/state-ring.tsx';
import type { Policy } from '#words/policy/policy-change.ts';
import { AccessLogCard } from './access-log-card.tsx';
import { DatesCard } from './dates-card.tsx';
import { FiguresCard } from './figures-card.tsx';
import { HistoryCard } from './history-card.tsx';
import styles from './policy-page.module.css';
import { SetupCard } from './setup-card.tsx';
import { StarterPage } from './starter-page.tsx';
import { ZonesCard } from './zones-card.tsx';

/** The largest ring that fits a phone of 360 px. */
const RING_PX = 256;

const PrivacyLogCard = lazyPart(
  async () => (await import('#web/customers/privacy/privacy-log-card.tsx')).PrivacyLogCard,
);

export function PolicyPage() {
  const b = useBrandWords();
  const { session, hours } = useShop();
  if (hours.reason === 'no_plan') return <StarterPage />;
  const policy = hours.active ? (hoursOf(hours.policy) as Policy | null) : null;
  return (
    <>
      <ScreenHead
        over={session.brand?.name}
        title={b.page.title}
        beside={<PersonMenu session={session} place="head" />}
      />
      <LockedPinsCard storeNames />
      <SetupCard />
      <div className={styles.columns}>
        <div className={styles.column}>
          <InForce hours={hours} />
          {hours.active && <ZonesCard hours={hours} />}
          {policy && policy.exceptions.length > 0 && <DatesCard dates={policy.exceptions} />}
        </div>
        <div className={styles.column}>
          <FiguresCard />
          <HistoryCard />
          {policy && <Rules policy={policy} />}
          <AccessLogCard />
          <LazyPart>
            <PrivacyLogCard />
          </LazyPart>
        </div>
      </div>
    </>
  );
}

function InForce({ hours }: { readonly hours: QuietHours }) {
  const b = useBrandWords();
  const { now, zone } = useShop();
  const [asking, setAsking] = useState<TicketKind | null>(null);
  // The special dates are left out of the sentence, because the card below shows them with their names.
  const [week = b.page.inactive] = (hours.sentence ?? b.page.inactive).split(/; (?:exceções|exceptions|excepciones): /);
  return (
    <>
      <Card>
        <div className={styles.inForce}>
          {hours.active && <StateRing policy={hours.policy} now={now} zone={zone} size={RING_PX} />}
          <div>
            <div className={styles.sentence}>
              {week.split('; ').map((part) => (
                <p key={part}>{part}</p>
              ))}
            </div>
            <p className={styles.soft}>
              <QuietState hours={hours} />
            </p>
            <Coming hours={hours} />
            <p className={styles.soft}>{b.readOnly}</p>
            <AskButtons onAsk={setAsking} />
          </div>
        </div>
      </Card>
      {asking && <AskSheet kind={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

/** Shows the hours that are published and take effect later. */
function Coming({ hours: { coming } }: { readonly hours: QuietHours }) {
  const b = useBrandWords();
  const say = useTimeText();
  if (coming === null) return null;
  const at = say.when(instantOf(coming.from));
  return (
    <p>
      {coming.paused ? `${b.comingPaused(at)}:` : <b>{b.coming(at)}:</b>} {coming.sentence}
    </p>
  );
}

function Rules({ policy }: { readonly policy: Policy }) {
  const b = useBrandWords();
  const { action, max, perMinutes } = policy.pace.seller;
  return (
    <Card>
      <h2>{b.whatHappens}</h2>
      <ul className={styles.rules}>
        <li>{b.suggestions}</li>
        <li>{b.profile[policy.actions.profile]}</li>
        <li>{b.reply[policy.actions.reply]}</li>
        <li>{b.clocks[policy.clocks]}</li>
        {action !== 'off' && <li>{b.pace[action](max, perMinutes)}</li>}
      </ul>
    </Card>
  );
}

function QuietState({ hours }: { readonly hours: QuietHours }) {
  const b = useBrandWords();
  const say = useTimeText();
  const until = instantOf(hours.suspendedUntil);
  if (hours.reason === 'suspended') return b.page.suspended(until === null ? null : say.when(until));
  return null;
}

/** The hours in force, as ring and sentence, what they mean in each zone now, and how they came to be. To be read, and asked about. */
import { useState } from 'react';
import type { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { TicketKind } from '#web/shell/api/tickets-api.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useSay, useShop } from '#web/shell/shop.tsx';
import { LooksCard } from '#web/support/brand/access-log-card.tsx';
import { AskButtons } from '#web/support/brand/ask-buttons.tsx';
import { AskSheet } from '#web/support/brand/ask-sheet.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { MoonIcon, SunIcon } from '#web/ui/icons/more-icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { hoursOf } from '#web/ui/ring/hours.ts';
import { StateRing } from '#web/ui/ring/state-ring.tsx';
import { inBrand } from '#words/core/brand.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import { DatesCard } from './dates-card.tsx';
import { HistoryCard } from './history-card.tsx';
import styles from './policy-page.module.css';
import { StarterPage } from './starter-page.tsx';

export function PolicyPage() {
  const b = useBrandWords();
  const { session, hours } = useShop();
  if (hours.reason === 'no_plan') return <StarterPage />;
  return (
    <>
      <ScreenHead
        over={session.brand?.name}
        title={b.page.title}
        beside={<PersonMenu session={session} place="head" />}
      />
      <InForce hours={hours} />
      {hours.active && <Rules policy={hoursOf(hours.policy) as Policy | null} />}
      <HistoryCard />
      <LooksCard />
    </>
  );
}

function InForce({ hours }: { readonly hours: QuietHours }) {
  const b = useBrandWords();
  const language = useLanguage();
  const { session, now, zone } = useShop();
  const [asking, setAsking] = useState<TicketKind | null>(null);
  // The dates have a card of their own, where there is room for their names.
  const [week = b.page.inactive] = (hours.sentence ?? b.page.inactive).split(/; (?:exceções|exceptions|excepciones): /);
  return (
    <>
      <Card>
        <div className={styles.hours}>
          {hours.active && <StateRing policy={hours.policy} now={now} zone={zone} size={168} />}
          <div>
            <div className={styles.sentence}>
              {week.split('; ').map((part) => (
                <p key={part}>{part}</p>
              ))}
            </div>
            <p className={styles.soft}>
              <Standing hours={hours} />
            </p>
            <p className={styles.soft}>{b.readOnly}</p>
            <AskButtons onAsk={setAsking} />
          </div>
        </div>
      </Card>
      {hours.active && hours.zones.length > 0 && (
        <Card>
          <h2>{session.brand ? b.page.zones(inBrand(language, session.brand)) : null}</h2>
          <ul className={styles.zones}>
            {hours.zones.map((each) => (
              <Zone key={each.zone} {...each} />
            ))}
          </ul>
        </Card>
      )}
      {asking && <AskSheet kind={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

function Rules({ policy }: { readonly policy: Policy | null }) {
  const b = useBrandWords();
  if (policy === null) return null;
  const { action, max, perMinutes } = policy.pace.seller;
  return (
    <>
      {policy.exceptions.length > 0 && <DatesCard dates={policy.exceptions} />}
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
    </>
  );
}

function Standing({ hours }: { readonly hours: QuietHours }) {
  const b = useBrandWords();
  const say = useSay();
  const until = instantOf(hours.suspendedUntil);
  if (hours.reason === 'suspended') return b.page.suspended(until === null ? null : say.when(until));
  return null;
}

function Zone({ zone, stores, quietNow, until, next }: QuietHours['zones'][number]) {
  const b = useBrandWords();
  const say = useSay();
  const { now } = useShop();
  const turns = instantOf(quietNow ? until : next);
  return (
    <li className={styles.zone}>
      <span className={styles.place}>
        <b>{cityOfZone(zone)}</b>
        <small>
          {b.page.stores(stores)} · {say.time(now, zone)}
          {turns !== null && ' · '}
          {turns !== null && (quietNow ? b.page.until(say.time(turns, zone)) : b.page.next(say.time(turns, zone)))}
        </small>
      </span>
      <Tag tone={quietNow ? 'quiet' : 'plain'} icon={quietNow ? <MoonIcon size={14} /> : <SunIcon size={14} />}>
        {quietNow ? b.page.now : b.page.openNow}
      </Tag>
    </li>
  );
}

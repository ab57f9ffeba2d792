/** The page of a brand whose plan lacks quiet hours: what they do, the brand's own evening contacts, and whom to talk to (A1). */

import { useState } from 'react';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { useFigure, useLead } from '#web/shell/brand/brand-reads.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { lazyPart } from '#web/shell/lazy-screens.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { LockedPinsCard } from '#web/sign-in/locked-pins-card.tsx';
import { TalkSheet } from '#web/support/brand/talk-sheet.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { LazyPart } from '#web/ui/layout/lazy-part.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { StateRing } from '#web/ui/ring/state-ring.tsx';
import { count } from '#words/core/format.ts';
import { AccessLogCard } from './access-log-card.tsx';
import styles from './policy-page.module.css';
import { SetupCard } from './setup-card.tsx';

const PrivacyLogCard = lazyPart(
  async () => (await import('#web/customers/privacy/privacy-log-card.tsx')).PrivacyLogCard,
);

export function StarterPage() {
  const b = useBrandWords();
  const language = useLanguage();
  const { session, now, zone } = useShop();
  const [talking, setTalking] = useState(false);
  const { data: figure } = useFigure();
  return (
    <>
      <ScreenHead
        over={session.brand?.name}
        title={b.starterTitle}
        beside={<PersonMenu session={session} place="head" />}
      />
      <LockedPinsCard storeNames />
      <SetupCard />
      <Card>
        <div className={styles.hours}>
          <StateRing policy={DEFAULT_POLICY} now={now} zone={zone} size={168} />
          <div>
            <p className={styles.large}>{b.starterLead}</p>
            <p>{b.starterPlan}</p>
            <Waiting />
            <div>
              <Button tone="main" onClick={() => setTalking(true)}>
                {b.talk}
              </Button>
            </div>
          </div>
        </div>
      </Card>
      {figure && figure.contacts !== null && figure.contacts > 0 && (
        <Band tone="hush" title={b.figure(count(language, figure.contacts), figure.contacts, figure.start, figure.end)}>
          <p>{b.starterWhy}</p>
        </Band>
      )}
      <Card>
        <h2>{b.whatHappens}</h2>
        <ul className={styles.rules}>
          {b.starterPoints.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Card>
      <AccessLogCard />
      <LazyPart>
        <PrivacyLogCard />
      </LazyPart>
      {talking && <TalkSheet onClose={() => setTalking(false)} />}
    </>
  );
}

/** Shows the state of the last lead that the brand left. */
function Waiting() {
  const b = useBrandWords();
  const say = useTimeText();
  const { data: lead } = useLead();
  if (!lead) return null;
  if (lead.doneAt !== null) return <p className={styles.soft}>{b.talkDone(say.when(Date.parse(lead.doneAt)))}</p>;
  return <p className={styles.soft}>{b.talkWaiting(say.when(Date.parse(lead.createdAt)))}</p>;
}

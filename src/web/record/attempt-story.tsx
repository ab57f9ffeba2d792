/** The story of one attempt: each decision with its reasons, and the outcome. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { UnansweredError } from '#web/shell/api/call.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { LockIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { phone, when } from '#words/core/format.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import styles from './attempts.module.css';
import {
  type AttemptsScope,
  type Explanation,
  forgetExplanation,
  type ShownExplanation,
  useExplanation,
} from './attempts-api.ts';
import { useAttemptsWords } from './attempts-words.ts';
import { DecisionCard } from './decision-card.tsx';
import { RevealSheet } from './reveal-sheet.tsx';
import { Unread } from './unread.tsx';

export interface AttemptStoryProps {
  readonly scope: AttemptsScope;
  readonly id: string;
  /** The link back, shown in the heading. */
  readonly back: ReactNode;
}

export function AttemptStory({ scope, id, back }: AttemptStoryProps) {
  const t = useAttemptsWords();
  const { data: told, error, again } = useExplanation(scope, id);
  const shownUntil = told?.shownUntil ?? null;
  useEndOfReveal(scope, id, shownUntil, again);

  if (told === undefined || isOver(shownUntil)) {
    if (error === null)
      return (
        <>
          <ScreenHead back={back} title={t.attempt} />
          <Skeleton label={t.loading} rows={4} />
        </>
      );
    if (error instanceof UnansweredError && error.refusal?.code === 'not_found')
      return <EmptyState title={t.gone} action={<ButtonLink href={scope.href}>{t.back}</ButtonLink>} />;
    return <Unread error={error} onAgain={() => void again()} />;
  }
  const data = told.explanation;
  const { attempt, decisions, after } = data;
  return (
    <>
      <ScreenHead back={back} over={t.attempt} title={attempt.customerName} />
      {scope.brandId !== null && <Masking scope={scope} told={told} />}
      <Facts explanation={data} now={scope.now} />
      {decisions.map((decision, index) => (
        <DecisionCard
          key={decision.id}
          decision={decision}
          place={{ number: index + 1, of: decisions.length }}
          zone={data.zone}
          now={scope.now}
        />
      ))}
      <LaterEvents after={after} scope={scope} zone={data.zone} />
    </>
  );
}

/** Forgets a revealed customer when the half hour is over, also without an answer of the server, and when the screen closes. */
function useEndOfReveal({ brandId }: AttemptsScope, id: string, until: number | null, again: () => Promise<void>) {
  useEffect(() => {
    if (until === null) return;
    const minute = setInterval(() => void again(), 60_000);
    const end = setTimeout(() => {
      forgetExplanation(brandId, id);
      void again();
    }, until - performance.now());
    return () => {
      clearInterval(minute);
      clearTimeout(end);
    };
  }, [until, again, brandId, id]);
  const isShown = useRef(false);
  useEffect(
    () => () => {
      if (isShown.current) forgetExplanation(brandId, id);
    },
    [brandId, id],
  );
  useEffect(() => {
    isShown.current = until !== null;
  }, [until]);
}

/** A page that was in the background may return later than its timers fired. */
function isOver(until: number | null): boolean {
  return until !== null && performance.now() >= until;
}

interface MaskingProps {
  readonly scope: AttemptsScope;
  readonly told: ShownExplanation;
}

function Masking({ scope, told }: MaskingProps) {
  const t = useAttemptsWords();
  const [asking, setAsking] = useState(false);
  const { attempt } = told.explanation;
  const left = (told.shownUntil ?? 0) - performance.now();
  return (
    <>
      {attempt.masked ? (
        <Band
          picture={<LockIcon />}
          title={t.masked}
          action={<Button onClick={() => setAsking(true)}>{t.reveal}</Button>}
        >
          {t.maskedMore}
        </Band>
      ) : (
        <Band tone="warn" picture={<LockIcon />} title={t.revealed(Math.ceil(left / 60_000))}>
          {t.revealedMore}
        </Band>
      )}
      {asking && <RevealSheet scope={scope} id={attempt.id} onClose={() => setAsking(false)} />}
    </>
  );
}

function Facts({ explanation, now }: { readonly explanation: Explanation; readonly now: number }) {
  const t = useAttemptsWords();
  const language = useLanguage();
  const { attempt, decisions, zone } = explanation;
  const last = decisions.at(-1);
  const comesBack = attempt.heldUntil && when(language, Date.parse(attempt.heldUntil), now, zone);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t.customer, attempt.customerName],
    [t.phone, attempt.customerPhone && (attempt.masked ? attempt.customerPhone : phone(attempt.customerPhone))],
    [t.seller, attempt.sellerName],
    [t.store, attempt.storeName],
    [t.when, `${when(language, Date.parse(attempt.createdAt), now, zone)} (${cityOfZone(zone)})`],
    [attempt.state === 'ready' ? t.readyUntil : t.comesBack, comesBack],
    [t.state, <Tag key="state">{t.states[attempt.state]}</Tag>],
  ];
  return (
    <Card>
      {last && <p className={styles.lead}>{last.sentence}</p>}
      <dl className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
        {!attempt.masked && (
          <div className={styles.whole}>
            <dt>{t.text}</dt>
            <dd className={styles.said}>{attempt.text ?? t.noText}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

interface LaterEventsProps {
  readonly after: Explanation['after'];
  readonly scope: AttemptsScope;
  readonly zone: string;
}

function LaterEvents({ after, scope, zone }: LaterEventsProps) {
  const t = useAttemptsWords();
  const language = useLanguage();
  return (
    <Card>
      <h2>{t.after}</h2>
      {after.length === 0 && <p className={styles.soft}>{t.nothingAfter}</p>}
      <ol className={styles.rows}>
        {after.map(({ at, sentence, attemptId }) => (
          <li key={`${at} ${sentence}`}>
            <span>
              {sentence}
              <small>{when(language, Date.parse(at), scope.now, zone)}</small>
            </span>
            {attemptId && <ButtonLink href={`${scope.href}/${attemptId}`}>{t.open}</ButtonLink>}
          </li>
        ))}
      </ol>
    </Card>
  );
}

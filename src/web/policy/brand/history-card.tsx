/** Lists each version and suspension of the hours: since when, by whom, why, and what changed. */
import { useState } from 'react';
import { type PolicyEvent, useHistory } from '#web/shell/brand/brand-reads.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { Unread } from '#web/shell/brand/unread.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { hoursOf } from '#web/ui/ring/ring-hours.ts';
import { type Policy, policyChanges } from '#words/policy/policy-change.ts';
import styles from './policy-page.module.css';

const SHOWN = 5;

export function HistoryCard() {
  const b = useBrandWords();
  const [all, setAll] = useState(false);
  const { data, error, again } = useHistory();
  if (data === undefined)
    return error === null ? (
      <Skeleton label={b.loading} rows={2} />
    ) : (
      <Unread error={error} onAgain={() => void again()} />
    );
  const shown = all ? data : data.slice(0, SHOWN);
  return (
    <Card>
      <h2>{b.history}</h2>
      {data.length === 0 && <p className={styles.soft}>{b.noHistory}</p>}
      <ol className={styles.zones}>
        {shown.map((event, index) => (
          <Event
            key={event.revision}
            event={event}
            before={data.slice(index + 1).find(({ kind }) => kind === 'publish')}
          />
        ))}
      </ol>
      {shown.length < data.length && <Button onClick={() => setAll(true)}>{b.more(data.length - shown.length)}</Button>}
    </Card>
  );
}

interface EventProps {
  readonly event: PolicyEvent;
  /** The version before this event. */
  readonly before: PolicyEvent | undefined;
}

function Event({ event, before }: EventProps) {
  const b = useBrandWords();
  const language = useLanguage();
  const say = useTimeText();
  const at = (instant: string) => say.when(Date.parse(instant));
  const [policy, old] = [policyOf(event.policy), policyOf(before?.policy)];
  const changes = policy === null || old === null ? [] : policyChanges(language, old, policy);
  return (
    <li className={styles.event}>
      <h3>
        {titleOf()} {event.inForce && <Tag tone="quiet">{b.nowTag}</Tag>}
        {event.coming && <Tag tone="warn">{b.comingTag}</Tag>}
      </h3>
      {event.sentence && <p>{event.sentence}</p>}
      {event.kind === 'publish' && event.effectiveAt && <p className={styles.soft}>{b.from(at(event.effectiveAt))}</p>}
      {event.kind === 'suspend' && (
        <p className={styles.soft}>{event.until === null ? b.openEnd : b.until(at(event.until))}</p>
      )}
      {event.reason && <p>“{event.reason}”</p>}
      <p className={styles.soft}>{b.by(event.author, at(event.at))}</p>
      {changes.length > 0 && (
        <details className={styles.changes}>
          <summary>{b.changes}</summary>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );

  function titleOf(): string {
    if (event.kind === 'publish') return b.published(event.version ?? 0);
    if (event.kind === 'resume') return b.resumed;
    return event.cause === 'plan' ? b.suspendedPlan : b.suspended;
  }
}

function policyOf(policy: unknown): Policy | null {
  return hoursOf(policy) as Policy | null;
}

/** Lists what was published, suspended and resumed: by whom, when, and why. The entries never change. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { policyOf } from '#web/policy/form/draft-policy.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Brand, HistoryItem } from '#web/shell/support/brands-api.ts';
import { PlayIcon } from '#web/shell/support/support-icons.tsx';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { PauseIcon } from '#web/ui/icons/icons.tsx';
import { CheckIcon, MoonIcon } from '#web/ui/icons/more-icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { when } from '#words/core/format.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import { policyChanges } from '#words/policy/policy-change.ts';
import styles from './history-card.module.css';

/** Older entries are shown after one press. */
const SHOWN = 6;

interface Props {
  readonly brand: Brand;
  readonly history: readonly HistoryItem[];
  readonly now: Instant;
  /** Copies the hours of a version into the form; absent where nothing can be set. */
  readonly onRollBack?: ((version: number, policy: Policy) => void) | undefined;
}

export function HistoryCard({ brand, history, now, onRollBack }: Props) {
  const t = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? history : history.slice(0, SHOWN);
  return (
    <Card>
      <h2>{t.history}</h2>
      {history.length === 0 ? (
        <p className={styles.soft}>{t.noHistory}</p>
      ) : (
        <ol className={styles.list}>
          {shown.map((item) => (
            <Event
              key={item.revision}
              item={item}
              before={history.slice(history.indexOf(item) + 1).find(({ kind }) => kind === 'publish')}
              zone={brand.zone}
              now={now}
              onRollBack={item === history.find(({ kind }) => kind === 'publish') ? undefined : onRollBack}
            />
          ))}
        </ol>
      )}
      {shown.length < history.length && (
        <Button onClick={() => setAll(true)}>{t.moreHistory(history.length - shown.length)}</Button>
      )}
    </Card>
  );
}

interface EventProps extends Pick<Props, 'now' | 'onRollBack'> {
  readonly item: HistoryItem;
  /** The version before this entry. */
  readonly before: HistoryItem | undefined;
  readonly zone: string;
}

function Event({ item, before, zone, now, onRollBack }: EventProps) {
  const t = useWords();
  const c = useConfigureWords();
  const language = useLanguage();
  const policy = policyOf(item.policy);
  const old = policyOf(before?.policy);
  const changes = policy === null || old === null ? [] : policyChanges(language, old, policy);
  const at = (instant: string) => when(language, Date.parse(instant), now, zone);
  return (
    <li className={styles.event} data-kind={item.kind}>
      <span className={styles.mark}>{MARKS[item.kind]}</span>
      <div className={styles.text}>
        <h3 className={styles.title}>
          {titleOf()}
          {item.inForce && (
            <Tag tone="quiet" icon={<CheckIcon size={13} />}>
              {t.nowTag}
            </Tag>
          )}
          {item.coming && <Tag tone="warn">{t.comingTag}</Tag>}
        </h3>
        {item.sentence && <p>{item.sentence}</p>}
        {item.kind === 'publish' && item.effectiveAt && (
          <p className={styles.soft}>{t.historyFrom(at(item.effectiveAt))}</p>
        )}
        {item.kind === 'suspend' && (
          <p className={styles.soft}>{item.until === null ? t.historyOpenEnd : t.historyUntil(at(item.until))}</p>
        )}
        {item.reason && <p className={styles.reason}>“{item.reason}”</p>}
        <p className={styles.soft}>{t.historyBy(item.author, at(item.at))}</p>
        {changes.length > 0 && (
          <details className={styles.changes}>
            <summary>{c.changes}</summary>
            <ul>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </details>
        )}
        {onRollBack && policy !== null && item.version !== null && (
          <Button tone="text" onClick={() => onRollBack(item.version ?? 0, policy)}>
            {c.rollBack}
          </Button>
        )}
      </div>
    </li>
  );

  function titleOf(): string {
    if (item.kind === 'publish') return t.historyPublished(item.version ?? 0);
    if (item.kind === 'resume') return t.historyResumed;
    return item.cause === 'plan' ? t.historySuspendedPlan : t.historySuspended;
  }
}

const MARKS = {
  publish: <MoonIcon size={16} />,
  suspend: <PauseIcon size={16} />,
  resume: <PlayIcon size={16} />,
} as const;

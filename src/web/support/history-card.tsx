/** What was published, suspended and resumed: by whom, when, and why. Nothing of it ever changes. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useLanguage } from '#web/settings/language.ts';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/chip.tsx';
import { Card } from '#web/ui/frame.tsx';
import { CheckIcon, MoonIcon, PauseIcon } from '#web/ui/icons.tsx';
import { when } from '#words/format.ts';
import type { Brand, HistoryItem } from './brands-api.ts';
import styles from './history-card.module.css';
import { PlayIcon } from './support-icons.tsx';
import { useWords } from './support-words.ts';

/** Older ones stand one press away. */
const SHOWN = 6;

interface Props {
  readonly brand: Brand;
  readonly history: readonly HistoryItem[];
  readonly now: Instant;
}

export function HistoryCard({ brand, history, now }: Props) {
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
            <Event key={item.revision} item={item} zone={brand.zone} now={now} />
          ))}
        </ol>
      )}
      {shown.length < history.length && (
        <Button onClick={() => setAll(true)}>{t.moreHistory(history.length - shown.length)}</Button>
      )}
    </Card>
  );
}

function Event({ item, zone, now }: { readonly item: HistoryItem; readonly zone: string; readonly now: Instant }) {
  const t = useWords();
  const language = useLanguage();
  const at = (instant: string) => when(language, Date.parse(instant), now, zone);
  const coming = item.kind === 'publish' && item.effectiveAt !== null && Date.parse(item.effectiveAt) > now;
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
          {coming && <Tag tone="warn">{t.comingTag}</Tag>}
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

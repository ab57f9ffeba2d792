/** Shows what is in force, what comes, and what a publication changes, as sentences one below the other. */

import type { Instant } from '#rules/time/interval.ts';
import { windowArc } from '#rules/time/ring.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { simpleTimes } from '#web/ui/ring/ring-hours.ts';
import { when } from '#words/core/format.ts';
import { lengthText } from '#words/core/length-text.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import { type Hours, policySentence } from '#words/policy/sentence.ts';
import styles from './change-text.module.css';
import { type PublishedHours, publicationChange } from './published-hours.ts';

export interface ChangeTextProps {
  readonly published: PublishedHours;
  /** Null while a field has a fault. */
  readonly after: Policy | null;
  readonly now: Instant;
  readonly zone: string;
}

export function ChangeText({ published, after, now, zone }: ChangeTextProps) {
  const t = useWords();
  const language = useLanguage();
  const { current, coming, newest, suspended } = published;
  const next = after === null ? null : policySentence(language, after);
  const isSame = newest !== null && next === policySentence(language, newest);
  const isFirst = current === null && coming === null;

  return (
    <dl className={styles.change} data-coming={coming !== null || undefined} aria-live="polite">
      {(current !== null || (isFirst && !isSame)) && (
        <div className={styles.line} data-new={(isSame && coming === null) || undefined}>
          <dt>{suspended ? t.beforeSuspended : isSame || coming !== null ? t.inForce : t.before}</dt>
          <dd>
            {current === null ? t.firstEver : policySentence(language, current)}
            {isSame && coming === null && <small>{sameNote()}</small>}
          </dd>
        </div>
      )}
      {coming !== null && (
        <div className={styles.line} data-new={isSame || undefined}>
          <dt>{(coming.paused ? t.comingPaused : t.coming)(when(language, Date.parse(coming.from), now, zone))}</dt>
          <dd>
            {coming.sentence}
            {isSame && <small>{sameNote()}</small>}
          </dd>
        </div>
      )}
      {!isSame && (
        <div className={styles.line} data-new>
          <dt>{t.after}</dt>
          <dd>
            {next ?? '…'}
            {suspended && <small>{t.staysSuspended}</small>}
            {coming !== null && <small>{t.replacesComing}</small>}
            {coming === null && <Difference before={newest} after={after} />}
          </dd>
        </div>
      )}
    </dl>
  );

  /** Returns the note for hours that stay as published, whatever else in the policy changes. */
  function sameNote(): string {
    if (publicationChange(after, published) === 'policy') return t.sameHours;
    if (coming !== null) return t.asPublished;
    return suspended ? t.asSuspended : t.asNow;
  }
}

interface DifferenceProps {
  readonly before: Hours | null;
  readonly after: Hours | null;
}

function Difference({ before, after }: DifferenceProps) {
  const t = useWords();
  const [old, next] = [before, after].map((hours) => (hours === null ? null : dailyMinutes(hours)));
  if (old == null || next == null || old === next) return null;
  return <small>{next > old ? t.longer(lengthText(next - old)) : t.shorter(lengthText(old - next))}</small>;
}

function dailyMinutes(hours: Hours): number | null {
  const times = simpleTimes(hours);
  if (times === null) return null;
  const { start, end } = windowArc(times);
  return end - start;
}

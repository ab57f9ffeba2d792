/** What a publication changes, old and new as sentences side by side, before anybody decides. */
import { windowArc } from '#rules/time/ring.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { simpleTimes } from '#web/ui/ring/hours.ts';
import { lengthText } from '#words/core/length-text.ts';
import { type Hours, policySentence } from '#words/policy/sentence.ts';
import styles from './change-text.module.css';

export interface ChangeTextProps {
  /** The newest published hours: in force, coming or suspended; null before the first publication. */
  readonly before: Hours | null;
  /** Null while what is typed is unclear. */
  readonly after: Hours | null;
  /** The newest hours are published and paused. */
  readonly suspended: boolean;
}

export function ChangeText({ before, after, suspended }: ChangeTextProps) {
  const t = useWords();
  const language = useLanguage();
  const old = before === null ? t.firstEver : policySentence(language, before);
  const next = after === null ? null : policySentence(language, after);
  const same = next === old;

  return (
    <dl className={styles.change} aria-live="polite">
      {!same && (
        <div className={styles.line}>
          <dt>{suspended ? t.beforeSuspended : t.before}</dt>
          <dd>{old}</dd>
        </div>
      )}
      <div className={styles.line} data-new>
        <dt>{same ? (suspended ? t.beforeSuspended : t.inForce) : t.after}</dt>
        <dd>
          {next ?? '…'}
          {same && <small>{suspended ? t.asSuspended : t.asNow}</small>}
          {suspended && !same && <small>{t.staysSuspended}</small>}
          {!same && <Difference before={before} after={after} />}
        </dd>
      </div>
    </dl>
  );
}

function Difference({ before, after }: Pick<ChangeTextProps, 'before' | 'after'>) {
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

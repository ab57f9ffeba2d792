/** Lists the special dates of a policy, one per line, the nearest first. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { fromTo, shortDate } from '#words/core/format.ts';
import type { Hours } from '#words/policy/sentence.ts';
import styles from './dates-list.module.css';

export interface DatesListProps {
  readonly exceptions: Hours['exceptions'];
  /** How many dates are listed; of the rest only the number is shown. */
  readonly most: number;
}

export function DatesList({ exceptions, most }: DatesListProps) {
  const t = useWords();
  const language = useLanguage();
  const rest = exceptions.length - most;
  return (
    <ul className={styles.dates}>
      {exceptions.slice(0, most).map(({ date, label, windows }) => (
        <li key={date}>
          <b>{shortDate(language, date, true)}</b>
          {label && ` ${label}`}
          <span className={styles.times}>
            {windows.length === 0
              ? t.nothingStarts
              : windows
                  .map(({ start, end }) => (isWholeDay(start, end) ? t.allDay : fromTo(language, start, end)))
                  .join(', ')}
          </span>
        </li>
      ))}
      {rest > 0 && <li className={styles.times}>{t.moreDates(rest)}</li>}
    </ul>
  );
}

function isWholeDay(start: string, end: string): boolean {
  return start === '00:00' && end === '24:00';
}

/** The bars as a table: each hour's contacts, its even share, and whether the hour was quiet or open. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { count } from '#words/core/format.ts';
import styles from './day.module.css';
import { type DayWords, useDayWords } from './day-words.ts';
import type { Day } from './use-day.ts';

export function HourTable({ day }: { readonly day: Day }) {
  const t = useDayWords();
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t.chart}</caption>
      <thead>
        <tr>
          <th scope="col">{t.hour}</th>
          <th scope="col" className={styles.number}>
            {t.contactsHead}
          </th>
          <th scope="col" className={styles.number}>
            {t.evenHead}
          </th>
          <th scope="col">{t.hoursHead}</th>
        </tr>
      </thead>
      <tbody>
        {day.hours.map((contacts, hour) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is identified by its position in the day.
          <tr key={hour}>
            <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
            <td className={styles.number} data-none={contacts === 0 || undefined}>
              {count(language, contacts)}
            </td>
            <td className={styles.number}>{count(language, Math.round((day.even[hour] ?? 0) * 10) / 10)}</td>
            <td>{t.states[stateOf(day.quiet[hour] ?? 0, day.open[hour] ?? 0)]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function stateOf(quiet: number, open: number): keyof DayWords['states'] {
  if (quiet >= 1) return 'quiet';
  if (quiet > 0) return 'partlyQuiet';
  if (open >= 1) return 'open';
  return open > 0 ? 'partlyOpen' : 'closed';
}

/** Lists the coming special dates of the hours in force, the nearest first; past dates are in the history. */

import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { fromTo, shortDate } from '#words/core/format.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import styles from './policy-page.module.css';

export function DatesCard({ dates }: { readonly dates: Policy['exceptions'] }) {
  const b = useBrandWords();
  const language = useLanguage();
  const { today } = useTimeText();
  const coming = dates.filter(({ date }) => date >= today);
  if (coming.length === 0) return null;
  const textOf = ({ windows }: Policy['exceptions'][number]) =>
    windows
      .map(({ start, end }) => (start === '00:00' && end === '24:00' ? b.allDay : fromTo(language, start, end)))
      .join(', ') || b.nothing;
  return (
    <Card>
      <h2>{b.dates}</h2>
      <ul className={styles.zones}>
        {coming.map((date) => (
          <li key={date.date} className={styles.zone}>
            <span className={styles.place}>
              <b>
                {shortDate(language, date.date, true)} {date.label}
              </b>
              <small>{textOf(date)}</small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The contacts of each hour and weekday as a table whose cells are the darker the more contacts there were. */
import type { CSSProperties } from 'react';
import type { Panorama } from '#contract/reports/panorama.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Card } from '#web/ui/layout/frame.tsx';
import { compactCount } from '#words/core/compact-count.ts';
import styles from './panorama.module.css';
import { usePanoramaWords } from './panorama-words.ts';

export function WeekCard({ panorama: { week } }: { readonly panorama: Panorama }) {
  const t = usePanoramaWords();
  const language = useLanguage();
  const most = Math.max(1, ...week.flat());
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => week.some((day) => (day[hour] ?? 0) > 0));
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined) return null;
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <Card>
      <h2 id="week">{t.week}</h2>
      <p className={styles.soft}>{t.weekMore}</p>
      <table className={styles.heat} aria-labelledby="week">
        <thead>
          <tr>
            <th scope="col">{t.hour}</th>
            {t.weekdays.map((day, index) => (
              <th key={day} scope="col" abbr={t.fullWeekdays[index]}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour}>
              <th scope="row">{`${hour}h`}</th>
              {week.map((day, index) => {
                const contacts = day[hour] ?? 0;
                return (
                  <td
                    key={t.weekdays[index]}
                    style={{ '--share': contacts / most } as CSSProperties}
                    data-none={contacts === 0 || undefined}
                  >
                    {compactCount(language, contacts)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

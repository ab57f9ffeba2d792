/** The messages that wait for a store's next opening, from the rehearsal: those of each person beside what fits into the day. */
import type { Rehearsal } from '#contract/holds/rehearsal.ts';
import panoramaStyles from '#web/reports/panorama/panorama.module.css';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { day } from '#words/core/format.ts';
import { useSpreadWords } from './spread-words.ts';

export function NextDayCard({ storeId }: { readonly storeId: string }) {
  const t = useSpreadWords();
  const language = useLanguage();
  const { today } = useTimeText();
  const { data, error, again } = useRead<Rehearsal>(
    `${keys.holds}/${language}/next-day/${storeId}/${today}`,
    (signal) => ask(`/rehearsal?storeId=${storeId}`, signal),
  );
  if (data === undefined)
    return <Card>{error ? <Unread error={error} onRetry={again} /> : <Skeleton label={t.loading} rows={3} />}</Card>;
  const busy = data.sellers.filter(({ count }) => count > 0);
  return (
    <Card>
      <h2 id="next-day">{t.next(day(language, data.date, today))}</h2>
      <p className={panoramaStyles.soft}>{t.nextMore}</p>
      {busy.length === 0 ? (
        <p>{t.nextNone}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys (WCAG 2.1.1).
        <section className={panoramaStyles.wide} aria-labelledby="next-day" tabIndex={0}>
          <table className={panoramaStyles.table} aria-labelledby="next-day">
            <thead>
              <tr>
                <th scope="col">{t.person}</th>
                <th scope="col" className={panoramaStyles.cell}>
                  {t.held}
                </th>
                <th scope="col" className={panoramaStyles.cell}>
                  {t.capacity}
                </th>
              </tr>
            </thead>
            <tbody>
              {busy.map(({ id, name, count, capacity, isAway }) => (
                <tr key={id}>
                  <th scope="row">
                    {name}
                    {(isAway || count > capacity) && (
                      <small className={panoramaStyles.soft}>{` · ${isAway ? t.away : t.tooMany}`}</small>
                    )}
                  </th>
                  <td className={panoramaStyles.cell}>{count}</td>
                  <td className={panoramaStyles.cell}>{capacity}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}

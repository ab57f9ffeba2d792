/** The days of a campaign: how many were met and suggested, and who was left out and why. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { Card } from '#web/ui/layout/frame.tsx';
import { shortDate } from '#words/core/format.ts';
import styles from './campaigns.module.css';
import type { Campaign } from './campaigns-api.ts';
import { useCampaignsWords, whyLeftOut } from './campaigns-words.ts';

export function DaysCard({ days }: Pick<Campaign, 'days'>) {
  const t = useCampaignsWords();
  const language = useLanguage();
  return (
    <Card>
      <h2>{t.days}</h2>
      {days.length === 0 ? (
        <p className={styles.soft}>{t.noDays}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys (WCAG 2.1.1).
        <section className={styles.scroll} tabIndex={0} aria-label={t.days}>
          <table className={styles.days}>
            <thead>
              <tr>
                <th scope="col">{t.dayColumns.date}</th>
                <th scope="col">{t.dayColumns.matched}</th>
                <th scope="col">{t.dayColumns.suggested}</th>
                <th scope="col">{t.dayColumns.left}</th>
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day.date}>
                  <th scope="row">{shortDate(language, day.date)}</th>
                  <td>{day.matched}</td>
                  <td>{day.suggested}</td>
                  <td>
                    <LeftOutLines day={day} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Card>
  );
}

function LeftOutLines({ day }: { readonly day: Campaign['days'][number] }) {
  const t = useCampaignsWords();
  const { matched, suggested, leftOut, withoutSeller } = day;
  // The customers for whom the day's quotas were full wait for another morning.
  const waiting = matched - suggested - withoutSeller - leftOut.reduce((sum, { count }) => sum + count, 0);
  if (matched <= suggested) return t.nobodyLeftOut;
  return (
    <ul className={styles.lines}>
      {leftOut.map(({ reason, count }) => (
        <li key={reason}>{t.leftOut(whyLeftOut(t, reason), count)}</li>
      ))}
      {waiting > 0 && <li>{t.leftOut(whyLeftOut(t, 'quota'), waiting)}</li>}
      {withoutSeller > 0 && <li>{t.withoutSeller(withoutSeller)}</li>}
    </ul>
  );
}

/** Contacts by hour against the even spread, and with the table the rates of stops and wrong numbers. */
import { useId, useState } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { HourBars } from '#web/ui/charts/hour-bars.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Link } from '#web/ui/layout/address.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { count } from '#words/core/format.ts';
import { listAddress, type PanoramaCardProps } from './figures-card.tsx';
import styles from './panorama.module.css';
import { usePanoramaWords } from './panorama-words.ts';

export function HoursCard(props: PanoramaCardProps) {
  const t = usePanoramaWords();
  const language = useLanguage();
  const [table, setTable] = useState(false);
  const titleId = useId();
  const { hours, zone } = props.panorama;
  return (
    <Card>
      <h2 id={titleId}>{t.byHour}</h2>
      <figure className={styles.chart} aria-labelledby={titleId}>
        {zone === null && <figcaption className={styles.soft}>{t.each}</figcaption>}
        <HourBars
          language={language}
          hours={hours.map(({ sent, quiet, outsideHours }) => ({ all: sent, marked: outsideHours, shaded: quiet }))}
          even={hours.map(({ even }) => even)}
        />
        <ul className={styles.legend}>
          <li data-kind="contacts">{t.evenLegend.contacts}</li>
          <li data-kind="outside">{t.outsideHead}</li>
          {hours.some(({ quiet }) => quiet > 0) && <li data-kind="quiet">{t.evenLegend.quiet}</li>}
          <li data-kind="even">{t.evenLegend.even}</li>
        </ul>
      </figure>
      <p className={styles.soft}>{t.unknowable}</p>
      <div>
        <Button aria-expanded={table} onClick={() => setTable(!table)}>
          {table ? t.tableHide : t.table}
        </Button>
      </div>
      {table && <HourTable {...props} />}
    </Card>
  );
}

/** Under so many contacts in an hour a rate per thousand says nothing. */
const LEAST_CONTACTS = 100;

function HourTable({ panorama: { hours }, filter }: PanoramaCardProps) {
  const t = usePanoramaWords();
  const language = useLanguage();
  const perThousand = (part: number, sent: number) => {
    if (sent < LEAST_CONTACTS) return part === 0 ? '' : t.few;
    return count(language, Math.round((part * 10_000) / sent) / 10);
  };
  return (
    <>
      <div className={styles.wide}>
        <table className={styles.table}>
          <caption className={styles.caption}>{t.byHour}</caption>
          <thead>
            <tr>
              <th scope="col">{t.hour}</th>
              {[t.sentHead, t.evenHead, t.outsideHead, t.stopsHead, t.wrongHead].map((head) => (
                <th key={head} scope="col" className={styles.cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {hours.map(({ sent, even, outsideHours, stopped, wrongNumber }, hour) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an hour is identified by its position in the day.
              <tr key={hour}>
                <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
                <td className={styles.cell} data-none={sent === 0 || undefined}>
                  {sent === 0 ? (
                    0
                  ) : (
                    <Link href={listAddress(filter, 'sent', { hour: String(hour) })}>
                      {count(language, sent)}
                      <VisuallyHidden>{`${t.events.sent} ${t.atHour(hour)}${t.open}`}</VisuallyHidden>
                    </Link>
                  )}
                </td>
                <td className={styles.cell}>{count(language, Math.round(even * 10) / 10)}</td>
                <td className={styles.cell}>{count(language, outsideHours)}</td>
                <td className={styles.cell}>{perThousand(stopped, sent)}</td>
                <td className={styles.cell}>{perThousand(wrongNumber, sent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.soft}>{t.ratesMore}</p>
    </>
  );
}

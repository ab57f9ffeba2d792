/** Shows the days of a rehearsal as bars, the hours of a chosen day with the quiet hours shaded, and the table with all numbers. */
import { type CSSProperties, useId, useState } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { HourBars } from '#web/ui/charts/hour-bars.tsx';
import { compactCount } from '#words/core/compact-count.ts';
import { shortDate } from '#words/core/format.ts';
import styles from './rehearsal.module.css';
import { useRehearsalWords } from './rehearsal-words.ts';
import type { Rehearsal } from './use-rehearsal.ts';

type Day = Rehearsal['days'][number];

export function DaysChart({ days }: Pick<Rehearsal, 'days'>) {
  const t = useRehearsalWords();
  const captionId = useId();
  const busiest = days.reduce<Day | undefined>((most, day) => (day.sent > (most?.sent ?? 0) ? day : most), undefined);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = days.find(({ date }) => date === chosen) ?? busiest;
  return (
    <>
      <figure className={styles.figure} aria-labelledby={captionId}>
        <figcaption id={captionId} className={styles.soft}>
          {t.chart}
        </figcaption>
        <DayBars days={days} chosen={shown?.date ?? null} onChoose={setChosen} />
      </figure>
      {shown !== undefined && <DayHours day={shown} />}
      <DayTable days={days} />
    </>
  );
}

interface DayBarsProps {
  readonly days: readonly Day[];
  readonly chosen: string | null;
  readonly onChoose: (date: string) => void;
}

/** Each bar is a button, so that the days are reached by keys and read aloud with their numbers. */
function DayBars({ days, chosen, onChoose }: DayBarsProps) {
  const t = useRehearsalWords();
  const language = useLanguage();
  const most = Math.max(1, ...days.map(({ sent }) => sent));
  return (
    <fieldset className={styles.days} aria-label={t.days}>
      {days.map(({ date, sent, suggested, held }) => (
        <button
          key={date}
          type="button"
          className={styles.day}
          aria-pressed={date === chosen}
          aria-label={t.day(shortDate(language, date), sent, suggested, held)}
          style={{ '--part': sent / most } as CSSProperties}
          onClick={() => onChoose(date)}
        >
          <span className={styles.count}>{sent > 0 ? compactCount(language, sent) : ''}</span>
          <span className={styles.bar} />
          <span className={styles.date}>{date.slice(8)}</span>
        </button>
      ))}
    </fieldset>
  );
}

function DayHours({ day: { date, hours, quietByHour } }: { readonly day: Day }) {
  const t = useRehearsalWords();
  const language = useLanguage();
  const captionId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={captionId}>
      <figcaption id={captionId} className={styles.soft} aria-live="polite">
        {t.hours(shortDate(language, date))}
      </figcaption>
      <HourBars
        language={language}
        hours={hours.map((all, hour) => ({ all, marked: 0, shaded: quietByHour[hour] ?? 0 }))}
        even={null}
      />
      <ul className={styles.legend}>
        <li data-kind="sent">{t.legend.sent}</li>
        {quietByHour.some((share) => share > 0) && <li data-kind="quiet">{t.legend.quiet}</li>}
      </ul>
      <details>
        <summary>{t.hourTable}</summary>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.hourHead.hour}</th>
              <th scope="col">{t.hourHead.sent}</th>
            </tr>
          </thead>
          <tbody>
            {hours.map((sent, hour) =>
              sent === 0 ? null : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour is identified by its position in the day.
                <tr key={hour}>
                  <th scope="row">{`${hour}h`}</th>
                  <td>{sent}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function DayTable({ days }: Pick<Rehearsal, 'days'>) {
  const t = useRehearsalWords();
  const language = useLanguage();
  const columns = ['suggested', 'held', 'ready', 'sent'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys (WCAG 2.1.1).
    <section className={styles.scroll} tabIndex={0} aria-label={t.table}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.head.date}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t.head[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{shortDate(language, day.date)}</th>
              {columns.map((name) => (
                <td key={name}>{day[name]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

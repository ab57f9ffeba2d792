/** Shows one day: its figures in a sentence, its bars against the even spread, and all numbers in a table after one tap. */
import { type ReactNode, useId, useState } from 'react';
import { hasQuietHours, instantOf } from '#web/shell/quiet/silence.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { HourBars } from '#web/ui/charts/hour-bars.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { dayStretches } from '#words/core/day-stretches.ts';
import { joinList } from '#words/core/format.ts';
import styles from './day.module.css';
import { useDayWords } from './day-words.ts';
import { HourTable } from './hour-table.tsx';
import type { Day, Share } from './use-day.ts';

export interface DayCardProps {
  readonly day: Day;
  readonly isToday: boolean;
  /** A sentence after the figures. */
  readonly more: ReactNode;
}

export function DayCard({ day, isToday, more }: DayCardProps) {
  const t = useDayWords();
  const language = useLanguage();
  const [table, setTable] = useState(false);
  const captionId = useId();
  const fullest = Math.max(...day.hours);
  return (
    <Card>
      <p className={styles.figures}>
        <b data-none={day.contacts === 0 || undefined}>{t.contacts(day.contacts, isToday)}</b>
        <OtherOutcomes share={day} isContinued />
      </p>
      <figure className={styles.figure} aria-labelledby={captionId}>
        <figcaption id={captionId} className={styles.soft}>
          {day.contacts === 0 && t.none} {fullest > 1 && t.fullest(day.hours.indexOf(fullest), fullest)}{' '}
          <Quiet day={day} />
        </figcaption>
        <HourBars
          language={language}
          small={day.contacts === 0}
          hours={day.hours.map((all, hour) => ({ all, marked: 0, shaded: day.quiet[hour] ?? 0 }))}
          even={day.even}
        />
        <ul className={styles.legend}>
          <li data-kind="contacts">{t.legend.contacts}</li>
          {day.quiet.some((share) => share > 0) && <li data-kind="quiet">{t.legend.quiet}</li>}
          {day.contacts > 0 && <li data-kind="even">{t.legend.even}</li>}
        </ul>
      </figure>
      {day.contacts > 0 && <p className={styles.soft}>{t.hint}</p>}
      <p className={styles.soft}>{more}</p>
      <div>
        <Button aria-expanded={table} onClick={() => setTable(!table)}>
          {table ? t.tableHide : t.table}
        </Button>
      </div>
      {table && <HourTable day={day} />}
    </Card>
  );
}

export interface OtherOutcomesProps {
  readonly share: Pick<Share, 'putOff' | 'afterWarning' | 'waiting'>;
  /** Whether other text comes before this one on the line. */
  readonly isContinued?: boolean;
}

/**
 * Shows what was not simply sent. It says that there was none only where the brand has quiet hours, and mentions
 * waiting contacts only where there are any.
 */
export function OtherOutcomes({ share: { putOff, afterWarning, waiting }, isContinued = false }: OtherOutcomesProps) {
  const t = useDayWords();
  const tellsNone = hasQuietHours(useShop().hours);
  const parts = [
    { n: putOff, text: t.putOff(putOff), always: tellsNone },
    { n: afterWarning, text: t.afterWarning(afterWarning), always: tellsNone },
    { n: waiting, text: t.waiting(waiting), always: false },
  ].filter(({ n, always }) => n > 0 || always);
  return parts.map(({ n, text }, i) => (
    <span key={text}>
      {(isContinued || i > 0) && ' · '}
      <span className={styles.piece} data-none={n === 0 || undefined}>
        {text}
      </span>
    </span>
  ));
}

function Quiet({ day }: { readonly day: Day }) {
  const t = useDayWords();
  const say = useTimeText();
  const language = useLanguage();
  const { hours } = useShop();
  const { zone } = day;
  if (zone === null) return t.ownClocks;
  if (day.quietStretches.length === 0) return hasQuietHours(hours) && t.noQuiet;
  const stretches = day.quietStretches.map(({ start, end }) => ({
    start: say.time(instantOf(start), zone),
    end: say.time(instantOf(end), zone),
  }));
  return t.quietOf(joinList(language, dayStretches(language, stretches)));
}

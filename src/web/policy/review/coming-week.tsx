/**
 * Shows the coming seven days on each clock as strips: each strip has as many hours as the day really has, and clock
 * changes are marked.
 */
import { useState } from 'react';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Choices } from '#web/ui/forms/chip.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { HourMarks } from '#web/ui/ring/hour-marks.tsx';
import { QuietStrip } from '#web/ui/ring/quiet-strip.tsx';
import { shortDate, timeOn, weekday } from '#words/core/format.ts';
import { lengthText } from '#words/core/length-text.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import styles from './coming-week.module.css';
import type { ZoneWeek } from './preview-api.ts';

type Day = ZoneWeek['days'][number];

export function ComingWeek({ week }: { readonly week: readonly ZoneWeek[] }) {
  const t = useConfigureWords();
  const s = useWords();
  const [zone, setZone] = useState<string | null>(null);
  const shown = week.find((each) => each.zone === zone) ?? week[0];
  if (shown === undefined) return null;
  return (
    <>
      {week.length > 1 && (
        <Choices
          hideLegend
          legend={t.zoneChoice}
          value={shown.zone}
          onChange={setZone}
          choices={week.map((each) => ({ value: each.zone, label: cityOfZone(each.zone) }))}
        />
      )}
      <p className={styles.soft}>{t.weekOf(cityOfZone(shown.zone), s.stores(shown.stores))}</p>
      <ul className={styles.days}>
        {shown.days.map((day) => (
          <ComingDay key={day.date} day={day} zone={shown.zone} />
        ))}
      </ul>
      <div className={styles.day} aria-hidden="true">
        <span />
        <HourMarks />
      </div>
    </>
  );
}

function ComingDay({ day, zone }: { readonly day: Day; readonly zone: string }) {
  const t = useConfigureWords();
  const language = useLanguage();
  const [from, until] = [Date.parse(day.from), Date.parse(day.until)];
  const share = (at: number) => `${((at - from) / (until - from)) * 100}%`;
  const spans = day.quiet.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
  const quietTexts = spans.map(({ start, end }) =>
    t.quietFrom(timeOn(start, zone), end === until ? '24:00' : timeOn(end, zone)),
  );
  const change = day.clockChange;
  return (
    <li className={styles.day}>
      <span className={styles.name}>
        {weekday(language, day.date)} <small>{shortDate(language, day.date)}</small>
        <VisuallyHidden>{`: ${quietTexts.join(', ') || t.openDay}`}</VisuallyHidden>
      </span>
      <QuietStrip from={from} to={until} quiet={spans}>
        {change && <span className={styles.change} style={{ left: share(Date.parse(change.at)) }} />}
      </QuietStrip>
      {change && (
        <span className={styles.said}>
          {timeOn(Date.parse(change.at), zone)}:{' '}
          {change.minutes > 0 ? t.clockForward(lengthText(change.minutes)) : t.clockBack(lengthText(-change.minutes))}
        </span>
      )}
    </li>
  );
}

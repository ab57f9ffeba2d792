/** Draws a week of hours that differ by day: seven strips of 24 hours on the wall clock. */

import type { Language } from '#contract/core/common.ts';
import { DAY_MINUTES, weekStrips } from '#rules/time/ring.ts';
import { weekday } from '#words/core/format.ts';
import type { Hours } from '#words/policy/sentence.ts';
import { HourMarks } from './hour-marks.tsx';
import { QuietStrip } from './quiet-strip.tsx';
import { WEEK, windowsOfWeekday } from './ring-hours.ts';
import styles from './week-strips.module.css';

/** The day of the month of a Monday: 5 January 2026. */
const MONDAY = 5;

/** The strips are a drawing: `caption` says what they show, and the sentence near them says the same in words. */
export function WeekStrips(props: { readonly hours: Hours; readonly language: Language; readonly caption: string }) {
  const strips = weekStrips(WEEK.map((day) => windowsOfWeekday(props.hours, day)));
  return (
    <figure>
      <figcaption className={styles.caption}>{props.caption}</figcaption>
      <div className={styles.days} aria-hidden="true">
        {WEEK.map((day, index) => (
          <div key={day} className={styles.day}>
            <span className={styles.name}>
              {weekday(props.language, `2026-01-${String(MONDAY + index).padStart(2, '0')}`)}
            </span>
            <QuietStrip from={0} to={DAY_MINUTES} quiet={strips[index] ?? []} />
          </div>
        ))}
        <div className={styles.day}>
          <span className={styles.name} />
          <HourMarks />
        </div>
      </div>
    </figure>
  );
}

/** Shows the hours below a strip of 24 hours. */
import { DAY_MINUTES } from '#rules/time/ring.ts';
import styles from './hour-marks.module.css';

const MARKS = [0, 6, 12, 18, 24] as const;

/** The marks are a drawing: their block is as wide as the strip above. */
export function HourMarks() {
  return (
    <div className={styles.marks} aria-hidden="true">
      {MARKS.map((hour) => (
        <span key={hour} style={{ left: share(hour * 60) }}>
          {hour}
        </span>
      ))}
    </div>
  );
}

/** Returns the position of a minute in the day, for a style sheet. */
export function share(minutes: number): string {
  return `${(minutes / DAY_MINUTES) * 100}%`;
}

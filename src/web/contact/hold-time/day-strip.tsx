/** Draws one day as a strip of 24 hours: the quiet hours, the store's opening hours, and the chosen minute. */
import type { DialArc } from '#rules/time/ring.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import { HourMarks, share } from '#web/ui/ring/hour-marks.tsx';
import styles from './day-strip.module.css';

export interface DayStripProps {
  readonly quiet: readonly DialArc[];
  readonly open: readonly DialArc[];
  /** In minutes of the day; null while no minute is chosen. */
  readonly chosen: number | null;
}

/** The strip is a drawing; its caption says the same in words. */
export function DayStrip({ quiet, open, chosen }: DayStripProps) {
  const h = useHoldWords();
  return (
    <figure className={styles.figure}>
      <div className={styles.strip} aria-hidden="true">
        {open.map((arc) => (
          <span key={arc.start} className={styles.open} style={positionOf(arc)} />
        ))}
        {quiet.map((arc) => (
          <span key={arc.start} className={styles.quiet} style={positionOf(arc)} />
        ))}
        {chosen !== null && <span className={styles.chosen} style={{ left: share(chosen) }} />}
      </div>
      <HourMarks />
      <figcaption className={styles.caption}>
        {quiet.length > 0 && (
          <span>
            <span className={styles.quietKey} aria-hidden="true" />
            {h.time.silence(quiet.map(stretchText).join(', '))}
          </span>
        )}
        {open.length > 0 && (
          <span>
            <span className={styles.openKey} aria-hidden="true" />
            {h.time.storeHours(open.map(stretchText).join(', '))}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

/** Formats a stretch: "20:00–24:00". */
function stretchText({ start, end }: DialArc): string {
  return `${clock(start)}–${clock(end)}`;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function positionOf({ start, end }: DialArc) {
  return { left: share(start), width: share(end - start) };
}

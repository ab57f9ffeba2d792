/** A day's contacts as 24 bars on a line: quiet hours shaded and underlined, the even spread drawn. The table near it says the same in numbers. */
import type { CSSProperties } from 'react';
import type { Language } from '#contract/core/common.ts';
import { classNames } from '#web/ui/layout/class-names.ts';
import { compactCount } from '#words/core/compact-count.ts';
import styles from './hour-bars.module.css';

export interface HourBar {
  readonly all: number;
  /** The part of them that is told apart. */
  readonly marked: number;
  /** How quiet the hour is, 0 to 1. */
  readonly shaded: number;
}

export interface HourBarsProps {
  /** In which the numbers on the bars are written. */
  readonly language: Language;
  /** 24, from midnight on. */
  readonly hours: readonly HourBar[];
  /**
   * How many an hour would have if all were spread evenly over the open ones: one number for all, or one for each, where
   * hours are open only in part or not at all. Null draws no line.
   */
  readonly even: number | readonly number[] | null;
  /** Small, in a row of several: without the hours' names. */
  readonly small?: boolean;
  /** The tallest bar of several charts that are to be compared. */
  readonly most?: number;
}

const NAMED = [0, 6, 12, 18];
/** From these on a number is wider than its bar where the chart is narrow: there the highest bar alone says it. */
const [WIDE, SHORTENED] = [100, 1_000];

export function HourBars({ language, hours, even, small = false, most: given = 0 }: HourBarsProps) {
  const evens = typeof even === 'number' ? hours.map(() => even) : even;
  const highest = Math.max(...hours.map(({ all }) => all));
  const most = Math.max(1, given, ...(evens ?? []), highest);
  const share = (value: number) => value / most;
  return (
    <div className={styles.chart} aria-hidden="true">
      <div
        className={classNames(styles.plot, small && styles.small)}
        data-wide={highest < WIDE ? undefined : highest < SHORTENED ? 'whole' : 'shortened'}
      >
        {hours.map(({ all, marked, shaded }, hour) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place in the day.
            key={hour}
            className={styles.hour}
            style={{ '--all': share(all), '--marked': share(marked), '--shaded': shaded } as CSSProperties}
          >
            {shaded > 0 && <span className={styles.shade} />}
            {all > 0 && <span className={styles.all} />}
            {marked > 0 && <span className={styles.marked} />}
            {all > 0 && (
              <span className={styles.value} data-highest={all === highest || undefined}>
                {compactCount(language, all)}
              </span>
            )}
            {/* As on the ring: quiet is thick, open is thin. */}
            {shaded > 0 && <span className={styles.quiet} />}
          </span>
        ))}
        {evens?.some((each) => each > 0) && (
          <svg
            viewBox="0 0 24 1"
            preserveAspectRatio="none"
            className={styles.even}
            focusable="false"
            aria-hidden="true"
          >
            <path d={stepsOf(evens.map(share))} vectorEffect="non-scaling-stroke" />
          </svg>
        )}
      </div>
      {!small && (
        <div className={styles.hours}>
          {NAMED.map((hour) => (
            <span key={hour}>{hour}h</span>
          ))}
        </div>
      )}
    </div>
  );
}

/** A line over the hours that have a share, and none over the others. */
function stepsOf(shares: readonly number[]): string {
  return shares
    .map((share, hour) => {
      if (share === 0) return '';
      const goesOn = hour > 0 && shares[hour - 1] !== 0;
      return `${goesOn ? 'L' : 'M'}${hour} ${1 - share}L${hour + 1} ${1 - share}`;
    })
    .join('');
}

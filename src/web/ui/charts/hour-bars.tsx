/**
 * Shows a day's contacts as 24 bars: quiet hours are shaded and underlined, and a line shows the even spread. A table
 * near the chart has the same numbers.
 */
import type { CSSProperties } from 'react';
import type { Language } from '#contract/core/common.ts';
import { classNames } from '#web/ui/layout/class-names.ts';
import { compactCount } from '#words/core/compact-count.ts';
import styles from './hour-bars.module.css';

export interface HourBar {
  readonly all: number;
  /** The part of the contacts that has another colour. */
  readonly marked: number;
  /** How quiet the hour is, 0 to 1. */
  readonly shaded: number;
}

export interface HourBarsProps {
  /** The language of the numbers on the bars. */
  readonly language: Language;
  /** 24 bars, from midnight on. */
  readonly hours: readonly HourBar[];
  /**
   * How many contacts an hour would have if all were spread evenly over the open hours: one number for all hours, or
   * one for each where hours are partly open or closed. Null draws no line.
   */
  readonly even: number | readonly number[] | null;
  /** A small chart in a row of several, without the hours' names. */
  readonly small?: boolean;
  /** The tallest bar of several charts on the same scale. */
  readonly most?: number;
}

const NAMED = [0, 6, 12, 18];
/** Numbers from these sizes on are wider than their bar where the chart is narrow: there only the highest bar shows its number. */
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
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is identified by its position in the day.
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
            {/* As on the ring, quiet hours are thick and open hours are thin. */}
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

/** Returns the path of a line over the hours that have a share; hours without a share get none. */
function stepsOf(shares: readonly number[]): string {
  return shares
    .map((share, hour) => {
      if (share === 0) return '';
      const isContinued = hour > 0 && shares[hour - 1] !== 0;
      return `${isContinued ? 'L' : 'M'}${hour} ${1 - share}L${hour + 1} ${1 - share}`;
    })
    .join('');
}

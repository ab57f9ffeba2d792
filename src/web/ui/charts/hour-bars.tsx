/** A day's contacts as 24 bars on a line: quiet hours shaded and underlined, the even spread drawn. The table near it says the same in numbers. */
import styles from './hour-bars.module.css';

export interface HourBar {
  readonly all: number;
  /** The part of them that is told apart. */
  readonly marked: number;
  /** How quiet the hour is, 0 to 1. */
  readonly shaded: number;
}

export interface HourBarsProps {
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

const [WIDTH, HEIGHT, FOOT] = [480, 96, 4];
const STEP = WIDTH / 24;
const NAMED = [0, 6, 12, 18];

export function HourBars({ hours, even, small = false, most: given = 0 }: HourBarsProps) {
  const evens = typeof even === 'number' ? hours.map(() => even) : even;
  const most = Math.max(1, given, ...(evens ?? []), ...hours.map(({ all }) => all));
  const tall = (value: number) => (value / most) * (HEIGHT - 6);
  return (
    <div className={styles.chart}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + FOOT}`} className={styles.bars} aria-hidden="true" focusable="false">
        {hours.map(({ all, marked, shaded }, hour) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place in the day.
          <g key={hour}>
            {shaded > 0 && (
              <rect x={hour * STEP} y={0} width={STEP} height={HEIGHT} className={styles.shade} opacity={shaded} />
            )}
            <rect
              x={hour * STEP + 2}
              y={HEIGHT - tall(all)}
              width={STEP - 4}
              height={tall(all)}
              rx={2}
              className={styles.all}
            />
            <rect
              x={hour * STEP + 2}
              y={HEIGHT - tall(marked)}
              width={STEP - 4}
              height={tall(marked)}
              rx={2}
              className={styles.marked}
            />
            {shaded > 0 && (
              // As on the ring: quiet is thick, open is thin.
              <rect x={hour * STEP} y={HEIGHT} width={STEP * shaded} height={FOOT} className={styles.quiet} />
            )}
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.ground} />
        {evens?.some((each) => each > 0) && <path d={stepsOf(evens.map(tall))} className={styles.even} />}
      </svg>
      {!small && (
        <div className={styles.hours} aria-hidden="true">
          {NAMED.map((hour) => (
            <span key={hour}>{hour}h</span>
          ))}
        </div>
      )}
    </div>
  );
}

/** A line over the hours that have a share, and none over the others. */
function stepsOf(heights: readonly number[]): string {
  return heights
    .map((height, hour) => {
      if (height === 0) return '';
      const goesOn = hour > 0 && heights[hour - 1] !== 0;
      return `${goesOn ? 'L' : 'M'}${hour * STEP} ${HEIGHT - height}L${(hour + 1) * STEP} ${HEIGHT - height}`;
    })
    .join('');
}

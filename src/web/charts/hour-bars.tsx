/** A day's contacts as 24 bars on a line: quiet hours shaded, the even spread drawn. The table near it says the same in numbers. */
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
  /** How many an hour would have if all were spread evenly over the open ones; null draws no line. */
  readonly even: number | null;
}

const [WIDTH, HEIGHT, FOOT] = [480, 96, 18];
const STEP = WIDTH / 24;

export function HourBars({ hours, even }: HourBarsProps) {
  const most = Math.max(1, even ?? 0, ...hours.map(({ all }) => all));
  const tall = (value: number) => (value / most) * (HEIGHT - 6);
  return (
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
          {hour % 6 === 0 && (
            <text x={hour * STEP} y={HEIGHT + 14} className={styles.hour}>
              {hour}h
            </text>
          )}
        </g>
      ))}
      <line x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className={styles.ground} />
      {even !== null && (
        <line x1={0} x2={WIDTH} y1={HEIGHT - tall(even)} y2={HEIGHT - tall(even)} className={styles.even} />
      )}
    </svg>
  );
}

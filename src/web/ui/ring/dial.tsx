/** Draws the 24-hour ring: midnight on top, a thick arc for quiet hours, a thin track for open hours. */
import { useId } from 'react';
import { arcPath, DAY_MINUTES, type DialArc, dialPoint, openArcs } from '#rules/time/ring.ts';
import { MOON_PATH, SUN_PATH } from '#web/ui/icons/ring-signs.ts';
import styles from './dial.module.css';

export interface DialShape {
  /** The side of the square, in the drawing's units. */
  readonly side: number;
  readonly radius: number;
  /** The width of the quiet arc; the open track has a third of it. */
  readonly thick: number;
}

export interface DialProps {
  readonly shape: DialShape;
  /** The arcs as `comingDay` returns them. */
  readonly quiet: readonly DialArc[];
  /** The minute to which the hand points; null draws none. */
  readonly nowMinute: number | null;
  /** Draws the hours' numbers. */
  readonly numerals?: boolean;
  /** The height of the numbers, in the drawing's units. */
  readonly numeralSize?: number;
  /** Draws the moon at midnight and the sun at noon. */
  readonly signs?: boolean;
}

const NUMERALS = [3, 6, 9, 15, 18, 21] as const;

/** Renders parts of an `<svg>`; nothing is drawn on the arcs themselves. */
export function Dial({
  shape: { side, radius, thick },
  quiet,
  nowMinute,
  numerals = false,
  numeralSize,
  signs = true,
}: DialProps) {
  const gradientId = useId();
  const centre = side / 2;
  // Leaves a gap between arc and track, so that their ends are visible: round ends are half a width longer.
  const cap = minutesAlong(thick / 2, radius);
  const gap = minutesAlong(thick * 0.55, radius);
  // Numbers and signs are on one circle inside the arc; the hand ends before it, so that it covers no number.
  const numeralPx = numeralSize ?? side * 0.044;
  const numeralRadius = radius - thick / 2 - Math.max(side * 0.062, numeralPx * 0.8);
  const handLength = numerals ? numeralRadius - numeralPx - thick * 0.31 : radius - thick / 2 - 2;
  return (
    <g fill="none" strokeLinecap="round">
      <defs>
        <linearGradient id={gradientId} x1="0" y1="0" x2="1" y2="1">
          <stop offset="0" className={styles.duskFrom} />
          <stop offset="1" className={styles.duskTo} />
        </linearGradient>
      </defs>
      {openArcs(quiet)
        .flatMap((arc) => inset(arc, quiet.length === 0 ? 0 : gap))
        .map((arc) => (
          <path key={arc.start} d={arcPath(arc, radius, centre)} className={styles.open} strokeWidth={thick / 3} />
        ))}
      {quiet.map((arc) => (
        <path
          key={arc.start}
          d={arcPath(inset(arc, arc.end - arc.start === DAY_MINUTES ? 0 : cap)[0] ?? arc, radius, centre)}
          stroke={`url(#${gradientId})`}
          strokeWidth={thick}
        />
      ))}
      {numerals && <Numerals radius={numeralRadius} centre={centre} size={numeralPx} />}
      {(signs ? SIGNS : [])
        .filter(({ minute }) => numerals || nowMinute === null || distance(minute, nowMinute) > UNDER_HAND)
        .map(({ minute, path }) => {
          const size = side * (numerals ? 0.059 : 0.125);
          const { x, y } = dialPoint(minute, numerals ? numeralRadius : radius - thick / 2 - side * 0.125, centre);
          return (
            <path
              key={minute}
              d={path}
              className={styles.sign}
              transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 24})`}
            />
          );
        })}
      {nowMinute !== null && <Hand minute={nowMinute} length={handLength} thick={thick} centre={centre} />}
    </g>
  );
}

const SIGNS = [
  { minute: 0, path: MOON_PATH },
  { minute: DAY_MINUTES / 2, path: SUN_PATH },
] as const;
/** Within this distance the hand would cover a sign. */
const UNDER_HAND = 70;

interface NumeralsProps {
  readonly radius: number;
  readonly centre: number;
  readonly size: number;
}

function Numerals({ radius, centre, size }: NumeralsProps) {
  return NUMERALS.map((hour) => {
    const { x, y } = dialPoint(hour * 60, radius, centre);
    return (
      <text key={hour} x={x} y={y} fontSize={size} className={styles.numeral}>
        {hour}
      </text>
    );
  });
}

interface HandProps {
  readonly minute: number;
  readonly length: number;
  readonly thick: number;
  readonly centre: number;
}

function Hand({ minute, length, thick, centre }: HandProps) {
  const tip = dialPoint(minute, length, centre);
  return (
    <>
      <line x1={centre} y1={centre} x2={tip.x} y2={tip.y} className={styles.hand} strokeWidth={thick * 0.31} />
      <circle cx={centre} cy={centre} r={thick * 0.34} className={styles.hub} />
    </>
  );
}

/** Returns the distance between two minutes on the dial. */
function distance(a: number, b: number): number {
  const way = Math.abs(a - b);
  return Math.min(way, DAY_MINUTES - way);
}

/** Returns how many minutes of the dial a length along its circle covers. */
function minutesAlong(length: number, radius: number): number {
  return (length / (2 * Math.PI * radius)) * DAY_MINUTES;
}

/** Shortens the arc at both ends; returns no arc where nothing remains. */
function inset({ start, end }: DialArc, by: number): readonly DialArc[] {
  return end - start > 2 * by ? [{ start: start + by, end: end - by }] : [];
}

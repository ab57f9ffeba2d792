/** The face of the 24-hour ring: midnight on top, a thick arc where it is quiet, a thin track where it is open. */
import { useId } from 'react';
import { arcPath, DAY_MINUTES, type DialArc, dialPoint, openArcs } from '#rules/ring.ts';
import { MOON_PATH, SUN_PATH } from '#web/ui/icons.tsx';
import styles from './dial.module.css';

export interface DialShape {
  /** Side of the square it is drawn in, in its own units. */
  readonly side: number;
  readonly radius: number;
  /** Width of the quiet arc; the open track is a third of it. */
  readonly thick: number;
}

export interface DialProps {
  readonly shape: DialShape;
  /** As `comingDay` gives them. */
  readonly quiet: readonly DialArc[];
  /** Where the hand of the hour points, in minutes; null draws none. */
  readonly nowMinute: number | null;
  /** Numerals and signs: only where there is room to read them. */
  readonly numerals?: boolean;
}

const NUMERALS = [3, 6, 9, 15, 18, 21] as const;

/** Parts of an `<svg>`; nothing is drawn on the arcs themselves. */
export function Dial({ shape: { side, radius, thick }, quiet, nowMinute, numerals = false }: DialProps) {
  const dusk = useId();
  const centre = side / 2;
  // Breathing space between arc and track, so that their ends are seen: round ends reach half a width further.
  const cap = minutesAlong(thick / 2, radius);
  const gap = minutesAlong(thick * 0.55, radius);
  return (
    <g fill="none" strokeLinecap="round">
      <defs>
        <linearGradient id={dusk} x1="0" y1="0" x2="1" y2="1">
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
          stroke={`url(#${dusk})`}
          strokeWidth={thick}
        />
      ))}
      {numerals && <Numerals radius={radius - thick / 2 - side * 0.062} centre={centre} size={side * 0.044} />}
      {nowMinute !== null && <Hand minute={nowMinute} to={radius - thick / 2 - 2} thick={thick} centre={centre} />}
    </g>
  );
}

function Numerals({
  radius,
  centre,
  size,
}: {
  readonly radius: number;
  readonly centre: number;
  readonly size: number;
}) {
  const sign = size * 1.35;
  return (
    <>
      {NUMERALS.map((hour) => {
        const { x, y } = dialPoint(hour * 60, radius, centre);
        return (
          <text key={hour} x={x} y={y} fontSize={size} className={styles.numeral}>
            {hour}
          </text>
        );
      })}
      {[
        { path: MOON_PATH, ...dialPoint(0, radius, centre) },
        { path: SUN_PATH, ...dialPoint(720, radius, centre) },
      ].map(({ path, x, y }) => (
        <path
          key={path}
          d={path}
          className={styles.sign}
          transform={`translate(${x - sign / 2} ${y - sign / 2}) scale(${sign / 24})`}
        />
      ))}
    </>
  );
}

function Hand(props: {
  readonly minute: number;
  readonly to: number;
  readonly thick: number;
  readonly centre: number;
}) {
  const { minute, to, thick, centre } = props;
  const tip = dialPoint(minute, to, centre);
  const foot = dialPoint(minute, to * 0.42, centre);
  const width = Math.max(2, thick * 0.3);
  return <line x1={foot.x} y1={foot.y} x2={tip.x} y2={tip.y} className={styles.hand} strokeWidth={width} />;
}

/** How many minutes of the dial a length along its circle covers. */
function minutesAlong(length: number, radius: number): number {
  return (length / (2 * Math.PI * radius)) * DAY_MINUTES;
}

/** The arc made shorter at both ends; nothing where nothing is left. */
function inset({ start, end }: DialArc, by: number): readonly DialArc[] {
  return end - start > 2 * by ? [{ start: start + by, end: end - by }] : [];
}

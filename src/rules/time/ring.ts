/**
 * Computes the 24-hour dial with midnight on top: minutes of the day as angles, points and arcs, and the windows it
 * shows.
 */
import { union } from './interval.ts';

export const DAY_MINUTES = 1440;

/** The step of a finger or an arrow key on the dial, in minutes. */
export const DIAL_STEP = 5;

/**
 * An arc of the dial, clockwise, in minutes. `start` is in [0, 1440), `end` in (start, start + 1440] and may be past
 * midnight.
 */
export interface DialArc {
  readonly start: number;
  readonly end: number;
}

/** A window as written: `HH:mm`, `24:00` only as an end (S1). */
export interface DialWindow {
  readonly start: string;
  readonly end: string;
}

export interface DialPoint {
  readonly x: number;
  readonly y: number;
}

/** Returns the minute of the day of an `HH:mm`; `24:00` is 1440. */
export function clockMinute(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}

/** Returns the `HH:mm` of any minute, before, on or after the day: -5 is `23:55`, 1440 is `00:00`. */
export function clockText(minute: number): string {
  const onDial = turned(minute);
  return `${String(Math.floor(onDial / 60)).padStart(2, '0')}:${String(onDial % 60).padStart(2, '0')}`;
}

/** Returns the arc of a window; an end before the start is on the next day (T2). */
export function windowArc(window: DialWindow): DialArc {
  const start = clockMinute(window.start);
  const end = clockMinute(window.end);
  return { start, end: end <= start ? end + DAY_MINUTES : end };
}

/**
 * Returns the point of a minute on a circle around (`centre`, `centre`), with y growing downwards: minute 0 is on top,
 * 360 at the right.
 */
export function dialPoint(minute: number, radius: number, centre: number): DialPoint {
  const angle = (minute / DAY_MINUTES) * 2 * Math.PI - Math.PI / 2;
  return { x: rounded(centre + radius * Math.cos(angle)), y: rounded(centre + radius * Math.sin(angle)) };
}

/** Returns the minute in [0, 1440) nearest to a point, in steps of `step`. The centre itself gives 6 o'clock. */
export function dialMinute({ x, y }: DialPoint, centre: number, step: number = DIAL_STEP): number {
  const angle = Math.atan2(y - centre, x - centre) + Math.PI / 2;
  return turned(Math.round((angle / (2 * Math.PI)) * (DAY_MINUTES / step)) * step);
}

/** Moves a minute by `by` to a multiple of `DIAL_STEP` in the direction of the move: 20:03 by +5 is 20:05. */
export function dialStep(minute: number, by: number): number {
  const snap = by > 0 ? Math.floor : Math.ceil;
  return turned(snap((minute + by) / DIAL_STEP) * DIAL_STEP);
}

/**
 * Returns an SVG path along an arc. An arc longer than half a circle is drawn as two, since one SVG arc cannot end
 * where it begins.
 */
export function arcPath({ start, end }: DialArc, radius: number, centre: number): string {
  const first = dialPoint(start, radius, centre);
  const parts = end - start > DAY_MINUTES / 2 ? [(start + end) / 2, end] : [end];
  const strokes = parts.map((minute) => {
    const { x, y } = dialPoint(minute, radius, centre);
    return `A${radius} ${radius} 0 0 1 ${x} ${y}`;
  });
  return `M${first.x} ${first.y}${strokes.join('')}`;
}

/** Returns the arcs between the given arcs. `arcs` come from `comingDay`: in order, apart. */
export function openArcs(arcs: readonly DialArc[]): readonly DialArc[] {
  if (arcs.length === 0) return [{ start: 0, end: DAY_MINUTES }];
  return arcs.flatMap(({ end }, index) => {
    const next = arcs[(index + 1) % arcs.length] as DialArc;
    const gap = turned(next.start - end);
    return gap === 0 ? [] : [{ start: turned(end), end: turned(end) + gap }];
  });
}

/** The windows that start on three consecutive days. */
export interface ThreeDays {
  readonly yesterday: readonly DialWindow[];
  readonly today: readonly DialWindow[];
  readonly tomorrow: readonly DialWindow[];
}

/**
 * Returns the arcs that the dial shows at `nowMinute`: for each minute whether it will be quiet when the clock shows it
 * next, and the present quiet time from its beginning. Three days suffice, since no window is longer than a day. The
 * dial shows the plan on the clock's face; on days when clocks change, only the server's instants are exact.
 */
export function comingDay({ yesterday, today, tomorrow }: ThreeDays, nowMinute: number): readonly DialArc[] {
  const until = nowMinute + DAY_MINUTES;
  const seen = union([...laid(yesterday, -DAY_MINUTES), ...laid(today, 0), ...laid(tomorrow, DAY_MINUTES)])
    .filter((arc) => arc.end > nowMinute)
    .map((arc) => ({
      end: Math.min(arc.end, until),
      start: Math.max(arc.start, Math.min(arc.end, until) - DAY_MINUTES),
    }));
  return acrossMidnight(union(seen.flatMap(onDial)));
}

/**
 * Returns the quiet arcs of the seven days of an ordinary week, Monday first, within [0, 1440), including the ends of
 * windows that began the day before.
 */
export function weekStrips(week: readonly (readonly DialWindow[])[]): readonly (readonly DialArc[])[] {
  return week.map((today, index) => {
    const before = week[(index + week.length - 1) % week.length] as readonly DialWindow[];
    const stretches = [...laid(before, -DAY_MINUTES), ...laid(today, 0)];
    return union(stretches.map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(DAY_MINUTES, end) })));
  });
}

function laid(windows: readonly DialWindow[], by: number): readonly DialArc[] {
  return windows.map(windowArc).map(({ start, end }) => ({ start: start + by, end: end + by }));
}

/** Converts a span of minutes to one or two arcs of the dial, cut at midnight. */
function onDial(arc: DialArc): readonly DialArc[] {
  const start = turned(arc.start);
  const end = start + arc.end - arc.start;
  if (end <= DAY_MINUTES) return [{ start, end }];
  return [
    { start, end: DAY_MINUTES },
    { start: 0, end: end - DAY_MINUTES },
  ];
}

/** Joins an arc that ends at midnight with one that begins there. */
function acrossMidnight(arcs: readonly DialArc[]): readonly DialArc[] {
  if (arcs.length < 2) return arcs;
  const [first, last] = [arcs[0] as DialArc, arcs.at(-1) as DialArc];
  if (first.start !== 0 || last.end !== DAY_MINUTES) return arcs;
  return [...arcs.slice(1, -1), { start: last.start, end: DAY_MINUTES + first.end }];
}

function turned(minute: number): number {
  return ((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

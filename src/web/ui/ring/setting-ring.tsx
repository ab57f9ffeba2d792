/** A ring that sets one night: two hands that are dragged or moved by keys. On the page, text fields for the same two times come first. */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { clockText, DAY_MINUTES, type DialArc, dialMinute, dialPoint, dialStep } from '#rules/time/ring.ts';
import { MOON_PATH, SUN_PATH } from '#web/ui/icons/ring-signs.ts';
import { Dial } from './dial.tsx';
import styles from './setting-ring.module.css';

export interface SettingRingProps {
  /** One arc; its end is past 1440 where the night crosses midnight. */
  readonly arc: DialArc;
  readonly onChange: (arc: DialArc) => void;
  readonly labels: { readonly start: string; readonly end: string };
  /** The text in the middle: how long it is quiet. */
  readonly middle: { readonly large: string; readonly small: string };
}

type Hand = 'start' | 'end';

const SIDE = 320;
const SHAPE = { side: SIDE, radius: 128, thick: 28 };
const HANDS: readonly Hand[] = ['start', 'end'];
/** The steps of the keys, in minutes. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 5,
  ArrowUp: 5,
  ArrowLeft: -5,
  ArrowDown: -5,
  PageUp: 60,
  PageDown: -60,
};

export function SettingRing({ arc, onChange, labels, middle }: SettingRingProps) {
  const svg = useRef<SVGSVGElement>(null);

  const move = (hand: Hand, minute: number) => {
    const next = hand === 'start' ? between(minute, arc.end) : between(arc.start, minute);
    if (next !== null) onChange(next);
  };
  const press = (hand: Hand, event: KeyboardEvent) => {
    const minute = minuteAfterKey(arc[hand] % DAY_MINUTES, event.key);
    if (minute === null) return;
    event.preventDefault();
    move(hand, minute);
  };
  const drag = (hand: Hand, event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || svg.current === null) return;
    const box = svg.current.getBoundingClientRect();
    const scale = SIDE / box.width;
    move(hand, dialMinute({ x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale }, SIDE / 2));
  };

  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: a group of two named sliders whose text is read; a title would only show as a tooltip.
    <svg ref={svg} viewBox={`0 0 ${SIDE} ${SIDE}`} className={styles.ring}>
      <Dial shape={SHAPE} quiet={[arc]} nowMinute={null} numerals />
      <text x={SIDE / 2} y={SIDE / 2 - 6} className={styles.large}>
        {middle.large}
      </text>
      <text x={SIDE / 2} y={SIDE / 2 + 26} className={styles.small}>
        {middle.small}
      </text>
      {HANDS.map((hand) => {
        const minute = arc[hand] % DAY_MINUTES;
        const { x, y } = dialPoint(minute, SHAPE.radius, SIDE / 2);
        return (
          <g
            key={hand}
            role="slider"
            tabIndex={0}
            aria-label={labels[hand]}
            aria-valuemin={0}
            aria-valuemax={DAY_MINUTES - 1}
            aria-valuenow={minute}
            aria-valuetext={clockText(minute)}
            className={styles.hand}
            transform={`translate(${x} ${y})`}
            onKeyDown={(event) => press(hand, event)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              event.currentTarget.focus();
            }}
            onPointerMove={(event) => drag(hand, event)}
          >
            <circle r="28" className={styles.reach} />
            <circle r="26" className={styles.focus} />
            <circle r="20" className={styles.knob} />
            <path
              d={hand === 'start' ? MOON_PATH : SUN_PATH}
              className={styles.sign}
              transform="translate(-10.2 -10.2) scale(0.85)"
            />
          </g>
        );
      })}
    </svg>
  );
}

/** Returns the arc between two minutes of the dial; null where they are equal, which would be no window (T3). */
export function between(start: number, end: number): DialArc | null {
  const [from, to] = [start % DAY_MINUTES, end % DAY_MINUTES];
  if (from === to) return null;
  return { start: from, end: to < from ? to + DAY_MINUTES : to };
}

function minuteAfterKey(minute: number, key: string): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return DAY_MINUTES - 5;
  const by = KEYS[key];
  return by === undefined ? null : dialStep(minute, by);
}

/** The ring at a glance: where the day stands, and where it will be quiet. The sentence beside it says the same. */

import type { Instant } from '#rules/time/interval.ts';
import { clockMinute, comingDay } from '#rules/time/ring.ts';
import { dateOn, timeOn } from '#words/core/format.ts';
import { Dial, type DialShape } from './dial.tsx';
import { hoursOf, windowsRound } from './hours.ts';

export interface StateRingProps {
  /** The policy in force, off the wire; null draws an open day. */
  readonly policy: unknown;
  /** By the server's clock. */
  readonly now: Instant;
  readonly zone: string;
  /** In CSS pixels of an ordinary text size; it grows with the text. */
  readonly size?: number;
}

/** At 64 px and smaller a thick arc and hand are all that is drawn; the two signs need 80 px, the numerals more than 100 px. */
const [SMALL, SIGNS_FROM, NUMERALS_ABOVE] = [64, 80, 100] as const;

/** So tall on the screen, whatever the ring's size. */
const NUMERAL_PX = 12;

function shapeOf(size: number): DialShape {
  if (size <= SMALL) return { side: 64, radius: 25, thick: 11 };
  return size > NUMERALS_ABOVE ? { side: 320, radius: 134, thick: 28 } : { side: 64, radius: 26, thick: 7 };
}

export function StateRing({ policy, now, zone, size = 64 }: StateRingProps) {
  const hours = hoursOf(policy);
  const nowMinute = clockMinute(timeOn(now, zone));
  const side = `${size / 16}rem`;
  const shape = shapeOf(size);
  return (
    <svg
      viewBox={`0 0 ${shape.side} ${shape.side}`}
      width={side}
      height={side}
      // In large text the ring is as wide as its place at most.
      style={{ maxWidth: '100%', height: 'auto', aspectRatio: 1 }}
      aria-hidden="true"
      focusable="false"
    >
      <Dial
        shape={shape}
        numerals={size > NUMERALS_ABOVE}
        numeralSize={(NUMERAL_PX * shape.side) / size}
        signs={size >= SIGNS_FROM}
        quiet={hours === null ? [] : comingDay(windowsRound(hours, dateOn(now, zone)), nowMinute)}
        nowMinute={nowMinute}
      />
    </svg>
  );
}

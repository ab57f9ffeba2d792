/** A small ring of the current state: the time of day and the quiet hours. The sentence beside it says the same. */

import type { Instant } from '#rules/time/interval.ts';
import { clockMinute, comingDay } from '#rules/time/ring.ts';
import { dateOn, timeOn } from '#words/core/format.ts';
import { Dial, type DialShape } from './dial.tsx';
import { hoursOf, windowsRound } from './ring-hours.ts';

export interface StateRingProps {
  /** The policy in force, as in the server's answer; null draws an open day. */
  readonly policy: unknown;
  /** The server's current time. */
  readonly now: Instant;
  readonly zone: string;
  /** In CSS pixels at the ordinary text size; the ring grows with the text. */
  readonly size?: number;
}

/** Up to 64 px only a thick arc and the hand are drawn; the two signs need 80 px, the numbers more than 100 px. */
const [SMALL, SIGNS_FROM, NUMERALS_ABOVE] = [64, 80, 100] as const;

/** The height of the numbers on the screen, for every size of the ring. */
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
      // In large text the ring is at most as wide as its container.
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

/** The ring at a glance: where the day stands, and where it will be quiet. The sentence beside it says the same. */
import { clockMinute, comingDay } from '#rules/ring.ts';
import type { Instant } from '#rules/time/interval.ts';
import { dateOn, timeOn } from '#words/format.ts';
import { Dial } from './dial.tsx';
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

const SHAPE = { side: 64, radius: 26, thick: 7 };

export function StateRing({ policy, now, zone, size = 64 }: StateRingProps) {
  const hours = hoursOf(policy);
  const nowMinute = clockMinute(timeOn(now, zone));
  const side = `${size / 16}rem`;
  return (
    <svg viewBox="0 0 64 64" width={side} height={side} aria-hidden="true" focusable="false">
      <Dial
        shape={SHAPE}
        quiet={hours === null ? [] : comingDay(windowsRound(hours, dateOn(now, zone)), nowMinute)}
        nowMinute={nowMinute}
      />
    </svg>
  );
}

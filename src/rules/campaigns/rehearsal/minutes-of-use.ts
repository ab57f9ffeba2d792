/**
 * Tells at which minutes a seller uses the suggestions of a day: at the usual hours of contact where they are known, else
 * evenly over the open hours.
 */
import { MINUTE_MS } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';

/** An interval of the open time with the weight of each of its minutes. */
export interface WeightedSpan extends Interval {
  readonly weight: number;
}

/**
 * Returns `count` whole minutes in order, so that each has the same share of the weight before it. `spans`: in order,
 * apart. Where all weights are zero, all minutes count alike. Two suggestions may get the same minute. No open minute
 * gives no minutes.
 */
export function minutesOfUse(count: number, spans: readonly WeightedSpan[]): readonly Instant[] {
  const whole = spans.map(wholeMinutes).filter(({ minutes }) => minutes > 0);
  const weights = whole.map(({ minutes, weight }) => minutes * weight);
  const sum = weights.reduce((all, each) => all + each, 0);
  const shares = sum > 0 ? weights : whole.map(({ minutes }) => minutes);
  const all = shares.reduce((total, each) => total + each, 0);
  if (all === 0) return [];
  const found: Instant[] = [];
  let [place, before] = [0, 0];
  for (let i = 0; i < count; i++) {
    const wanted = (all * (i + 0.5)) / count;
    while (before + (shares[place] as number) < wanted && place < shares.length - 1) {
      before += shares[place] as number;
      place += 1;
    }
    const span = whole[place] as (typeof whole)[number];
    const part = (wanted - before) / (shares[place] as number);
    found.push(span.first + Math.min(span.minutes - 1, Math.floor(part * span.minutes)) * MINUTE_MS);
  }
  return found;
}

/** Returns the next whole minute at or after an instant. */
export function wholeMinuteFrom(at: Instant): Instant {
  return Math.ceil(at / MINUTE_MS) * MINUTE_MS;
}

function wholeMinutes({ start, end, weight }: WeightedSpan) {
  const first = wholeMinuteFrom(start);
  return { first, minutes: Math.max(0, Math.ceil((end - first) / MINUTE_MS)), weight };
}

/** How contacts are spread, so that neither a seller nor a morning looks like spam: the sliding limit and the slots (P1, P3). */

import type { SellerPace } from '#rules/policy/policy.ts';
import { MINUTE_MS } from '#rules/time/calendar.ts';
import { JUMP_MS } from '#rules/time/clock-watch.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';

/** How a seller stands against the limit at an instant. */
export interface PaceNow {
  /** New contacts in the minutes that count, this one not among them. */
  readonly count: number;
  /** When the next one is within the limit: now, where it is not reached; null where there is no limit. */
  readonly freeAt: Instant | null;
}

/**
 * P1. `contactedAt` are the seller's new contacts that count, newest first; those that `countsAt` leaves out may be
 * missing. What happened exactly `perMinutes` ago counts no more.
 */
export function paceAt(limit: SellerPace, contactedAt: readonly Instant[], now: Instant): PaceNow {
  const counted = contactedAt.filter((at) => countsAt(limit, at, now));
  const count = counted.length;
  if (limit.action === 'off') return { count, freeAt: null };
  if (count < limit.max) return { count, freeAt: now };
  const leaving = counted[limit.max - 1] as Instant;
  return { count, freeAt: leaving + limit.perMinutes * MINUTE_MS };
}

/** P1, P4. A contact of the last `perMinutes`, by whichever server: one whose clock is ahead writes it down as still to come. */
export function countsAt({ perMinutes }: Pick<SellerPace, 'perMinutes'>, at: Instant, now: Instant): boolean {
  return at > now - perMinutes * MINUTE_MS && at <= now + APART_MS;
}

/** So far apart two clocks may stand that are both believed: each a minute from the database's (D8). */
const APART_MS = 2 * JUMP_MS;

/** An opening as a seller's held contacts use it. */
export interface Morning {
  /** From the first instant that H7 allows to the next quiet start or the store's closing. */
  readonly openSpan: Interval;
  readonly spreadMinutes: number;
  /** The seller's own, 0 to 9 whole minutes. */
  readonly offsetMinutes: number;
}

/**
 * P3. The instant of the `n`-th reservation (from 0) of one queue for one opening: the opening plus the seller's offset
 * plus the spread times van der Corput's n-th number, at the next whole minute that `isTaken` leaves free. Where the
 * rest of the room is full, the first free minute of it; null where there is none, and the next opening has to do.
 */
export function slotOf(morning: Morning, n: number, isTaken: (at: Instant) => boolean): Instant | null {
  const { first, minutes, spread } = gridOf(morning);
  const wanted = Math.floor(spread * vanDerCorput(n));
  for (let i = 0; i < minutes; i++) {
    const at = first + ((wanted + i) % minutes) * MINUTE_MS;
    if (!isTaken(at)) return at;
  }
  return null;
}

/** How many contacts of one queue an opening has room for. */
export function capacityOf(morning: Morning): number {
  return gridOf(morning).minutes;
}

/** 0, 1/2, 1/4, 3/4, 1/8, …: the digits of `n` in base 2, mirrored at the point. However many there are, they lie evenly. */
export function vanDerCorput(n: number): number {
  let [value, digit] = [0, 0.5];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2), digit /= 2) if (rest % 2 === 1) value += digit;
  return value;
}

/** 0 to 9: the same for a seller on every server and every day, and spread over the sellers (FNV-1a). */
export function offsetOf(sellerId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < sellerId.length; i++) hash = Math.imul(hash ^ sellerId.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % (MOST_OFFSET + 1);
}

const MOST_OFFSET = 9;

/** The whole minutes of the room, those of the spread first. A short room is shared out whole: it neither waits nor bunches. */
function gridOf({ openSpan, spreadMinutes, offsetMinutes }: Morning): {
  first: Instant;
  minutes: number;
  spread: number;
} {
  const opens = Math.ceil(openSpan.start / MINUTE_MS) * MINUTE_MS;
  const length = Number.isFinite(openSpan.end) ? Math.floor((openSpan.end - opens - 1) / MINUTE_MS) + 1 : DAY_MINUTES;
  const offset = length > 0 ? offsetMinutes % length : 0;
  const minutes = Math.max(0, length - offset);
  return { first: opens + offset * MINUTE_MS, minutes, spread: Math.min(Math.max(1, spreadMinutes), minutes) };
}

const DAY_MINUTES = 1440;

/**
 * Limits and spreads contacts, so that a seller's contacts do not look like spam: the sliding limit (P1) and the slots
 * of held contacts (P3).
 */

import type { SellerPace } from '#rules/policy/policy.ts';
import { MINUTE_MS } from '#rules/time/calendar.ts';
import { JUMP_MS } from '#rules/time/clock-watch.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';

/** A seller's count against the limit at an instant. */
export interface PaceNow {
  /** The new contacts in the minutes that count, without the contact in question. */
  readonly count: number;
  /** When the limit allows the next contact: now, if the limit is not reached; null: there is no limit. */
  readonly freeAt: Instant | null;
}

/**
 * Counts the seller's new contacts (P1). `contactedAt`: the contacts, newest first; those that `countsAt` excludes may
 * be missing. A contact exactly `perMinutes` ago no longer counts.
 */
export function paceAt(limit: SellerPace, contactedAt: readonly Instant[], now: Instant): PaceNow {
  const counted = contactedAt.filter((at) => countsAt(limit, at, now));
  const count = counted.length;
  if (limit.action === 'off') return { count, freeAt: null };
  if (count < limit.max) return { count, freeAt: now };
  const leaving = counted[limit.max - 1] as Instant;
  return { count, freeAt: leaving + limit.perMinutes * MINUTE_MS };
}

/**
 * Whether a contact counts: it was made in the last `perMinutes`, by any server (P1, P4). A server whose clock is ahead
 * may record an instant that is still to come.
 */
export function countsAt({ perMinutes }: Pick<SellerPace, 'perMinutes'>, at: Instant, now: Instant): boolean {
  return at > now - perMinutes * MINUTE_MS && at <= now + APART_MS;
}

/** The largest difference of two trusted clocks: each may be a minute from the database's clock (D8). */
export const APART_MS = 2 * JUMP_MS;

/** One opening for a seller's held contacts. */
export interface SlotOpening {
  /** From the first instant that H7 allows to the next start of quiet hours or the store's closing. */
  readonly openSpan: Interval;
  readonly spreadMinutes: number;
  /** The seller's offset, 0 to 9 whole minutes. */
  readonly offsetMinutes: number;
}

/**
 * Returns the instant of the `n`-th reservation (from 0) of one queue in one opening (P3): the opening plus the
 * seller's offset plus the spread times van der Corput's n-th number, or the next whole minute that `isTaken` leaves
 * free. After the end of the opening the search continues at its first minute. Null if no minute is free: the next
 * opening must be used.
 */
export function slotOf(morning: SlotOpening, n: number, isTaken: (at: Instant) => boolean): Instant | null {
  const { first, minutes, spread } = gridOf(morning);
  const wanted = Math.floor(spread * vanDerCorput(n));
  for (let i = 0; i < minutes; i++) {
    const at = first + ((wanted + i) % minutes) * MINUTE_MS;
    if (!isTaken(at)) return at;
  }
  return null;
}

/** Returns how many contacts of one queue fit into an opening. */
export function capacityOf(morning: SlotOpening): number {
  return gridOf(morning).minutes;
}

/**
 * Returns 0, 1/2, 1/4, 3/4, 1/8, …: the binary digits of `n`, mirrored at the point. Any number of first values is
 * spread evenly.
 */
export function vanDerCorput(n: number): number {
  let [value, digit] = [0, 0.5];
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2), digit /= 2) if (rest % 2 === 1) value += digit;
  return value;
}

/**
 * Returns the seller's offset, 0 to 9 minutes: the same on every server and every day, and spread over the sellers
 * (FNV-1a).
 */
export function offsetOf(sellerId: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < sellerId.length; i++) hash = Math.imul(hash ^ sellerId.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % (MOST_OFFSET + 1);
}

const MOST_OFFSET = 9;

/**
 * Returns the whole minutes of the opening, those of the spread first. An opening shorter than the spread is used
 * completely.
 */
function gridOf({ openSpan, spreadMinutes, offsetMinutes }: SlotOpening): {
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

/** Defines how long a session lasts without a sign-out: without use, and in total. */
import type { Instant } from '#rules/time/interval.ts';

export type AccountKind = 'store' | 'person' | 'support';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A store's device stays signed in, because the PIN protects it (`turn.ts`). A person's own account lasts through the
 * pauses of a working day, and at most a month. Support sees every brand: one hour without use, 12 hours in total (NIST
 * SP 800-63B-4 allows 1 h and 24 h at its middle level).
 */
const LIFE: Readonly<Record<AccountKind, { idleMs: number; longestMs: number }>> = {
  store: { idleMs: 90 * DAY_MS, longestMs: Number.POSITIVE_INFINITY },
  person: { idleMs: 12 * HOUR_MS, longestMs: 30 * DAY_MS },
  support: { idleMs: HOUR_MS, longestMs: 12 * HOUR_MS },
};

/** Returns the instant at which a session that was used at `touchedAt` ends. */
export function sessionEnd(kind: AccountKind, beganAt: Instant, touchedAt: Instant): Instant {
  const { idleMs, longestMs } = LIFE[kind];
  return Math.min(touchedAt + idleMs, beganAt + longestMs);
}

/**
 * Whether to store the new end: only if it is later by at least a sixtieth of the allowed pause, and so not at every
 * request.
 */
export function isWorthProlonging(kind: AccountKind, endsAt: Instant, newEnd: Instant): boolean {
  return newEnd - endsAt >= LIFE[kind].idleMs / 60;
}

/** How long a sign-in lasts when nobody signs out: untouched, and at the longest. */
import type { Instant } from '#rules/time/interval.ts';

export type AccountKind = 'store' | 'person' | 'support';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * A store's device is remembered: what protects it is the PIN (`turn.ts`). A person's own account outlives a working
 * day's pauses, and a month at most. Support sees every brand: an hour's pause, a working day (NIST SP 800-63B-4 allows
 * 1 h and 24 h at its middle level).
 */
const LIFE: Readonly<Record<AccountKind, { idleMs: number; longestMs: number }>> = {
  store: { idleMs: 90 * DAY_MS, longestMs: Number.POSITIVE_INFINITY },
  person: { idleMs: 12 * HOUR_MS, longestMs: 30 * DAY_MS },
  support: { idleMs: HOUR_MS, longestMs: 12 * HOUR_MS },
};

/** The instant from which a session touched at `touchedAt` is over. */
export function sessionEnd(kind: AccountKind, beganAt: Instant, touchedAt: Instant): Instant {
  const { idleMs, longestMs } = LIFE[kind];
  return Math.min(touchedAt + idleMs, beganAt + longestMs);
}

/** A touch is written down when it moves the end by a sixtieth of the pause allowed: not at every request. */
export function worthProlonging(kind: AccountKind, endsAt: Instant, newEnd: Instant): boolean {
  return newEnd - endsAt >= LIFE[kind].idleMs / 60;
}

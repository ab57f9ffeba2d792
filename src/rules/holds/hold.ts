/**
 * Decides the next state of a held contact: ready, held again, or one of five ends (H2–H4). Nothing writes the end
 * `unknown` and the reason `customer_wrote` yet: they are reserved for a channel that reports back.
 */
import type { Decision, Finding, Reason } from '#rules/contact/decision.ts';
import type { CustomerFacts } from '#rules/contact/decision-context.ts';
import type { Instant } from '#rules/time/interval.ts';

export const HOLD_ENDS = ['sent', 'cancelled', 'expired', 'failed', 'unknown'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

export const HOLD_END_REASONS = [
  'handed_over',
  'seller',
  'replaced',
  'manager',
  'customer_wrote',
  'opted_out',
  'reassigned',
  'customer_erased',
  'too_late',
  'held_too_often',
  'not_sent',
  'unavailable',
] as const;
export type HoldEndReason = (typeof HOLD_END_REASONS)[number];

/** The end of each reason. A reason has exactly one end, so that no row is contradictory (H3). */
export const END_OF: Readonly<Record<HoldEndReason, HoldEnd>> = {
  handed_over: 'sent',
  seller: 'cancelled',
  replaced: 'cancelled',
  manager: 'cancelled',
  customer_wrote: 'cancelled',
  opted_out: 'cancelled',
  reassigned: 'cancelled',
  customer_erased: 'cancelled',
  too_late: 'expired',
  held_too_often: 'expired',
  not_sent: 'expired',
  unavailable: 'failed',
};

/**
 * Whether one tap can undo the end (H3). A hold that another message replaced does not return after a contact was made.
 */
export function canReturn(reason: HoldEndReason, contactedSince: boolean): boolean {
  return RETURNING.has(reason) || (reason === 'replaced' && !contactedSince);
}

const RETURNING: ReadonlySet<HoldEndReason> = new Set(['seller', 'manager', 'customer_wrote']);

export interface WaitingHold {
  readonly heldAgain: number;
  readonly expiresAt: Instant;
}

/**
 * The result of a release. `again`: the hold gets a new minute at `from` or later; `counts`: the move counts towards
 * the five of H2. `wait`: no decision is possible now, and the release is tried again.
 */
export type Release =
  | { readonly kind: 'ready' }
  | { readonly kind: 'again'; readonly from: Instant; readonly counts: boolean }
  | { readonly kind: 'ended'; readonly reason: HoldEndReason }
  | { readonly kind: 'wait' };

/** Returns what the decision at or after the promised minute means for the hold (H2, D17). */
export function afterRelease(
  { heldAgain, expiresAt }: WaitingHold,
  decision: Pick<Decision, 'verdict' | 'reasons' | 'opensAt'>,
  availability: CustomerFacts['availability'],
  now: Instant,
): Release {
  const { verdict, reasons, opensAt } = decision;
  if (reasons.some(({ reason }) => reason === 'clock_unsafe')) return { kind: 'wait' };
  if (now >= expiresAt) return { kind: 'ended', reason: 'too_late' };
  if (verdict === 'allow') return { kind: 'ready' };
  if (opensAt === null) return { kind: 'ended', reason: endlessly(reasons, availability) };
  // A message that could go only after its time is not timed anew (H2).
  if (opensAt > expiresAt) return { kind: 'ended', reason: 'too_late' };
  const counts = reasons.some(({ reason }) => reason !== 'pace');
  if (counts && heldAgain >= MOST_AGAIN) return { kind: 'ended', reason: 'held_too_often' };
  return { kind: 'again', from: opensAt, counts };
}

/**
 * Returns what happens to a ready hold that was not sent before the next start of quiet hours (H4): it gets a new
 * minute once; the second time it ends.
 */
export function afterReady({ expiresAt, returned }: { expiresAt: Instant; returned: boolean }, now: Instant): Release {
  if (returned) return { kind: 'ended', reason: 'not_sent' };
  if (now >= expiresAt) return { kind: 'ended', reason: 'too_late' };
  return { kind: 'again', from: now, counts: false };
}

/** Returns the expiry (H3): 72 h after the first hold, or 12 h after the promised minute if that is later. */
export function expiryOf(heldAt: Instant, promisedAt: Instant): Instant {
  return Math.max(heldAt + KEPT_MS, promisedAt + GRACE_MS);
}

/** Whether a contact opens too late to be held: a held contact expires 72 h after its first hold (H2, H3). */
export function opensTooLate(now: Instant, opensAt: Instant): boolean {
  return opensAt > now + KEPT_MS;
}

/** The state of an attempt whose hold ended so. */
export const STATE_OF_END = {
  sent: 'handed_over',
  cancelled: 'cancelled',
  expired: 'expired',
  failed: 'failed',
  unknown: 'unknown',
} as const satisfies Record<HoldEnd, string>;

/** The most times a hold is held again (H2). */
const MOST_AGAIN = 5;
const HOUR_MS = 3_600_000;
const KEPT_MS = 72 * HOUR_MS;
const GRACE_MS = 12 * HOUR_MS;

/** Returns the end reason for a check that will never change by itself; the first check in order decides. */
function endlessly(reasons: readonly Finding[], availability: CustomerFacts['availability']): HoldEndReason {
  const said = new Set<Reason>(reasons.map(({ reason }) => reason));
  if (said.has('customer_unavailable')) return availability === 'present' ? 'unavailable' : 'customer_erased';
  if (said.has('opted_out')) return 'opted_out';
  return said.has('no_permission') || said.has('do_not_call_list') ? 'unavailable' : 'too_late';
}

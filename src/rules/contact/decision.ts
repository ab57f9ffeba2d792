/** Defines the decision and the closed list of its reasons (D1–D11). */
import type { Instant } from '#rules/time/interval.ts';

export type Verdict = 'allow' | 'warn' | 'block';

/** In the order of the checks, which decides between equal verdicts. */
export const REASONS = [
  'customer_unavailable',
  'opted_out',
  'no_permission',
  'do_not_call_list',
  'quiet_hours',
  'zone_uncertain',
  'customer_asked_silence',
  'contacted_recently',
  'unanswered',
  'pace',
  'clock_unsafe',
] as const;
export type Reason = (typeof REASONS)[number];

export type Origin = 'suggestion' | 'reply' | 'profile' | 'service' | 'automation';
export type Channel = 'handset' | 'cloud_api';
export type ClockName = 'store' | 'customer' | 'brand';

/** The reasons to go on after a warning, if the brand asks for one (`warn-with-reason`). */
export const BECAUSES = ['customer_asked', 'order_today', 'live_conversation', 'other'] as const;
export type Because = (typeof BECAUSES)[number];

export interface Finding {
  readonly reason: Reason;
  readonly verdict: 'warn' | 'block';
}

/**
 * The quiet interval that contains the decision. `until` is null if the interval never ends (T9) or no clock is known
 * (C4).
 */
export interface QuietNow {
  readonly since: Instant | null;
  readonly until: Instant | null;
  readonly clock: ClockName;
  readonly zone: string | null;
}

/** A decision (D11). Instants are epoch milliseconds. */
export interface Decision {
  readonly verdict: Verdict;
  readonly reason: Reason | null;
  readonly reasons: readonly Finding[];
  readonly origin: Origin;
  readonly originClaimed: Origin | null;
  readonly afterRefusal: boolean;
  readonly becauseNeeded: boolean;
  readonly acknowledged: boolean;
  readonly quiet: QuietNow | null;
  readonly quietHours: 'active' | 'inactive';
  readonly opensAt: Instant | null;
  readonly changesAt: Instant | null;
  readonly policyVersion: number | null;
  readonly tzVersion: string;
}

const OF_QUIET: ReadonlySet<Reason> = new Set(['quiet_hours', 'zone_uncertain']);

/**
 * Whether quiet hours refused the contact (D3, D4), which makes a later attempt on the same customer `afterRefusal`.
 */
export function isRefusedForQuiet({ verdict, reasons }: Pick<Decision, 'verdict' | 'reasons'>): boolean {
  return verdict === 'block' && reasons.some(({ reason }) => OF_QUIET.has(reason));
}

/** Every refusal the API can give: one closed list, a status each; the sentences live in `words`. */
import { z } from 'zod';
import type { Reason } from '#rules/contact/decision.ts';

const REFUSALS = {
  customer_unavailable: 409,
  opted_out: 409,
  no_permission: 409,
  quiet_hours: 409,
  zone_uncertain: 409,
  pace: 409,
  clock_unsafe: 409,
} as const satisfies Record<Reason, number>;

/** RFC 9457 problems by code. `type` on the wire is `/problems/<code-with-dashes>`. */
export const PROBLEM_STATUS = {
  ...REFUSALS,
  warned: 428,
  invalid: 400,
  key_missing: 400,
  bad_json: 400,
  bad_path: 400,
  malformed: 400,
  too_slow: 408,
  too_large: 413,
  uri_too_long: 414,
  headers_too_large: 431,
  wrong_credentials: 401,
  signed_out: 401,
  turn_needed: 401,
  wrong_pin: 401,
  pin_locked: 423,
  pin_slow: 429,
  name_needed: 409,
  new_pin_needed: 409,
  new_password_needed: 409,
  pin_taken: 409,
  pin_weak: 400,
  pin_short: 400,
  password_weak: 400,
  account_inactive: 403,
  forbidden: 403,
  wrong_origin: 403,
  not_in_portfolio: 403,
  other_store: 403,
  not_found: 404,
  method_not_allowed: 405,
  in_progress: 409,
  key_reused: 422,
  suggestion_closed: 409,
  attempt_closed: 409,
  already_held: 409,
  not_held: 409,
  time_past: 400,
  time_too_far: 400,
  time_quiet: 409,
  other_seller: 409,
  plan_required: 409,
  already_in_plan: 409,
  not_suspended: 409,
  no_policy: 409,
  effective_in_past: 400,
  lints_unconfirmed: 422,
  too_many_decisions: 429,
  too_many_requests: 429,
  busy: 503,
  failed: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

export const Fault = z.object({ path: z.string(), code: z.string(), message: z.string() });

/** The body of every refusal; some codes add the fields named here. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  faults: z.array(Fault).optional(),
  left: z.int().optional(),
  retryAfterSeconds: z.int().optional(),
  /** Of `signed_out` in the demo: true, so that the screen offers the demo's people. */
  demo: z.boolean().optional(),
  lockedUntil: z.string().nullable().optional(),
  /** Of `new_pin_needed` and `pin_short`: the fewest digits of this person's PIN. */
  shortestPin: z.int().optional(),
  /** Of `already_held`: what waits, and until when; null where it is ready to be sent. */
  attempt: z.unknown().optional(),
  heldUntil: z.string().nullable().optional(),
  /** Of `time_quiet`: the next minute that is possible. */
  suggestedReleaseAt: z.string().nullable().optional(),
  /** Of `lints_unconfirmed`: what was not confirmed yet, as a preview tells it. */
  lints: z.array(z.object({ code: z.string(), places: z.array(z.string()), sentence: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** `quiet_hours` → `/problems/quiet-hours`. */
export function problemType(code: ProblemCode): string {
  return `/problems/${code.replaceAll('_', '-')}`;
}

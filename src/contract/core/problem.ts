/** Lists every problem the API can answer with, each with its status. The sentences are in `words`. */
import { z } from 'zod';
import type { Reason } from '#rules/contact/decision.ts';

const REFUSALS = {
  customer_unavailable: 409,
  opted_out: 409,
  no_permission: 409,
  do_not_call_list: 409,
  quiet_hours: 409,
  zone_uncertain: 409,
  customer_asked_silence: 409,
  contacted_recently: 409,
  unanswered: 409,
  pace: 409,
  clock_unsafe: 409,
} as const satisfies Record<Reason, number>;

/** The status of each problem (RFC 9457) by its code. `type` in the answer is `/problems/<code-with-dashes>`. */
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
  wrong_password: 401,
  password_kept: 409,
  one_time_password_expired: 403,
  one_time_pin_expired: 403,
  wrong_code: 401,
  code_expired: 401,
  second_factor_needed: 403,
  confirmation_needed: 403,
  second_factor_on: 409,
  second_factor_off: 409,
  second_factor_required: 409,
  second_factor_in_demo: 409,
  account_inactive: 403,
  link_over: 410,
  mail_link_unknown: 404,
  email_taken: 409,
  not_in_demo: 409,
  support_kept_in_demo: 409,
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
  not_in_team: 409,
  nobody_there: 409,
  portfolio_empty: 409,
  move_running: 409,
  move_undone: 409,
  undo_over: 409,
  absence_overlaps: 409,
  absence_over: 409,
  absence_coming: 409,
  absence_passed: 409,
  nothing_to_pass: 409,
  plan_required: 409,
  already_in_plan: 409,
  not_suspended: 409,
  no_policy: 409,
  import_running: 409,
  import_unreadable: 422,
  import_too_large: 413,
  import_rows_refused: 409,
  import_changed: 409,
  import_built_on: 409,
  upload_incomplete: 400,
  effective_in_past: 400,
  lints_unconfirmed: 422,
  slug_taken: 409,
  store_code_taken: 409,
  store_in_use: 409,
  store_closed: 409,
  last_support_person: 409,
  last_store_manager: 409,
  last_brand_manager: 409,
  own_person: 409,
  role_fixed: 409,
  name_taken: 409,
  customer_exists: 409,
  customer_changed: 409,
  silences_full: 409,
  same_customer: 400,
  already_merged: 409,
  unmerge_none: 409,
  unmerge_over: 409,
  unmerge_later_first: 409,
  unmerge_number_taken: 409,
  erasure_waits: 409,
  campaign_impossible: 422,
  campaign_incomplete: 422,
  campaign_running: 409,
  campaign_not_running: 409,
  campaign_ended: 409,
  campaign_changed: 409,
  campaign_name_taken: 409,
  person_inactive: 409,
  person_without_pin: 409,
  people_of_stores: 409,
  too_many_decisions: 429,
  too_many_requests: 429,
  busy: 503,
  failed: 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** `start` and `end`: the place in a text, in UTF-16 code units, `end` excluded. */
export const Fault = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  start: z.int().optional(),
  end: z.int().optional(),
});

/** The body of every problem. Some codes add the fields below. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  faults: z.array(Fault).optional(),
  left: z.int().optional(),
  retryAfterSeconds: z.int().optional(),
  /** With `signed_out` in the demo: true, so that the screen offers the demo's people. */
  demo: z.boolean().optional(),
  /** With `confirmation_needed`: what the person may give again. */
  confirmWith: z.array(z.enum(['password', 'code'])).optional(),
  lockedUntil: z.string().nullable().optional(),
  /** With `new_pin_needed` and `pin_short`: the fewest digits of this person's PIN. */
  shortestPin: z.int().optional(),
  /** With `already_held`: the attempt that is already held, and in `heldUntil` its minute; null if it is ready. */
  attempt: z.unknown().optional(),
  heldUntil: z.string().nullable().optional(),
  /** With `time_quiet`: the next possible minute. */
  suggestedReleaseAt: z.string().nullable().optional(),
  /** With `import_built_on`: what stands in the way of the undo, and how many of it. */
  obstacles: z.array(z.object({ what: z.string(), count: z.int() })).optional(),
  /** With `store_in_use`: what must be moved before the store can be closed. */
  inTheWay: z.object({ people: z.int(), customers: z.int(), held: z.int() }).optional(),
  /** With `customer_exists`: the customer who has the number, where the caller may read that customer. */
  customer: z.object({ id: z.string(), name: z.string() }).nullable().optional(),
  /** With `customer_changed`: the fields that somebody else changed, with their present values. */
  changed: z.array(z.object({ field: z.string(), value: z.unknown() })).optional(),
  /** With `campaign_impossible`: why the campaign could never be served, see `rules/campaigns/start/start-checks.ts`. */
  reason: z.string().optional(),
  /** With `campaign_impossible` for a campaign that is too large: the customers who would be suggested, and how many fit. */
  wanted: z.int().optional(),
  canServe: z.int().optional(),
  /** With `lints_unconfirmed`: the lints that were not confirmed, as in a preview. */
  lints: z.array(z.object({ code: z.string(), places: z.array(z.string()), sentence: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** The `type` of a problem: `quiet_hours` → `/problems/quiet-hours`. */
export function problemType(code: ProblemCode): string {
  return `/problems/${code.replaceAll('_', '-')}`;
}

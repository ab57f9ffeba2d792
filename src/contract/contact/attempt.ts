/**
 * Shapes of attempts: starting a contact, its answers, the list, one attempt with its decisions, and the brand's
 * figures.
 */
import { z } from 'zod';
import { Cursor, Id, InstantInput, InstantText, listOf } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { ATTEMPT_STATES, OUTCOMES } from '#rules/contact/attempt.ts';
import { BECAUSES } from '#rules/contact/decision.ts';
import { Decision, OriginCode } from './decision.ts';

export const Because = z.enum(BECAUSES);
export const AttemptState = z.enum(ATTEMPT_STATES);
export const Outcome = z.enum(OUTCOMES);

/**
 * Body of `POST /api/v1/attempts`. With `acknowledgement`, the attempt that was warned goes on. `hold`: keep the
 * contact for later if it is not allowed now; `true` takes the offered time, an instant another one.
 */
export const StartAttempt = z.strictObject({
  customerId: Id,
  origin: OriginCode.optional(),
  suggestionId: Id.optional(),
  text: z.string().max(4096).optional(),
  attemptId: Id.optional(),
  acknowledgement: z.string().min(16).max(64).optional(),
  reason: Because.optional(),
  hold: z.union([z.literal(true), InstantInput]).optional(),
});
export type StartAttempt = z.infer<typeof StartAttempt>;

export const Attempt = z.object({
  id: Id,
  state: AttemptState,
  origin: z.string(),
  channel: z.enum(['handset']),
  customerId: Id,
  sellerId: Id,
  /** While the contact waits: its minute. While it is ready: when it expires. */
  heldUntil: InstantText.nullable(),
});

/** The answer 201. A repeated request after the end of the permit gets `handoff: null, lapsed: true`. */
export const Started = z.object({
  attempt: Attempt,
  decision: Decision,
  handoff: z.object({ url: z.string(), validUntil: InstantText }).nullable(),
  lapsed: z.boolean().optional(),
});
export type Started = z.infer<typeof Started>;

/** The answer 202. `didNotFit`: the offered opening is full meanwhile, so the contact got the next one. */
export const Held = z.object({
  attempt: Attempt,
  decision: Decision,
  heldUntil: InstantText,
  didNotFit: z.boolean(),
});
export type Held = z.infer<typeof Held>;

const refusal = Problem.extend({
  attempt: Attempt,
  decision: Decision,
  /** The first instant at which the contact would be allowed; null: none is foreseen. */
  opensAt: InstantText.nullable(),
  /**
   * The minute at which a held contact would be ready: inside the store's hours, in the next free slot (H7, P3). Null:
   * the contact cannot be held.
   */
  suggestedReleaseAt: InstantText.nullable(),
});
/** The answer 409; `type` is that of the reason. */
export const Refused = refusal;
/** The answer 428. To go on, post again with a new key, the acknowledgement, and `reason` if `reasonNeeded`. */
export const Warned = refusal.extend({
  acknowledgement: z.string(),
  acknowledgeBefore: InstantText,
  reasonNeeded: z.boolean(),
});

export const SayOutcome = z.strictObject({ outcome: Outcome });

/** A row of the attempts list. */
export const AttemptRow = Attempt.extend({
  customerName: z.string(),
  sellerName: z.string(),
  storeName: z.string().nullable(),
  /** The store's current zone. */
  storeZone: z.string().nullable(),
  outcome: Outcome.nullable(),
  suggestionId: Id.nullable(),
  createdAt: InstantText,
  updatedAt: InstantText,
});
export const AttemptList = listOf(AttemptRow);

/** An attempt with all decisions on it, oldest first. */
export const AttemptStory = AttemptRow.extend({
  text: z.string().nullable(),
  receipts: z.array(
    Decision.extend({
      id: Id,
      number: z.int(),
      decidedAt: InstantText,
      /**
       * `release`: the decision at the promised minute, made without a person (H2); `actorId` is then the contact's
       * seller.
       */
      actorKind: z.enum(['person', 'machine', 'release']),
      actorId: Id,
      originClaimed: z.string().nullable(),
      afterRefusal: z.boolean(),
      acknowledged: z.array(z.string()),
      because: Because.nullable(),
    }),
  ),
  handover: z.object({ at: InstantText, validUntil: InstantText }).nullable(),
});

/**
 * An attempt event, whatever became of the attempt: refused because of quiet hours or left for later; warned; sent
 * after a warning and not undone.
 */
export const AttemptEvent = z.enum(['put_off', 'warned', 'sent_after_warning']);

/**
 * `from` and `to` limit when the attempts began. With `event` they limit when that event happened, and the list is in
 * that order.
 */
export const AttemptQuery = z.strictObject({
  /** A customer's name or number, or the beginning of one. */
  query: z.string().trim().max(100).optional(),
  /** Part of a seller's name. */
  seller: z.string().trim().max(100).optional(),
  state: AttemptState.optional(),
  event: AttemptEvent.optional(),
  from: InstantInput.optional(),
  to: InstantInput.optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Query of `GET /api/v1/reports/overview`: at most 92 days; `to` is exclusive. */
export const OverviewQuery = z.strictObject({ from: InstantInput, to: InstantInput });

/** How many attempts had each event. `GET /attempts` with that `event` and the same `from` and `to` lists them. */
export const Overview = z.object({
  from: InstantText,
  to: InstantText,
  putOff: z.int(),
  warned: z.int(),
  sentAfterWarning: z.int(),
  /** Whether the brand has any attempt at all, at any time. */
  hasAttempts: z.boolean(),
});

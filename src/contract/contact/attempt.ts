/** The one way to start a contact, and to go on with it. */
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
 * Body of `POST /api/v1/attempts`. With `acknowledgement` the attempt it was given for goes on. `hold` means: hold it if
 * it is not allowed now; `true` for the time that was offered, an instant for another one.
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
  /** While it waits: when it comes back. When it is ready: until when it stays so. */
  heldUntil: InstantText.nullable(),
});

/** 201. After the permit's end the same key gives `handoff: null, lapsed: true`. */
export const Started = z.object({
  attempt: Attempt,
  decision: Decision,
  handoff: z.object({ url: z.string(), validUntil: InstantText }).nullable(),
  lapsed: z.boolean().optional(),
});
export type Started = z.infer<typeof Started>;

/** 202. `didNotFit`: the opening that was hoped for is full, and this is the next. */
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
  /** When the policy allows it. */
  opensAt: InstantText.nullable(),
  /** When the app would have it ready: in the store's hours, and in turn (H7, P3). Null: it cannot be held. */
  suggestedReleaseAt: InstantText.nullable(),
});
/** 409, `type` = the reason's. */
export const Refused = refusal;
/** 428: post again with a new key, the acknowledgement, and `reason` where `reasonNeeded`. */
export const Warned = refusal.extend({
  acknowledgement: z.string(),
  acknowledgeBefore: InstantText,
  reasonNeeded: z.boolean(),
});

export const SayOutcome = z.strictObject({ outcome: Outcome });

/** One line of the attempts list. */
export const AttemptRow = Attempt.extend({
  customerName: z.string(),
  sellerName: z.string(),
  storeName: z.string().nullable(),
  /** The store's clock, as it is now. */
  storeZone: z.string().nullable(),
  outcome: Outcome.nullable(),
  suggestionId: Id.nullable(),
  createdAt: InstantText,
  updatedAt: InstantText,
});
export const AttemptList = listOf(AttemptRow);

/** An attempt and each decision on it, oldest first. */
export const AttemptStory = AttemptRow.extend({
  text: z.string().nullable(),
  receipts: z.array(
    Decision.extend({
      id: Id,
      number: z.int(),
      decidedAt: InstantText,
      /** `release`: decided anew at its time, with nobody there; `actorId` is whose contact it was. */
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
 * Something that happened to an attempt, whatever came of it: refused because of quiet hours or left for later, warned,
 * sent after a warning and not taken back.
 */
export const AttemptEvent = z.enum(['put_off', 'warned', 'sent_after_warning']);

/** With `event`, `from` and `to` mean when it happened, and the list has the order of that. */
export const AttemptQuery = z.strictObject({
  /** A customer's name or number, or the beginning of them. */
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

/** `GET /api/v1/reports/overview`: at most 92 days, `to` is not counted. */
export const OverviewQuery = z.strictObject({ from: InstantInput, to: InstantInput });

/** How many attempts each event happened to; `GET /attempts` with that `event` and the same `from` and `to` lists them. */
export const Overview = z.object({
  from: InstantText,
  to: InstantText,
  putOff: z.int(),
  warned: z.int(),
  sentAfterWarning: z.int(),
  /** False: nobody of the brand has ever tried to contact anybody. */
  hasAttempts: z.boolean(),
});

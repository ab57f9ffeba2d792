/** Shapes of the rehearsal of a store's day: what will become of its held contacts, minute by minute. */
import { z } from 'zod';
import { DateInput, Id, InstantText } from '#contract/core/common.ts';
import { HOLD_END_REASONS } from '#rules/holds/hold.ts';

/**
 * Query of `GET /api/v1/rehearsal`. `storeId`: the own store if left out; a brand manager names one. `date`: on the store's
 * clock; if left out, the day of the store's next opening, and where the store is open now, the next day with one.
 */
export const RehearsalQuery = z.strictObject({ storeId: Id.optional(), date: DateInput.optional() });

/** Why a held contact leaves the day: it moves for one of the first three, or ends for one of the others. */
export const RehearsalLeaving = z.enum(['returned', 'refused', 'shut', ...HOLD_END_REASONS]);

const Interval = z.object({ start: InstantText, end: InstantText });

/**
 * One held contact of the day. `ready`: can be sent from `at` on. `moves`: gets the minute `toAt` of another day. `ends`: ends at
 * `at` without being sent. `plannedAt`: the minute that is planned now.
 */
export const RehearsedContact = z.object({
  attemptId: Id,
  customer: z.object({ id: Id, name: z.string() }),
  seller: z.object({ id: Id, name: z.string() }),
  kind: z.enum(['ready', 'moves', 'ends']),
  at: InstantText,
  plannedAt: InstantText,
  toAt: InstantText.nullable(),
  reason: RehearsalLeaving.nullable(),
  /** Why the contact moves or ends, or what differs from its plan: a sentence in the reader's language; null: nothing. */
  sentence: z.string().nullable(),
});
export type RehearsedContact = z.infer<typeof RehearsedContact>;

export const Rehearsal = z.object({
  store: z.object({ id: Id, name: z.string(), zone: z.string() }),
  date: z.iso.date(),
  from: InstantText,
  to: InstantText,
  /** The quiet times of the day, and the times in which contacts become ready. */
  quiet: z.array(Interval),
  open: z.array(Interval),
  /** For each hour of the store's clock, the part of it (0 to 1) that is quiet. */
  quietByHour: z.array(z.number()).length(24),
  /** The held contacts of the day. */
  total: z.int(),
  leftOut: z.array(z.object({ reason: RehearsalLeaving, count: z.int() })),
  /**
   * One day. `held`: the contacts that wait for the day; `ready`: those that become ready; `sent`: those that are sent if each
   * is sent in its minute; `hours`: the sent ones by the hour of the store's clock. `suggested` is 0: nothing here is suggested.
   */
  days: z.array(
    z.object({
      date: z.iso.date(),
      suggested: z.int(),
      held: z.int(),
      ready: z.int(),
      sent: z.int(),
      hours: z.array(z.int()).length(24),
    }),
  ),
  /** `capacity`: the most contacts that the seller can begin on the day (P1); 0 on a day off. */
  sellers: z.array(z.object({ id: Id, name: z.string(), count: z.int(), capacity: z.int(), isAway: z.boolean() })),
  lastServedOn: z.iso.date().nullable(),
  /** The contacts that leave the day for a later one. */
  doesNotFit: z.int(),
  contacts: z.array(RehearsedContact),
  /** False where the store has more held contacts than are rehearsed. */
  isWhole: z.boolean(),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

/** Body of `POST /api/v1/rehearsal/thin-out`: the contacts get the first free minutes after the date. */
export const ThinOut = z.strictObject({ attemptIds: z.array(Id).min(1).max(100), date: DateInput });

/** `notMoved`: contacts that no longer wait for this date, or for which no minute is free. */
export const ThinnedOut = z.object({
  moved: z.array(z.object({ attemptId: Id, from: InstantText, heldUntil: InstantText })),
  notMoved: z.array(Id),
});
export type ThinnedOut = z.infer<typeof ThinnedOut>;

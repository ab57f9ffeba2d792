/** Shapes of the report on contacts that went on after a warning: reasons, reading, and what followed. */
import { z } from 'zod';
import { Cursor, Id, InstantText, listOf } from '#contract/core/common.ts';
import { PERIOD_FIELDS } from '#contract/reports/panorama.ts';

export const AfterWarningQuery = z.strictObject(PERIOD_FIELDS);
export type AfterWarningQuery = z.infer<typeof AfterWarningQuery>;

/** The reason that the seller gave, where the brand asks for one. */
const Because = z.enum(['customer_asked', 'order_today', 'live_conversation', 'other']);
export type Because = z.infer<typeof Because>;

/**
 * `answer`, `sale`, `wrong_number`: what the seller said last, within the time. `stop`: the seller said so, or the number
 * asked for no more messages. `silence`: the seller said that no answer came, or said nothing. `open`: nothing was said yet.
 */
const Followed = z.enum(['answer', 'sale', 'stop', 'wrong_number', 'silence', 'open']);
export type Followed = z.infer<typeof Followed>;

const counted = {
  warned: z.int(),
  /** The part of `warned` that was not sent after the warning. */
  turnedBack: z.int(),
  /** Contacts that went on after a warning. */
  sent: z.int(),
  /** The part of `sent` whose seller had been refused for the same customer in the same quiet time. */
  afterRefusal: z.int(),
};

const FollowedCounts = z.record(Followed, z.int());

export const AfterWarning = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  ...counted,
  /** The share of the warned that turned back, with its 95 % interval; null below 20 warnings. */
  turnedBackShare: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  /** By the reason given, most first; null: none was asked for. */
  reasons: z.array(z.object({ because: Because.nullable(), contacts: z.int() })),
  followedDay: FollowedCounts,
  followedWeek: FollowedCounts,
  /** How long the warning was read: the median in seconds, and contacts by the seconds from which each band begins. */
  readMedian: z.int().nullable(),
  readBands: z.array(z.object({ fromSeconds: z.int(), contacts: z.int() })),
  stores: z.array(z.object({ id: Id, name: z.string(), ...counted })),
  /** The people of the store that is asked for, most first; empty while anybody has fewer than 20 contacts. */
  sellers: z.array(z.object({ id: Id, name: z.string(), ...counted })),
});
export type AfterWarning = z.infer<typeof AfterWarning>;

export const AfterWarningContactsQuery = z.strictObject({
  ...PERIOD_FIELDS,
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** `id`: the attempt. `eventAt`: when the contact was handed over; the newest is first. */
export const AfterWarningContacts = listOf(
  z.object({
    id: Id,
    eventAt: InstantText,
    customerName: z.string(),
    sellerName: z.string(),
    storeName: z.string().nullable(),
    storeZone: z.string().nullable(),
    because: Because.nullable(),
    afterRefusal: z.boolean(),
    /** Whole seconds from the warning to going on; null where the record of the warning is deleted. */
    readSeconds: z.int().nullable(),
    followedDay: Followed,
    followedWeek: Followed,
  }),
);

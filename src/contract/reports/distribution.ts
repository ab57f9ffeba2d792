/** How a day is spread (P5): contacts by the hour of the store's clock against an even spread, and what was put off. */
import { z } from 'zod';
import { DateOrInstantInput, Id, InstantText } from '#contract/core/common.ts';

/**
 * `GET /api/v1/reports/distribution`. `from` and `to` are two dates (both counted, each on the store's own clock) or two
 * instants (`to` is not counted); without them the store's today. At most 92 days.
 */
export const DistributionQuery = z.strictObject({
  from: DateOrInstantInput.optional(),
  to: DateOrInstantInput.optional(),
  storeId: Id.optional(),
  sellerId: Id.optional(),
});
export type DistributionQuery = z.infer<typeof DistributionQuery>;

const ByHour = z.array(z.int()).length(24);
const Shares = z.array(z.number()).length(24);

const figures = {
  /** Handed to WhatsApp, and not taken back as "not sent". */
  contacts: z.int(),
  /** Refused because of quiet hours, or left for later: each attempt once. */
  putOff: z.int(),
  /** Of the contacts, those that went on after a warning. */
  afterWarning: z.int(),
  /** What waits now, whenever it was held: waiting for its time, or ready and not sent. */
  waiting: z.int(),
  /** Contacts by the hour of the store's clock, from 0 to 23. */
  hours: ByHour,
};

/** A store's hours: the part of each, from 0 to 1, that was quiet, and that was open (not quiet and, where known, within opening hours). */
const clock = { quiet: Shares, open: Shares };

export const StoreSpread = z.object({ id: Id, name: z.string(), zone: z.string(), ...figures, ...clock });
export const SellerSpread = z.object({ id: Id, name: z.string(), storeId: Id, ...figures });

export const Distribution = z.object({
  from: InstantText,
  to: InstantText,
  /** The dates counted, first and last; null where instants were asked for. */
  days: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  /** The clock of the hours; null where several stores go by different ones. */
  zone: z.string().nullable(),
  ...figures,
  ...clock,
  /** The contacts, spread evenly over the hours that were open. */
  even: Shares,
  /** The quiet stretches of these days, where it is one clock. */
  quietStretches: z.array(z.object({ start: InstantText, end: InstantText })),
  stores: z.array(StoreSpread),
  /** Of one store; empty where several are asked for. */
  sellers: z.array(SellerSpread),
  /** Sellers come by their contacts, the most first; else by name: nobody with fewer than 20 events is ranked. */
  ranked: z.boolean(),
});
export type Distribution = z.infer<typeof Distribution>;

/**
 * Shapes of the day spread (P5): contacts by the hour of the store's clock beside an even spread, and what was put off.
 */
import { z } from 'zod';
import { DateInput, DateOrInstantInput, Id, InstantText } from '#contract/core/common.ts';

/**
 * Query of `GET /api/v1/reports/distribution`. `from` and `to` are two dates (both inclusive, each on the store's own
 * clock) or two instants (`to` is exclusive). Without them: today on the store's clock. At most 92 days.
 */
export const DistributionQuery = z.strictObject({
  from: DateOrInstantInput.optional(),
  to: DateOrInstantInput.optional(),
  storeId: Id.optional(),
  sellerId: Id.optional(),
  /** `bursts`: with the bursts of each store and seller. */
  detail: z.enum(['bursts']).optional(),
});
export type DistributionQuery = z.infer<typeof DistributionQuery>;

const ByHour = z.array(z.int()).length(24);
const Shares = z.array(z.number()).length(24);

const figures = {
  /** Contacts handed over to WhatsApp, without those undone as "not sent". */
  contacts: z.int(),
  /** Attempts refused because of quiet hours or left for later, each counted once. */
  putOff: z.int(),
  /** The part of `contacts` that went on after a warning. */
  afterWarning: z.int(),
  /** Contacts that are held now, since whenever: waiting for their minute, or ready and not sent. */
  waiting: z.int(),
  /** The contacts by the hour of the store's clock, from 0 to 23. */
  hours: ByHour,
  /**
   * How even the hours are, 0 to 1: 1 minus the share of the contacts that would have to move for the even spread. Null
   * below 20 contacts, and where no hour was open (decision 0062).
   */
  evenness: z.number().nullable(),
  /**
   * `bursts`: how often a seller went over the sliding limit. `most`: the most contacts of a seller in the time of the
   * limit. `longestRun`: the most in a row without a pause of two minutes. Null where they are not asked for.
   */
  bursts: z.object({ bursts: z.int(), most: z.int(), longestRun: z.int() }).nullable(),
};

/**
 * For each hour, the part of it (0 to 1) that was quiet, and the part that was open: not quiet and, if known, within
 * opening hours.
 */
const clock = { quiet: Shares, open: Shares };

export const StoreSpread = z.object({ id: Id, name: z.string(), zone: z.string(), ...figures, ...clock });
export const SellerSpread = z.object({ id: Id, name: z.string(), storeId: Id, ...figures });

export const Distribution = z.object({
  from: InstantText,
  to: InstantText,
  /** The first and the last date counted; null if instants were asked for. */
  days: z.object({ from: z.iso.date(), to: z.iso.date() }).nullable(),
  /** The zone of the hours; null if the stores have different ones. */
  zone: z.string().nullable(),
  ...figures,
  ...clock,
  /** The same number of contacts, spread evenly over the open hours. */
  even: Shares,
  /** The quiet stretches of these days; empty if the stores have different clocks. */
  quietStretches: z.array(z.object({ start: InstantText, end: InstantText })),
  stores: z.array(StoreSpread),
  /** The sliding limit in force now (P1), by which bursts are counted; null where there is none or they are not asked for. */
  limit: z.object({ max: z.int(), perMinutes: z.int() }).nullable(),
  /** The sellers, if one store is asked for; empty for several. */
  sellers: z.array(SellerSpread),
  /**
   * Whether the sellers are sorted by their contacts, most first. With fewer than 20 events they are sorted by name,
   * since such small numbers say nothing.
   */
  ranked: z.boolean(),
});
export type Distribution = z.infer<typeof Distribution>;

/** Query of the CSV: as for the report, by whole dates. One line for each store; for one store, one for each seller. */
export const DistributionCsvQuery = z.strictObject({
  from: DateInput.optional(),
  to: DateInput.optional(),
  storeId: Id.optional(),
  sellerId: Id.optional(),
});

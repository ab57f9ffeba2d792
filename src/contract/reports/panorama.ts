/** Shapes of the Panorama: what happened to attempts in a time, and the attempts behind each figure. */
import { z } from 'zod';
import { AttemptRow } from '#contract/contact/attempt.ts';
import { Cursor, DateInput, Id, InstantText, listOf } from '#contract/core/common.ts';

/** Both dates are inclusive, each on the store's own clock. Without them: the last 30 days. At most 92 days. */
export const PERIOD_FIELDS = {
  from: DateInput.optional(),
  to: DateInput.optional(),
  storeId: Id.optional(),
  sellerId: Id.optional(),
};

export const PanoramaQuery = z.strictObject(PERIOD_FIELDS);
export type PanoramaQuery = z.infer<typeof PanoramaQuery>;

/**
 * Counts of attempts. Each attempt counts at most once in each figure, at the first instant of the event, so that the
 * figures of stores, sellers, hours and dates add up.
 */
const Figures = z.object({
  attempts: z.int(),
  allowed: z.int(),
  /** Attempts refused because of quiet hours, or held for later. */
  putOff: z.int(),
  warned: z.int(),
  /** The part of `warned` that was not sent after the warning. */
  turnedBack: z.int(),
  held: z.int(),
  /** Contacts handed over to WhatsApp, without those undone as "not sent". */
  sent: z.int(),
  sentAfterWarning: z.int(),
  /** The part of `sentAfterWarning` whose seller had been refused for the same customer in the same quiet time. */
  sentAfterRefusal: z.int(),
  /** What the sellers say of `sent`: the customer talked or bought. */
  answered: z.int(),
  sold: z.int(),
  noAnswer: z.int(),
  stopped: z.int(),
  wrongNumber: z.int(),
  /** The part of `sent` outside the store's opening hours; none for stores without hours (H7). */
  outsideHours: z.int(),
  /** Evenings, counted for each seller: in which the seller contacted a customer after the silence began. */
  eveningsWorked: z.int(),
  /** Evenings in which the seller was put off or turned back, and contacted nobody after the silence began. */
  eveningsSpared: z.int(),
});

const HourFigures = z.object({
  sent: z.int(),
  /** The same contacts, spread evenly over the open hours. */
  even: z.number(),
  /** The part of the hour (0 to 1) that was quiet, and open. */
  quiet: z.number(),
  open: z.number(),
  putOff: z.int(),
  outsideHours: z.int(),
  stopped: z.int(),
  wrongNumber: z.int(),
});

export const Panorama = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  /** The zone of the stores; null if they have different ones. */
  zone: z.string().nullable(),
  figures: Figures,
  /** By the hour of the store's clock, 0 to 23. */
  hours: z.array(HourFigures).length(24),
  /** Contacts by weekday, Monday first, and hour. */
  week: z.array(z.array(z.int()).length(24)).length(7),
  stores: z.array(z.object({ id: Id, name: z.string(), zone: z.string(), figures: Figures })),
  /** The sellers with figures, if one store is asked for. */
  sellers: z.array(z.object({ id: Id, name: z.string(), figures: Figures })),
  /** Whether the sellers are in the order of their contacts; with fewer than 20 contacts of any they are in that of names. */
  ranked: z.boolean(),
});
export type Panorama = z.infer<typeof Panorama>;

/** An event of an attempt. Each figure of the Panorama except the evenings is the number of attempts with its event. */
export const ReportEvent = z.enum([
  'attempted',
  'allowed',
  'put_off',
  'warned',
  'turned_back',
  'held',
  'sent',
  'sent_after_warning',
  'sent_after_refusal',
  'answered',
  'sold',
  'no_answer',
  'stopped',
  'wrong_number',
  'outside_hours',
]);
export type ReportEvent = z.infer<typeof ReportEvent>;

const chosen = {
  ...PERIOD_FIELDS,
  event: ReportEvent.default('attempted'),
  /** Only events in this hour of the store's clock. */
  hour: z.coerce.number().int().min(0).max(23).optional(),
  /** Only events in the hours of the week that this version of the quiet hours keeps quiet. */
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
};

export const ReportAttemptsQuery = z.strictObject({
  ...chosen,
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const ReportCsvQuery = z.strictObject(chosen);

/** `eventAt`: the instant of the event, by which the list is ordered, newest first. */
export const ReportAttempts = listOf(AttemptRow.extend({ eventAt: InstantText }));

/** Shapes of the silences that customers asked for (D4b). */
import { z } from 'zod';
import { DateInput, Id, InstantText } from '#contract/core/common.ts';

const Weekday = z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
const Time = z.string().regex(/^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/);

/**
 * Hours on weekdays (`days`, `start`, `end`), or no contact until a date, inclusive (`until`). An end before the start is
 * on the next day; `24:00` only as an end.
 */
export const AskSilence = z.union([
  z.strictObject({ until: DateInput }),
  z.strictObject({ days: z.array(Weekday).min(1).max(7), start: Time, end: Time }),
]);
export type AskSilence = z.infer<typeof AskSilence>;

/** `movedHolds`: the held contacts that got another minute. `leavesNoTime`: no time for a contact is left within 30 days. */
export const SilenceAsked = z.object({ id: Id, movedHolds: z.int(), leavesNoTime: z.boolean() });
export type SilenceAsked = z.infer<typeof SilenceAsked>;

/** What the customer's seller has not read yet: a colleague wrote a silence down, or ended it. */
export const SilenceNews = z.object({
  /** The id of the silence. */
  id: Id,
  customer: z.object({ id: Id, name: z.string() }),
  sentence: z.string(),
});
export type SilenceNews = z.infer<typeof SilenceNews>;

/** A silence that nobody has ended. `running`: now no contact from a suggestion may start because of the silence. */
export const AskedSilenceEntry = z.object({
  id: Id,
  days: z.array(Weekday).nullable(),
  start: z.string().nullable(),
  end: z.string().nullable(),
  until: z.string().nullable(),
  running: z.boolean(),
  madeAt: InstantText,
  madeBy: z.string(),
});
export type AskedSilenceEntry = z.infer<typeof AskedSilenceEntry>;

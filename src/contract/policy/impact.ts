/**
 * Shapes of the impact: what the recorded contacts would have been under another policy (A2, A6); and of the quiet
 * figure.
 */
import { z } from 'zod';
import { Id, InstantText } from '#contract/core/common.ts';

const Counts = z.object({
  /** Contacts from suggestions that the policy refuses because of quiet hours. */
  suggestion: z.int(),
  /** Contacts from a profile that the policy warns about. */
  profile: z.int(),
});

/** Each attempt counts once, by its first decision. `would`: under the policy asked about; `did`: as recorded. */
export const Impact = z.object({
  from: InstantText,
  until: InstantText,
  /** All attempts between `from` and `until`. */
  attempts: z.int(),
  would: Counts,
  did: Counts,
  /** Attempts with another decision under the policy asked about; 0 if that policy was in force all the time. */
  different: z.int(),
  /** By the hour (0 to 23) on the attempt's own clock: all contacts, and those refused or warned. */
  hours: z.array(Counts.extend({ hour: z.int(), attempts: z.int() })).length(24),
  /** The stores in which a contact would be refused or warned; most such contacts first. */
  stores: z.array(Counts.extend({ storeId: Id, storeName: z.string(), attempts: z.int() })),
  /**
   * Customers who asked to stop after a contact, and how many of those contacts were inside the quiet hours asked
   * about.
   */
  stops: z.object({ all: z.int(), inQuiet: z.int() }),
  /** A few attempts with another decision, newest first. */
  examples: z.array(
    z.object({
      attemptId: Id,
      at: InstantText,
      zone: z.string(),
      storeName: z.string(),
      origin: z.string(),
      did: z.enum(['allow', 'warn', 'block']),
      would: z.enum(['allow', 'warn', 'block']),
    }),
  ),
});
export type Impact = z.infer<typeof Impact>;

/**
 * The quiet figure, for a brand manager: contacts between `start` and `end` (20:00–08:00) in the last `days` (90) days.
 */
export const QuietFigure = z.object({
  start: z.string(),
  end: z.string(),
  days: z.int(),
  /** Contacts handed over in those hours; null if nothing was recorded then. */
  contacts: z.int().nullable(),
});

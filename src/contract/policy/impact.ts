/** What another policy would have made of the contacts that were recorded (A2, A6). */
import { z } from 'zod';
import { Id, InstantText } from '#contract/core/common.ts';

const Counts = z.object({
  /** Contacts from suggestions that would be refused until it opens. */
  suggestion: z.int(),
  /** Contacts from a profile that would be warned. */
  profile: z.int(),
});

/** Each attempt counts once, by its first decision. "Would" is the policy asked about, "did" what was recorded. */
export const Impact = z.object({
  from: InstantText,
  until: InstantText,
  /** Attempts in that time. */
  attempts: z.int(),
  would: Counts,
  did: Counts,
  /** Attempts whose decision would have been another one; 0 for a policy that is the one in force all that time. */
  different: z.int(),
  /** By the hour on the attempt's own clock, 0 to 23: all contacts, and those that would wait or be warned. */
  hours: z.array(Counts.extend({ hour: z.int(), attempts: z.int() })).length(24),
  /** The stores with anything to tell, the most first. */
  stores: z.array(Counts.extend({ storeId: Id, storeName: z.string(), attempts: z.int() })),
  /** Customers who asked to stop after a contact, and how many of those contacts lay in the quiet hours asked about. */
  stops: z.object({ all: z.int(), inQuiet: z.int() }),
  /** A few attempts that would have gone otherwise, the newest first. */
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

/** `GET /api/v1/quiet-hours/figure`, for a brand's manager: what left between 20:00 and 08:00 in the last 90 days. */
export const QuietFigure = z.object({
  start: z.string(),
  end: z.string(),
  days: z.int(),
  /** Contacts handed over in those hours; null where nothing is recorded from before. */
  contacts: z.int().nullable(),
});

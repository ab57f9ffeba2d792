/** Shapes of the summary of an ended week: three figures against the week before, and one thing to notice. */
import { z } from 'zod';
import { DateInput, Id } from '#contract/core/common.ts';
import { HIGHLIGHTS } from '#rules/reports/week-highlight.ts';
import { WEEK_FIGURES } from '#rules/reports/week-summary.ts';

/** `week`: the Monday of an ended week. Without it: the last week that is over on the clocks of all stores. */
export const WeekQuery = z.strictObject({ storeId: Id.optional(), week: DateInput.optional() });

const Store = z.object({ id: Id, name: z.string() });

export const Week = z.object({
  /** Monday and Sunday, each on the store's own clock. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** The store that was asked for; null: all stores. */
  store: Store.nullable(),
  figures: z
    .array(
      z.object({
        figure: z.enum(WEEK_FIGURES),
        now: z.int(),
        /** The figure of the week before; null: it cannot be compared. */
        before: z.int().nullable(),
      }),
    )
    .length(3),
  highlight: z.object({
    kind: z.enum(HIGHLIGHTS),
    /** The store that stands out; null: all stores that were counted. */
    store: Store.nullable(),
    /** Evenings, contacts, or stop requests for 1,000 contacts, as `kind` says. */
    now: z.number(),
    before: z.number().nullable(),
  }),
  /** Whether anything happened in the week or in the one before. */
  hasData: z.boolean(),
  /**
   * The mail with this week as the reader gets it; null: the reader gets no such mails, because no mail server is set or the
   * account belongs to a store's device. `wanted`: the reader has not switched such mails off.
   */
  mail: z.object({ wanted: z.boolean(), to: z.string(), subject: z.string(), text: z.string() }).nullable(),
});
export type Week = z.infer<typeof Week>;

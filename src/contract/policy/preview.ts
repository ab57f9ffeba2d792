/**
 * Shapes that support reads before it publishes: the sentence, the coming week, the lints, the conflicts, the impact
 * (A2, A3, A4).
 */
import { z } from 'zod';
import { Id, InstantInput, InstantText } from '#contract/core/common.ts';
import { LINT_CODES } from '#rules/policy/lints/lint.ts';
import { Impact } from './impact.ts';
import { RehearsedDay } from './rehearsed-day.ts';

export const LintCode = z.enum(LINT_CODES);
export const Lint = z.object({
  code: LintCode,
  /** The paths in the policy, as in a fault: `exceptions[0]`, `windows[1].end`; empty for the whole policy. */
  places: z.array(z.string()),
  sentence: z.string(),
});

/** A store that is open in quiet hours (A3). */
export const Conflict = z.object({ storeId: Id, storeName: z.string(), zone: z.string(), minutesAWeek: z.int() });

const DecidingHour = z.object({ storeId: Id, storeName: z.string(), weekday: z.string(), time: z.string() });
export const Recommendation = z.object({
  start: z.string(),
  end: z.string(),
  /** Why these hours are recommended, as a sentence. */
  sentence: z.string(),
  /** The two opening hours that decided; null if no store has opening hours. */
  because: z.object({ latestClosing: DecidingHour, earliestOpening: DecidingHour }).nullable(),
  storesWithoutHours: z.array(z.object({ id: Id, name: z.string() })),
  /** Stores that would be open in the recommended quiet hours. */
  conflicts: z.array(Conflict),
});

/**
 * The answer of `GET …/quiet-hours/holidays`: holidays of the next 13 months in the states of the brand's stores, by
 * date.
 */
export const HolidayList = z.object({
  items: z.array(
    z.object({
      date: z.iso.date(),
      name: z.string(),
      /** `optional`: most of the country has the day off, although no federal law makes it a holiday. */
      scope: z.enum(['national', 'optional', 'state']),
      /** The states that have the holiday; empty: the whole country. */
      states: z.array(z.string()),
      source: z.string(),
    }),
  ),
});

export const Preview = z.strictObject({
  /** `rules/policy/policy.ts` parses this document and reports the path of a fault. */
  policy: z.unknown(),
  /** When the policy would take effect. If that is in the future, the previewed week begins then. */
  effective: z.union([z.enum(['next-quiet-start', 'now']), InstantInput]).default('now'),
  /** False leaves out the impact, which reads the record. The editor sends false while a person drags the hours. */
  impact: z.boolean().default(true),
  /** True adds the coming 14 days, for which all customers of the brand are read. */
  coming: z.boolean().default(false),
});
const Span = z.object({ start: InstantText, end: InstantText });
export const Previewed = z.object({
  sentence: z.string(),
  /** Seven days for each zone of the brand's stores. */
  week: z.array(
    z.object({
      zone: z.string(),
      stores: z.int(),
      days: z
        .array(
          z.object({
            date: z.iso.date(),
            /** The day's beginning and end: 24 hours apart, or 23 to 25 if the clock changes. */
            from: InstantText,
            until: InstantText,
            quiet: z.array(Span),
            /** The clock change on that day: 60 minutes forward or -60 back; null on other days. */
            clockChange: z.object({ at: InstantText, minutes: z.int() }).nullable(),
          }),
        )
        .length(7),
    }),
  ),
  lints: z.array(Lint),
  conflicts: z.array(Conflict),
  impact: Impact.nullable(),
  /** The coming 14 days of all campaigns under the policy; null: not asked for. */
  coming: z
    .object({
      days: z.array(RehearsedDay),
      /** The contacts that wait now, and those of them whose minute would be quiet. */
      waiting: z.int(),
      moved: z.int(),
      /** The suggestions that would be put off, because they are used in quiet hours. */
      putOff: z.int(),
    })
    .nullable(),
});
export type Previewed = z.infer<typeof Previewed>;

/** What support looks at before it publishes: the sentence, the coming week, what to confirm, whom it concerns (A2, A3, A4). */
import { z } from 'zod';
import { Id, InstantInput, InstantText } from '#contract/core/common.ts';
import { LINT_CODES } from '#rules/policy/lints/lint.ts';
import { Impact } from './impact.ts';

export const LintCode = z.enum(LINT_CODES);
export const Lint = z.object({
  code: LintCode,
  /** Where in the policy, as in a fault: `exceptions[0]`, `windows[1].end`; empty for the whole. */
  places: z.array(z.string()),
  sentence: z.string(),
});

/** A store that is open in quiet time (A3). */
export const Conflict = z.object({ storeId: Id, storeName: z.string(), zone: z.string(), minutesAWeek: z.int() });

const DecidingHour = z.object({ storeId: Id, storeName: z.string(), weekday: z.string(), time: z.string() });
export const Recommendation = z.object({
  start: z.string(),
  end: z.string(),
  /** The reason in words. */
  sentence: z.string(),
  /** Null where no store's hours decided. */
  because: z.object({ latestClosing: DecidingHour, earliestOpening: DecidingHour }).nullable(),
  storesWithoutHours: z.array(z.object({ id: Id, name: z.string() })),
  /** Stores that would be open in the hours recommended. */
  conflicts: z.array(Conflict),
});

/** `GET …/quiet-hours/holidays`: suggestions of the next 13 months for the states of the brand's stores, in order. */
export const HolidayList = z.object({
  items: z.array(
    z.object({
      date: z.iso.date(),
      name: z.string(),
      /** `optional`: most of the country takes it off although no federal law makes it a holiday. */
      scope: z.enum(['national', 'optional', 'state']),
      /** Where it is one; empty for the whole country. */
      states: z.array(z.string()),
      source: z.string(),
    }),
  ),
});

export const Preview = z.strictObject({
  /** Parsed by the rules, which say the place of a fault. */
  policy: z.unknown(),
  /** From when on; the week begins there where it lies ahead. */
  effective: z.union([z.enum(['next-quiet-start', 'now']), InstantInput]).default('now'),
  /** False spares the impact, which reads the record: for while somebody drags. */
  impact: z.boolean().default(true),
});
const Span = z.object({ start: InstantText, end: InstantText });
export const Previewed = z.object({
  sentence: z.string(),
  /** Seven days in each zone of the brand's stores. */
  week: z.array(
    z.object({
      zone: z.string(),
      stores: z.int(),
      days: z
        .array(
          z.object({
            date: z.iso.date(),
            /** 23 to 25 hours where the clock changes. */
            from: InstantText,
            until: InstantText,
            quiet: z.array(Span),
            /** The clock's change on that day: minutes added (60) or taken back (-60); null on ordinary days. */
            clockChange: z.object({ at: InstantText, minutes: z.int() }).nullable(),
          }),
        )
        .length(7),
    }),
  ),
  lints: z.array(Lint),
  conflicts: z.array(Conflict),
  impact: Impact.nullable(),
});
export type Previewed = z.infer<typeof Previewed>;

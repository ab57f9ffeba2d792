/** Shapes of the comparison of the weeks before and after a version of the quiet hours took effect (decision 0061). */
import { z } from 'zod';
import { InstantText } from '#contract/core/common.ts';
import { PERIOD_FIELDS } from '#contract/reports/panorama.ts';

/**
 * `version`: the version whose start is the cut; without it the newest one that took effect, which at first is the
 * activation. Without dates: eight weeks on each side. With dates: the weeks that are wholly within them, at most 26 on each side.
 */
export const BeforeAfterQuery = z.strictObject({
  ...PERIOD_FIELDS,
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
});
export type BeforeAfterQuery = z.infer<typeof BeforeAfterQuery>;

/** A value with its 95 % interval. */
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

const measured = {
  part: z.int(),
  /** Contacts; for the measure `contacts` days. */
  of: z.int(),
  /** Null where there is nothing to share. */
  estimate: Estimate.nullable(),
};

/**
 * `late`: the share of the contacts in the hours that the version keeps quiet. `outside`: while the store was closed.
 * `stopped`, `answered`: what the sellers say of the contacts. `contacts`: contacts per day.
 */
export const ComparedMeasure = z.enum(['late', 'outside', 'stopped', 'answered', 'contacts']);
export type ComparedMeasure = z.infer<typeof ComparedMeasure>;

export const BeforeAfter = z.object({
  /** The versions that took effect, newest first. */
  versions: z.array(z.object({ version: z.int(), startsAt: InstantText, sentence: z.string() })),
  cut: z.object({ version: z.int(), at: InstantText, isActivation: z.boolean() }).nullable(),
  /** `no_version`: the brand never had quiet hours. `no_before`, `no_after`: no whole week with contacts on that side. */
  state: z.enum(['compared', 'no_version', 'no_before', 'no_after']),
  measures: z.array(
    z.object({
      measure: ComparedMeasure,
      weeks: z.array(z.object({ from: z.iso.date(), to: z.iso.date(), isAfter: z.boolean(), ...measured })),
      before: z.object(measured),
      after: z.object(measured),
      /** `after` minus `before`. */
      difference: Estimate.nullable(),
      /**
       * `few`: less than 100 contacts or two weeks on a side. `alike`: these figures show no difference. Null for
       * `contacts`, whose number also depends on team and season.
       */
      verdict: z.enum(['less', 'more', 'alike', 'few']).nullable(),
    }),
  ),
});
export type BeforeAfter = z.infer<typeof BeforeAfter>;

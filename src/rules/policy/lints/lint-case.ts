/** What every check of a policy is given, and what it answers (A4). */
import type { Policy } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';

/** Places and names as a check finds them; nothing to say where both are empty. */
export interface Finding {
  /** Where in the policy, as in a fault: `exceptions[0]`, `windows[1].end`, `windows`; empty where it lies in no one place. */
  readonly places: readonly string[];
  /** What a sentence names: dates (`YYYY-MM-DD`) for a date's lint, zones for a clock's, store names for a store's; may be empty. */
  readonly names: readonly string[];
  /** Of `hours_lost` alone: the opening minutes a week that each store in `names` loses. */
  readonly minutesAWeek?: readonly number[];
}

/** What a policy is looked at with: on which clocks it would run, from when on, and for which stores. */
export interface LintCase {
  readonly policy: Policy;
  readonly stores: readonly OpenStore[];
  /** The known zones whose clocks count: the stores', or the brand's where no store's zone is known or the brand's clock alone counts (C1, C3). */
  readonly zones: readonly string[];
  /** The zone of the brand's own clock. */
  readonly brandZone: string;
  readonly now: Instant;
}

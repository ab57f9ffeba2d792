/** Defines the input and the result of every lint check of a policy (A4). */
import type { Policy } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';

/** The result of a check. The check found nothing if `places` and `names` are both empty. */
export interface Finding {
  /**
   * Paths in the policy, as in a fault: `exceptions[0]`, `windows[1].end`, `windows`; empty if no single path applies.
   */
  readonly places: readonly string[];
  /**
   * The names for the sentence: dates (`YYYY-MM-DD`) for a lint about dates, zones for one about clocks, store names
   * for one about stores; may be empty.
   */
  readonly names: readonly string[];
  /** Only for `hours_lost`: the opening minutes per week that each store in `names` loses. */
  readonly minutesAWeek?: readonly number[];
}

/** The input of a check: the policy, its clocks, the present instant and the stores. */
export interface LintCase {
  readonly policy: Policy;
  readonly stores: readonly OpenStore[];
  /**
   * The known zones whose clocks count: those of the stores, or the brand's if no store's zone is known or only the
   * brand's clock counts (C1, C3).
   */
  readonly zones: readonly string[];
  /** The zone of the brand's own clock. */
  readonly brandZone: string;
  readonly now: Instant;
}

/** Changes of `src/rules` that no test notices, each with the reason why none needs to. Read by `mutate.ts`. */

export interface Mutant {
  /** The file's name without its folder. */
  readonly file: string;
  /** The line as it is, and as it became. */
  readonly line: string;
  readonly became: string;
}

interface AcceptedMutant extends Mutant {
  readonly because: string;
}

const NULL_IS_1970 = 'null counts as 1970 here, which lies before every instant: the answer is the same';

export const ACCEPTED_MUTANTS: readonly AcceptedMutant[] = [
  {
    file: 'pin-budget.ts',
    line: 'return paidUntil === null ? 0 : Math.max(0, Math.ceil((paidUntil - now) / STORE_BUDGET.everyMs));',
    became: 'return false ? 0 : Math.max(0, Math.ceil((paidUntil - now) / STORE_BUDGET.everyMs));',
    because: NULL_IS_1970,
  },
  {
    file: 'pin-lock.ts',
    line: 'return lockedUntil !== null && now < lockedUntil ? { until: lockedUntil } : null;',
    became: 'return true && now < lockedUntil ? { until: lockedUntil } : null;',
    because: NULL_IS_1970,
  },
  {
    file: 'pin-wait.ts',
    line: 'if (wait.waitUntil !== null && now < wait.waitUntil) return { taken: false, nextAt: wait.waitUntil };',
    became: 'if (true && now < wait.waitUntil) return { taken: false, nextAt: wait.waitUntil };',
    because: NULL_IS_1970,
  },
  {
    file: 'window.ts',
    line: 'return { startMinute, endMinute: endMinute < startMinute ? endMinute + 1440 : endMinute };',
    became: 'return { startMinute, endMinute: endMinute <= startMinute ? endMinute + 1440 : endMinute };',
    because: 'the two times are never equal: parsePolicy refuses such a window as equal_times',
  },
];

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

export const ACCEPTED_MUTANTS: readonly AcceptedMutant[] = [];

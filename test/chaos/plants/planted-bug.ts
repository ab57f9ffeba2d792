/** The form of a planted bug: a change of the source, and the promises that the change breaks. */
import type { Promised } from '#chaos/checker/finding.ts';

export interface PlantedBug {
  readonly name: string;
  /** The scenario that must find the bug. */
  readonly scenario: string;
  readonly changes: readonly Change[];
  /** The checker must find at least one of these promises broken. */
  readonly breaks: readonly Promised[];
}

/** A change of one file. The text `find` must be in the file exactly once. */
export interface Change {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

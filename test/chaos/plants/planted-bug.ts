/** A bug planted on purpose: what is changed, and which promise that breaks. */
import type { Promised } from '#chaos/checker/finding.ts';

export interface PlantedBug {
  readonly name: string;
  /** The scenario that must find it. */
  readonly scenario: string;
  readonly changes: readonly Change[];
  /** One of these must be found broken. */
  readonly breaks: readonly Promised[];
}

/** `find` must stand in the file exactly once. */
export interface Change {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Defines the tally of contacts that are judged again. Parts can be counted separately and added up (A2, A6). */
import type { Origin, Verdict } from '#rules/contact/decision.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface QuietCounts {
  /** Contacts from suggestions that quiet hours block. */
  suggestion: number;
  /** Contacts from a profile that quiet hours warn about. */
  profile: number;
}

export interface AttemptCounts extends QuietCounts {
  attempts: number;
}

export interface ImpactExample {
  readonly attemptId: string;
  readonly at: Instant;
  readonly zone: string;
  readonly storeId: string | null;
  readonly origin: Origin;
  readonly did: Verdict;
  readonly would: Verdict;
}

/** The counts, as plain data that can be sent between threads. */
export interface ImpactTally {
  attempts: number;
  readonly would: QuietCounts;
  readonly did: QuietCounts;
  /** The attempts whose verdict or reasons would be different. */
  different: number;
  /** By the hour, 0 to 23, on the attempt's clock. */
  readonly hours: readonly AttemptCounts[];
  readonly stores: Map<string, AttemptCounts>;
  readonly stops: { all: number; inQuiet: number };
  /** The newest attempts that would be judged differently; among equal instants the greatest id comes first. */
  examples: ImpactExample[];
}

export const EXAMPLES = 8;

export function emptyTally(): ImpactTally {
  return {
    attempts: 0,
    would: { suggestion: 0, profile: 0 },
    did: { suggestion: 0, profile: 0 },
    different: 0,
    hours: Array.from({ length: 24 }, () => ({ attempts: 0, suggestion: 0, profile: 0 })),
    stores: new Map(),
    stops: { all: 0, inQuiet: 0 },
    examples: [],
  };
}

/** Adds `part` to `tally`. The order in which parts are added does not matter. */
export function addTally(tally: ImpactTally, part: ImpactTally): void {
  tally.attempts += part.attempts;
  tally.different += part.different;
  addCounts(tally.would, part.would);
  addCounts(tally.did, part.did);
  tally.stops.all += part.stops.all;
  tally.stops.inQuiet += part.stops.inQuiet;
  for (const [hour, counts] of part.hours.entries()) addAttempts(tally.hours[hour] as AttemptCounts, counts);
  for (const [storeId, counts] of part.stores) addAttempts(storeOf(tally, storeId), counts);
  tally.examples = newestExamples([...tally.examples, ...part.examples]);
}

/** Returns the newest examples first, at most `EXAMPLES`. */
export function newestExamples(examples: readonly ImpactExample[]): ImpactExample[] {
  return examples.toSorted((a, b) => b.at - a.at || (a.attemptId < b.attemptId ? 1 : -1)).slice(0, EXAMPLES);
}

/** Returns the counts of a store, and creates them if there are none. `storeId` null: attempts without a store. */
export function storeOf({ stores }: ImpactTally, storeId: string | null): AttemptCounts {
  const known = stores.get(storeId ?? '');
  if (known !== undefined) return known;
  const fresh = { attempts: 0, suggestion: 0, profile: 0 };
  stores.set(storeId ?? '', fresh);
  return fresh;
}

function addCounts(to: QuietCounts, more: QuietCounts): void {
  to.suggestion += more.suggestion;
  to.profile += more.profile;
}

function addAttempts(to: AttemptCounts, more: AttemptCounts): void {
  to.attempts += more.attempts;
  addCounts(to, more);
}

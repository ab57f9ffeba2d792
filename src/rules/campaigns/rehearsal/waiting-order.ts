/** Keeps customers who wait for a suggestion in the order in which sellers get them. */
import { type Candidate, compareCandidates } from '#rules/campaigns/candidates.ts';
import type { RehearsedPerson } from './rehearsed-person.ts';

export interface WaitingEntry extends Pick<Candidate, 'id' | 'lastContactAt' | 'urgency'> {
  readonly person: RehearsedPerson;
  /** The entry is out of date once the person has changed. */
  readonly changes: number;
}

/** Sorts entries into a queue, which is in order. */
export function mergeWaiting(queue: WaitingEntry[] | undefined, fresh: WaitingEntry[]): WaitingEntry[] {
  if (queue === undefined || fresh.length * 8 > queue.length) return (queue ?? []).concat(fresh).sort(compareWaiting);
  for (const entry of fresh) queue.splice(placeOf(queue, entry), 0, entry);
  return queue;
}

function placeOf(queue: readonly WaitingEntry[], entry: WaitingEntry): number {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareWaiting(queue[middle] as WaitingEntry, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareWaiting(a: WaitingEntry, b: WaitingEntry): number {
  return compareCandidates(a, b);
}

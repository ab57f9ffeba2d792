/** Tells by their causes why the figures of a campaign differ from those that this device showed before. */
import type { Rehearsal } from './use-rehearsal.ts';

/** The figures of a rehearsal that this device keeps. */
export interface KeptFigures {
  readonly at: string;
  readonly fields: string;
  readonly policyRevision: number;
  readonly daysOff: number;
  readonly stops: number;
  readonly customers: number;
}

/** `stops`: customers who asked to stop. `hours`: quiet hours were published or paused. `draft`: the campaign was changed. */
export type Cause =
  | { readonly kind: 'stops' | 'customers' | 'daysOff'; readonly count: number }
  | { readonly kind: 'hours' | 'draft' };

export function figuresOf({ at, basis, leftOut, total }: Rehearsal, fields: object): KeptFigures {
  const stops = leftOut.find(({ reason }) => reason === 'opted_out')?.count ?? 0;
  return { at, fields: JSON.stringify(fields), ...basis, stops, customers: total };
}

/** Returns what has changed, the most telling first; a count is how many more there are, or fewer where it is negative. */
export function changesSince(before: KeptFigures, now: KeptFigures): readonly Cause[] {
  const counts = [
    { kind: 'stops', count: now.stops - before.stops },
    { kind: 'daysOff', count: now.daysOff - before.daysOff },
    { kind: 'customers', count: now.customers - before.customers },
  ] as const;
  return [
    ...(before.fields === now.fields ? [] : [{ kind: 'draft' } as const]),
    ...(before.policyRevision === now.policyRevision ? [] : [{ kind: 'hours' } as const]),
    ...counts.filter(({ count }) => count !== 0),
  ];
}

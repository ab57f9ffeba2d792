/** Builds the body of an impact: stores by name, the hours in order, a few attempts to open (A2). */
import type { Impact } from '#contract/policy/impact.ts';
import type { ImpactEngine, ImpactQuestion } from '#flows/policy/impact.ts';
import { instantText } from '#http/core/present.ts';

type Tally = Awaited<ReturnType<ImpactEngine['ask']>>;

/** `storeNames` maps ids to names. Contacts without a store are counted, but are not in the list of stores. */
export function impactBody(
  { from, until }: Pick<ImpactQuestion, 'from' | 'until'>,
  tally: Tally,
  storeNames: ReadonlyMap<string, string>,
): Impact {
  const { attempts, would, did, different, hours, stores, stops, examples } = tally;
  const touched = [...stores].filter(([id, { suggestion, profile }]) => storeNames.has(id) && suggestion + profile > 0);
  const most = touched.toSorted(([, a], [, b]) => b.suggestion + b.profile - a.suggestion - a.profile);
  return {
    from: instantText(from),
    until: instantText(until),
    attempts,
    would,
    did,
    different,
    hours: hours.map((counts, hour) => ({ hour, ...counts })),
    stores: most.map(([storeId, counts]) => ({ storeId, storeName: storeNames.get(storeId) ?? '', ...counts })),
    stops,
    examples: examples.map(({ attemptId, at, zone, storeId, origin, did, would }) => ({
      attemptId,
      at: instantText(at),
      zone,
      storeName: storeNames.get(storeId ?? '') ?? '',
      origin,
      did,
      would,
    })),
  };
}

/** Reads the events of a brand's policy, newest first, and marks the version in force. */
import type { Reads } from '#db/core/db.ts';
import { readPolicyLog } from '#db/policy/policies.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { comingVersions, policyAt } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Timelines } from './timelines.ts';

/** Returns the events; null where the brand does not exist. */
export async function readPolicyHistory(
  { db, timelines }: { readonly db: Reads; readonly timelines: Timelines },
  brandId: string,
  now: Instant,
) {
  return db.read(brandId, async (reads) => {
    const [place] = await reads.run(readPlace, { brandId, storeId: null });
    if (!place) return null;
    const log = await reads.run(readPolicyLog, { brandId, upTo: place.revision });
    const { timeline } = await timelines.at(reads, brandId, place.revision);
    const inForce = policyAt(timeline, now)?.version ?? null;
    const coming = comingVersions(timeline, now)
      .filter(({ paused }) => !paused)
      .map(({ version }) => version);
    return log.toReversed().map((event) => ({
      ...event,
      policy: event.policy as Policy | null,
      inForce: event.version !== null && event.version === inForce,
      /**
       * Whether this version will take effect. False for a version that another one replaces before its start, and for
       * one that a suspension without an end delays.
       */
      coming: event.version !== null && coming.includes(event.version),
    }));
  });
}

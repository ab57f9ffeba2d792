/** Reads a brand's quiet hours as they are now, in each of its zones, with the notice that a person has not read yet. */
import type { Reads } from '#db/core/db.ts';
import { type PolicyLogRow, readPolicyLog } from '#db/policy/policies.ts';
import { countStoresByZone, listSeenNotices, readPlace } from '#db/policy/quiet-hours.ts';
import type { Plan } from '#rules/policy/plan.ts';
import type { Policy } from '#rules/policy/policy.ts';
import { comingVersions, policyAt, suspensionAt, type Timeline } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type QuietHoursNow, quietHoursNow } from './quiet-hours-now.ts';
import type { Timelines } from './timelines.ts';

/** A notice for the newest event of the policy log, which the person has not read yet (A8). */
export interface PendingNotice {
  readonly key: string;
  readonly kind: 'first_day' | 'changed' | 'suspended' | 'ended';
  /** The hours that the notice names. */
  readonly policy: Policy;
  /** The end of the suspension; null where it has no end, and for other kinds of notice. */
  readonly until: Instant | null;
  /** When the named hours take effect. Null where they are in force already, or may be in force as soon as the suspension ends. */
  readonly from: Instant | null;
  /** Whether a suspension without an end delays the named hours. */
  readonly paused: boolean;
}

export interface QuietHoursRead {
  readonly brand: { id: string; slug: string; name: string; article: 'a' | 'o' | ''; plan: Plan; zone: string };
  readonly zone: string;
  readonly now: QuietHoursNow;
  readonly zones: readonly { readonly zone: string; readonly stores: number; readonly now: QuietHoursNow }[];
  readonly notice: PendingNotice | null;
}

/** Reads the quiet hours; null where the brand does not exist. With `personId` null there is no notice. */
export async function readQuietHours(
  { db, timelines }: { readonly db: Reads; readonly timelines: Timelines },
  brandId: string,
  who: { readonly storeId: string | null; readonly personId: string | null },
  now: Instant,
): Promise<QuietHoursRead | null> {
  return db.read(brandId, async (reads) => {
    const readingBrand = reads.run(readPlace, { brandId, storeId: who.storeId });
    const counting = reads.run(countStoresByZone, { brandId });
    const readingSeen = who.personId === null ? [] : reads.run(listSeenNotices, { brandId, personId: who.personId });
    const [[row], stores, seen] = await Promise.all([readingBrand, counting, readingSeen]);
    if (!row) return null;

    const clocks = await timelines.at(reads, brandId, row.revision);
    const plan = row.plan;
    const { brandZone, storeZones } = row;
    const at = (zone: string) => quietHoursNow(clocks, { plan, zone, brandZone, storeZones }, now);
    const zone = row.storeZone ?? brandZone;
    const log = who.personId === null ? [] : await reads.run(readPolicyLog, { brandId, upTo: row.revision });
    return {
      brand: { id: row.id, slug: row.slug, name: row.name, article: row.article, plan, zone: brandZone },
      zone,
      now: at(zone),
      zones: stores.map(({ zone, stores }) => ({ zone, stores, now: at(zone) })),
      notice: pendingNotice(log, clocks.timeline, new Set(seen.map(({ notice }) => notice)), now),
    };
  });
}

/** Returns the notice for a person. A person who never read a notice of a version gets `first_day`, whatever the number of the version. */
function pendingNotice(
  log: readonly PolicyLogRow[],
  timeline: Timeline,
  seen: ReadonlySet<string>,
  now: Instant,
): PendingNotice | null {
  const last = log.at(-1);
  const newest = log.findLast(({ kind }) => kind === 'publish');
  if (!last || !newest) return null;
  const key = `${last.kind}:${last.revision}`;
  if (seen.has(key)) return null;
  const named = { key, policy: newest.policy as Policy, until: null, from: null, paused: false };
  if (last.kind === 'suspend') {
    const until = last.suspendedUntil;
    return until !== null && until <= now ? null : { ...named, kind: 'suspended', until };
  }
  if (last.kind === 'resume') {
    // The newest version may start later. The notice names the hours in force after the suspension, else the next ones.
    const inForce = policyAt(timeline, now);
    if (inForce !== null) return { ...named, kind: 'ended', policy: inForce.policy };
    const [coming] = comingVersions(timeline, now);
    return { ...named, kind: 'ended', ...(coming && { policy: coming.policy, from: coming.from }) };
  }
  const knowsAnother = [...seen].some((notice) => notice.startsWith('publish:'));
  const kind = knowsAnother ? 'changed' : 'first_day';
  if (policyAt(timeline, now)?.version === newest.version) return { ...named, kind };
  const effectiveAt = newest.effectiveAt ?? now;
  const pause = suspensionAt(timeline, Math.max(effectiveAt, now));
  const paused = pause !== null && pause.until === null;
  return { ...named, kind, paused, from: pause?.until ?? (effectiveAt > now ? effectiveAt : null) };
}

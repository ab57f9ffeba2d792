/** One look at a brand's quiet hours: now, in each zone, and what somebody has still to be told. */
import type { Reads } from '#db/core/db.ts';
import { type PolicyLogRow, policyLog } from '#db/policy/policies.ts';
import { noticesOf, placeOf, storesByZone } from '#db/policy/quiet-hours.ts';
import type { Plan } from '#rules/policy/plan.ts';
import type { Policy } from '#rules/policy/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type QuietHoursNow, quietHoursNow } from './quiet-hours-now.ts';
import type { Timelines } from './timelines.ts';

/** A8. The newest event of the log, where this person has not been told of it. */
export interface PendingNotice {
  readonly key: string;
  readonly kind: 'first_day' | 'changed' | 'suspended' | 'ended';
  readonly policy: Policy;
  readonly until: Instant | null;
}

export interface QuietHoursRead {
  readonly brand: { id: string; slug: string; name: string; article: 'a' | 'o' | ''; plan: Plan; zone: string };
  readonly zone: string;
  readonly now: QuietHoursNow;
  readonly zones: readonly { readonly zone: string; readonly stores: number; readonly now: QuietHoursNow }[];
  readonly notice: PendingNotice | null;
}

/** Null: no such brand. `personId` null: nobody is to be told. */
export async function readQuietHours(
  { db, timelines }: { readonly db: Reads; readonly timelines: Timelines },
  brandId: string,
  who: { readonly storeId: string | null; readonly personId: string | null },
  now: Instant,
): Promise<QuietHoursRead | null> {
  return db.read(brandId, async (reads) => {
    const placing = reads.run(placeOf, { brandId, storeId: who.storeId });
    const counting = reads.run(storesByZone, { brandId });
    const telling = who.personId === null ? [] : reads.run(noticesOf, { brandId, personId: who.personId });
    const [[row], stores, told] = await Promise.all([placing, counting, telling]);
    if (!row) return null;

    const clocks = await timelines.at(reads, brandId, row.revision);
    const plan = row.plan;
    const { brandZone, storeZones } = row;
    const at = (zone: string) => quietHoursNow(clocks, { plan, zone, brandZone, storeZones }, now);
    const zone = row.storeZone ?? brandZone;
    const log = who.personId === null ? [] : await reads.run(policyLog, { brandId, upTo: row.revision });
    return {
      brand: { id: row.id, slug: row.slug, name: row.name, article: row.article, plan, zone: brandZone },
      zone,
      now: at(zone),
      zones: stores.map(({ zone, stores }) => ({ zone, stores, now: at(zone) })),
      notice: pendingNotice(log, new Set(told.map(({ notice }) => notice)), now),
    };
  });
}

/** Whoever was never told of a version hears of the first day, whatever its number. */
function pendingNotice(log: readonly PolicyLogRow[], told: ReadonlySet<string>, now: Instant): PendingNotice | null {
  const last = log.at(-1);
  const policy = log.findLast(({ kind }) => kind === 'publish')?.policy as Policy | undefined;
  if (!last || !policy) return null;
  const key = `${last.kind}:${last.revision}`;
  if (told.has(key)) return null;
  const until = last.suspendedUntil;
  const isOver = until !== null && until <= now;
  if (last.kind === 'suspend') return isOver ? null : { key, kind: 'suspended', policy, until };
  if (last.kind === 'resume') return { key, kind: 'ended', policy, until: null };
  const knowsAnother = [...told].some((notice) => notice.startsWith('publish:'));
  return { key, kind: knowsAnother ? 'changed' : 'first_day', policy, until: null };
}

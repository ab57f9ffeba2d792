/** Measures how long a new policy takes to move the held contacts that cannot keep their minute (H6). */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { aPublication } from '#kit/publication-body.ts';
import type { DispatcherBench } from './dispatcher-bench.ts';
import { makeMorning } from './held-contacts.ts';

export interface RetimingBench {
  readonly holds: number;
  readonly moved: number;
  /** The time from the publication to the last moved contact. */
  readonly ms: number;
  readonly bareMs: number;
}

const ENDS_AT_11 = {
  windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '20:00', end: '11:00' }],
};

/** Publishes a policy whose quiet hours end at 11:00, so that all earlier held contacts must move. */
export async function measureRetiming(bench: DispatcherBench, sellers: number, holds: number): Promise<RetimingBench> {
  const { owner, deps } = bench;
  const { brandId } = await makeMorning(owner, { sellers, holds, free: 0 });
  const bareMs = await bareMoves(owner, brandId);
  const began = performance.now();
  const answer = await publishPolicy(deps, brandId, aPublication(ENDS_AT_11), {
    authorId: 'sofia',
    authorName: 'Sofia',
    reason: 'Chamado 2',
  });
  if (answer.kind !== 'published') throw new Error(`The policy was not published: ${answer.kind}`);
  while ((await countOf(owner, brandId, 'h.calendar <> p.calendar')) > 0) await pause(20);
  const ms = performance.now() - began;
  const moved = await countOf(owner, brandId, `h.news is not null`);
  const early = await countOf(owner, brandId, `h.due_at < '2026-08-06T11:00-03'`);
  if (early > 0) throw new Error(`${early} held contacts are still due in quiet hours`);
  // The next measurement must not release these contacts.
  await owner.query(
    `update holds set state = 'ended', ended_at = now(), ended_as = 'cancelled', end_reason = 'manager' where brand_id = $1`,
    [brandId],
  );
  return { holds, moved, ms, bareMs };
}

/** Measures the baseline: one commit gives the same rows other minutes and one more slot each. Reverts the changes. */
async function bareMoves(owner: pg.Client, brandId: string): Promise<number> {
  const began = performance.now();
  await owner.query('begin');
  await owner.query(`update holds set due_at = due_at + interval '1 hour', fence = fence + 1 where brand_id = $1`, [
    brandId,
  ]);
  await owner.query(
    `insert into slots (brand_id, queue_id, at, opening_at, hold_id)
     select brand_id, queue_id, at + interval '1 day', opening_at, hold_id from slots where brand_id = $1`,
    [brandId],
  );
  await owner.query('commit');
  const ms = performance.now() - began;
  await owner.query(`update holds set due_at = due_at - interval '1 hour' where brand_id = $1`, [brandId]);
  await owner.query(`delete from slots where brand_id = $1 and at > '2026-08-07'`, [brandId]);
  return ms;
}

async function countOf(owner: pg.Client, brandId: string, which: string): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as n from holds h join policy_heads p using (brand_id) where brand_id = $1 and ended_at is null and ${which}`,
    [brandId],
  );
  return rows[0].n;
}

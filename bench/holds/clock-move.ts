/**
 * Measures the dispatcher after moves of the app's clock: all held contacts become ready, get new minutes in the next night,
 * and end a week later (H2, H4, H6).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { wall } from '#kit/context-fixture.ts';
import type { DispatcherBench } from './dispatcher-bench.ts';
import { makeMorning } from './held-contacts.ts';
import { EVENING } from './slot-fixture.ts';

export interface ClockMoveBench {
  readonly holds: number;
  readonly readyMs: number;
  readonly againMs: number;
  readonly overMs: number;
  /** The time in which one statement with its commit makes the same rows and their attempts ready. */
  readonly bareMs: number;
}

const SAO_PAULO = 'America/Sao_Paulo';
const AFTERNOON = wall('2026-08-06T15:00', SAO_PAULO);
const NIGHT = wall('2026-08-06T21:00', SAO_PAULO);
/** How often the progress is counted: seldom enough to cost next to nothing. */
const POLL_MS = 200;
const A_WEEK_LATER = wall('2026-08-13T15:00', SAO_PAULO);

/** Makes `holds` held contacts, moves the clock three times, and waits each time until no contact is left in its old state. */
export async function measureClockMove(
  bench: DispatcherBench,
  sellers: number,
  holds: number,
): Promise<ClockMoveBench> {
  const { owner, clock, dispatcher } = bench;
  const { brandId } = await makeMorning(owner, { sellers, holds, free: 0 });
  const bareMs = await bareReady(owner, brandId);
  // Autovacuum would do the same a minute later.
  await owner.query('vacuum analyze');
  const until = async (at: number, left: string) => {
    const began = performance.now();
    clock.now = at;
    void dispatcher.wake();
    while ((await countOf(owner, brandId, left)) > 0) await pause(POLL_MS);
    return performance.now() - began;
  };
  const readyMs = await until(AFTERNOON, `state = 'waiting'`);
  const againMs = await until(NIGHT, `state = 'ready'`);
  const overMs = await until(A_WEEK_LATER, 'true');
  clock.now = EVENING;
  return { holds, readyMs, againMs, overMs, bareMs };
}

/** Measures the baseline, and reverts its changes. */
async function bareReady(owner: pg.Client, brandId: string): Promise<number> {
  const change = (state: string, attempt: string) =>
    owner.query(
      `with h as (update holds set state = $2, fence = fence + 1 where brand_id = $1 returning attempt_id)
       update attempts set state = $3 where brand_id = $1 and id in (select attempt_id from h)`,
      [brandId, state, attempt],
    );
  const began = performance.now();
  await change('ready', 'ready');
  const ms = performance.now() - began;
  await change('waiting', 'held');
  return ms;
}

async function countOf(owner: pg.Client, brandId: string, which: string): Promise<number> {
  const { rows } = await owner.query(
    `select count(*)::int as n from holds where brand_id = $1 and ended_at is null and ${which}`,
    [brandId],
  );
  return rows[0].n;
}

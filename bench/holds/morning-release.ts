/** Measures how late held contacts become ready in a full morning, while decisions are made at the same time (H1). */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import type { DispatcherBench } from './dispatcher-bench.ts';
import { makeMorning } from './held-contacts.ts';
import { OPENING } from './slot-fixture.ts';

export interface MorningBench {
  readonly holds: number;
  readonly minuteMs: number;
  /** The held contacts of the fullest minute. */
  readonly atOnce: number;
  /** The time in which one statement with its commit makes as many rows ready. */
  readonly bareMs: number;
  readonly lateMs: Percentiles;
  readonly decisions: number;
  readonly decisionMs: Percentiles;
  readonly decisionAloneMs: Percentiles;
}

export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

export const DECISIONS_PER_SECOND = 10;
const MINUTE = 60_000;

/** Moves the clock from the opening on, minute by minute. A contact's lateness is the time from its minute's start to its commit. */
export async function measureMorning(
  bench: DispatcherBench,
  sellers: number,
  holds: number,
  minuteMs: number,
): Promise<MorningBench> {
  const { owner, clock, dispatcher, callbacks } = bench;
  const { brandId, free } = await makeMorning(owner, { sellers, holds, free: 12_000 });
  clock.now = OPENING - MINUTE;
  const atOnce = await fullestMinute(owner, brandId);
  const bareMs = await bareReady(owner, brandId, atOnce);
  const alone = await decideFor(bench, brandId, free.slice(0, 100), () => false);
  const beganAt = new Map<number, number>();
  const late: number[] = [];
  callbacks.released = (dueAt) => late.push(performance.now() - (beganAt.get(dueAt) ?? Number.NaN));
  let isOver = false;
  const deciding = decideFor(bench, brandId, free.slice(100), () => isOver);
  for (let at = OPENING; late.length < holds && at < OPENING + 200 * MINUTE; at += MINUTE) {
    clock.now = at;
    const minute = performance.now();
    beganAt.set(at, minute);
    void dispatcher.wake();
    await pause(Math.max(0, minute + minuteMs - performance.now()));
  }
  isOver = true;
  const decided = await deciding;
  if (late.length !== holds)
    throw new Error(`Only ${late.length} of ${holds} held contacts became ready within 200 minutes`);
  return {
    holds,
    minuteMs,
    atOnce,
    bareMs,
    lateMs: percentiles(late),
    decisions: decided.length,
    decisionMs: percentiles(decided),
    decisionAloneMs: percentiles(alone),
  };
}

async function fullestMinute(owner: pg.Client, brandId: string): Promise<number> {
  const { rows } = await owner.query(
    'select count(*)::int as n from holds where brand_id = $1 group by due_at order by n desc limit 1',
    [brandId],
  );
  return rows[0].n;
}

/** Measures the baseline of a minute, one statement that changes its rows and their attempts: the fastest of five, each reverted. */
async function bareReady(owner: pg.Client, brandId: string, rows: number): Promise<number> {
  const change = (state: string, attempt: string, where: string) =>
    owner.query(
      `with h as (update holds set state = $2, fence = fence + 1 where brand_id = $1 and id in
         (select id from holds where brand_id = $1 and state = '${where}' order by due_at limit $4) returning attempt_id)
       update attempts set state = $3 where brand_id = $1 and id in (select attempt_id from h)`,
      [brandId, state, attempt, rows],
    );
  const took: number[] = [];
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    await change('ready', 'ready', 'waiting');
    took.push(performance.now() - began);
    await change('waiting', 'held', 'ready');
  }
  return Math.min(...took);
}

/** Makes ten decisions per second, without waiting for earlier ones, and returns how long each took. */
async function decideFor(
  { deps }: DispatcherBench,
  brandId: string,
  free: Awaited<ReturnType<typeof makeMorning>>['free'],
  isOver: () => boolean,
): Promise<number[]> {
  const took: Promise<number>[] = [];
  const began = performance.now();
  for (const [i, { customerId, seller }] of free.entries()) {
    if (isOver()) break;
    const asked = performance.now();
    const who = { brandId, personId: seller.id, role: 'seller', storeId: seller.storeId, turnId: null } as const;
    const nothing = { origin: null, suggestionId: null, attemptId: null, acknowledgement: null, because: null };
    const wish = { key: uuidv7(), customerId, text: 'Oi', hold: null, ...nothing };
    took.push(
      attemptContact(deps, who, wish).then(({ kind }) => {
        if (kind !== 'allowed' && kind !== 'warned') throw new Error(`A decision was ${kind}, not allowed or warned`);
        return performance.now() - asked;
      }),
    );
    await pause(Math.max(0, began + ((i + 1) * 1_000) / DECISIONS_PER_SECOND - performance.now()));
  }
  return Promise.all(took);
}

function percentiles(values: readonly number[]): Percentiles {
  const inOrder = values.toSorted((a, b) => a - b);
  const at = (share: number) => inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

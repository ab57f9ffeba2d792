/** Helpers for tests of held contacts: hold a contact, run the dispatcher, and read the row of a hold. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import type { AttemptWish } from '#flows/contact/attempt-wish.ts';
import type { ReleaseResult } from '#flows/holds/release-batch.ts';
import { releaseDue } from '#flows/holds/release-due.ts';
import { retimeHolds } from '#flows/holds/retime-holds.ts';
import type { Someone } from './brand-fixture.ts';
import type { createFlowDeps } from './flow-deps.ts';

type FlowDeps = ReturnType<typeof createFlowDeps>;

export function aWish(customerId: string, more: Partial<AttemptWish> = {}): AttemptWish {
  return {
    key: uuidv7(),
    customerId,
    origin: null,
    suggestionId: null,
    text: 'Oi, Marina!',
    attemptId: null,
    acknowledgement: null,
    because: null,
    hold: null,
    ...more,
  };
}

/** Holds a contact at the minute that the product offers; throws where the answer is another. */
export async function hold(flowDeps: FlowDeps, seller: Someone, customerId: string, more: Partial<AttemptWish> = {}) {
  const answer = await attemptContact(flowDeps, seller, aWish(customerId, { hold: 'offered', ...more }));
  if (answer.kind !== 'held') throw new Error(`The contact was not held; the answer is ${answer.kind}.`);
  return answer;
}

/** Does everything that a dispatcher would do at this instant, and returns what was released. */
export async function dispatch(flowDeps: FlowDeps, brandId: string): Promise<readonly ReleaseResult[]> {
  while ((await retimeHolds(flowDeps, brandId, 1_000)).found > 0);
  const released: ReleaseResult[] = [];
  for (;;) {
    const round = await releaseDue(flowDeps, brandId, 50);
    if (round.failures.length > 0) throw round.failures[0];
    released.push(...round.released);
    if (round.claimed === 0) return released;
  }
}

export interface HoldRow {
  readonly id: string;
  readonly state: string;
  readonly due_at: number;
  readonly promised_at: number;
  readonly opening_at: number | null;
  readonly ended_as: string | null;
  readonly end_reason: string | null;
  readonly held_again: number;
  readonly returned: boolean;
  readonly news: string | null;
  readonly parked_at: number | null;
  readonly failures: number;
  readonly attempt_state: string;
  readonly seller_id: string;
}

/** Reads the row of the attempt's newest hold; throws where there is none. */
export async function holdRow(owner: pg.Pool, attemptId: string): Promise<HoldRow> {
  const { rows } = await owner.query(
    `select h.*, a.state as attempt_state from holds h join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id
     where h.attempt_id = $1 order by h.held_at desc, h.id desc limit 1`,
    [attemptId],
  );
  const row = rows[0];
  if (row === undefined) throw new Error(`The attempt ${attemptId} has no hold.`);
  const at = (value: Date | number | null) => (value === null ? null : Number(value));
  return {
    ...row,
    due_at: at(row.due_at),
    promised_at: at(row.promised_at),
    opening_at: at(row.opening_at),
    parked_at: at(row.parked_at),
  };
}

/** Sets the same opening hours for every day of the week, in minutes of the day. */
export async function openDaily(owner: pg.Pool, brandId: string, storeId: string, opens: number, closes: number) {
  await owner.query('delete from store_hours where store_id = $1', [storeId]);
  await owner.query(
    `insert into store_hours (brand_id, store_id, weekday, opens_minute, closes_minute)
     select $1, $2, d, $3, $4 from generate_series(0, 6) d`,
    [brandId, storeId, opens, closes],
  );
}

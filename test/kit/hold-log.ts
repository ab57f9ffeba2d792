/** Checks that each row of `holds` is the sum of its events in the log. */
import type pg from 'pg';

/** A row of `hold_events`, instants in epoch milliseconds. */
export interface HoldEventRow {
  readonly hold_id: string;
  readonly number: number;
  readonly kind: 'held' | 'moved' | 'ready' | 'passed' | 'ended' | 'returned';
  readonly at: number;
  readonly by_id: string | null;
  readonly cause: string | null;
  readonly reason: string | null;
  readonly from_at: number | null;
  readonly to_at: number | null;
  readonly opening_at: number | null;
  readonly expires_at: number | null;
  readonly held_again: number | null;
  readonly returned: boolean | null;
  readonly from_seller_id: string | null;
  readonly to_seller_id: string | null;
  readonly known: boolean;
}

/** The columns of `holds` that mirror the log. */
export interface HoldMirror {
  state: string;
  seller_id: string | null;
  passed_by: string | null;
  held_at: number | null;
  promised_at: number | null;
  opening_at: number | null;
  expires_at: number | null;
  ready_at: number | null;
  held_again: number;
  returned: boolean;
  ended_at: number | null;
  ended_as: string | null;
  end_reason: string | null;
  ended_by: string | null;
  event_count: number;
}

const END_OF: Readonly<Record<string, string>> = {
  handed_over: 'sent',
  too_late: 'expired',
  held_too_often: 'expired',
  not_sent: 'expired',
  unavailable: 'failed',
};

/** Computes the row of a hold from its events in order. */
export function foldHold(events: readonly HoldEventRow[]): HoldMirror {
  const hold: HoldMirror = {
    ...{ state: 'none', seller_id: null, passed_by: null, held_at: null, promised_at: null, opening_at: null },
    ...{ expires_at: null, ready_at: null, held_again: 0, returned: false, ended_at: null, ended_as: null },
    ...{ end_reason: null, ended_by: null, event_count: events.length },
  };
  for (const event of events) {
    switch (event.kind) {
      case 'held':
      case 'moved':
      case 'returned':
        hold.state = 'waiting';
        hold.held_at ??= event.at;
        hold.seller_id = event.to_seller_id ?? hold.seller_id;
        hold.promised_at = event.to_at ?? hold.promised_at;
        hold.opening_at = event.opening_at;
        hold.expires_at = event.expires_at ?? hold.expires_at;
        hold.held_again = event.held_again ?? hold.held_again;
        hold.returned = event.returned ?? hold.returned;
        Object.assign(hold, { ready_at: null, ended_at: null, ended_as: null, end_reason: null, ended_by: null });
        break;
      case 'ready':
        hold.state = 'ready';
        hold.ready_at = event.at;
        break;
      case 'passed':
        hold.seller_id = event.to_seller_id;
        hold.passed_by = event.by_id;
        break;
      case 'ended':
        if (hold.state !== 'ended') {
          hold.ended_at = event.at;
          hold.ended_by = event.by_id;
        }
        hold.state = 'ended';
        hold.ended_as = END_OF[event.reason ?? ''] ?? 'cancelled';
        hold.end_reason = event.reason;
    }
  }
  return hold;
}

/** Returns a sentence for each column of a hold that differs from its events, and for a gap in the log. */
export function mirrorFaults(row: HoldMirror & { readonly id: string }, events: readonly HoldEventRow[]): string[] {
  const faults = Object.entries(foldHold(events)).flatMap(([column, value]) => {
    const mirrored = row[column as keyof HoldMirror];
    return mirrored === value ? [] : [`${column} of hold ${row.id} is ${mirrored}, its events say ${value}`];
  });
  const hasGap = events.some(({ number }, i) => number !== i + 1);
  return hasGap ? [...faults, `the events of hold ${row.id} have a gap`] : faults;
}

/** Reads the events of a hold in order. */
export async function eventsOf(owner: pg.Pool, holdId: string): Promise<readonly HoldEventRow[]> {
  return (await owner.query('select * from hold_events where hold_id = $1 order by number', [holdId])).rows;
}

/** Returns the faults of all holds of a brand, and the holds whose attempt has another seller. */
export async function logFaults(owner: pg.Pool, brandId: string): Promise<string[]> {
  const { rows } = await owner.query('select * from hold_events where brand_id = $1 order by hold_id, number', [
    brandId,
  ]);
  const events = Map.groupBy(rows as HoldEventRow[], ({ hold_id }) => hold_id);
  const holds = await owner.query(
    `select h.*, a.seller_id as attempt_seller_id from holds h
     join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id where h.brand_id = $1`,
    [brandId],
  );
  return holds.rows.flatMap((row) => {
    const faults = mirrorFaults(row, events.get(row.id) ?? []);
    if (row.seller_id === row.attempt_seller_id) return faults;
    return [...faults, `hold ${row.id} and its attempt have different sellers`];
  });
}

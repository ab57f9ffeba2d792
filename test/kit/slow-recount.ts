/**
 * Counts the figures of reports a second time, row by row and with the runtime's calendar, so that tests compare two
 * implementations that share nothing.
 */
import type pg from 'pg';
import { FIGURES, type Figure } from '#rules/reports/figures.ts';

/** One event of an attempt. `event` is that of the lists; evenings have none. */
export interface CountedEvent {
  readonly figure: Figure;
  readonly attemptId: string;
  readonly storeId: string;
  readonly sellerId: string;
  readonly on: string;
  readonly hour: number;
}

interface Row {
  readonly [column: string]: unknown;
}

interface Store {
  readonly id: string;
  readonly zone: string;
  readonly hours: readonly { readonly weekday: number; readonly opens: number; readonly closes: number }[];
}

const QUIET_REASONS = ['quiet_hours', 'zone_uncertain'];

/** Returns every event of the brand's attempts up to `now`. The policy is 20:00–08:00 on each day. */
export async function recountSlowly(owner: pg.Pool, brandId: string, now: number): Promise<readonly CountedEvent[]> {
  const read = async (table: string) =>
    (await owner.query(`select * from ${table} where brand_id = $1`, [brandId])).rows as Row[];
  const [attempts, receipts, handovers, holds] = await Promise.all(
    ['attempts', 'receipts', 'handovers', 'holds'].map(read),
  );
  const stores = await readStores(owner, brandId);
  const found: CountedEvent[] = [];
  const say = (figure: Figure, attempt: Row, at: unknown, storeId: unknown, sellerId: unknown) => {
    const store = stores.get(String(storeId));
    if (store === undefined || Number(at) > now) return;
    const { on, hour } = clockOf(store.zone, Number(at));
    found.push({ figure, attemptId: String(attempt.id), storeId: store.id, sellerId: String(sellerId), on, hour });
  };
  for (const attempt of attempts ?? []) {
    const own = (rows: readonly Row[] | undefined) => (rows ?? []).filter((row) => row.attempt_id === attempt.id);
    const judged = byTime(own(receipts), 'decided_at').filter((row) => row.actor_kind === 'person');
    const kept = byTime(own(holds), 'held_at');
    const live = own(handovers).filter((row) => row.withdrawn_at === null);
    say('attempts', attempt, attempt.created_at, attempt.store_id, attempt.seller_id);
    const allowed = judged.find((row) => row.verdict === 'allow');
    if (allowed) say('allowed', attempt, allowed.decided_at, allowed.store_id, allowed.actor_id);
    const warned = judged.find((row) => row.verdict === 'warn');
    if (warned) {
      say('warned', attempt, warned.decided_at, warned.store_id, warned.actor_id);
      if (!live.some((row) => row.after_warning))
        say('turnedBack', attempt, warned.decided_at, warned.store_id, warned.actor_id);
    }
    const refused = judged.find((row) => row.verdict === 'block' && QUIET_REASONS.includes(String(row.reason)));
    const [hold] = kept;
    if (refused && !(hold && Number(hold.held_at) < Number(refused.decided_at)))
      say('putOff', attempt, refused.decided_at, refused.store_id, refused.actor_id);
    else if (hold) say('putOff', attempt, hold.held_at, hold.store_id, hold.seller_id);
    if (hold) say('held', attempt, hold.held_at, hold.store_id, hold.seller_id);
    for (const row of live) {
      const at = [attempt, row.handed_at, row.store_id, row.seller_id] as const;
      say('sent', ...at);
      if (row.after_warning) say('sentAfterWarning', ...at);
      const receipt = own(receipts).find(({ id }) => id === row.receipt_id);
      if (row.after_warning && receipt?.after_refusal) say('sentAfterRefusal', ...at);
      for (const figure of OUTCOMES[String(attempt.outcome)] ?? []) say(figure, ...at);
      const store = stores.get(String(row.store_id));
      if (store && isClosed(store, Number(row.handed_at))) say('outsideHours', ...at);
    }
  }
  return [...found, ...eveningsOf(found)];
}

const OUTCOMES: Readonly<Record<string, readonly Figure[]>> = {
  talked: ['answered'],
  sold: ['answered', 'sold'],
  no_answer: ['noAnswer'],
  stop: ['stopped'],
  wrong_number: ['wrongNumber'],
};

/** An evening lasts from noon to noon; its quiet part begins at 20:00 and ends at 08:00. */
function eveningsOf(found: readonly CountedEvent[]): readonly CountedEvent[] {
  const evenings = new Map<string, { first: CountedEvent; worked: boolean }>();
  for (const event of found) {
    if (!['sent', 'putOff', 'turnedBack'].includes(event.figure)) continue;
    if (event.hour < 20 && event.hour >= 8) continue;
    const on = event.hour < 12 ? dayBefore(event.on) : event.on;
    const key = `${event.storeId} ${event.sellerId} ${on}`;
    const known = evenings.get(key) ?? { first: { ...event, on, hour: 24 }, worked: false };
    if (event.figure === 'sent') known.worked = true;
    evenings.set(key, known);
  }
  return [...evenings.values()].map(({ first, worked }) => ({
    ...first,
    figure: worked ? 'eveningsWorked' : 'eveningsSpared',
  }));
}

/** Adds up events as figures; figures without an event are 0. */
export function figuresOf(events: readonly CountedEvent[]): Record<Figure, number> {
  const sums = Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Record<Figure, number>;
  for (const { figure } of events) sums[figure] += 1;
  return sums;
}

async function readStores(owner: pg.Pool, brandId: string): Promise<ReadonlyMap<string, Store>> {
  const { rows } = await owner.query(
    `select s.id, s.zone, coalesce((select json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens_minute,
       'closes', h.closes_minute)) from store_hours h where h.store_id = s.id), '[]') as hours
     from stores s where s.brand_id = $1`,
    [brandId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function isClosed({ zone, hours }: Store, at: number): boolean {
  if (hours.length === 0) return false;
  const { weekday, minute } = clockOf(zone, at);
  return !hours.some((each) => each.weekday === weekday && minute >= each.opens && minute < each.closes);
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function clockOf(zone: string, at: number) {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short', year: 'numeric' },
    ...{ month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    on: `${part.year}-${part.month}-${part.day}`,
    hour: Number(part.hour),
    minute: Number(part.hour) * 60 + Number(part.minute),
    weekday: WEEKDAYS.indexOf(part.weekday ?? ''),
  };
}

function dayBefore(on: string): string {
  return new Date(Date.parse(`${on}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function byTime(rows: readonly Row[], column: string): readonly Row[] {
  return rows.toSorted((a, b) => Number(a[column]) - Number(b[column]) || (String(a.id) < String(b.id) ? -1 : 1));
}

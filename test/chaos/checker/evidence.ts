/** Reads everything that the checker uses: the witness's lines, and rows of the database with the instants of their commits. */
import type pg from 'pg';
import { type Line, readWitness } from '#chaos/witness.ts';
import type { HoldEventRow, HoldMirror } from '#kit/hold-log.ts';
import { type Hours, type LoggedEvent, Silence } from './silence.ts';

type Asked = Extract<Line, { saw: 'asked' }>;
type Answered = Extract<Line, { saw: 'answered' }>;

/** A request and its answer; null means that no answer came. */
export interface Ask extends Asked {
  readonly answer: Answered | null;
}

export interface Receipt {
  readonly id: string;
  readonly brandId: string;
  readonly number: number;
  readonly attemptId: string;
  readonly decidedAt: number;
  readonly actor: 'person' | 'machine' | 'release';
  readonly verdict: 'allow' | 'warn' | 'block';
  readonly acknowledged: readonly string[];
  readonly revision: number;
  readonly committedAt: number;
}

export interface Handover {
  readonly attemptId: string;
  readonly brandId: string;
  readonly receiptId: string;
  readonly handedAt: number;
  readonly validUntil: number;
  readonly withdrawn: boolean;
}

/** A held contact as it was after one change of its row. */
export interface Step {
  readonly committedAt: number;
  readonly holdId: string;
  readonly brandId: string;
  readonly attemptId: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly storeId: string;
  readonly state: 'waiting' | 'ready' | 'ended';
  readonly dueAt: number;
  readonly openingAt: number | null;
  readonly readyAt: number | null;
  readonly endedAs: string | null;
  readonly endReason: string | null;
  readonly parked: boolean;
}

export interface Evidence {
  readonly lines: readonly Line[];
  readonly asks: readonly Ask[];
  readonly brands: readonly { readonly id: string; readonly receipts: number; readonly holds: number }[];
  readonly silences: ReadonlyMap<string, Silence>;
  readonly stores: ReadonlyMap<string, { readonly zone: string; readonly hours: Hours }>;
  readonly attempts: ReadonlyMap<
    string,
    { readonly storeId: string; readonly customerId: string; readonly outcome: string | null }
  >;
  readonly receipts: readonly Receipt[];
  readonly handovers: readonly Handover[];
  /** The changes of each held contact in order, by the hold's id. */
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  /** The rows of `holds` at the end of the run, and their log in order: each row must be the sum of its events. */
  readonly holds: readonly (HoldMirror & { readonly id: string; readonly attempt_id: string })[];
  readonly log: ReadonlyMap<string, readonly HoldEventRow[]>;
  readonly slots: readonly { readonly queueId: string; readonly at: number; readonly holdId: string }[];
  /** The stored idempotency keys: from `person key` to the status of the answer. */
  readonly keys: ReadonlyMap<string, number>;
  /** The hash of each customer's number, and the customers whose number is stopped. */
  readonly numberOf: ReadonlyMap<string, string>;
  readonly stopped: ReadonlySet<string>;
  /** Each move of the app's clock, with the instant of its commit. */
  readonly clock: readonly {
    readonly committedAt: number;
    readonly shiftMs: number;
    readonly frozenAt: number | null;
  }[];
}

const ms = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;
const COMMITTED = `${ms('pg_xact_commit_timestamp(xmin)')} as "committedAt"`;

export async function readEvidence(owner: pg.Client, witnessFile: string): Promise<Evidence> {
  const rows = async <R>(sql: string): Promise<R[]> => (await owner.query(sql)).rows as R[];
  const lines = readWitness(witnessFile);
  // One snapshot for all tables: a server that still works could write a receipt between the reading of two tables.
  await owner.query('begin isolation level repeatable read');

  const events = await rows<LoggedEvent & { brandId: string }>(
    `select brand_id as "brandId", revision, kind, version, policy, ${ms('at')} as at, ${ms('effective_at')} as "effectiveAt",
       ${ms('suspended_from')} as "from", ${ms('suspended_until')} as until, ${COMMITTED}
     from policy_events order by brand_id, revision`,
  );
  const hours = await rows<{ storeId: string; weekday: number; opens: number; closes: number }>(
    `select store_id as "storeId", weekday, opens_minute as opens, closes_minute as closes from store_hours`,
  );
  const stores = await rows<{ id: string; zone: string }>('select id, zone from stores');
  const steps = await rows<Step>(
    `select step->>'id' as "holdId", step->>'brand_id' as "brandId", step->>'attempt_id' as "attemptId",
       step->>'customer_id' as "customerId", step->>'seller_id' as "sellerId", step->>'store_id' as "storeId",
       step->>'state' as state, ${ms(`(step->>'due_at')::timestamptz`)} as "dueAt",
       ${ms(`(step->>'opening_at')::timestamptz`)} as "openingAt", ${ms(`(step->>'ready_at')::timestamptz`)} as "readyAt",
       step->>'ended_as' as "endedAs", step->>'end_reason' as "endReason", step->>'parked_at' is not null as parked,
       ${COMMITTED}
     from chaos.holds_seen order by seq`,
  );
  const attempts = await rows<{ id: string; storeId: string; customerId: string; outcome: string | null }>(
    `select id, store_id as "storeId", customer_id as "customerId", outcome from attempts`,
  );
  const customers = await rows<{ id: string; number: string; stopped: boolean }>(
    `select c.id, encode(c.number_hash, 'hex') as number,
       exists (select from opt_outs o where o.brand_id = c.brand_id and o.number_hash = c.number_hash) as stopped
     from customers c where c.number_hash is not null`,
  );
  const log = await rows<HoldEventRow>(
    `select hold_id, number, kind, ${ms('at')} as at, by_id, cause, reason, ${ms('from_at')} as from_at, ${ms('to_at')} as to_at,
       ${ms('opening_at')} as opening_at, ${ms('expires_at')} as expires_at, held_again, returned, from_seller_id, to_seller_id, known
     from hold_events order by hold_id, number`,
  );
  const keys = await rows<{ person: string; key: string; status: number }>(
    'select actor_id as person, key, status from idempotency_keys',
  );
  return {
    lines,
    asks: pairWithAnswers(lines),
    brands: await rows(
      `select brand_id as id, receipt_number::float8 as receipts, holds_created::float8 as holds from ledgers`,
    ),
    silences: new Map([...Map.groupBy(events, ({ brandId }) => brandId)].map(([id, log]) => [id, new Silence(log)])),
    stores: new Map(
      stores.map(({ id, zone }) => [
        id,
        { zone, hours: new Map(hours.filter(({ storeId }) => storeId === id).map((each) => [each.weekday, each])) },
      ]),
    ),
    attempts: new Map(attempts.map((attempt) => [attempt.id, attempt])),
    receipts: await rows(
      `select id, brand_id as "brandId", number::float8 as number, attempt_id as "attemptId", ${ms('decided_at')} as "decidedAt",
         actor_kind as actor, verdict, acknowledged, policy_revision as revision, ${COMMITTED}
       from receipts order by brand_id, number`,
    ),
    handovers: await rows(
      `select attempt_id as "attemptId", brand_id as "brandId", receipt_id as "receiptId", ${ms('handed_at')} as "handedAt",
         ${ms('valid_until')} as "validUntil", withdrawn_at is not null as withdrawn
       from handovers`,
    ),
    steps: Map.groupBy(steps, ({ holdId }) => holdId),
    holds: await rows(
      `select id, attempt_id, state, seller_id, passed_by, ${ms('held_at')} as held_at, ${ms('promised_at')} as promised_at,
         ${ms('opening_at')} as opening_at, ${ms('expires_at')} as expires_at, ${ms('ready_at')} as ready_at, held_again, returned,
         ${ms('ended_at')} as ended_at, ended_as, end_reason, ended_by, event_count
       from holds`,
    ),
    log: Map.groupBy(log, ({ hold_id }) => hold_id),
    slots: await rows(
      `select queue_id as "queueId", ${ms('at')} as at, hold_id as "holdId" from slots where freed_at is null`,
    ),
    keys: new Map(keys.map(({ person, key, status }) => [`${person} ${key}`, status])),
    numberOf: new Map(customers.map(({ id, number }) => [id, number])),
    stopped: new Set(customers.filter(({ stopped }) => stopped).map(({ id }) => id)),
    clock: await rows(
      `select ${COMMITTED}, shift_ms::float8 as "shiftMs", ${ms('frozen_at')} as "frozenAt" from chaos.clock_seen order by seq`,
    ),
  };
}

/** Returns the instant that the app's clock showed at an instant of the host's clock. */
export function appAt({ clock }: Evidence, hostAt: number): number {
  const move = clock.findLast(({ committedAt }) => committedAt <= hostAt);
  if (move === undefined) return Math.floor(hostAt);
  return Math.floor(move.frozenAt ?? hostAt + move.shiftMs);
}

export function faultsOf({ lines }: Evidence, fault: string): Extract<Line, { saw: 'fault' }>[] {
  return lines.filter((line) => line.saw === 'fault' && line.fault === fault) as Extract<Line, { saw: 'fault' }>[];
}

function pairWithAnswers(lines: readonly Line[]): Ask[] {
  const answers = new Map<number, Answered>();
  for (const line of lines) if (line.saw === 'answered') answers.set(line.id, line);
  return lines.flatMap((line) => (line.saw === 'asked' ? [{ ...line, answer: answers.get(line.id) ?? null }] : []));
}

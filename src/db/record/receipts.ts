/** The record: one row a decision, its context whole in columns, each link of the chain made from the one before (R1, R3). */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { bytesOf } from '#db/core/records.ts';
import { isoOf, json } from '#db/core/values.ts';
import type { DB } from '#db/schema.ts';
import type { Receipt } from '#rules/record/receipt.ts';
import { canonical } from '#rules/record/receipt-bytes.ts';

const columns = [
  'brand_id as brandId',
  'id',
  'number',
  'attempt_id as attemptId',
  'rules',
  'decided_at as decidedAt',
  'tz_version as tzVersion',
  'actor_kind as actorKind',
  'actor_id as actorId',
  'turn_id as turnId',
  'store_id as storeId',
  'customer_id as customerId',
  'suggestion_id as suggestionId',
  'suggestion_open as suggestionOpen',
  'origin_asked as originAsked',
  'channel',
  'message_kind as messageKind',
  'plan',
  'policy_revision as policyRevision',
  'zone_store as zoneStore',
  'zone_brand as zoneBrand',
  'zones_customer as zonesCustomer',
  'zones_customer_from as zonesCustomerFrom',
  'zones_brand_stores as zonesBrandStores',
  'availability',
  'reachable',
  'permission',
  'opted_out_at as optedOutAt',
  'last_inbound_at as lastInboundAt',
  'last_outbound_at as lastOutboundAt',
  'refused_at as refusedAt',
  'acknowledged',
  'acknowledged_because as acknowledgedBecause',
  'verdict',
  'reason',
  'reasons',
  'origin',
  'origin_claimed as originClaimed',
  'after_refusal as afterRefusal',
  'because_needed as becauseNeeded',
  'policy_version as policyVersion',
  'quiet_since as quietSince',
  'quiet_until as quietUntil',
  'quiet_clock as quietClock',
  'quiet_zone as quietZone',
  'opens_at as opensAt',
  'changes_at as changesAt',
  'paced_at as pacedAt',
  'clock_unsafe as clockUnsafe',
  'link',
] as const;

type Named = (typeof columns)[number];
type ColumnOf<N> = N extends `${infer Column} as ${string}` ? Column : N;
type KeyOf<N> = N extends `${string} as ${infer Key}` ? Key : N;
type Forgotten = Exclude<keyof DB['receipts'], ColumnOf<Named>> | Exclude<keyof Receipt | keyof Chained, KeyOf<Named>>;

/** Each column with what it holds; does not compile where one is forgotten. */
type Written = [Forgotten] extends [never] ? readonly (readonly [ColumnOf<Named>, KeyOf<Named>])[] : never;
const written = columns.map((named) => {
  const [column, key = column] = named.split(' as ');
  return [column, key];
}) as unknown as Written;

/** Its place in the brand's chain: numbered from 1 without a gap, linked to the one before. */
export interface Chained {
  readonly number: number;
  readonly link: Buffer;
}

/** R3. HMAC-SHA256 of the link before, the number (eight bytes, big-endian) and the receipt's canonical bytes. */
export function linkOf(key: Uint8Array, before: Uint8Array, number: number, receipt: Receipt): Buffer {
  const numbered = Buffer.alloc(8);
  numbered.writeBigUInt64BE(BigInt(number));
  return createHmac('sha256', key).update(before).update(numbered).update(canonical(receipt)).digest();
}

export const insertReceipts = preparedWrite<{ receipts: readonly (Receipt & Chained)[] }>()('insert_receipts', (q, p) =>
  q
    .insertInto('receipts')
    .columns(written.map(([column]) => column))
    .expression(
      sql`select ${sql.join(written.map(([column]) => sql.ref(column)))}
        from jsonb_populate_recordset(null::receipts, ${json(p.receipts, (all: readonly (Receipt & Chained)[]) => all.map(rowOf))})`,
    ),
);

function rowOf(receipt: Receipt & Chained): Readonly<Record<string, unknown>> {
  return Object.fromEntries(written.map(([column, key]) => [column, encoded(key, receipt[key])]));
}

function encoded(key: KeyOf<Named>, value: unknown): unknown {
  if (value instanceof Buffer) return bytesOf(value);
  if (!INSTANTS.has(key) || value === null) return value;
  return Array.isArray(value) ? value.map(isoOf) : isoOf(value as number);
}

const INSTANTS: ReadonlySet<KeyOf<Named>> = new Set([
  'decidedAt',
  'optedOutAt',
  'lastInboundAt',
  'lastOutboundAt',
  'refusedAt',
  'pacedAt',
  'quietSince',
  'quietUntil',
  'opensAt',
  'changesAt',
] as const);

/** The decisions on one attempt, oldest first. */
export const receiptsOfAttempt = preparedRead<{ brandId: string; attemptId: string }>()('receipts_of_attempt', (q, p) =>
  q
    .selectFrom('receipts')
    .where('brand_id', '=', p.brandId)
    .where('attempt_id', '=', p.attemptId)
    .orderBy('number')
    .select(columns),
);

/** The record in order, a page at a time. */
export const receiptsFrom = preparedRead<{ brandId: string; after: number; limit: number }>()('receipts_from', (q, p) =>
  q
    .selectFrom('receipts')
    .where('brand_id', '=', p.brandId)
    .where('number', '>', p.after)
    .orderBy('number')
    .limit(sql<number>`${p.limit}::int`)
    .select(columns),
);

/** A row as the rules know it: only this program writes the table, so its words are theirs. */
export function receiptOfRow(row: Readonly<Record<string, unknown>>): Receipt & Chained {
  return row as unknown as Receipt & Chained;
}

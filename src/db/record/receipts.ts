/**
 * Reads and writes the record: one row per decision with its whole context in columns, each linked to the row before it
 * (R1, R3).
 */
import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { sqlName } from '#db/core/column-names.ts';
import { preparedRead, preparedWrite } from '#db/core/prepared.ts';
import { bytesOf } from '#db/core/recordset.ts';
import { isoOf, json } from '#db/core/sql-values.ts';
import type { DB } from '#db/schema.ts';
import type { Receipt } from '#rules/record/receipt.ts';
import { canonical, isLinkedByDigest } from '#rules/record/receipt-bytes.ts';

const columns = [
  'brandId',
  'id',
  'number',
  'attemptId',
  'rules',
  'decidedAt',
  'tzVersion',
  'actorKind',
  'actorId',
  'turnId',
  'storeId',
  'customerId',
  'suggestionId',
  'suggestionOpen',
  'originAsked',
  'channel',
  'messageKind',
  'plan',
  'policyRevision',
  'zoneStore',
  'zoneBrand',
  'zonesCustomer',
  'zonesCustomerFrom',
  'zonesBrandStores',
  'availability',
  'reachable',
  'permission',
  'optedOutAt',
  'lastInboundAt',
  'lastOutboundAt',
  'refusedAt',
  'acknowledged',
  'acknowledgedBecause',
  'verdict',
  'reason',
  'reasons',
  'origin',
  'originClaimed',
  'afterRefusal',
  'becauseNeeded',
  'policyVersion',
  'quietSince',
  'quietUntil',
  'quietClock',
  'quietZone',
  'opensAt',
  'changesAt',
  'pacedAt',
  'clockUnsafe',
  'coolDownDays',
  'contactedAt',
  'unansweredAfter',
  'unansweredAt',
  'askedSilences',
  'doNotCallOn',
  'consentedOn',
  'link',
] as const;

type Column = (typeof columns)[number];
type Forgotten = Exclude<keyof DB['receipts'] | keyof Receipt | keyof Chained, Column>;

/** Every column of the table. The type does not compile if a column is missing from the list. */
const written: [Forgotten] extends [never] ? readonly Column[] : never = columns;

/** The position in the brand's chain: numbered from 1 without a gap, linked to the receipt before. */
export interface Chained {
  readonly number: number;
  readonly link: Buffer;
}

/**
 * Computes a receipt's link (R3): HMAC-SHA256 over the link before (32 bytes), the number (eight bytes, big-endian) and
 * the SHA-256 of the receipt's text (32 bytes). Receipts before rules 3 have the text itself instead of the digest. No
 * text is 32 bytes long, so neither form can be mistaken for the other.
 */
export function linkOf(key: Uint8Array, before: Uint8Array, number: number, receipt: Receipt): Buffer {
  const numbered = Buffer.alloc(8);
  numbered.writeBigUInt64BE(BigInt(number));
  const text = Buffer.from(canonical(receipt));
  const linked = isLinkedByDigest(receipt) ? createHash('sha256').update(text).digest() : text;
  return createHmac('sha256', key).update(before).update(numbered).update(linked).digest();
}

export const insertReceipts = preparedWrite<{ receipts: readonly (Receipt & Chained)[] }>()('insert_receipts', (q, p) =>
  q
    .insertInto('receipts')
    .columns(written)
    .expression(
      sql`select ${sql.join(written.map((column) => sql.ref(column)))}
        from jsonb_populate_recordset(null::receipts, ${json(p.receipts, (all: readonly (Receipt & Chained)[]) => all.map(rowOf))})`,
    ),
);

function rowOf(receipt: Receipt & Chained): Readonly<Record<string, unknown>> {
  return Object.fromEntries(written.map((column) => [sqlName(column), encodeColumn(column, receipt[column])]));
}

function encodeColumn(column: Column, value: unknown): unknown {
  if (value instanceof Buffer) return bytesOf(value);
  if (!INSTANTS.has(column) || value === null) return value;
  return Array.isArray(value) ? value.map(isoOf) : isoOf(value as number);
}

const INSTANTS: ReadonlySet<Column> = new Set([
  'decidedAt',
  'optedOutAt',
  'lastInboundAt',
  'lastOutboundAt',
  'refusedAt',
  'pacedAt',
  'contactedAt',
  'unansweredAt',
  'quietSince',
  'quietUntil',
  'opensAt',
  'changesAt',
] as const);

/** Lists the receipts of one attempt, oldest first. */
export const listReceiptsOfAttempt = preparedRead<{ brandId: string; attemptId: string }>()(
  'list_receipts_of_attempt',
  (q, p) =>
    q
      .selectFrom('receipts')
      .where('brandId', '=', p.brandId)
      .where('attemptId', '=', p.attemptId)
      .orderBy('number')
      .select(columns),
);

/** Lists the receipts in order, a page at a time. */
export const listReceiptsFrom = preparedRead<{ brandId: string; after: number; limit: number }>()(
  'list_receipts_from',
  (q, p) =>
    q
      .selectFrom('receipts')
      .where('brandId', '=', p.brandId)
      .where('number', '>', p.after)
      .orderBy('number')
      .limit(sql<number>`${p.limit}::int`)
      .select(columns),
);

/** Converts a row to the rules' receipt. The values need no check, because only this program writes the table. */
export function receiptOfRow(row: Readonly<Record<string, unknown>>): Receipt & Chained {
  return row as unknown as Receipt & Chained;
}

/** The record: one row a decision, its context whole in columns, each link of the chain made from the one before (R1, R3). */
import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Receipt } from '#rules/receipt.ts';
import { canonical } from '#rules/receipt-bytes.ts';
import type { Tx } from './db.ts';
import { preparedRead, preparedWrite } from './prepared.ts';
import { instant, instants, json } from './values.ts';

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

/** Where the chain of a brand begins: 32 zero bytes before receipt 1. */
export const FIRST_LINK = Buffer.alloc(32);

/** Sends the row with whatever else leaves with the commit. */
export function sendReceipt(tx: Tx, receipt: Receipt, chained: Chained): void {
  tx.send(receiptInserted, { ...receipt, ...chained });
}

const receiptInserted = preparedWrite<Receipt & Chained>()('receipt_inserted', (q, p) =>
  q.insertInto('receipts').values({
    brand_id: p.brandId,
    id: p.id,
    number: p.number,
    attempt_id: p.attemptId,
    rules: p.rules,
    decided_at: instant(p.decidedAt),
    tz_version: p.tzVersion,
    actor_kind: p.actorKind,
    actor_id: p.actorId,
    turn_id: p.turnId,
    store_id: p.storeId,
    customer_id: p.customerId,
    suggestion_id: p.suggestionId,
    suggestion_open: p.suggestionOpen,
    origin_asked: p.originAsked,
    channel: p.channel,
    message_kind: p.messageKind,
    plan: p.plan,
    policy_revision: p.policyRevision,
    zone_store: p.zoneStore,
    zone_brand: p.zoneBrand,
    zones_customer: p.zonesCustomer as string[],
    zones_customer_from: p.zonesCustomerFrom,
    zones_brand_stores: p.zonesBrandStores as string[],
    availability: p.availability,
    reachable: p.reachable,
    permission: p.permission,
    opted_out_at: instant(p.optedOutAt),
    last_inbound_at: instant(p.lastInboundAt),
    last_outbound_at: instant(p.lastOutboundAt),
    refused_at: instant(p.refusedAt),
    acknowledged: p.acknowledged as string[],
    acknowledged_because: p.acknowledgedBecause,
    verdict: p.verdict,
    reason: p.reason,
    reasons: json(p.reasons) as never,
    origin: p.origin,
    origin_claimed: p.originClaimed,
    after_refusal: p.afterRefusal,
    because_needed: p.becauseNeeded,
    policy_version: p.policyVersion,
    quiet_since: instant(p.quietSince),
    quiet_until: instant(p.quietUntil),
    quiet_clock: p.quietClock,
    quiet_zone: p.quietZone,
    opens_at: instant(p.opensAt),
    changes_at: instant(p.changesAt),
    paced_at: instants(p.pacedAt) as never,
    clock_unsafe: p.clockUnsafe,
    link: p.link,
  }),
);

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

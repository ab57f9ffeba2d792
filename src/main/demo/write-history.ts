/** The demo's past into the tables, a few statements for thousands of rows. */
import { sql } from 'kysely';
import type { Tx } from '#db/db.ts';
import { advanceLedger } from '#db/ledgers.ts';
import { numberHash } from '#db/number-hash.ts';
import { json } from '#db/values.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Book } from './book.ts';
import { at, type BulkRow, insertRows } from './bulk.ts';
import { lastContactOf } from './history.ts';
import type { PastAttempt, PastBrand, PastSuggestion } from './past.ts';

/** Every row stands on those written before it. `numbers`: the key of the stop list's hashes. */
export async function writeHistory(
  tx: Tx,
  brand: PastBrand,
  book: Book,
  today: Instant,
  numbers: Uint8Array,
): Promise<void> {
  const { brandId } = brand;
  const ofBrand = (row: BulkRow) => ({ brand_id: brandId, ...row });
  await insertRows(tx, 'suggestions', book.suggestions.map(suggestionRow).map(ofBrand));
  await insertRows(tx, 'turns', book.turns.map(turnRow).map(ofBrand));
  await insertRows(tx, 'attempts', book.attempts.map(attemptRow).map(ofBrand));
  await insertRows(tx, 'receipts', book.receipts.map(receiptRow));
  await insertRows(tx, 'handovers', book.handovers.map(handoverRow).map(ofBrand));
  const hashOf = (phone: string | null) => hex(numberHash(numbers, phone ?? ''));
  const stops = book.stops.map(({ customer, at: stoppedAt, recordedBy }) => ({
    number_hash: hashOf(customer.facts.phone),
    stopped_at: at(stoppedAt),
    source: 'seller',
    recorded_by: recordedBy,
  }));
  await insertRows(tx, 'opt_outs', stops.map(ofBrand));
  await tellOfCustomers(tx, brand, today);
  const head = { receiptNumber: book.receipts.length, link: book.link, eventNumber: 0 };
  tx.send(advanceLedger, { brandId, ...head, holdsCreated: 0, events: [], at: today });
}

function suggestionRow(suggestion: PastSuggestion): BulkRow {
  const { id, campaign, customer, person, reason, createdAt, state, closedAt, closedBy, closedReason } = suggestion;
  return {
    id,
    campaign_id: campaign.id,
    customer_id: customer.facts.id,
    seller_id: person.id,
    priority: campaign.priority,
    reason,
    state,
    closed_at: at(closedAt),
    closed_by: closedBy,
    closed_reason: closedReason,
    created_at: at(createdAt),
  };
}

function turnRow({ id, sessionId, storeId, personId, beganAt, touchedAt, endsAt }: Book['turns'][number]): BulkRow {
  return {
    id,
    session_id: sessionId,
    store_id: storeId,
    person_id: personId,
    began_at: at(beganAt),
    touched_at: at(touchedAt),
    ends_at: at(endsAt),
    ended_at: at(endsAt),
    ended_how: 'idle',
  };
}

function attemptRow(attempt: PastAttempt): BulkRow {
  const { id, customer, person, store, suggestion, decision, state, outcome, text } = attempt;
  return {
    id,
    customer_id: customer.facts.id,
    seller_id: person.id,
    store_id: store.id,
    suggestion_id: suggestion?.id ?? null,
    origin: decision.origin,
    channel: 'handset',
    state,
    outcome,
    text,
    refused_at: at(attempt.refusedAt),
    created_at: at(attempt.createdAt),
    updated_at: at(attempt.updatedAt),
  };
}

/** Column by column, as the receipt has them. */
function receiptRow(receipt: Book['receipts'][number]): BulkRow {
  return Object.fromEntries(
    Object.entries(receipt).map(([name, value]) => {
      const column = name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
      if (name === 'pacedAt') return [column, (value as number[]).map(at)];
      const isInstant = typeof value === 'number' && /At$|^quiet/.test(name);
      return [column, isInstant ? at(value) : Buffer.isBuffer(value) ? hex(value) : value];
    }),
  );
}

function handoverRow(handover: Book['handovers'][number]): BulkRow {
  return {
    id: handover.id,
    attempt_id: handover.attemptId,
    receipt_id: handover.receiptId,
    seller_id: handover.sellerId,
    store_id: handover.storeId,
    after_warning: handover.afterWarning,
    channel: 'handset',
    handed_at: at(handover.at),
    valid_until: at(handover.validUntil),
    withdrawn_at: at(handover.withdrawnAt),
  };
}

/** What their rows say of the past: when they were last written to, what they said of it. */
async function tellOfCustomers(tx: Tx, { brandId, stores }: PastBrand, today: Instant): Promise<void> {
  const known = stores
    .flatMap(({ customers }) => customers)
    .map((customer) => ({
      id: customer.facts.id,
      contact: at(lastContactOf(customer, today)),
      stop: at(customer.optedOutAt),
      wrong: at(customer.wrongNumberAt),
    }))
    .filter(({ contact, stop, wrong }) => contact ?? stop ?? wrong);
  await sql`
    update customers c
    set last_contact_at = r.contact, opted_out_at = coalesce(r.stop, c.opted_out_at), wrong_number_at = r.wrong
    from jsonb_to_recordset(${json(known)}) as r(id uuid, contact timestamptz, stop timestamptz, wrong timestamptz)
    where c.brand_id = ${brandId}::uuid and c.id = r.id`.execute(tx.q);
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

/** Writes the demo's history into the tables: decisions with `commitDecisions`, all other rows with a few statements. */

import { setLastContacts } from '#db/contact/handovers.ts';
import { markNumberWrong, stopNumber } from '#db/contact/outcomes.ts';
import type { Tx } from '#db/core/db.ts';
import { numberHash } from '#db/customers/number-hash.ts';
import { commitDecisions } from '#flows/core/commit-decisions.ts';
import type { Keys } from '#main/core/secrets/keys.ts';
import { contactBefore } from '#main/demo/past/history.ts';
import type { PastBrand, PastSuggestion } from '#main/demo/past/past-brand.ts';
import type { PastSimulation } from '#main/demo/past/simulated-attempts.ts';
import type { Instant } from '#rules/time/interval.ts';
import { at, type BulkRow, insertRows } from './bulk-insert.ts';

/** The most decisions of one statement: about three megabytes of JSON. */
const DECISIONS_PER_STATEMENT = 2_000;

/** Writes the history in the order of its references: suggestions and turns first, then decisions, stops and customers. */
export async function writeHistory(
  tx: Tx,
  brand: PastBrand,
  simulation: PastSimulation,
  today: Instant,
  { receipts: receiptKey, numbers }: Pick<Keys, 'receipts' | 'numbers'>,
): Promise<void> {
  const { brandId } = brand;
  const ofBrand = (row: BulkRow) => ({ brand_id: brandId, ...row });
  await insertRows(tx, 'suggestions', simulation.suggestions.map(suggestionRow).map(ofBrand));
  await insertRows(tx, 'turns', simulation.turns.map(turnRow).map(ofBrand));
  // No live events are written: open screens must not show the history as news.
  for (let from = 0; from < simulation.decided.length; from += DECISIONS_PER_STATEMENT) {
    await commitDecisions(
      tx,
      { brandId, at: today, receiptKey },
      simulation.decided.slice(from, from + DECISIONS_PER_STATEMENT),
    );
  }
  for (const { customer, at: stoppedAt, recordedBy } of simulation.stops) {
    const hash = numberHash(numbers, customer.facts.phone ?? '');
    tx.send(stopNumber, { brandId, numberHash: hash, recordedBy, at: stoppedAt });
  }
  updateCustomers(tx, brand, today);
}

/** Writes the wrong numbers and the last contacts of customers, which do not follow from the decisions. */
function updateCustomers(tx: Tx, { brandId, stores }: PastBrand, today: Instant): void {
  const customers = stores.flatMap((store) => store.customers);
  for (const { facts, wrongNumberAt } of customers) {
    if (wrongNumberAt !== null) tx.send(markNumberWrong, { brandId, customerId: facts.id, at: wrongNumberAt });
  }
  const contacts = customers.flatMap((customer) => {
    const contactedAt = contactBefore(customer, today);
    return contactedAt === null ? [] : [{ customerId: customer.facts.id, at: contactedAt }];
  });
  const customerIds = contacts.map(({ customerId }) => customerId);
  tx.send(setLastContacts, { brandId, contacts, customerIds });
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
    suggested_on: new Date(createdAt).toISOString().slice(0, 10),
    campaign_version: 1,
  };
}

function turnRow({
  id,
  sessionId,
  storeId,
  personId,
  beganAt,
  touchedAt,
  endsAt,
}: PastSimulation['turns'][number]): BulkRow {
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

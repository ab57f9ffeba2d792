/** The one writer of decisions: attempts, receipts, their chain, effects, answers and live events, in the caller's transaction (R1, R3, R4; law 3). */

import { type CompletedSuggestions, completeSuggestions } from '#db/campaigns/suggestion-closing.ts';
import { insertAcknowledgements, type NewAcknowledgement } from '#db/contact/acknowledgements.ts';
import { type AttemptRow, saveAttempts } from '#db/contact/attempts.ts';
import { insertHandovers, type NewHandover, setLastContacts, withdrawHandovers } from '#db/contact/handovers.ts';
import { insertKeyedAnswers, type KeyedAnswer } from '#db/contact/idempotency.ts';
import type { Tx } from '#db/core/db.ts';
import { applyHoldChanges, type HoldChange } from '#db/holds/hold-changes.ts';
import { advanceLedger, type LiveEvent, lockLedger } from '#db/record/ledgers.ts';
import { type Chained, insertReceipts, linkOf } from '#db/record/receipts.ts';
import { Permit } from '#rules/contact/decide.ts';
import type { Receipt } from '#rules/record/receipt.ts';
import type { Instant } from '#rules/time/interval.ts';
import { takeBack } from './undo-handover.ts';

/** All that is written for one decision. An act that decides nothing, such as a publication, has an event alone. */
export interface Decided {
  /** `isNew`: this is its first decision. */
  readonly attempt?: (AttemptRow & { readonly isNew: boolean }) | null;
  readonly receipt?: Receipt | null;
  readonly handover?: PermittedHandover | null;
  readonly completed?: CompletedSuggestions | null;
  /** An earlier hand-over of the attempt that its seller gives up: nothing was sent (D14). */
  readonly givenUp?: { readonly attemptId: string; readonly customerId: string; readonly at: Instant } | null;
  /** Of held contacts that the caller has locked. */
  readonly holdChanges?: readonly HoldChange[];
  readonly acknowledgement?: NewAcknowledgement | null;
  readonly answer?: KeyedAnswer | null;
  readonly event?: LiveEvent | null;
}

/** Law 2: the permit and the receipt come from the same decision. `withdrawnAt` is set only where the past is told. */
export interface PermittedHandover {
  readonly id: string;
  readonly permit: Permit;
  readonly withdrawnAt: Instant | null;
}

export interface Commit {
  readonly brandId: string;
  /** The host's clock. */
  readonly at: Instant;
  /** Null where nothing was decided. */
  readonly receiptKey: Uint8Array | null;
}

/**
 * Writes a batch in its order; one decision is a batch of one. An attempt's row stands in a batch once. This is the last
 * step of a transaction: what does not depend on the ledger is sent before the ledger is locked, so that the lock is
 * held only for the chain and the commit.
 */
export async function commitDecisions(tx: Tx, commit: Commit, decided: readonly Decided[]): Promise<void> {
  if (decided.length === 0) return;
  const { brandId, at, receiptKey } = commit;
  const handovers = decided.flatMap(handoverOf);
  writeAttempts(tx, brandId, decided);
  const holdChanges = partsOf(decided, 'holdChanges').flat();
  applyHoldChanges(tx, brandId, holdChanges);
  const holdsCreated = holdChanges.filter(({ kind }) => kind === 'made').length;
  writeContacts(tx, brandId, decided, handovers);
  const acknowledgements = partsOf(decided, 'acknowledgement');
  if (acknowledgements.length > 0) tx.send(insertAcknowledgements, { brandId, acknowledgements });
  const answers = partsOf(decided, 'answer');
  if (answers.length > 0) tx.send(insertKeyedAnswers, { brandId, answers, at });

  const [ledger] = await tx.run(lockLedger, { brandId });
  if (!ledger) throw new Error('the brand has no ledger');
  const receipts = chainOf(receiptKey, ledger, partsOf(decided, 'receipt'));
  if (receipts.length > 0) tx.send(insertReceipts, { receipts });
  if (handovers.length > 0) tx.send(insertHandovers, { brandId, handovers });
  const events = partsOf(decided, 'event').map((event, i) => ({ ...event, number: ledger.eventNumber + 1 + i }));
  const { number: receiptNumber, link } = receipts.at(-1) ?? { ...ledger, number: ledger.receiptNumber };
  const eventNumber = ledger.eventNumber + events.length;
  tx.send(advanceLedger, { brandId, receiptNumber, link, eventNumber, holdsCreated, events, at });
}

function writeAttempts(tx: Tx, brandId: string, decided: readonly Decided[]): void {
  const attempts = partsOf(decided, 'attempt');
  if (attempts.length > 0) tx.send(saveAttempts, { brandId, attempts });
  for (const { attemptId, customerId, at } of partsOf(decided, 'givenUp')) {
    takeBack(tx, brandId, attemptId, customerId, at);
  }
}

/** What a contact changes for the attempt's earlier link, the customer and the suggestions. */
function writeContacts(tx: Tx, brandId: string, decided: readonly Decided[], handovers: readonly NewHandover[]): void {
  const withdrawn = decided.flatMap(({ attempt, handover }) =>
    handover && attempt?.isNew === false ? [{ attemptId: attempt.id, at: attempt.updatedAt }] : [],
  );
  if (withdrawn.length > 0) tx.send(withdrawHandovers, { brandId, withdrawn });
  const contacts = new Map<string, Instant>();
  for (const { receipt, handover } of decided) {
    if (receipt && handover?.withdrawnAt === null) contacts.set(receipt.customerId, receipt.decidedAt);
  }
  const contacted = [...contacts].map(([customerId, at]) => ({ customerId, at }));
  if (handovers.length > 0) tx.send(setLastContacts, { brandId, contacts: contacted });
  const completed = partsOf(decided, 'completed');
  const customerIds = completed.map(({ customerId }) => customerId);
  if (completed.length > 0) tx.send(completeSuggestions, { brandId, completed, customerIds });
}

/** Law 2, D12: refuses a hand-over whose permit is not of the receipt's decision. */
function handoverOf({ receipt, handover }: Decided): readonly NewHandover[] {
  if (!handover) return [];
  const { id, permit, withdrawnAt } = handover;
  const isOne = Permit.is(permit) && permit.attemptId === receipt?.attemptId && receipt.decidedAt < permit.validUntil;
  if (!isOne) throw new Error('a hand-over needs the permit and the receipt of one decision');
  const { attemptId, actorId: sellerId, storeId, decidedAt: at, acknowledged } = receipt;
  const whose = { attemptId, receiptId: receipt.id, sellerId, storeId, afterWarning: acknowledged.length > 0 };
  return [{ id, ...whose, at, validUntil: permit.validUntil, withdrawnAt }];
}

/** R3: numbers and links receipts in their order, from the head of the brand's chain on. */
function chainOf(
  key: Uint8Array | null,
  head: { readonly receiptNumber: number; readonly link: Buffer },
  receipts: readonly Receipt[],
): readonly (Receipt & Chained)[] {
  let { receiptNumber: number, link } = head;
  return receipts.map((receipt) => {
    if (key === null) throw new Error('a receipt is written with the key of its chain');
    number++;
    link = linkOf(key, link, number, receipt);
    return { ...receipt, number, link };
  });
}

function partsOf<K extends keyof Decided>(decided: readonly Decided[], key: K): NonNullable<Decided[K]>[] {
  return decided.flatMap(({ [key]: part }) => (part === undefined || part === null ? [] : [part]));
}

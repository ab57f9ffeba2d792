/**
 * Writes decisions: attempts, receipts and their chain, effects, answers and live events, in the caller's transaction
 * (R1, R3, R4; invariant 3). No other code writes receipts, hand-overs and live events. Attempts and tokens have other
 * writers too: an outcome, a change of a held contact, the repeated answer of a warning.
 */

import { insertAcknowledgements } from '#db/contact/acknowledgements.ts';
import { saveAttempts } from '#db/contact/attempts.ts';
import { insertHandovers, type NewHandover } from '#db/contact/handovers.ts';
import { ageOfKey, insertKeyedAnswers } from '#db/contact/idempotency.ts';
import type { Tx } from '#db/core/db.ts';
import { type BoundStatement, bindStatement, joinStatements } from '#db/core/joined-statements.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { advanceLedger, advanceLedgerWithEvents, type LedgerMove, lockLedger } from '#db/record/ledgers.ts';
import { type Chained, insertReceipts, linkOf } from '#db/record/receipts.ts';
import { extendTurns } from '#db/sign-in/turns.ts';
import { Permit } from '#rules/contact/decide.ts';
import type { Receipt } from '#rules/record/receipt.ts';
import type { Instant } from '#rules/time/interval.ts';
import { ChainHeads, type Head } from './chain-heads.ts';
import { contactStatementsOf } from './contact-statements.ts';
import { type Decided, partsOf } from './decided.ts';
import { undoHandover } from './undo-handover.ts';

export interface Commit {
  readonly brandId: string;
  /** The host's clock. */
  readonly at: Instant;
  /** The key of the chain; null where nothing was decided. */
  readonly receiptKey: Uint8Array | null;
  /** The remembered heads of the chains. Without them the ledger is locked before receipts are linked. */
  readonly heads?: ChainHeads;
}

/**
 * Writes a batch in its order; a single decision is a batch of one. A batch contains an attempt's row at most once.
 * This is the last step of a transaction: all that does not depend on the ledger is sent before the ledger is locked,
 * so that the lock lasts only for the chain and the commit. Where this process remembers the head of the chain, all
 * statements leave together with COMMIT.
 */
export async function commitDecisions(tx: Tx, commit: Commit, decided: readonly Decided[]): Promise<void> {
  if (decided.length === 0) return;
  const { brandId, receiptKey, heads = new ChainHeads() } = commit;
  const handovers = decided.flatMap(handoverOf);
  writeDecided(tx, commit, decided, handovers);
  const receipts = partsOf(decided, 'receipt');
  if (receipts.length === 0) return writeLedger(tx, commit, decided, { handovers, receipts: [], from: null });

  // The rows of a large batch take the database a while. They are written before the ledger is locked, so that other receipts do not wait.
  if (decided.length > 1) await tx.answered();
  const lock = async (): Promise<Head> => {
    await tx.answered();
    const [ledger] = await tx.run(lockLedger, { brandId });
    if (!ledger) throw new Error(`The brand ${brandId} has no row in ledgers: restore it from a backup.`);
    return ledger;
  };
  await heads.seal(brandId, lock, (head, isLocked) => {
    const chained = chainOf(receiptKey, head, receipts);
    tx.whenOver((isCommitted) => isCommitted || heads.forget(brandId, isLocked));
    writeLedger(tx, commit, decided, { handovers, receipts: chained, from: isLocked ? null : head });
    const { number: receiptNumber, link } = chained.at(-1) as Chained;
    return { receiptNumber, link };
  });
}

/** Writes all that does not depend on the ledger. A new hold refers to its attempt, so attempts are written first. */
function writeDecided(
  tx: Tx,
  { brandId, at }: Commit,
  decided: readonly Decided[],
  handovers: readonly NewHandover[],
): void {
  for (const { attemptId, customerId, at: undoneAt } of partsOf(decided, 'givenUp')) {
    undoHandover(tx, brandId, attemptId, customerId, undoneAt);
  }
  const acknowledgements = partsOf(decided, 'acknowledgement');
  const answers = partsOf(decided, 'answer');
  const attempts = partsOf(decided, 'attempt');
  const turns = partsOf(decided, 'awayTurn');
  send(tx, [
    ...(attempts.length > 0 ? [bindStatement(saveAttempts, { brandId, attempts })] : []),
    ...contactStatementsOf(brandId, decided, handovers),
    ...(acknowledgements.length > 0 ? [bindStatement(insertAcknowledgements, { brandId, acknowledgements })] : []),
    ...(answers.length > 0 ? [bindStatement(insertKeyedAnswers, { brandId, answers, at: ageOfKey(at) })] : []),
    ...(turns.length > 0 ? [bindStatement(extendTurns, { brandId, turns })] : []),
  ]);
  applyHoldChanges(tx, brandId, partsOf(decided, 'holdChanges').flat());
}

interface LedgerWrite {
  readonly handovers: readonly NewHandover[];
  readonly receipts: readonly (Receipt & Chained)[];
  /** The head that the receipts were linked to; null where the ledger is locked. */
  readonly from: Head | null;
}

/** Sends the last statements of a transaction. The ledger is locked from here to the commit. */
function writeLedger(
  tx: Tx,
  { brandId, at }: Commit,
  decided: readonly Decided[],
  { handovers, receipts, from }: LedgerWrite,
): void {
  const last = receipts.at(-1) ?? null;
  const list = partsOf(decided, 'event').map((event, i, { length }) => ({ ...event, placeFromEnd: length - 1 - i }));
  const move: LedgerMove = {
    brandId,
    fromNumber: from?.receiptNumber ?? null,
    fromLink: from?.link ?? null,
    toNumber: last?.number ?? null,
    toLink: last?.link ?? null,
    events: list.length,
    holdsCreated: partsOf(decided, 'holdChanges')
      .flat()
      .filter(({ kind }) => kind === 'made').length,
  };
  const written = [
    ...(receipts.length > 0 ? [bindStatement(insertReceipts, { receipts })] : []),
    ...(handovers.length > 0 ? [bindStatement(insertHandovers, { brandId, handovers })] : []),
  ];
  if (list.length > 0) {
    sendAfter(tx, bindStatement(advanceLedgerWithEvents, { ...move, list, at }), written);
  } else {
    tx.send(advanceLedger, move);
    send(tx, written);
  }
}

/** Sends one combined statement that carries out `first` before the others: a receipt is inserted only while the ledger is locked. */
function sendAfter(tx: Tx, first: BoundStatement, others: readonly BoundStatement[]): void {
  tx.send(joinStatements([first, ...others], 'firstBefore'), [first, ...others]);
}

function send(tx: Tx, statements: readonly BoundStatement[]): void {
  if (statements.length > 0) tx.send(joinStatements(statements), statements);
}

/** Returns the row of a hand-over. Throws where its permit is not from the receipt's decision (invariant 2, D12). */
function handoverOf({ receipt, handover }: Decided): readonly NewHandover[] {
  if (!handover) return [];
  const { id, permit, withdrawnAt } = handover;
  const isOne = Permit.is(permit) && permit.attemptId === receipt?.attemptId && receipt.decidedAt < permit.validUntil;
  if (!isOne) throw new Error('A hand-over needs the permit and the receipt of one decision.');
  const { attemptId, actorId: sellerId, storeId, decidedAt: at, acknowledged } = receipt;
  const related = { attemptId, receiptId: receipt.id, sellerId, storeId, afterWarning: acknowledged.length > 0 };
  return [{ id, ...related, at, validUntil: permit.validUntil, withdrawnAt }];
}

/** Numbers and links receipts in their order, starting from the head of the brand's chain (R3). */
function chainOf(key: Uint8Array | null, head: Head, receipts: readonly Receipt[]): readonly (Receipt & Chained)[] {
  let { receiptNumber: number, link } = head;
  return receipts.map((receipt) => {
    if (key === null) throw new Error('A receipt needs the key of its chain: pass receiptKey to commitDecisions.');
    number++;
    link = linkOf(key, link, number, receipt);
    return { ...receipt, number, link };
  });
}

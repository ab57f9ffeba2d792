/**
 * Deletes what is older than the brand keeps: receipts with their attempts (R1), texts, drafts, ended turns, tokens of
 * warnings, and the log of support's access. Runs once a day for each brand, in small transactions, so that no decision waits; a run that was cut
 * off goes on where it ended.
 */
import type { Database } from '#db/core/db.ts';
import { isoOf } from '#db/core/sql-values.ts';
import {
  clearOldTexts,
  deleteEndedTurns,
  deleteExpiredAcknowledgements,
  deleteOldReceipts,
  deleteOldSupportAccesses,
  readRetention,
  updateRetentionProgress,
  writeMark,
} from '#db/record/retention.ts';
import type { Instant } from '#rules/time/interval.ts';
import { sealOf } from './mark-seal.ts';

export interface RetentionDeps {
  readonly db: Database;
  /** The host's clock, also in the demo: moving the demo's clock must not delete its past. */
  readonly hostNow: () => Instant;
  readonly receiptKey: Uint8Array;
}

const DAY_MS = 24 * 3_600_000;
/** Rows in one transaction: a few hundredths of a second. */
const AT_ONCE = 200;
/** Transactions of each kind in one round, so that a large backlog does not hold up the other chores. */
const MOST_BATCHES = 500;
/** An attempt may change for so long after it was made: a message can be held for 30 days and expires three days later. */
const CHANGING_MS = 60 * DAY_MS;

/** Tokens of warnings stay for a week, as long as the kept answers that name them. */
const TOKENS_MS = 7 * DAY_MS;

const SENT = ['handed_over', 'sent', 'failed', 'unknown'];
const NOT_SENT = ['refused', 'warned', 'abandoned', 'cancelled', 'expired'];

/** Returns whether everything old is deleted; false: a backlog is left for the next round. */
export async function deleteOldData(deps: RetentionDeps, brandId: string): Promise<boolean> {
  const { db } = deps;
  const now = deps.hostNow();
  const today = isoOf(now).slice(0, 10);
  const [kept] = await db.read(brandId, (reads) => reads.run(readRetention, { brandId }));
  if (!kept || kept.doneOn === today) return true;
  const { textsDays, draftsDays } = kept;
  const draftsBefore = now - draftsDays * DAY_MS;
  const isDone = [
    // First, so that no text is emptied of an attempt that goes.
    await inBatches(() => deleteReceipts(deps, brandId, today)),
    await clearTexts(deps, { brandId, states: NOT_SENT, done: kept.draftsTo, before: draftsBefore }),
    await clearTexts(deps, { brandId, states: SENT, done: kept.textsTo, before: now - textsDays * DAY_MS }),
    await inBatches(async () => {
      const tokens = { brandId, before: now - TOKENS_MS, limit: AT_ONCE };
      return (await db.inBrand(brandId, (tx) => tx.run(deleteExpiredAcknowledgements, tokens))).length;
    }),
    await inBatches(async () => {
      const turns = { brandId, before: draftsBefore, limit: AT_ONCE };
      return (await db.inBrand(brandId, (tx) => tx.run(deleteEndedTurns, turns))).length;
    }),
    await inBatches(async () => {
      const [deleted] = await db.inBrand(brandId, (tx) => tx.run(deleteOldSupportAccesses, { most: AT_ONCE }));
      return deleted?.deleted ?? 0;
    }),
  ].every(Boolean);
  if (isDone) await progress(db, brandId, { doneOn: today });
  return isDone;
}

interface Texts {
  readonly brandId: string;
  readonly states: readonly string[];
  /** The instant up to which an earlier run has emptied the texts; null: none ran. */
  readonly done: Instant | null;
  readonly before: Instant;
}

async function clearTexts({ db }: RetentionDeps, { brandId, states, done, before }: Texts): Promise<boolean> {
  let from = done === null ? 0 : done - CHANGING_MS;
  const isDone = await inBatches(async () => {
    const texts = { brandId, states, from, before, limit: AT_ONCE };
    const cleared = await db.inBrand(brandId, (tx) => tx.run(clearOldTexts, texts));
    from = cleared.reduce((latest, { createdAt }) => Math.max(latest, createdAt), from);
    return cleared.length;
  });
  const to = isDone ? before : from;
  await progress(db, brandId, states === SENT ? { textsTo: to } : { draftsTo: to });
  return isDone;
}

/** Repeats a batch until it deletes less than it may. Returns false where the round ends before. */
async function inBatches(batch: () => Promise<number>): Promise<boolean> {
  for (let batches = 0; batches < MOST_BATCHES; batches += 1) {
    if ((await batch()) < AT_ONCE) return true;
  }
  return false;
}

/** Deletes a batch of receipts and writes the mark from which the chain goes on, in one transaction (R3). */
function deleteReceipts({ db, receiptKey }: RetentionDeps, brandId: string, day: string): Promise<number> {
  return db.inBrand(brandId, async (tx) => {
    const [deleted] = await tx.run(deleteOldReceipts, { most: AT_ONCE });
    if (!deleted?.lastNumber || deleted.lastLink === null) return 0;
    const { lastNumber: number, lastLink: link, receipts } = deleted;
    tx.send(writeMark, { brandId, number, link, day, seal: sealOf(receiptKey, { brandId, number, link, day }) });
    return receipts;
  });
}

async function progress(
  db: Database,
  brandId: string,
  done: { readonly doneOn?: string; readonly textsTo?: Instant; readonly draftsTo?: Instant },
): Promise<void> {
  const all = { doneOn: null, textsTo: null, draftsTo: null, ...done };
  await db.inBrand(brandId, async (tx) => tx.send(updateRetentionProgress, { brandId, ...all }));
}

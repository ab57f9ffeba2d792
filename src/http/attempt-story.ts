/** Attempts to read: a page of them, and one with each decision on it. */
import type { z } from 'zod';
import type { AttemptList, AttemptQuery, AttemptRow, AttemptStory } from '#contract/attempt.ts';
import { attemptsPage } from '#db/attempts.ts';
import type { Reads } from '#db/db.ts';
import { readAttemptStory } from '#flows/read-attempt-story.ts';
import type { PersonActor } from '#flows/who-asks.ts';
import { cursorOf, keysOf } from './cursor.ts';
import { attemptBody, decisionBody, instantOf, instantText } from './present.ts';
import { problem } from './problem.ts';

/** A seller's own; a manager's whole store; the brand's all. Newest first. */
export async function attemptPage(
  db: Reads,
  actor: PersonActor,
  query: z.infer<typeof AttemptQuery>,
): Promise<z.infer<typeof AttemptList>> {
  const { brandId } = actor;
  const after = query.cursor === undefined ? null : keysOf(query.cursor, 2);
  const rows = await db.read(brandId, (reads) =>
    reads.run(attemptsPage, {
      brandId,
      sellerId: actor.role === 'seller' ? actor.personId : null,
      storeId: actor.role === 'store_manager' ? actor.storeId : null,
      state: query.state ?? null,
      from: query.from === undefined ? null : instantOf(query.from),
      to: query.to === undefined ? null : instantOf(query.to),
      beforeAt: after === null ? null : Number(after[0]),
      beforeId: after === null ? null : String(after[1]),
      limit: query.limit + 1,
    }),
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(rowBody),
    next: rows.length > page.length && last ? cursorOf([last.createdAt, last.id]) : null,
  };
}

export async function attemptStory(db: Reads, actor: PersonActor, id: string): Promise<z.infer<typeof AttemptStory>> {
  const story = await readAttemptStory(db, actor.brandId, id);
  if (!story || !maySee(actor, story.attempt)) throw problem('not_found');
  const { attempt, receipts, handover } = story;
  return {
    ...rowBody(attempt),
    text: attempt.text,
    receipts: receipts.map(receiptBody),
    handover: handover && { at: instantText(handover.at), validUntil: instantText(handover.validUntil) },
  };
}

function maySee(actor: PersonActor, { sellerId, storeId }: { sellerId: string; storeId: string | null }): boolean {
  if (actor.role === 'brand_manager' || sellerId === actor.personId) return true;
  return actor.role === 'store_manager' && storeId === actor.storeId;
}

interface Row {
  readonly id: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly origin: string;
  readonly channel: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly suggestionId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly customerName: string;
  readonly sellerName: string;
}

function rowBody(row: Row): z.infer<typeof AttemptRow> {
  return {
    ...attemptBody(row),
    customerName: row.customerName,
    sellerName: row.sellerName,
    outcome: row.outcome as z.infer<typeof AttemptRow>['outcome'],
    suggestionId: row.suggestionId,
    createdAt: instantText(row.createdAt),
    updatedAt: instantText(row.updatedAt),
  };
}

type Story = NonNullable<Awaited<ReturnType<typeof readAttemptStory>>>;

function receiptBody({ receipt, decision }: Story['receipts'][number]) {
  return {
    ...decisionBody(decision),
    id: receipt.id,
    number: receipt.number,
    decidedAt: instantText(receipt.decidedAt),
    actorId: receipt.actorId,
    originClaimed: receipt.originClaimed,
    afterRefusal: receipt.afterRefusal,
    acknowledged: [...receipt.acknowledged],
    because: receipt.acknowledgedBecause,
  };
}

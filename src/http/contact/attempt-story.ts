/** Answers requests that read attempts: a page of the list, and one attempt with all its decisions. */
import type { z } from 'zod';
import type { AttemptList, AttemptQuery, AttemptRow, AttemptStory } from '#contract/contact/attempt.ts';
import type { Language } from '#contract/core/common.ts';
import type { Reads } from '#db/core/db.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type AttemptSearch, findAttempts } from '#flows/record/find-attempts.ts';
import { readAttemptStory } from '#flows/record/read-attempt-story.ts';
import { nextOf, parsePage } from '#http/core/page-cursor.ts';
import { attemptBody, decisionBody, instantOf, instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { mayReach, ownedBy, scopeOf } from '#rules/people/access.ts';
import { shownName } from '#words/customers/erased-name.ts';

/** Returns a page of the attempts that `read_attempts` lets this person see, newest first. */
export async function attemptPage(
  db: Reads,
  actor: PersonActor,
  query: z.infer<typeof AttemptQuery>,
  language: Language,
): Promise<z.infer<typeof AttemptList>> {
  const { personId: sellerId, storeId } = scopeOf('read_attempts', actor);
  const scope = { brandId: actor.brandId, sellerId, storeId };
  const { rows, last } = await findAttempts(db, scope, searchOf(query, false), parsePage(query));
  return { items: rows.map((row) => rowBody(row, language)), next: nextOf(last) };
}

export function searchOf(
  { query, seller, state, event, from, to }: z.infer<typeof AttemptQuery>,
  wholeWords: boolean,
): AttemptSearch {
  return {
    wholeWords,
    customer: query ?? '',
    seller: seller ?? '',
    state: state ?? null,
    event: event ?? null,
    from: from === undefined ? null : instantOf(from),
    to: to === undefined ? null : instantOf(to),
  };
}

export async function attemptStory(
  db: Reads,
  actor: PersonActor,
  id: string,
  language: Language,
): Promise<z.infer<typeof AttemptStory>> {
  const story = await readAttemptStory(db, actor.brandId, id);
  if (!story || !mayReach('read_attempts', actor, ownedBy(story.attempt))) throw problem('not_found');
  const { attempt, receipts, handover } = story;
  return {
    ...rowBody(attempt, language),
    text: attempt.text,
    receipts: receipts.map(receiptBody),
    handover: handover && { at: instantText(handover.at), validUntil: instantText(handover.validUntil) },
  };
}

interface Row {
  readonly id: string;
  readonly state: z.infer<typeof AttemptRow>['state'];
  readonly outcome: z.infer<typeof AttemptRow>['outcome'];
  readonly origin: string;
  readonly channel: string;
  readonly customerId: string;
  readonly sellerId: string;
  readonly suggestionId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly customerName: string;
  readonly sellerName: string;
  readonly storeName: string | null;
  readonly storeZone: string | null;
  readonly heldUntil: number | null;
}

export function rowBody(row: Row, language: Language): z.infer<typeof AttemptRow> {
  return {
    ...attemptBody(row),
    customerName: shownName(language, row.customerName),
    sellerName: row.sellerName,
    storeName: row.storeName,
    storeZone: row.storeZone,
    outcome: row.outcome,
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
    actorKind: receipt.actorKind,
    actorId: receipt.actorId,
    originClaimed: receipt.originClaimed,
    afterRefusal: receipt.afterRefusal,
    acknowledged: [...receipt.acknowledged],
    because: receipt.acknowledgedBecause,
  };
}

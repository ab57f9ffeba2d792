/** Builds the body of a held contact, with the sentence that says why it has this minute or how it ended. */
import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { HeldMark, Hold } from '#contract/holds/hold.ts';
import type { readHolds } from '#flows/holds/read-holds.ts';
import { attemptBody, instantText, instantTextOrNull } from '#http/core/present.ts';
import { shownName } from '#words/customers/erased-name.ts';
import { parkedText } from '#words/holds/hold-steps.ts';
import { holdText, parkedWayOn } from '#words/holds/holds.ts';

type Row = Awaited<ReturnType<typeof readHolds>>['rows'][number];

export function holdBody(row: Row, language: Language, now: number): Hold {
  const heldUntil = row.state === 'ended' ? null : row.dueAt;
  const { attemptId: id, attemptState: state, origin, customerId, sellerId, storeId } = row;
  return {
    attempt: attemptBody({ id, state, origin, channel: 'handset', customerId, sellerId, heldUntil }),
    state: row.state,
    customer: { id: customerId, name: shownName(language, row.customerName) },
    seller: { id: sellerId, name: row.sellerName },
    store: { id: storeId, name: row.storeName, zone: row.storeZone },
    suggestionId: row.suggestionId,
    text: row.text,
    speaksAs: row.state === 'ended' ? null : row.speaksAs,
    heldUntil: instantTextOrNull(heldUntil),
    heldAt: instantText(row.heldAt),
    readyAt: instantTextOrNull(row.readyAt),
    expiresAt: instantText(row.expiresAt),
    chosen: row.openingAt === null,
    passedBy: row.passedByName,
    sentence: isParked(row)
      ? `${parkedText(language)} ${parkedWayOn(language)}`
      : holdText(language, factsOf(row, heldUntil, now)),
    ended: endOf(row),
    mayReturn: row.mayReturn,
    news: row.news,
    didNotFit: row.didNotFit && row.state === 'waiting',
    parked: isParked(row),
  };
}

function factsOf(row: Row, heldUntil: number | null, now: number): Parameters<typeof holdText>[1] {
  return {
    state: row.state,
    chosen: row.openingAt === null,
    heldUntil,
    openingAt: row.openingAt,
    opensWithStore: row.opensWithStore,
    promisedAt: row.promisedAt,
    storeZone: row.storeZone,
    now,
    customerFirstName: row.customerFirstName,
    endedAs: row.endedAs as NonNullable<Hold['ended']>['as'] | null,
    endReason: row.endReason as NonNullable<Hold['ended']>['reason'] | null,
    endedByName: row.endedByName,
    isListed: row.isListed,
    saidUnsent: row.endReason === 'seller' && row.attemptState === 'abandoned',
    origin: row.origin === 'suggestion' ? 'suggestion' : 'profile',
    returned: row.returned,
    heldAgain: row.heldAgain,
    didNotFit: row.didNotFit,
  };
}

/** Whether the contact is parked. An ended contact is not, since no person has to act on it. */
function isParked({ parked, state }: Row): boolean {
  return parked && state !== 'ended';
}

function endOf({ endedAt, endedAs, endReason, endedByName }: Row): Hold['ended'] {
  if (endedAt === null || endedAs === null || endReason === null) return null;
  return { as: endedAs, reason: endReason, at: instantText(endedAt), by: endedByName };
}

/** What suggestions and profiles say of a contact that is held. */
export function heldMark(held: {
  readonly attemptId: string;
  readonly state: string;
  readonly dueAt: number;
  readonly sellerId: string;
  readonly sellerName: string;
}): z.infer<typeof HeldMark> {
  const { attemptId, state, dueAt, sellerId, sellerName } = held;
  return {
    attemptId,
    state: state === 'ready' ? 'ready' : 'held',
    heldUntil: instantText(dueAt),
    sellerId,
    sellerName,
  };
}

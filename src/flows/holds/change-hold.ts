/** Changes a held contact for its seller or the store's manager: text, minute or seller; cancels, restores or marks it as read (H3–H5). */

import { changeHeldText, lockAttempt } from '#db/contact/attempts.ts';
import { readContextFacts } from '#db/contact/context.ts';
import { findContactSince } from '#db/contact/handovers.ts';
import { type Database, findBrokenConstraint, type Tx } from '#db/core/db.ts';
import { readCustomerProfile } from '#db/customers/customers.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { findAttemptParties, findHoldsOfCustomers } from '#db/holds/hold-list.ts';
import { markHoldNewsSeen } from '#db/holds/hold-news.ts';
import { lockHoldOfAttempt } from '#db/holds/holds.ts';
import { lockContexts } from '#db/holds/lock-contexts.ts';
import { readReleaseFacts } from '#db/holds/slots.ts';
import { lockQueues } from '#db/people/people.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';
import type { AttemptSummary } from '#flows/contact/answer/attempt-answer.ts';
import type { AttemptDeps, Seller } from '#flows/contact/attempt-wish.ts';
import { contextOfRow } from '#flows/contact/build-context.ts';
import { type KeptMinute, MOST_AHEAD_MS, movedByPerson, restored } from '#flows/contact/hold-contact.ts';
import { releaseCaseOf, slotsOf } from '#flows/contact/release-case.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { canReturn } from '#rules/holds/hold.ts';
import { type ReleaseCase, releaseTime } from '#rules/holds/release-time.ts';
import { workingTimes } from '#rules/holds/working-time.ts';
import { mayReach, mayUse, ownedBy } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import { spokenText } from './spoken-text.ts';

export interface HoldEdit {
  readonly text: string | null;
  readonly heldUntil: Instant | null;
  readonly sellerId: string | null;
}

/**
 * `time_quiet` means that it is quiet at the chosen instant; `offered` is the next minute that is not. `not_held` means
 * that the contact does not wait. `forbidden` means that a seller tried to pass the contact on. `other_seller` means
 * that the new seller is not of this store or does not work there. `has_one` means that the new seller has a hold for
 * this customer already.
 */
export type ChangeAnswer =
  | { readonly kind: 'changed'; readonly attempt: AttemptSummary }
  | { readonly kind: 'time_quiet'; readonly offered: Instant | null; readonly zone: string }
  | { readonly kind: 'has_one'; readonly sellerFirstName: string; readonly customerFirstName: string }
  | {
      readonly kind:
        | 'not_found'
        | 'forbidden'
        | 'not_held'
        | 'other_seller'
        | 'time_past'
        | 'time_too_far'
        | 'already_held';
    };

type Deps = Pick<AttemptDeps, 'db' | 'timelines' | 'now' | 'hostNow' | 'clockIsSafe' | 'tzVersion'>;
type Hold = NonNullable<(typeof lockHoldOfAttempt)['row']>;

/** Changes a live hold (H5). A passed-on hold keeps its minute, and only a manager passes on (H4). */
export function changeHold(deps: Deps, person: Seller, attemptId: string, change: HoldEdit): Promise<ChangeAnswer> {
  return withLockedHold(deps, person, attemptId, change.sellerId, async (tx, hold, people, attempt) => {
    const { brandId } = person;
    const at = deps.now();
    const isPassed = change.sellerId !== null && change.sellerId !== hold.sellerId;
    if (isPassed && !mayUse('pass_on_hold', person.role)) return { kind: 'forbidden' };
    if (hold.state === 'ended') return { kind: 'not_held' };
    const next = isPassed ? nextOf(hold, people, change.sellerId) : null;
    if (isPassed && next === null) return { kind: 'other_seller' };
    const otherHold = next && (await findHoldOf(tx, brandId, hold.customerId, next));
    if (otherHold !== null) return otherHold;
    const owner = next?.id ?? hold.sellerId;
    const isMoved = change.heldUntil !== null && change.heldUntil !== hold.dueAt;
    const moved = isMoved
      ? await checkChosenMinute(deps, tx, brandId, { ...hold, sellerId: owner }, change.heldUntil, at)
      : null;
    if (moved !== null && moved.kind !== 'free') return moved;

    // All refusals are returned before this line; the code below writes.
    const { personId: by } = person;
    applyHoldChanges(tx, brandId, [
      // H4: the hold keeps its minute.
      ...(next === null
        ? []
        : [
            {
              kind: 'passed',
              id: hold.id,
              from: hold.sellerId,
              to: owner,
              isWaiting: hold.state === 'waiting',
              by,
              at,
            } as const,
          ]),
      ...(moved === null ? [] : [movedByPerson(hold, moved.kept, { timingRevision: moved.timingRevision, by, at })]),
    ]);
    const dueAt = moved?.kept.at ?? hold.dueAt;
    if (change.text !== null || next !== null) {
      const named = spokenText(attempt, change.text, people.find(({ id }) => id === hold.sellerId) ?? null, next);
      tx.send(changeHeldText, { brandId, id: attemptId, ...named, at });
    }
    const isReady = hold.state === 'ready' && moved === null;
    const summary = summaryOf({ ...hold, sellerId: owner }, isReady ? 'ready' : 'held', dueAt);
    await publishChange(deps, tx, brandId, summary, hold.storeId);
    return { kind: 'changed', attempt: summary };
  });
}

/** Returns the person who takes the hold over; null where the person is not of this store or does not work there. */
function nextOf(hold: Hold, people: readonly QueueOwner[], sellerId: string | null): QueueOwner | null {
  const next = people.find(({ id }) => id === sellerId);
  return next?.active && next.storeId === hold.storeId ? next : null;
}

type FreeMinute = { readonly kind: 'free'; readonly kept: KeptMinute; readonly timingRevision: number };

/** Checks a minute that the seller chose. Returns the minute, or why the contact cannot be held until then. */
async function checkChosenMinute(
  deps: Deps,
  tx: Tx,
  brandId: string,
  hold: Hold,
  until: Instant,
  at: Instant,
): Promise<FreeMinute | ChangeAnswer> {
  if (until <= at) return { kind: 'time_past' };
  if (until > at + MOST_AHEAD_MS) return { kind: 'time_too_far' };
  const { asked, timingRevision, zone } = await releaseCaseOfHold(deps, tx, brandId, hold, at);
  if (asked.quietBetween(until, until + 1).length > 0) {
    return { kind: 'time_quiet', offered: releaseTime(asked, until)?.at ?? null, zone };
  }
  return { kind: 'free', kept: { at: until, openingAt: null, didNotFit: false }, timingRevision };
}

/** Cancels a hold. Where a manager cancels it, its seller is told. */
export function cancelHold(deps: Deps, person: Seller, attemptId: string): Promise<ChangeAnswer> {
  return withLockedHold(deps, person, attemptId, null, async (tx, hold) => {
    if (hold.state === 'ended') return { kind: 'not_held' };
    const { brandId, personId } = person;
    const at = deps.now();
    const reason = hold.sellerId === personId ? 'seller' : 'manager';
    const isTold = reason === 'manager';
    applyHoldChanges(tx, brandId, [{ kind: 'ended', id: hold.id, reason, by: personId, isTold, at }]);
    const attempt = summaryOf(hold, 'cancelled', null);
    await publishChange(deps, tx, brandId, attempt, hold.storeId);
    return { kind: 'changed', attempt };
  });
}

/** Undoes the end of a hold: at the same minute where that is still free, else at the next one. A hold that may not return stays ended. */
export function restoreHold(deps: Deps, person: Seller, attemptId: string): Promise<ChangeAnswer> {
  return withLockedHold(deps, person, attemptId, null, async (tx, hold) => {
    const { brandId } = person;
    if (!(await isRestorable(tx, brandId, hold))) return { kind: 'not_held' };
    const at = deps.now();
    const { asked, timingRevision } = await releaseCaseOfHold(deps, tx, brandId, hold, at);
    const kept = sameMinute(hold, asked, at) ?? releaseTime(asked, Math.max(at, hold.dueAt));
    if (kept === null) return { kind: 'not_held' };
    applyHoldChanges(tx, brandId, [restored(hold, kept, { timingRevision, by: person.personId, at })]);
    const attempt = summaryOf(hold, 'held', kept.at);
    await publishChange(deps, tx, brandId, attempt, hold.storeId);
    return { kind: 'changed', attempt };
  });
}

/** Marks the news of a hold as read by its seller. For other people who may see the hold, nothing changes. */
export function seeHold({ db, now }: Deps, person: Seller, attemptId: string): Promise<'seen' | 'not_found'> {
  const { brandId, personId } = person;
  return db.inBrand<'seen' | 'not_found'>(brandId, async (tx) => {
    const [parties] = await tx.run(findAttemptParties, { brandId, id: attemptId });
    if (!parties || !mayReach('change_hold', person, ownedBy(parties))) return 'not_found';
    tx.send(markHoldNewsSeen, { brandId, attemptId, sellerId: personId, at: now() });
    return 'seen';
  });
}

/**
 * Does `work` with the policy's advisory lock, the queues, the policy head, the customer, the attempt and its hold
 * locked, in the order of all other transactions. A person reaches the own holds, a manager those of the store.
 */
async function withLockedHold(
  deps: Deps,
  person: Seller,
  attemptId: string,
  otherId: string | null,
  work: (tx: Tx, hold: Hold, people: readonly QueueOwner[], attempt: HeldAttempt) => Promise<ChangeAnswer>,
): Promise<ChangeAnswer> {
  const { brandId } = person;
  try {
    return await (deps.db as Database).inBrand<ChangeAnswer>(brandId, async (tx) => {
      tx.send(lockPolicyShared, { brandId });
      const [parties] = await tx.run(findAttemptParties, { brandId, id: attemptId });
      if (!parties || !mayReach('change_hold', person, ownedBy(parties))) return { kind: 'not_found' };
      const personIds = [parties.sellerId, ...(otherId === null ? [] : [otherId])].toSorted();
      const people = tx.run(lockQueues, { brandId, personIds });
      tx.send(lockContexts, { brandId, customerIds: [parties.customerId] });
      const lockingAttempt = tx.run(lockAttempt, { brandId, id: attemptId, tokenHash: null });
      const [hold] = await tx.run(lockHoldOfAttempt, { brandId, attemptId });
      const [attempt] = await lockingAttempt;
      // The hold was passed on, or its customer was merged, between the two reads: the person's screen was outdated.
      const isSame = hold?.sellerId === parties.sellerId && hold.customerId === parties.customerId;
      if (!hold || !attempt || !isSame) return { kind: 'not_held' };
      return work(tx, hold, await people, attempt);
    });
  } catch (error) {
    if (findBrokenConstraint(error) === 'holds_of_pair') return { kind: 'already_held' };
    throw error;
  }
}

type HeldAttempt = NonNullable<(typeof lockAttempt)['row']>;
type QueueOwner = NonNullable<(typeof lockQueues)['row']>;

/**
 * Returns the `has_one` answer where the seller already has a hold for the customer: a seller has at most one. The
 * seller's queue is locked, so no other hold can be made meanwhile.
 */
async function findHoldOf(
  tx: Tx,
  brandId: string,
  customerId: string,
  { id, name }: QueueOwner,
): Promise<Extract<ChangeAnswer, { kind: 'has_one' }> | null> {
  const [hold] = await tx.run(findHoldsOfCustomers, { brandId, customerIds: [customerId], sellerId: id });
  if (hold === undefined) return null;
  const [customer] = await tx.run(readCustomerProfile, { brandId, customerId });
  return { kind: 'has_one', sellerFirstName: firstName(name), customerFirstName: firstName(customer?.name ?? '') };
}

/** Builds the facts from which the minute of this contact is found, by the same code that will release it. */
async function releaseCaseOfHold(
  deps: Deps,
  tx: Tx,
  brandId: string,
  { customerId, sellerId, storeId, attemptId }: Pick<Hold, 'customerId' | 'sellerId' | 'storeId' | 'attemptId'>,
  at: Instant,
): Promise<{ asked: ReleaseCase; timingRevision: number; zone: string }> {
  const named = { customerId, personId: sellerId, storeId, suggestionId: null, attemptId, tokenHash: null };
  const reading = tx.run(readContextFacts, { brandId, ...named, pacedSince: at });
  const [facts] = await tx.run(readReleaseFacts, { brandId, storeId, customerId, queueId: sellerId, from: at });
  const [row] = await reading;
  if (!row || !facts) throw new Error(`The hold of attempt ${attemptId} has no customer or no store: check its row.`);
  const clocks = await deps.timelines.at(tx, brandId, row.revision);
  const context = contextOfRow(
    row,
    clocks,
    { now: at, tzVersion: deps.tzVersion, clockUnsafe: !deps.clockIsSafe() },
    { actor: 'release', claimed: null, suggestionOpen: false, channel: 'handset', attempt: null },
  );
  const queue = { sellerId, contactFromMinute: row.contactFromMinute, slots: slotsOf(facts) };
  const asked = releaseCaseOf(context, facts, queue);
  return { asked, timingRevision: row.timingRevision, zone: facts.zone };
}

/** Returns the minute that the hold had, or the present one where the hold was ready already; null where that minute is no longer free. */
function sameMinute({ dueAt, openingAt, promisedAt }: Hold, asked: ReleaseCase, at: Instant): KeptMinute | null {
  const minute = promisedAt > at ? dueAt : at;
  const isFree =
    openingAt === null
      ? asked.quietBetween(minute, minute + 1).length === 0
      : workingTimes(asked, minute, minute + 1).length > 0;
  return isFree ? { at: minute, openingAt: minute === dueAt ? openingAt : null, didNotFit: false } : null;
}

async function isRestorable(tx: Tx, brandId: string, hold: Hold): Promise<boolean> {
  const { endReason, endedAt, customerId, sellerId } = hold;
  if (endedAt === null || endReason === null) return false;
  const args = { brandId, customerId, sellerId, since: endedAt };
  const contacts = endReason === 'replaced' ? await tx.run(findContactSince, args) : [];
  return canReturn(endReason, contacts.length > 0);
}

function summaryOf(
  { attemptId, origin, customerId, sellerId }: Pick<Hold, 'attemptId' | 'origin' | 'customerId' | 'sellerId'>,
  state: AttemptSummary['state'],
  heldUntil: Instant | null,
): AttemptSummary {
  return { id: attemptId, state, origin, channel: 'handset', customerId, sellerId, heldUntil };
}

function publishChange(deps: Deps, tx: Tx, brandId: string, attempt: AttemptSummary, storeId: string): Promise<void> {
  const { id, state, customerId } = attempt;
  const event = { kind: 'attempt', personId: null, storeId, body: { id, state, customerId } } as const;
  return publishLiveEvent(tx, brandId, deps.hostNow(), event);
}

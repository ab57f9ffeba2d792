/** Moves what is held and suggested for a merged customer to the surviving one (H3, H6). */
import type { Tx } from '#db/core/db.ts';
import {
  endDoubleSuggestions,
  lockHoldsOfCustomers,
  lockOpenSuggestions,
  moveAttempts,
  moveOpenSuggestions,
} from '#db/customers/merge/merged-work.ts';
import { applyHoldChanges } from '#db/holds/hold-changes.ts';
import { endsOf } from '#flows/core/end-holds.ts';
import { mayReach, personRole } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { QueueOwner } from './lock-pair.ts';

type Held = NonNullable<(typeof lockHoldsOfCustomers)['row']>;
type Suggested = NonNullable<(typeof lockOpenSuggestions)['row']>;

export interface WorkPlan {
  /** The held contacts that go on for the surviving customer. */
  readonly moving: readonly Held[];
  /** Those whose seller holds another contact for the surviving customer: one goes on, this one ends. */
  readonly replaced: readonly Held[];
  /** Those whose seller may not contact the surviving customer. */
  readonly ending: readonly Held[];
  /** The suggestions that go on, each with the seller who gets it. */
  readonly given: readonly (Suggested & { readonly toId: string })[];
  /** The suggestions that end, because the surviving customer has one. */
  readonly doubles: readonly Suggested[];
}

interface Survivor {
  readonly id: string;
  readonly storeId: string;
  readonly sellerId: string | null;
}

/** Locks what is held and suggested for both customers, and decides what goes on. The caller has locked sellers and customers. */
export async function planWork(
  tx: Tx,
  brandId: string,
  {
    fromId,
    survivor,
    owners,
    portfolioOnly,
  }: {
    readonly fromId: string;
    readonly survivor: Survivor;
    readonly owners: ReadonlyMap<string, QueueOwner>;
    readonly portfolioOnly: boolean;
  },
): Promise<WorkPlan> {
  const customerIds = [fromId, survivor.id];
  const holds = await tx.run(lockHoldsOfCustomers, { brandId, customerIds });
  const suggestions = await tx.run(lockOpenSuggestions, { brandId, customerIds });
  const holders = new Set(holds.filter((hold) => hold.customerId === survivor.id).map(({ sellerId }) => sellerId));
  const ofMerged = holds.filter((hold) => hold.customerId === fromId);
  const mayGoOn = (hold: Held) =>
    mayContact(owners.get(hold.sellerId), survivor, portfolioOnly && hold.passedBy === null);
  const allowed = ofMerged.filter(mayGoOn);
  return {
    moving: allowed.filter(({ sellerId }) => !holders.has(sellerId)),
    replaced: allowed.filter(({ sellerId }) => holders.has(sellerId)),
    ending: ofMerged.filter((hold) => !mayGoOn(hold)),
    ...planSuggestions(suggestions, fromId, survivor),
  };
}

function mayContact(owner: QueueOwner | undefined, survivor: Survivor, isClosed: boolean): boolean {
  if (owner === undefined) return false;
  const who = { role: personRole(owner.role), personId: owner.id, storeId: owner.storeId };
  if (!mayReach('contact_customer', who, { personId: null, storeId: survivor.storeId })) return false;
  const portfolio = { personId: survivor.sellerId, storeId: survivor.storeId };
  return !isClosed || mayReach('contact_closed_portfolio', who, portfolio);
}

/** A suggestion goes to the surviving customer's seller, where there is one. A customer has one open suggestion at most. */
function planSuggestions(suggestions: readonly Suggested[], fromId: string, survivor: Survivor) {
  const isSuggested = suggestions.some(({ customerId }) => customerId === survivor.id);
  const ofMerged = suggestions.filter(({ customerId }) => customerId === fromId);
  const given = ofMerged
    .slice(0, isSuggested ? 0 : 1)
    .map((each) => ({ ...each, toId: survivor.sellerId ?? each.sellerId }));
  return { given, doubles: ofMerged.slice(given.length) };
}

/** What an undo gives back. */
export interface MovedWork {
  readonly attemptIds: readonly string[];
  readonly suggestionIds: readonly string[];
  readonly suggestionSellerIds: readonly string[];
}

/** Writes the plan. The seller of a contact that ends is told. */
export function moveWork(
  tx: Tx,
  brandId: string,
  { moving, replaced, ending, given, doubles }: WorkPlan,
  { customerId, by, at }: { readonly customerId: string; readonly by: string; readonly at: Instant },
): MovedWork {
  applyHoldChanges(tx, brandId, [
    ...endsOf(replaced, { reason: 'replaced', by, at }),
    ...endsOf(ending, { reason: 'reassigned', by, at }),
  ]);
  const attemptIds = [...moving, ...replaced].map(({ attemptId }) => attemptId);
  if (attemptIds.length > 0) tx.send(moveAttempts, { brandId, attemptIds, customerId });
  const gifts = { ids: given.map(({ id }) => id), sellerIds: given.map(({ toId }) => toId) };
  if (given.length > 0) tx.send(moveOpenSuggestions, { brandId, ...gifts, customerId });
  if (doubles.length > 0) tx.send(endDoubleSuggestions, { brandId, ids: doubles.map(({ id }) => id), at });
  const all = [...given, ...doubles];
  return {
    attemptIds,
    suggestionIds: all.map(({ id }) => id),
    suggestionSellerIds: all.map(({ sellerId }) => sellerId),
  };
}

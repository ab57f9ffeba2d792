/** Decides each release again with the present facts, before anything is written (H2, R4). */
import type { Tx } from '#db/core/db.ts';
import { lockFreeContexts } from '#db/holds/lock-contexts.ts';
import { readReleaseContexts } from '#db/holds/release-contexts.ts';
import { listStores } from '#db/people/stores.ts';
import { type ContextRow, contextOfRow, PACED_MS } from '#flows/contact/build-context.ts';
import { workingCaseOf } from '#flows/contact/release-case.ts';
import { isOpen, unfitness } from '#flows/contact/who-may-contact.ts';
import type { BrandClocks } from '#flows/policy/timelines.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Decision } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { isSilent } from '#rules/contact/quiet/contact-silence.ts';
import { afterReady, afterRelease, type Release } from '#rules/holds/hold.ts';
import { workingTimes } from '#rules/holds/working-time.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';
import type { Claim, ReleaseDeps } from './release-batch.ts';

/** A claimed hold as its row is now. */
export interface ClaimedHold extends Claim {
  readonly origin: 'suggestion' | 'profile';
  readonly state: 'waiting' | 'ready';
  readonly dueAt: Instant;
  readonly promisedAt: Instant;
  /** Null where the seller chose the minute. */
  readonly openingAt: Instant | null;
  readonly heldAt: Instant;
  readonly expiresAt: Instant;
  readonly heldAgain: number;
  readonly returned: boolean;
  readonly passedBy: string | null;
  /** The timing revision under which the hold was timed last (H6). */
  readonly timingRevision: number;
}

export interface Person {
  readonly id: string;
  readonly role: PersonRole;
  readonly active: boolean;
}

/** What the releases of one instant share. */
export interface ReleaseFacts {
  readonly clocks: BrandClocks;
  /** The brand's stores by id. They are read only where `hoursMayHaveChanged` says so for some hold. */
  readonly stores: ReadonlyMap<string, OpenStore>;
  readonly now: Instant;
  readonly tzVersion: string;
  readonly clockUnsafe: boolean;
}

export interface JudgedRelease {
  readonly hold: ClaimedHold;
  readonly row: ContextRow;
  readonly context: DecisionContext;
  /**
   * Null where nothing was decided: the hold was ready and not sent, its store is closed at its minute, or its customer is no
   * longer this seller's.
   */
  readonly decision: Decision | null;
  readonly release: Exclude<Release, { kind: 'wait' }>;
}

/**
 * Locks customers in the order of their ids, then the holds, and reads and decides each. A claim whose customer another
 * transaction has locked, for example an import of all customers, is returned as `busy`, so that the batch does not
 * wait for it.
 */
export async function judgeReleases(
  deps: ReleaseDeps,
  tx: Tx,
  brandId: string,
  claims: readonly Claim[],
  people: readonly Person[],
  lockHolds: (claims: readonly Claim[]) => Promise<readonly ClaimedHold[]>,
): Promise<{
  releases: readonly JudgedRelease[];
  undecided: readonly ClaimedHold[];
  busy: readonly Claim[];
}> {
  const customerIds = claims.map(({ customerId }) => customerId);
  const locked = new Set((await tx.run(lockFreeContexts, { brandId, customerIds })).map(({ id }) => id));
  const free = claims.filter(({ customerId }) => locked.has(customerId));
  const busy = claims.filter(({ customerId }) => !locked.has(customerId));
  const pacedSince = deps.now() - PACED_MS;
  const asked = free.map(({ fence: _, ...release }) => release);
  const reading = tx.run(readReleaseContexts, { brandId, releases: asked, pacedSince });
  const holds = await lockHolds(free);
  const rows = new Map((await reading).map(({ holdId, ...row }) => [holdId, row]));
  const found = holds.flatMap((hold) => {
    const row = rows.get(hold.id);
    return row ? [{ hold, row }] : [];
  });
  const facts = await factsOf(deps, tx, brandId, found);
  const releases: JudgedRelease[] = [];
  const undecided: ClaimedHold[] = [];
  for (const { hold, row } of found) {
    const person = people.find(({ id }) => id === hold.sellerId);
    const judged = facts && judgeHold(hold, row, person, facts);
    if (judged === null) undecided.push(hold);
    else releases.push(judged);
  }
  return { releases, undecided, busy };
}

/** Reads what the releases share; null where there are none. All rows were read under one revision, because the policy is locked. */
async function factsOf(
  deps: ReleaseDeps,
  tx: Tx,
  brandId: string,
  found: readonly { readonly hold: ClaimedHold; readonly row: ContextRow }[],
): Promise<ReleaseFacts | null> {
  const [first] = found;
  if (first === undefined) return null;
  const clocks = await deps.timelines.at(tx, brandId, first.row.revision);
  const now = deps.now();
  const mayHaveChanged = found.some(({ hold, row }) => hoursMayHaveChanged(hold, row, now));
  const stores = mayHaveChanged ? await tx.run(listStores, { brandId }) : [];
  return {
    clocks,
    stores: new Map(stores.map((store) => [store.id, store])),
    now,
    tzVersion: deps.tzVersion,
    clockUnsafe: !deps.clockIsSafe(),
  };
}

/**
 * Decides what becomes of one hold at `now` (H2, H4), from facts alone: the release and the rehearsal of a coming day ask this
 * function. Null: nothing can be decided now.
 */
export function judgeHold(
  hold: ClaimedHold,
  row: ContextRow,
  person: Person | undefined,
  { clocks, stores, now, tzVersion, clockUnsafe }: ReleaseFacts,
): JudgedRelease | null {
  const context = contextOfRow(
    row,
    clocks,
    { now, tzVersion, clockUnsafe },
    {
      actor: 'release',
      claimed: hold.origin,
      suggestionOpen: isOpen(row.suggestion, hold.attemptId),
      channel: 'handset',
      attempt: null,
    },
  );
  // D8: while the clock is unsafe, no hold is due and none ends.
  if (context.clockUnsafe) return null;
  const judged = { hold, row, context };
  if (hold.state === 'ready') {
    // The end of the ready time was found under another timing revision, and retiming finds it again soon (H6).
    if (hold.timingRevision !== row.timingRevision) return null;
    const release = afterReady(hold, now);
    return release.kind === 'wait' ? null : { ...judged, decision: null, release };
  }
  if (!isStillTheirs(hold, row, person)) {
    return { ...judged, decision: null, release: { kind: 'ended', reason: 'reassigned' } };
  }
  if (now < hold.expiresAt && isStoreClosed(stores, judged, now)) {
    return { ...judged, decision: null, release: { kind: 'again', from: now, counts: false } };
  }
  const { decision } = decide(context);
  const release = afterRelease(hold, decision, context.customer.availability, now);
  return release.kind === 'wait' ? null : { ...judged, decision, release };
}

/**
 * Tells whether the store is closed at the hold's minute (H7). A minute found under the present timing revision lies in
 * the store's opening hours. A minute found under another revision, or a late one, may not.
 */
function isStoreClosed(
  stores: ReleaseFacts['stores'],
  { hold, row, context }: Pick<JudgedRelease, 'hold' | 'row' | 'context'>,
  now: Instant,
): boolean {
  if (!hoursMayHaveChanged(hold, row, now) || isSilent(context, now)) return false;
  const store = stores.get(hold.storeId);
  if (!store) return false;
  const at = isLate(hold, now) ? now : hold.dueAt;
  return workingTimes(workingCaseOf(context, store, row.contactFromMinute), at, at + 1).length === 0;
}

/** Tells whether the hold's minute has to be compared with the store's opening hours. The seller's own minute never has (H6). */
function hoursMayHaveChanged(hold: ClaimedHold, { timingRevision }: ContextRow, now: Instant): boolean {
  return hold.openingAt !== null && (isLate(hold, now) || hold.timingRevision !== timingRevision);
}

function isLate({ dueAt }: ClaimedHold, now: Instant): boolean {
  return now - dueAt >= LATE_MS;
}

const LATE_MS = 60_000;

/**
 * Tells whether the hold still belongs to its seller (H3): the customer is still in the seller's reach, and the seller
 * still works in the store. A hold that a manager passed on needs no portfolio.
 */
function isStillTheirs(hold: ClaimedHold, row: ContextRow, person: Person | undefined): boolean {
  if (!person?.active || row.customerStoreId !== hold.storeId) return false;
  const asker = { personId: person.id, role: person.role, storeId: hold.storeId };
  const named = { customerId: hold.customerId, suggestionId: null, attemptId: hold.attemptId };
  return unfitness(row, asker, named, hold.passedBy !== null) === null;
}

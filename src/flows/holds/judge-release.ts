/** Decides each release again with the present facts, before anything is written (H2, R4). */
import type { Tx } from '#db/core/db.ts';
import { lockFreeContexts } from '#db/holds/lock-contexts.ts';
import { readReleaseContexts } from '#db/holds/release-contexts.ts';
import { listStores } from '#db/people/stores.ts';
import { type ContextRow, contextOfRow, PACED_MS } from '#flows/contact/build-context.ts';
import { workingCaseOf } from '#flows/contact/release-case.ts';
import { isOpen, unfitness } from '#flows/contact/who-may-contact.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Decision } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { isSilent } from '#rules/contact/quiet/contact-silence.ts';
import { afterReady, afterRelease, type Release } from '#rules/holds/hold.ts';
import { workingTimes } from '#rules/holds/working-time.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { Instant } from '#rules/time/interval.ts';
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

interface Person {
  readonly id: string;
  readonly role: PersonRole;
  readonly active: boolean;
}

/** What all releases of one transaction share. */
interface Batch {
  readonly tx: Tx;
  readonly brandId: string;
  readonly stores: () => Promise<ReadonlyMap<string, NonNullable<(typeof listStores)['row']>>>;
  readonly now: Instant;
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
  const now = deps.now();
  const batch = { tx, brandId, stores: lazyStores(tx, brandId), now };
  const releases: JudgedRelease[] = [];
  const undecided: ClaimedHold[] = [];
  for (const hold of holds) {
    const row = rows.get(hold.id);
    if (!row) continue;
    const person = people.find(({ id }) => id === hold.sellerId);
    const judged = await judge(deps, batch, hold, row, person);
    if (judged === null) undecided.push(hold);
    else releases.push(judged);
  }
  return { releases, undecided, busy };
}

async function judge(
  deps: ReleaseDeps,
  { tx, brandId, stores, now }: Batch,
  hold: ClaimedHold,
  row: ContextRow,
  person: Person | undefined,
): Promise<JudgedRelease | null> {
  const clocks = await deps.timelines.at(tx, brandId, row.revision);
  const context = contextOfRow(
    row,
    clocks,
    { now, tzVersion: deps.tzVersion, clockUnsafe: !deps.clockIsSafe() },
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
  if (now < hold.expiresAt && (await isStoreClosed(stores, judged, now))) {
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
async function isStoreClosed(
  stores: Batch['stores'],
  { hold, row, context }: Pick<JudgedRelease, 'hold' | 'row' | 'context'>,
  now: Instant,
): Promise<boolean> {
  const isLate = now - hold.dueAt >= LATE_MS;
  if (hold.openingAt === null || isSilent(context, now) || (!isLate && hold.timingRevision === row.timingRevision))
    return false;
  const store = (await stores()).get(hold.storeId);
  if (!store) return false;
  const at = isLate ? now : hold.dueAt;
  return workingTimes(workingCaseOf(context, store, row.contactFromMinute), at, at + 1).length === 0;
}

/** Returns a function that lists the stores when it is first called, and at most once. */
function lazyStores(tx: Tx, brandId: string): Batch['stores'] {
  let reading: ReturnType<Batch['stores']> | null = null;
  return () => {
    reading ??= tx.run(listStores, { brandId }).then((stores) => new Map(stores.map((store) => [store.id, store])));
    return reading;
  };
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

/** Each release decided again with everything as it is now, before anything is written (H2, R4). */
import type { Tx } from '#db/core/db.ts';
import { lockFreeContexts } from '#db/holds/lock-contexts.ts';
import { readReleaseContexts } from '#db/holds/release-contexts.ts';
import { listStores } from '#db/people/stores.ts';
import { type ContextRow, contextOf, PACED_MS } from '#flows/contact/load-context.ts';
import { workingCaseOf } from '#flows/contact/release-case.ts';
import { isOpen, unfitness } from '#flows/contact/who-may-contact.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Decision } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { isQuiet } from '#rules/contact/quiet/quiet-stretches.ts';
import { afterReady, afterRelease, type Release } from '#rules/holds/hold.ts';
import { workingTimes } from '#rules/holds/working-time.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Claim, ReleaseDeps } from './release-batch.ts';

/** A claimed hold as it stands. */
export interface ClaimedHold extends Claim {
  readonly origin: 'suggestion' | 'profile';
  readonly state: 'waiting' | 'ready';
  readonly dueAt: Instant;
  readonly promisedAt: Instant;
  /** Null: its seller chose the minute. */
  readonly openingAt: Instant | null;
  readonly heldAt: Instant;
  readonly expiresAt: Instant;
  readonly heldAgain: number;
  readonly returned: boolean;
  readonly passedBy: string | null;
  /** Under which it was timed last (H6). */
  readonly calendar: number;
}

interface Person {
  readonly id: string;
  readonly role: PersonRole;
  readonly active: boolean;
}

/** What all of one transaction share. */
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
  /** Null where nothing was decided: it was ready and not sent, is late in a closed store, or not this seller's any more. */
  readonly decision: Decision | null;
  readonly release: Exclude<Release, { kind: 'wait' }>;
}

/**
 * Reads and holds everything, customers in the order of their ids, then the rows themselves. Whose customer somebody
 * has in hand, be it an import of them all, is `busy`, and holds nobody up.
 */
export async function judgeReleases(
  deps: ReleaseDeps,
  tx: Tx,
  brandId: string,
  claims: readonly Claim[],
  people: readonly Person[],
  takeHolds: (claims: readonly Claim[]) => Promise<readonly ClaimedHold[]>,
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
  const holds = await takeHolds(free);
  const rows = new Map((await reading).map(({ holdId, ...row }) => [holdId, row]));
  const now = deps.now();
  const batch = { tx, brandId, stores: storesWhenAsked(tx, brandId), now };
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
  const context = contextOf(
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
  // D8: nothing is due by a clock that cannot be trusted, and nothing ends by it.
  if (context.clockUnsafe) return null;
  const known = { hold, row, context };
  if (hold.state === 'ready') {
    // Until when it stays ready was found under another calendar, and is about to be found anew (H6).
    if (hold.calendar !== row.calendar) return null;
    const release = afterReady(hold, now);
    return release.kind === 'wait' ? null : { ...known, decision: null, release };
  }
  if (!isStillTheirs(hold, row, person)) {
    return { ...known, decision: null, release: { kind: 'ended', reason: 'reassigned' } };
  }
  if (now < hold.expiresAt && (await isShut(stores, known, now))) {
    return { ...known, decision: null, release: { kind: 'again', from: now, counts: false } };
  }
  const { decision } = decide(context);
  const release = afterRelease(hold, decision, context.customer.availability, now);
  return release.kind === 'wait' ? null : { ...known, decision, release };
}

/** H7. A minute given under today's calendar lies in the store's hours; another, and one that is late, may find the doors shut. */
async function isShut(
  stores: Batch['stores'],
  { hold, row, context }: Pick<JudgedRelease, 'hold' | 'row' | 'context'>,
  now: Instant,
): Promise<boolean> {
  const isLate = now - hold.dueAt >= LATE_MS;
  if (hold.openingAt === null || isQuiet(context, now) || (!isLate && hold.calendar === row.calendar)) return false;
  const store = (await stores()).get(hold.storeId);
  if (!store) return false;
  const at = isLate ? now : hold.dueAt;
  return workingTimes(workingCaseOf(context, store, row.contactFromMinute), at, at + 1).length === 0;
}

/** Read where somebody asks, and once. */
function storesWhenAsked(tx: Tx, brandId: string): Batch['stores'] {
  let reading: ReturnType<Batch['stores']> | null = null;
  return () => {
    reading ??= tx.run(listStores, { brandId }).then((stores) => new Map(stores.map((store) => [store.id, store])));
    return reading;
  };
}

const LATE_MS = 60_000;

/** H3: the portfolio moved or the seller left, and no manager had passed it on. */
function isStillTheirs(hold: ClaimedHold, row: ContextRow, person: Person | undefined): boolean {
  if (!person?.active || row.customerStoreId !== hold.storeId) return false;
  const asker = { personId: person.id, role: person.role, storeId: hold.storeId };
  const named = { customerId: hold.customerId, suggestionId: null, attemptId: hold.attemptId };
  return unfitness(row, asker, named, hold.passedBy !== null) === null;
}

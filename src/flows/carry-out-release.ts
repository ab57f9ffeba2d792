/** Each release decided again, and what the decision does to the contact that waited for it: one commit for all of a batch (H2, R4). */
import { attemptFollows } from '#db/attempts.ts';
import { contextFacts, contextHeldWhereFree } from '#db/context.ts';
import type { Tx } from '#db/db.ts';
import { holdEnded } from '#db/hold-ends.ts';
import { holdReady, holdTimed } from '#db/holds.ts';
import { eventLogged, ledgerHeld, ledgerMoved, listenersWoken } from '#db/ledgers.ts';
import { linkOf, sendReceipt } from '#db/receipts.ts';
import { releaseFacts, slotFreed, slotTaken } from '#db/slots.ts';
import { storesOf } from '#db/stores.ts';
import { decide } from '#rules/decide.ts';
import type { Decision } from '#rules/decision.ts';
import type { DecisionContext } from '#rules/decision-context.ts';
import { afterReady, afterRelease, END_OF, type Release, STATE_OF_END } from '#rules/hold.ts';
import { isQuiet, nextQuietStart } from '#rules/quiet-stretches.ts';
import { receiptOf } from '#rules/receipt.ts';
import { releaseTime } from '#rules/release-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import { workingTimes } from '#rules/working-time.ts';
import { type ContextRow, contextOf, isOpen, PACED_MS, unfitness } from './load-context.ts';
import { releaseCaseOf, slotsOf, workingCaseOf } from './release-case.ts';
import type { Claim, ReleaseDeps, Released } from './release-due.ts';

/** A claimed hold as it stands. */
export interface ClaimedHold extends Claim {
  readonly origin: 'suggestion' | 'profile';
  readonly state: 'waiting' | 'ready';
  readonly dueAt: Instant;
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
  readonly role: 'seller' | 'store_manager' | 'brand_manager';
  readonly active: boolean;
}

/** What all of one transaction share. */
interface Batch {
  readonly tx: Tx;
  readonly brandId: string;
  readonly stores: () => Promise<ReadonlyMap<string, NonNullable<(typeof storesOf)['row']>>>;
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
  const held = new Set((await tx.run(contextHeldWhereFree, { brandId, customerIds })).map(({ id }) => id));
  const free = claims.filter(({ customerId }) => held.has(customerId));
  const busy = claims.filter(({ customerId }) => !held.has(customerId));
  const pacedSince = deps.now() - PACED_MS;
  const rows = new Map<string, Promise<ContextRow[]>>();
  for (const { id, customerId, sellerId: personId, storeId, attemptId } of free) {
    const named = { customerId, personId, storeId, suggestionId: null, attemptId, tokenHash: null };
    rows.set(id, tx.run(contextFacts, { brandId, ...named, pacedSince }));
  }
  const holds = await takeHolds(free);
  const now = deps.now();
  const batch = { tx, brandId, stores: storesWhenAsked(tx, brandId), now };
  const releases: JudgedRelease[] = [];
  const undecided: ClaimedHold[] = [];
  for (const hold of holds) {
    const [row] = (await rows.get(hold.id)) ?? [];
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
    reading ??= tx.run(storesOf, { brandId }).then((stores) => new Map(stores.map((store) => [store.id, store])));
    return reading;
  };
}

const LATE_MS = 60_000;

/** H3: the portfolio moved or the seller left, and no manager had passed it on. */
function isStillTheirs(hold: ClaimedHold, row: ContextRow, person: Person | undefined): boolean {
  if (!person?.active) return false;
  const asker = { personId: person.id, role: person.role, storeId: hold.storeId };
  const named = { customerId: hold.customerId, suggestionId: null, attemptId: hold.attemptId };
  return unfitness(row, asker, named, hold.passedBy !== null) === null;
}

/** Writes all of them, one receipt a decision; the ledger is taken last. */
export async function carryOutReleases(
  deps: ReleaseDeps,
  tx: Tx,
  brandId: string,
  releases: readonly JudgedRelease[],
): Promise<readonly Released[]> {
  if (releases.length === 0) return [];
  const states: string[] = [];
  for (const judged of releases) states.push(await carryOut(tx, brandId, judged));

  const [ledger] = await tx.run(ledgerHeld, { brandId });
  if (!ledger) throw new Error('the brand has no ledger');
  let { receiptNumber, link, eventNumber } = ledger;
  for (const [i, { hold, row, context, decision }] of releases.entries()) {
    if (decision !== null) {
      const ids = { brandId, id: deps.newId(), attemptId: hold.attemptId, customerId: hold.customerId };
      const whose = { actorId: hold.sellerId, turnId: null, storeId: row.storeId };
      const receipt = receiptOf({ ...ids, ...whose, suggestionId: row.suggestion?.id ?? null }, context, decision);
      receiptNumber++;
      link = linkOf(deps.receiptKey, link, receiptNumber, receipt);
      sendReceipt(tx, receipt, { number: receiptNumber, link });
    }
    const body = { id: hold.attemptId, state: states[i], customerId: hold.customerId };
    const heard = { personId: hold.sellerId, storeId: hold.storeId };
    tx.send(eventLogged, { brandId, number: ++eventNumber, at: deps.hostNow(), kind: 'attempt', ...heard, body });
  }
  tx.send(ledgerMoved, { brandId, receiptNumber, link, eventNumber });
  tx.send(listenersWoken, { brandId });
  return releases.map(({ hold, release, context }) => ({
    brandId,
    sellerId: hold.sellerId,
    storeId: hold.storeId,
    became: release.kind,
    lateMs: context.now - hold.dueAt,
  }));
}

/** Answers the attempt's new state. */
async function carryOut(tx: Tx, brandId: string, { hold, row, context, release }: JudgedRelease): Promise<string> {
  const { id, attemptId } = hold;
  const at = context.now;
  if (release.kind === 'ready') {
    const until = Math.min(nextQuietStart(context, at) ?? hold.expiresAt, hold.expiresAt);
    tx.send(holdReady, { brandId, id, dueAt: until, at, calendar: row.calendar });
    tx.send(attemptFollows, { brandId, id: attemptId, state: 'ready', at });
    return 'ready';
  }
  const again = release.kind === 'again' ? await timeAgain(tx, brandId, { hold, row, context }, release.from) : null;
  if (release.kind === 'again' && again !== null) {
    const heldAgain = hold.heldAgain + (release.counts ? 1 : 0);
    const isReturned = hold.state === 'ready';
    const news = again.didNotFit ? 'did_not_fit' : isReturned ? 'returned' : 'moved';
    const time = { dueAt: again.at, openingAt: again.openingAt, expiresAt: hold.expiresAt, calendar: row.calendar };
    tx.send(slotFreed, { brandId, holdId: id, at });
    const returned = hold.returned || isReturned;
    tx.send(holdTimed, { brandId, id, ...time, heldAgain, returned, news, seenAt: null, at });
    tx.send(slotTaken, { brandId, queueId: hold.sellerId, at: again.at, openingAt: again.openingAt, holdId: id });
    if (isReturned) tx.send(attemptFollows, { brandId, id: attemptId, state: 'held', at });
    return 'held';
  }
  const reason = release.kind === 'ended' ? release.reason : 'too_late';
  tx.send(holdEnded, { brandId, id, as: END_OF[reason], reason, by: null, news: 'ended', at });
  tx.send(slotFreed, { brandId, holdId: id, at });
  const state = STATE_OF_END[END_OF[reason]];
  tx.send(attemptFollows, { brandId, id: attemptId, state, at });
  return state;
}

/** H2: each time later. What finds no minute before it expires is over. */
async function timeAgain(
  tx: Tx,
  brandId: string,
  { hold, row, context }: Pick<JudgedRelease, 'hold' | 'row' | 'context'>,
  from: Instant,
) {
  const { customerId, sellerId, storeId, expiresAt } = hold;
  const [facts] = await tx.run(releaseFacts, { brandId, storeId, customerId, queueId: sellerId, from: context.now });
  if (!facts) return null;
  const whose = { sellerId, contactFromMinute: row.contactFromMinute, slots: slotsOf(facts) };
  const time = releaseTime(releaseCaseOf(context, facts, whose), Math.max(from, hold.dueAt + 1), expiresAt);
  return time !== null && time.at < expiresAt ? time : null;
}

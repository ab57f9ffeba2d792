/** What a release's decision does to the contact that waited for it: one commit for all of a batch (H2, R4). */
import { attemptsFollow } from '#db/attempts.ts';
import type { Tx } from '#db/db.ts';
import { holdEnded } from '#db/hold-ends.ts';
import { holdsReady, holdTimed } from '#db/holds.ts';
import { eventsLogged, ledgerHeld, ledgerMoved, listenersWoken } from '#db/ledgers.ts';
import { linkOf, sendReceipts } from '#db/receipts.ts';
import { releaseFacts, slotFreed, slotTaken } from '#db/slots.ts';
import { isoOf } from '#db/values.ts';
import { END_OF, STATE_OF_END } from '#rules/hold.ts';
import { nextQuietStart } from '#rules/quiet-stretches.ts';
import { type Receipt, receiptOf } from '#rules/receipt.ts';
import { releaseTime } from '#rules/release-time.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { JudgedRelease } from './judge-release.ts';
import { releaseCaseOf, slotsOf } from './release-case.ts';
import type { ReleaseDeps, Released } from './release-due.ts';

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
  makeReady(tx, brandId, releases);
  followHolds(tx, brandId, releases, states);

  const [ledger] = await tx.run(ledgerHeld, { brandId });
  if (!ledger) throw new Error('the brand has no ledger');
  const { link, receiptNumber } = sendChained(deps, tx, ledger, receiptsOf(deps, brandId, releases));
  const events = releases.map(({ hold }, i) => ({
    number: ledger.eventNumber + 1 + i,
    kind: 'attempt' as const,
    personId: hold.sellerId,
    storeId: hold.storeId,
    body: { id: hold.attemptId, state: states[i], customerId: hold.customerId },
  }));
  tx.send(eventsLogged, { brandId, events, at: deps.hostNow() });
  tx.send(ledgerMoved, { brandId, receiptNumber, link, eventNumber: ledger.eventNumber + events.length });
  tx.send(listenersWoken, { brandId });
  return releases.map(({ hold, release, context }) => ({
    brandId,
    sellerId: hold.sellerId,
    storeId: hold.storeId,
    became: release.kind,
    lateMs: context.now - hold.dueAt,
  }));
}

/** Answers the attempt's new state; what becomes ready is written together with the others. */
async function carryOut(tx: Tx, brandId: string, { hold, row, context, release }: JudgedRelease): Promise<string> {
  const { id } = hold;
  const at = context.now;
  if (release.kind === 'ready') return 'ready';
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
    return 'held';
  }
  const reason = release.kind === 'ended' ? release.reason : 'too_late';
  tx.send(holdEnded, { brandId, id, as: END_OF[reason], reason, by: null, news: 'ended', at });
  tx.send(slotFreed, { brandId, holdId: id, at });
  return STATE_OF_END[END_OF[reason]];
}

function makeReady(tx: Tx, brandId: string, releases: readonly JudgedRelease[]): void {
  const [first, ...rest] = releases.filter(({ release }) => release.kind === 'ready');
  if (first === undefined) return;
  const ready = [first, ...rest].map(({ hold: { id, expiresAt }, context }) => {
    const until = Math.min(nextQuietStart(context, context.now) ?? expiresAt, expiresAt);
    return { id, dueAt: isoOf(until) };
  });
  // All of a batch were judged at one instant, under the head that they share.
  tx.send(holdsReady, { brandId, ready, at: first.context.now, calendar: first.row.calendar });
}

/** The attempts of those whose state is another now. */
function followHolds(tx: Tx, brandId: string, releases: readonly JudgedRelease[], states: readonly string[]): void {
  const [first] = releases;
  const attempts = releases.flatMap(({ hold, release }, i) => {
    const staysHeld = release.kind === 'again' && hold.state === 'waiting' && states[i] === 'held';
    return staysHeld ? [] : [{ id: hold.attemptId, state: states[i] as string }];
  });
  if (first && attempts.length > 0) tx.send(attemptsFollow, { brandId, attempts, at: first.context.now });
}

function receiptsOf(deps: ReleaseDeps, brandId: string, releases: readonly JudgedRelease[]): readonly Receipt[] {
  return releases.flatMap(({ hold, row, context, decision }) => {
    if (decision === null) return [];
    const ids = { brandId, id: deps.newId(), attemptId: hold.attemptId, customerId: hold.customerId };
    const whose = { actorId: hold.sellerId, turnId: null, storeId: row.storeId };
    return [receiptOf({ ...ids, ...whose, suggestionId: row.suggestion?.id ?? null }, context, decision)];
  });
}

/** R3. Answers the chain's new head. */
function sendChained(
  { receiptKey }: ReleaseDeps,
  tx: Tx,
  head: { readonly link: Buffer; readonly receiptNumber: number },
  receipts: readonly Receipt[],
) {
  let { link, receiptNumber } = head;
  const chained = receipts.map((receipt) => {
    receiptNumber++;
    link = linkOf(receiptKey, link, receiptNumber, receipt);
    return { ...receipt, number: receiptNumber, link };
  });
  sendReceipts(tx, chained);
  return { link, receiptNumber };
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

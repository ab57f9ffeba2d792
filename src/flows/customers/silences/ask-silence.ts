/** Records that a customer asked for silence, and that such a wish ended (D4b). */

import { endAskedSilence, insertAskedSilence, listAskedSilences } from '#db/contact/asked-silences.ts';
import type { Database, Tx } from '#db/core/db.ts';
import { setLockTimeout } from '#db/core/lock-timeout.ts';
import { lockCustomers } from '#db/customers/customer-records.ts';
import { lockTimingRevisionShared } from '#db/holds/due-holds.ts';
import { listCustomersOfNumber, listHoldsOfNumber } from '#db/holds/holds-of-number.ts';
import { lockQueues } from '#db/people/people.ts';
import { lockPolicyShared } from '#db/policy/policy-lock.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { lockStored } from '#flows/customers/edit/save-customer.ts';
import { silenceContext } from '#flows/holds/new-minute.ts';
import { type RetimeNumberDeps, retimeNumber } from '#flows/holds/retime-number.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import {
  type AskedFault,
  type AskedSilence,
  askedFault,
  MOST_ASKED,
  normalAsked,
} from '#rules/contact/asked-silence.ts';
import { silentStretches } from '#rules/contact/quiet/contact-silence.ts';
import { mayReach } from '#rules/people/access.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import { localDay } from '#rules/time/local-day.ts';
import { silenceOfRow } from './silence-of-row.ts';

export interface AskSilenceDeps extends RetimeNumberDeps {
  readonly db: Database;
  readonly newId: () => string;
}

/**
 * `added`: `moved` is the number of held contacts with another minute; `leavesNoTime`: quiet hours and all of the
 * customer's silences leave no time for a contact within 30 days. `too_many`: the customer has `MOST_ASKED` silences.
 */
export type AskSilenceAnswer =
  | { readonly kind: 'added'; readonly id: string; readonly moved: number; readonly leavesNoTime: boolean }
  | { readonly kind: 'faults'; readonly faults: readonly { readonly path: string; readonly code: AskedFault }[] }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'too_many' };

/**
 * Writes a silence down and moves the contacts held for the number that can no longer keep their minute (H6). Where a
 * seller holds the first contact meanwhile, the transaction runs again, so that the seller's queue is locked too.
 */
export async function askSilence(
  deps: AskSilenceDeps,
  author: PersonActor,
  customerId: string,
  wish: AskedSilence,
): Promise<AskSilenceAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await deps.db.inBrand(author.brandId, (tx) => writeSilence(deps, tx, author, customerId, wish));
    if (answer !== 'queues_changed') return answer;
    if (tries === MOST_TRIES) throw new Error(`The held contacts of customer ${customerId} changed ${tries} times.`);
  }
}

const MOST_TRIES = 5;

async function writeSilence(
  deps: AskSilenceDeps,
  tx: Tx,
  author: PersonActor,
  customerId: string,
  wish: AskedSilence,
): Promise<AskSilenceAnswer | 'queues_changed'> {
  const { brandId, personId: madeBy } = author;
  if (!(await lockForSilence(tx, brandId, customerId))) return 'queues_changed';
  const stored = await lockStored(tx, brandId, customerId);
  if (stored === null || !mayReach('change_customer', author, { personId: null, storeId: stored.record.storeId }))
    return { kind: 'not_found' };
  const now = deps.now();
  const fault = askedFault(wish, localDay(stored.storeZone, now));
  if (fault !== null) return { kind: 'faults', faults: [fault] };
  const before = await tx.run(listAskedSilences, { brandId, customerId });
  if (before.length >= MOST_ASKED) return { kind: 'too_many' };
  const silence = normalAsked(wish);
  const id = deps.newId();
  tx.send(insertAskedSilence, { brandId, id, customerId, ...columnsOf(silence), madeAt: now, madeBy });
  const silences = [...before.map(silenceOfRow), silence];
  const leavesNoTime = await hasNoTime(deps, tx, brandId, stored, silences);
  const moved = await retimeNumber(deps, tx, { brandId, customerId });
  await publishChange(deps, tx, brandId, stored.record);
  return { kind: 'added', id, moved, leavesNoTime };
}

/** Ends a silence. Contacts that wait keep their minute: nothing is sent earlier than was promised (H6). */
export function endSilence(
  deps: AskSilenceDeps,
  author: PersonActor,
  { customerId, silenceId }: { readonly customerId: string; readonly silenceId: string },
): Promise<'ended' | 'not_found'> {
  const { brandId, personId: by } = author;
  return deps.db.inBrand(brandId, async (tx) => {
    const stored = await lockStored(tx, brandId, customerId);
    if (stored === null || !mayReach('change_customer', author, { personId: null, storeId: stored.record.storeId }))
      return 'not_found';
    const [ended] = await tx.run(endAskedSilence, { brandId, id: silenceId, customerId, by, at: deps.now() });
    if (ended === undefined) return 'not_found';
    await publishChange(deps, tx, brandId, stored.record);
    return 'ended';
  });
}

/**
 * Locks what a decision about the number depends on, in the order of an attempt: the policy, the sellers with held
 * contacts, the customers. Returns false where another seller held a contact meanwhile.
 */
async function lockForSilence(tx: Tx, brandId: string, customerId: string): Promise<boolean> {
  tx.send(setLockTimeout, {});
  tx.send(lockPolicyShared, { brandId });
  const sellers = await sellersWithHolds(tx, brandId, customerId);
  tx.send(lockQueues, { brandId, personIds: [...sellers] });
  const ofNumber = await tx.run(listCustomersOfNumber, { brandId, customerId });
  await tx.run(lockCustomers, { brandId, customerIds: ofNumber.map(({ id }) => id) });
  return (await sellersWithHolds(tx, brandId, customerId)).isSubsetOf(sellers);
}

async function sellersWithHolds(tx: Tx, brandId: string, customerId: string): Promise<Set<string>> {
  const holds = await tx.run(listHoldsOfNumber, { brandId, customerId });
  return new Set(holds.map(({ sellerId }) => sellerId));
}

/** Whether quiet hours and the silences leave no time for a contact within 30 days (D4b). */
async function hasNoTime(
  { timelines, now: readNow }: AskSilenceDeps,
  tx: Tx,
  brandId: string,
  stored: NonNullable<Awaited<ReturnType<typeof lockStored>>>,
  silences: readonly AskedSilence[],
): Promise<boolean> {
  const [head] = await tx.run(lockTimingRevisionShared, { brandId });
  if (!head) throw new Error(`The brand ${brandId} has no row in policy_heads: restore it from a backup.`);
  const { phone, city, state: customerState } = stored.record;
  const facts = { phone, city, customerState, toldZone: stored.toldZone, askedSilences: [...silences] };
  const now = readNow();
  const clocks = await timelines.at(tx, brandId, head.revision);
  const context = silenceContext(facts, { zone: stored.storeZone }, head, clocks, now);
  const [first] = silentStretches(context, now, now + SHOWN_DAYS * DAY_MS);
  return first !== undefined && first.start === now && first.end === now + SHOWN_DAYS * DAY_MS;
}

const SHOWN_DAYS = 30;

function columnsOf(silence: AskedSilence) {
  if ('until' in silence) return { days: null, starts: null, ends: null, untilOn: silence.until };
  return { days: silence.days, starts: silence.start, ends: silence.end, untilOn: null };
}

/** Tells the customer's seller; without a seller the store's people. */
function publishChange(
  { hostNow }: AskSilenceDeps,
  tx: Tx,
  brandId: string,
  { id, sellerId, storeId }: { readonly id: string; readonly sellerId: string | null; readonly storeId: string },
): Promise<void> {
  const event = { kind: 'suggestion', personId: sellerId, storeId, body: { customerId: id } } as const;
  return publishLiveEvent(tx, brandId, hostNow(), event);
}

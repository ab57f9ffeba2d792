/** Rehearses a day of a store: which held contacts become ready in which minute, which move, and which end before they can go. */
import type { Db, Reads } from '#db/core/db.ts';
import { listHoldsOfSeller } from '#db/customers/portfolio.ts';
import { listComingPasses, listHoldsDueBefore, listTeamOfDay } from '#db/holds/day-holds.ts';
import { readReleaseContexts } from '#db/holds/release-contexts.ts';
import { listSlotsOfQueues } from '#db/holds/slots.ts';
import { listStores } from '#db/people/stores.ts';
import { readPlace } from '#db/policy/quiet-hours.ts';
import { PACED_MS } from '#flows/contact/build-context.ts';
import { planMove } from '#flows/customers/portfolio/plan-move.ts';
import { type FoundEvent, type FoundHold, rehearseHolds } from '#flows/holds/rehearsal/rehearse-holds.ts';
import type { BrandClocks, Timelines } from '#flows/policy/timelines.ts';
import { firstName } from '#rules/contact/message-text.ts';
import { holdFate } from '#rules/customers/portfolio-move.ts';
import { dayCapacity } from '#rules/holds/day-capacity.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { policyAt } from '#rules/policy/timeline.ts';
import { HOURS, hourSpans, sharesByHour } from '#rules/reports/day-spread.ts';
import { dayOf } from '#rules/time/calendar.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { dateText, startOfDay } from '#rules/time/local-day.ts';
import { zoneFault } from '#rules/time/zone.ts';
import { StoreTimes } from './store-times.ts';

export interface RehearsalDeps {
  readonly db: Reads;
  readonly timelines: Timelines;
  readonly tzVersion: string;
}

/**
 * `date`: `YYYY-MM-DD` on the store's clock; null: the day of the store's next opening, and where the store is open now, the next
 * day with one. `sellerId` null: all sellers.
 */
export interface RehearsalWish {
  readonly storeId: string;
  readonly sellerId: string | null;
  readonly date: string | null;
}

/** One held contact of the day with its last event. */
export interface RehearsedContact {
  readonly attemptId: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly customerFirstName: string;
  readonly sellerId: string;
  readonly plannedAt: Instant;
  readonly event: FoundEvent;
  /** The contact's minute before a change of the hours moved it (H6); null if no such change was its last move. */
  readonly hoursFromAt: Instant | null;
  /** Whether the number stands on the brand's do-not-call list (D2c). */
  readonly isListed: boolean;
  /** Whether the contact passes to this seller for days off of its present one. */
  readonly isPassed: boolean;
}

export interface RehearsedSeller {
  readonly id: string;
  readonly name: string;
  /** The contacts that become ready on the day. */
  readonly count: number;
  /** The most contacts that the seller can begin on the day (P1, P3); 0 on a day off. */
  readonly capacity: number;
  readonly isAway: boolean;
}

export interface RehearsedDay {
  readonly store: { readonly id: string; readonly name: string; readonly zone: string };
  readonly date: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly quiet: readonly Interval[];
  /** For each hour of the store's clock, the part of it (0 to 1) that is quiet. */
  readonly quietByHour: readonly number[];
  /** The times of the day in which contacts become ready: not quiet, and the store open (H7). */
  readonly open: readonly Interval[];
  readonly contacts: readonly RehearsedContact[];
  /** The contacts that become ready, by the hour of the store's clock, from 0 to 23. */
  readonly hours: readonly number[];
  readonly sellers: readonly RehearsedSeller[];
  /** False where the store has more held contacts than are rehearsed. */
  readonly isWhole: boolean;
}

/** The most held contacts that are rehearsed. */
export const MOST_HOLDS = 5_000;

/** Returns the rehearsal; null where the brand or the store does not exist. */
export function rehearseDay(
  { db, timelines, tzVersion }: RehearsalDeps,
  brandId: string,
  { storeId, sellerId, date: asked }: RehearsalWish,
  now: Instant,
): Promise<RehearsedDay | null> {
  return db.read(brandId, async (reads) => {
    const [[place], stores] = await Promise.all([
      reads.run(readPlace, { brandId, storeId }),
      reads.run(listStores, { brandId }),
    ]);
    const store = stores.find(({ id }) => id === storeId);
    if (!place || !store) return null;
    const clocks = await timelines.at(reads, brandId, place.revision);
    const { brandZone, storeZones, plan } = place;
    const zone = zoneFault(store.zone) === null ? store.zone : brandZone;
    const times = new StoreTimes(clocks, { ...store, zone }, { plan, brandZone, storeZones });
    const day = (asked === null ? null : dayOf(asked)) ?? times.nextDay(now);
    const [from, to] = [startOfDay(zone, day), startOfDay(zone, day + 1)];
    const listed = await reads.run(listHoldsDueBefore, { brandId, storeId, before: to, limit: MOST_HOLDS + 1 });
    const holds = await passOn(reads, { brandId, storeId, before: to }, listed.slice(0, MOST_HOLDS));
    const ids = [...new Set(holds.map((hold) => hold.sellerId))];
    const team = await reads.run(listTeamOfDay, { brandId, storeId, from, to, ids });
    const facts = {
      clocks,
      tzVersion,
      stores: new Map(stores.map((each) => [each.id, each])),
      people: team,
      queues: await readQueues(reads, brandId, holds, now),
    };
    const found = rehearseHolds(await withContexts(reads, brandId, holds, now), facts, { from: now, to });
    const [quiet, open] = [times.quietIn(from, to), times.openIn(from, to)];
    const ofSeller = <T>(all: readonly T[], idOf: (each: T) => string) =>
      sellerId === null ? all : all.filter((each) => idOf(each) === sellerId);
    const contacts = ofSeller(contactsOf(holds, found, { from, to }), (contact) => contact.sellerId);
    return {
      store: { id: store.id, name: store.name, zone },
      date: dateText(day),
      from,
      to,
      quiet,
      quietByHour: sharesByHour(hourSpans(zone, from, to), quiet),
      open,
      contacts,
      hours: hoursOf(zone, { from, to }, contacts),
      sellers: ofSeller(sellersOf(team, contacts, dayCapacity(open, paceAt(clocks, from))), ({ id }) => id),
      isWhole: listed.length <= MOST_HOLDS,
    };
  });
}

type ListedHold = NonNullable<(typeof listHoldsDueBefore)['row']> & { readonly isPassed: boolean };

/** Gives the holds of sellers whose days off begin by then to those who will get them. They keep their minutes (H4). */
async function passOn(
  reads: Db,
  { brandId, storeId, before }: { readonly brandId: string; readonly storeId: string; readonly before: Instant },
  listed: readonly NonNullable<(typeof listHoldsDueBefore)['row']>[],
): Promise<readonly ListedHold[]> {
  let holds: readonly ListedHold[] = listed.map((hold) => ({ ...hold, isPassed: false }));
  for (const absence of await reads.run(listComingPasses, { brandId, storeId, before })) {
    const { personId: fromId, startsAt, passToId, createdBy: passedBy } = absence;
    const wish = { brandId, kind: 'absence', fromId, storeId, to: passToId ?? 'spread', held: 'pass_on' } as const;
    const plan = await planMove(reads, wish, startsAt);
    if (plan.kind !== 'planned') continue;
    const shares = new Map(plan.assignments.map(({ customerId, toId }) => [customerId, toId]));
    const recipientIds = [...new Set(shares.values())];
    const ofSeller = await reads.run(listHoldsOfSeller, { brandId, sellerId: fromId, recipientIds });
    const others = new Map(ofSeller.map(({ customerId, otherHolders }) => [customerId, otherHolders]));
    holds = holds.map((hold) => {
      const toId = hold.sellerId === fromId && hold.dueAt >= startsAt ? shares.get(hold.customerId) : undefined;
      const hasOther = toId !== undefined && (others.get(hold.customerId) ?? []).includes(toId);
      const isPassed =
        toId !== undefined &&
        holdFate('absence', 'pass_on', { isPassedOn: hold.passedBy !== null, hasOther }) === 'passed';
      return isPassed ? { ...hold, sellerId: toId, passedBy, isPassed } : hold;
    });
  }
  return holds;
}

async function readQueues(reads: Db, brandId: string, holds: readonly ListedHold[], from: Instant) {
  const queueIds = [...new Set(holds.map(({ sellerId }) => sellerId))];
  const slots = queueIds.length === 0 ? [] : await reads.run(listSlotsOfQueues, { brandId, queueIds, from });
  return Map.groupBy(slots, ({ queueId }) => queueId);
}

/** Reads what the decision of each hold needs. A hold without a customer cannot be. */
async function withContexts(reads: Db, brandId: string, holds: readonly ListedHold[], now: Instant) {
  if (holds.length === 0) return [];
  const releases = holds.map(({ id, customerId, sellerId, storeId, attemptId }) => {
    return { id, customerId, sellerId, storeId, attemptId };
  });
  const rows = await reads.run(readReleaseContexts, { brandId, releases, pacedSince: now - PACED_MS });
  const byId = new Map(rows.map(({ holdId, ...row }) => [holdId, row]));
  return holds.flatMap((hold) => {
    const row = byId.get(hold.id);
    return row ? [{ hold, row }] : [];
  });
}

/**
 * Returns the contacts of the day by the minute of their last event: those that become ready, move or end on the day, and
 * those that end before it.
 */
function contactsOf(
  holds: readonly ListedHold[],
  found: readonly FoundHold[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): readonly RehearsedContact[] {
  const listed = new Map(holds.map((hold) => [hold.id, hold]));
  return found
    .flatMap(({ hold, row, events }): RehearsedContact[] => {
      const [event, known] = [events.at(-1), listed.get(hold.id)];
      if (event === undefined || known === undefined || event.at >= to) return [];
      if (event.at < from && event.kind !== 'ended') return [];
      const { attemptId, customerId, customerName, sellerId, dueAt: plannedAt, hoursFromAt, isPassed } = known;
      const isListed = row.doNotCallOn !== null;
      const customerFirstName = firstName(customerName);
      return [
        {
          attemptId,
          customerId,
          customerName,
          customerFirstName,
          sellerId,
          plannedAt,
          event,
          hoursFromAt,
          isListed,
          isPassed,
        },
      ];
    })
    .toSorted((a, b) => a.event.at - b.event.at || (a.attemptId < b.attemptId ? -1 : 1));
}

function sellersOf(
  team: readonly NonNullable<(typeof listTeamOfDay)['row']>[],
  contacts: readonly RehearsedContact[],
  capacity: number,
): readonly RehearsedSeller[] {
  const ready = contacts.filter(({ event }) => event.kind === 'ready');
  return team.flatMap(({ id, name, isSeller, isAway }) => {
    const count = ready.filter(({ sellerId }) => sellerId === id).length;
    if (!isSeller && count === 0) return [];
    return [{ id, name, count, capacity: isAway ? 0 : capacity, isAway }];
  });
}

function paceAt({ timeline }: BrandClocks, at: Instant) {
  return (policyAt(timeline, at) ?? { policy: DEFAULT_POLICY }).policy.pace.seller;
}

function hoursOf(
  zone: string,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  contacts: readonly RehearsedContact[],
): readonly number[] {
  const hours = Array.from({ length: HOURS }, () => 0);
  const ready = contacts.filter(({ event }) => event.kind === 'ready').map(({ event }) => event.at);
  for (const { start, end, hour } of hourSpans(zone, from, to)) {
    hours[hour] = (hours[hour] ?? 0) + ready.filter((at) => at >= start && at < end).length;
  }
  return hours;
}

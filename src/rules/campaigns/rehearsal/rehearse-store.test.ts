/**
 * Tests the rehearsal of a campaign in one store: small stores by hand, and random ones against a slow witness that plans
 * each day from all customers.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyCampaigns, anyCustomers, campaignOf, DAY, factsOf, SELLERS } from '#kit/audience-facts.ts';
import { quietFrom, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { aStore, OPEN_STORE, type WitnessedContact, witness } from '#kit/rehearsal-fixture.ts';
import type { AudienceFacts } from '#rules/campaigns/audience-facts.ts';
import type { PlannedCampaign } from '#rules/campaigns/plan-day.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { dateText } from '#rules/time/local-day.ts';
import { findFixes } from './find-fixes.ts';
import type { CampaignToRehearse, StoreToRehearse } from './rehearsal.ts';
import { rehearseStore } from './rehearse-store.ts';

const at = (text: string) => wall(text, SAO_PAULO);
const MORNING = at('2026-11-23T09:00');
const NIGHTS = quietFrom('20:00', '08:00');

const customerOf = (facts: AudienceFacts) => ({ facts, silence: null, contactFromMinute: null });
const ofAna = (count: number) =>
  Array.from({ length: count }, (_, i) => customerOf(factsOf({ id: `c${String(i).padStart(3, '0')}` })));

function aRehearsal(campaign: Partial<PlannedCampaign>, given: Partial<CampaignToRehearse> = {}): CampaignToRehearse {
  const rehearsed = campaignOf({ to: dateText(DAY + 2), ...campaign });
  const lastDay = DAY + 2;
  return { campaigns: [rehearsed], campaignId: rehearsed.id, perSellerDay: 20, now: MORNING, lastDay, ...given };
}

function run(store: StoreToRehearse, campaign: CampaignToRehearse) {
  const contacts: WitnessedContact[] = [];
  const rehearsed = rehearseStore(store, campaign, (kind, id, when) => contacts.push({ kind, id, at: when }));
  return { rehearsed, contacts };
}

test('twelve suggestions of a day are used evenly: what falls into quiet hours is held, and sent the next morning', () => {
  const { rehearsed } = run(aStore(NIGHTS, MORNING, { customers: ofAna(12) }), aRehearsal({}));
  const [monday, tuesday] = [rehearsed.days.get(DAY), rehearsed.days.get(DAY + 1)];
  // One in each open hour from 10:00 to 22:00, of which 20:00 and 21:00 are quiet.
  const hours = Array.from({ length: 24 }, (_, hour) => (hour >= 10 && hour < 20 ? 1 : 0));
  assert.deepEqual(monday, { suggested: 12, held: 2, ready: 0, sent: 10, hours });
  assert.deepEqual([tuesday?.ready, tuesday?.sent, tuesday?.held, tuesday?.suggested], [2, 2, 0, 0]);
  assert.equal(rehearsed.lastServedOn, DAY + 1);
  assert.deepEqual([rehearsed.total, rehearsed.doesNotFit, rehearsed.unused], [12, 0, 0]);
});

test('suggestions are used at the usual hours of contact where they are known', () => {
  const usualHours = Array.from({ length: 24 }, (_, hour) => (hour === 15 ? 30 : 0));
  const sellers = [{ id: 'ana', takesShared: true, daysOff: [], usualHours }];
  const { rehearsed } = run(aStore(NIGHTS, MORNING, { customers: ofAna(6), sellers }), aRehearsal({}));
  assert.equal(rehearsed.days.get(DAY)?.hours[15], 6);
});

test('a seller waits at the limit of P1, and what no longer fits into the day is used on the next one', () => {
  const policy = {
    ...quietFrom('22:00', '08:00'),
    pace: { ...DEFAULT_POLICY.pace, seller: { max: 2, perMinutes: 60, action: 'block' } },
  } as const;
  const hours = [{ weekday: 0, opensMinute: 600, closesMinute: 660 }, ...OPEN_STORE.hours.slice(1)];
  const store = aStore(policy, MORNING, { customers: ofAna(5), store: { ...OPEN_STORE, hours } });
  const { rehearsed } = run(store, aRehearsal({}));
  assert.deepEqual([rehearsed.days.get(DAY)?.sent, rehearsed.days.get(DAY + 1)?.sent], [2, 3]);
});

test('the quotas of the campaign and the brand decide how many days a campaign needs', () => {
  const store = aStore(NIGHTS, MORNING, { customers: ofAna(9) });
  const { rehearsed } = run(store, aRehearsal({ perSellerDay: 2 }));
  assert.deepEqual(
    [DAY, DAY + 1, DAY + 2].map((day) => rehearsed.days.get(day)?.suggested),
    [2, 2, 2],
  );
  assert.equal(rehearsed.doesNotFit, 3);
  const fixes = findFixes(store, aRehearsal({ perSellerDay: 2 }), rehearsed);
  // A contact that is held overnight keeps its place in the quota of the next morning.
  assert.deepEqual(fixes, { to: DAY + 4, perSellerDay: 4 });
});

test('a fix of the brand’s quota is found where the campaign’s quota is at its limit', () => {
  const store = aStore(NIGHTS, MORNING, { customers: ofAna(9) });
  const rehearsal = aRehearsal({ perSellerDay: 2, to: null }, { perSellerDay: 2 });
  const fixes = findFixes(store, rehearsal, run(store, rehearsal).rehearsed);
  assert.deepEqual(fixes, { to: null, perSellerDay: null, suggestionsPerSellerDay: 4 });
});

test('each customer is counted once: suggested, left out by reason, or without a place', () => {
  const blocked = factsOf({ id: 'x', customer: { ...factsOf().customer, permission: 'unknown' } });
  const [gone, resting] = [
    factsOf({ id: 'y', sellerId: 'gone' }),
    factsOf({ id: 'z', numberContactedAt: MORNING - 1000 }),
  ];
  const away = { id: 'bruno', takesShared: true, daysOff: [{ from: DAY, until: DAY + 9 }], usualHours: null };
  const ofBruno = factsOf({ id: 'w', sellerId: 'bruno' });
  const sellers = [{ id: 'ana', takesShared: true, daysOff: [], usualHours: null }, away];
  const customers = [blocked, gone, resting, ofBruno].map(customerOf);
  const { rehearsed } = run(aStore(NIGHTS, MORNING, { customers, sellers }), aRehearsal({ coolDownDays: 30 }));
  const left = { no_permission: 1, without_seller: 1, contacted_recently: 1, seller_away: 1 };
  assert.deepEqual(Object.fromEntries(rehearsed.leftOut), left);
  assert.deepEqual([rehearsed.total, rehearsed.doesNotFit], [4, 0]);
});

test('a customer whom the filters meet later is suggested then', () => {
  const purchases = [{ boughtOn: dateText(DAY - 58), cents: 1, items: 'blazer' }];
  const customers = [customerOf(factsOf({ purchases }))];
  const { rehearsed } = run(
    aStore(NIGHTS, MORNING, { customers }),
    aRehearsal({ audience: { lastPurchaseDays: { min: 60, max: null } } }),
  );
  assert.deepEqual([...rehearsed.days.keys()], [DAY + 2]);
});

const anyPolicy = fc.record({
  start: fc.constantFrom('18:00', '20:00', '12:00'),
  end: fc.constantFrom('08:00', '11:30', '13:00'),
  max: fc.constantFrom(1, 2, 10),
  perMinutes: fc.constantFrom(10, 60),
  action: fc.constantFrom('off' as const, 'warn' as const, 'block' as const),
  clocks: fc.constant('store' as const),
});

const anyStore = fc.record({
  given: anyPolicy,
  customers: anyCustomers,
  campaigns: anyCampaigns,
  perSellerDay: fc.integer({ min: 1, max: 5 }),
  lastDay: fc.integer({ min: DAY, max: DAY + 6 }),
  now: fc.constantFrom(
    MORNING,
    at('2026-11-23T08:00'),
    at('2026-11-23T14:10'),
    at('2026-11-23T21:30'),
    at('2026-11-23T02:00'),
  ),
  daysOff: fc.integer({ min: 0, max: 6 }),
  closedOn: fc.integer({ min: 0, max: 6 }),
});

test('the rehearsal of any store is that of a witness that plans each day from all customers', () => {
  fc.assert(
    fc.property(anyStore, ({ given, customers, campaigns, perSellerDay, lastDay, now, daysOff, closedOn }) => {
      const { max, perMinutes, action, clocks } = given;
      const pace = { ...DEFAULT_POLICY.pace, seller: { max, perMinutes, action } };
      const policy = quietFrom(given.start, given.end, { clocks, pace });
      const sellers = SELLERS.map((id) => {
        const away = id === 'bruno' ? [{ from: DAY + daysOff, until: DAY + daysOff + 1 }] : [];
        return { id, takesShared: id !== 'carla', daysOff: away, usualHours: null };
      });
      const hours = OPEN_STORE.hours.filter(({ weekday }) => weekday !== closedOn);
      const store = aStore(policy, now, {
        ...{ sellers, store: { ...OPEN_STORE, hours } },
        customers: customers.map((facts) => customerOf({ ...facts, isSilentAllDay: false })),
      });
      const rehearsedId = campaigns[0]?.id as string;
      const rehearsal = { campaigns, campaignId: rehearsedId, perSellerDay, now, lastDay };
      const expected = witness(store, rehearsal);
      const { rehearsed, contacts } = run(store, rehearsal);
      assert.deepEqual(contacts, expected.contacts);
      const suggested = [...rehearsed.days.values()].reduce((sum, day) => sum + day.suggested, 0);
      assert.equal(suggested, expected.suggested.length);
      assert.deepEqual(new Map([...rehearsed.sellers]), firstSellers(expected.suggested, customers, rehearsedId));
      const alreadyOpen = customers.filter(({ open }) => open?.campaignId === rehearsedId).length;
      const served = new Set(expected.suggested.map(([, id]) => id)).size;
      const leftOut = [...rehearsed.leftOut.values()].reduce((sum, each) => sum + each, 0);
      const rest = rehearsed.total - leftOut - rehearsed.doesNotFit;
      assert.ok(served <= rest && rest <= served + alreadyOpen, 'each customer is counted once');
    }),
    { numRuns: 300 },
  );
});

/** Counts the customers of each seller; a customer whose suggestion was open before is not counted again. */
function firstSellers(
  suggested: readonly (readonly [number, string, string])[],
  customers: readonly AudienceFacts[],
  campaignId: string,
): ReadonlyMap<string, number> {
  const known = new Set(customers.flatMap(({ id, open }) => (open?.campaignId === campaignId ? [id] : [])));
  const counts = new Map<string, number>();
  for (const [, id, sellerId] of suggested) {
    if (known.has(id)) continue;
    known.add(id);
    counts.set(sellerId, (counts.get(sellerId) ?? 0) + 1);
  }
  return counts;
}

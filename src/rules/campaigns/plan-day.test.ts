/**
 * Tests of the plan of a store's day over random customers and campaigns: one suggestion for each customer, both quotas
 * kept, nobody whom a check blocks, and the same plan as a second, slow witness that keeps every candidate.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { AT, anyCampaigns, anyCustomers, campaignOf, DAY, factsOf, SELLERS } from '#kit/audience-facts.ts';
import { dateText } from '#rules/time/local-day.ts';
import type { AudienceFacts } from './audience-facts.ts';
import { prepareAudience } from './audience-match.ts';
import { blockOfDay, leftOutOf, prepareText } from './left-out.ts';
import { type DayPlanInput, type PlannedCampaign, runsOn, startDayPlan } from './plan-day.ts';
import { endOfSuggestion } from './suggestion-end.ts';

const sellers = SELLERS.map((id) => ({ id, isAway: id === 'bruno', takesShared: true }));

function plan(customers: readonly AudienceFacts[], given: Partial<DayPlanInput>) {
  const all = { day: DAY, at: AT, campaigns: [campaignOf()], sellers, perSellerDay: 20, usedToday: [], ...given };
  const running = startDayPlan(all);
  for (const facts of customers) running.offer(facts);
  return running.finish();
}

const anyDay = fc.record({
  customers: anyCustomers,
  campaigns: anyCampaigns,
  perSellerDay: fc.integer({ min: 1, max: 6 }),
});

test('a customer stands in one suggestion, and no seller gets more than both quotas allow', () => {
  fc.assert(
    fc.property(anyDay, ({ customers, campaigns, perSellerDay }) => {
      const { suggestions, endings } = plan(customers, { campaigns, perSellerDay });
      const ended = new Set(endings.map(({ id }) => id));
      const staying = customers.flatMap(({ id, open }) => (open === null || ended.has(open.id) ? [] : [{ id, open }]));
      const open = [
        ...staying.map(({ id, open }) => ({ customerId: id, sellerId: open.sellerId, campaignId: open.campaignId })),
        ...suggestions,
      ];
      assert.equal(new Set(open.map(({ customerId }) => customerId)).size, open.length);
      for (const id of SELLERS) {
        const [old, mine] = [staying, suggestions].map((each) =>
          each.filter((one) => ('open' in one ? one.open.sellerId : one.sellerId) === id),
        ) as [unknown[], (typeof suggestions)[number][]];
        assert.ok(mine.length === 0 || old.length + mine.length <= perSellerDay, `${id} keeps the quota`);
        if (id === 'bruno') assert.equal(mine.length, 0, 'a seller with a day off gets nothing');
        for (const campaign of campaigns) {
          const count = mine.filter(({ campaignId }) => campaignId === campaign.id).length;
          assert.ok(count <= campaign.perSellerDay);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('nobody is suggested whom a check blocks all day, and no reason is over', () => {
  fc.assert(
    fc.property(anyDay, ({ customers, campaigns, perSellerDay }) => {
      const byId = new Map(customers.map((facts) => [facts.id, facts]));
      for (const made of plan(customers, { campaigns, perSellerDay }).suggestions) {
        const facts = byId.get(made.customerId) as AudienceFacts;
        const campaign = campaigns.find(({ id }) => id === made.campaignId) as PlannedCampaign;
        assert.equal(blockOfDay(facts, campaign.coolDownDays, AT), null);
        assert.equal(prepareText(campaign.text)(facts, DAY), true);
        assert.ok(made.endsOn === null || made.endsOn >= dateText(DAY));
        assert.ok(runsOn(campaign, DAY));
      }
    }),
    { numRuns: 300 },
  );
});

test('the plan is that of a witness that keeps every candidate, in whatever order the customers come', () => {
  fc.assert(
    fc.property(anyDay, fc.infiniteStream(fc.nat()), ({ customers, campaigns, perSellerDay }, order) => {
      const mixed = customers
        .map((facts) => ({ facts, at: order.next().value as number }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ facts }) => facts);
      const found = plan(mixed, { campaigns, perSellerDay }).suggestions;
      const short = found.map(({ customerId, sellerId, campaignId }) => [customerId, sellerId, campaignId]);
      assert.deepEqual(short, witness(customers, campaigns, perSellerDay));
    }),
    { numRuns: 500 },
  );
});

test('a plan that was written leaves nothing for a second run', () => {
  fc.assert(
    fc.property(anyDay, ({ customers, campaigns, perSellerDay }) => {
      const first = plan(customers, { campaigns, perSellerDay });
      const ended = new Set(first.endings.map(({ id }) => id));
      const made = new Map(first.suggestions.map((each) => [each.customerId, each]));
      const after = customers.map((facts) => {
        const mine = made.get(facts.id);
        if (mine === undefined) return facts.open && ended.has(facts.open.id) ? { ...facts, open: null } : facts;
        const { campaignId, sellerId, priority, endsOn } = mine;
        const day = { createdAt: AT, suggestedOn: dateText(DAY), isTouched: false, isHeld: false };
        return { ...facts, open: { id: `new ${facts.id}`, campaignId, sellerId, priority, endsOn, ...day } };
      });
      const { suggestions, endings } = plan(after, { campaigns, perSellerDay });
      assert.deepEqual([suggestions, endings], [[], []]);
    }),
    { numRuns: 300 },
  );
});

test('customers without a seller go evenly to the sellers who are there', () => {
  const customers = Array.from({ length: 9 }, (_, i) => factsOf({ id: `c${i}`, sellerId: null }));
  const { suggestions } = plan(customers, {});
  const counts = SELLERS.map((id) => suggestions.filter(({ sellerId }) => sellerId === id).length);
  assert.deepEqual(counts, [5, 0, 4]);
});

test('customers whose seller left wait for a new portfolio, and are counted', () => {
  const { suggestions, campaigns } = plan([factsOf({ sellerId: 'gone' })], {});
  assert.deepEqual(suggestions, []);
  assert.deepEqual(campaigns, [{ campaignId: 'novidades', matched: 1, withoutSeller: 1, leftOut: {} }]);
});

test('the more urgent reason comes first, then the longest time without a contact, then the id', () => {
  const campaigns = [campaignOf({ audience: { birthdayWithinDays: 7 } })];
  const customers = [
    factsOf({ id: 'd', bornOn: '1990-11-25' }),
    factsOf({ id: 'c', bornOn: '1990-11-24', lastContactAt: 2 }),
    factsOf({ id: 'b', bornOn: '1990-11-24', lastContactAt: 1 }),
    factsOf({ id: 'a', bornOn: '1990-11-24', lastContactAt: 1 }),
  ];
  const { suggestions } = plan(customers, { campaigns });
  assert.deepEqual(
    suggestions.map(({ customerId }) => customerId),
    ['a', 'b', 'c', 'd'],
  );
});

test('a campaign that started later and comes first takes over only what nobody touched', () => {
  const first = campaignOf({ id: 'first', priority: 1, runningSince: AT });
  const second = campaignOf({ id: 'second', priority: 2 });
  const open = { id: 'open', campaignId: 'second', priority: 2, sellerId: 'ana', createdAt: AT - 1, endsOn: null };
  const day = { suggestedOn: dateText(DAY), isTouched: false, isHeld: false };
  const after = (change: object) =>
    plan([factsOf({ open: { ...open, ...day, ...change } })], { campaigns: [second, first] });
  assert.deepEqual(after({}).endings, [{ id: 'open', reason: 'taken_over' }]);
  assert.equal(after({}).suggestions[0]?.campaignId, 'first');
  for (const change of [{ isTouched: true }, { isHeld: true }, { createdAt: AT + 1 }, { priority: 1 }])
    assert.deepEqual(after(change).suggestions, [], JSON.stringify(change));
});

test('a resumed campaign, and one whose first date came, take over what was suggested before', () => {
  const second = campaignOf({ id: 'second', priority: 2 });
  const yesterday = { campaignId: 'second', priority: 2, sellerId: 'ana', createdAt: AT - 2, endsOn: null };
  const open = { id: 'open', ...yesterday, suggestedOn: dateText(DAY - 1), isTouched: false, isHeld: false };
  const takenBy = (given: Partial<PlannedCampaign>, change: object = {}) => {
    const first = campaignOf({ id: 'first', priority: 1, runningSince: AT - 9, ...given });
    return plan([factsOf({ open: { ...open, ...change } })], { campaigns: [second, first] }).suggestions;
  };
  assert.deepEqual(takenBy({}), [], 'both ran when the suggestion was made');
  assert.equal(takenBy({ runningSince: AT - 1 })[0]?.campaignId, 'first');
  assert.equal(takenBy({ from: dateText(DAY) })[0]?.campaignId, 'first');
  assert.deepEqual(takenBy({ from: dateText(DAY - 1) }), [], 'both ran on the day of the suggestion');
  assert.deepEqual(takenBy({ from: dateText(DAY) }, { isTouched: true }), []);
});

const ENDINGS = [
  ['the birthday was yesterday', { endsOn: dateText(DAY - 1) }, {}, 'reason_past'],
  ['the birthday is today', { endsOn: dateText(DAY) }, {}, null],
  ['nobody used it for three days', { suggestedOn: dateText(DAY - 3) }, {}, 'not_used'],
  ['nobody used it for two days', { suggestedOn: dateText(DAY - 2) }, {}, null],
  ['it is held, however old', { suggestedOn: dateText(DAY - 9), isHeld: true }, {}, null],
  [
    'the customer bought yesterday',
    { suggestedOn: dateText(DAY - 1) },
    { purchases: [{ boughtOn: dateText(DAY - 1), cents: 1, items: '' }] },
    'bought',
  ],
  [
    'the customer bought before',
    { suggestedOn: dateText(DAY - 1) },
    { purchases: [{ boughtOn: dateText(DAY - 2), cents: 1, items: '' }] },
    null,
  ],
  [
    'the customer stopped, although it is held',
    { isHeld: true },
    { customer: { ...factsOf().customer, optedOutAt: 1 } },
    'stopped',
  ],
  ['the number is wrong', {}, { customer: { ...factsOf().customer, reachable: false } }, 'unreachable'],
] as const;

for (const [name, open, given, reason] of ENDINGS) {
  test(`an open suggestion ${reason === null ? 'stays' : `ends as ${reason}`}: ${name}`, () => {
    const usual = { id: 'open', campaignId: 'x', priority: 1, sellerId: 'ana', createdAt: 1, endsOn: null };
    const facts = factsOf({
      ...(given as Partial<AudienceFacts>),
      open: { ...usual, suggestedOn: dateText(DAY - 1), isTouched: false, isHeld: false, ...open },
    });
    assert.equal(endOfSuggestion(facts, { state: 'running', to: null }, DAY, AT), reason);
  });
}

test('an open suggestion ends with its campaign, and pauses end it too', () => {
  const usual = { id: 'open', campaignId: 'x', priority: 1, sellerId: 'ana', createdAt: 1, endsOn: null };
  const facts = factsOf({ open: { ...usual, suggestedOn: dateText(DAY), isTouched: true, isHeld: false } });
  const why = (campaign: Parameters<typeof endOfSuggestion>[1]) => endOfSuggestion(facts, campaign, DAY, AT);
  assert.equal(why(undefined), 'campaign_ended');
  assert.equal(why({ state: 'ended', to: null }), 'campaign_ended');
  assert.equal(why({ state: 'running', to: DAY - 1 }), 'campaign_ended');
  assert.equal(why({ state: 'running', to: DAY }), null);
  assert.equal(why({ state: 'paused', to: null }), 'campaign_paused');
});

const OPEN = {
  ...{ id: 'open', campaignId: 'novidades', priority: 1, sellerId: 'ana', createdAt: 1, endsOn: null },
  ...{ suggestedOn: dateText(DAY), isTouched: false, isHeld: false },
};

test('a campaign counts whom its filters meet, and whom it left out by reason', () => {
  const stopped = { ...factsOf().customer, optedOutAt: 1 };
  const customers = [
    factsOf({ id: 'a', open: OPEN }),
    factsOf({ id: 'b', customer: stopped }),
    factsOf({ id: 'c', customer: stopped }),
    factsOf({ id: 'd', sellerId: 'bruno' }),
    factsOf({ id: 'e' }),
  ];
  assert.deepEqual(plan(customers, {}).campaigns, [
    { campaignId: 'novidades', matched: 5, withoutSeller: 0, leftOut: { opted_out: 2, seller_away: 1 } },
  ]);
});

test('of two campaigns of one priority the one with the lower id comes first', () => {
  const both = [campaignOf({ id: 'a' }), campaignOf({ id: 'b' })];
  for (const campaigns of [both, both.toReversed()]) {
    assert.equal(plan([factsOf()], { campaigns }).suggestions[0]?.campaignId, 'a');
  }
});

test('a campaign has enough candidates left where another one took the best of them', () => {
  const customers = Array.from({ length: 40 }, (_, i) => factsOf({ id: `c${String(i).padStart(2, '0')}` }));
  const campaigns = [campaignOf({ id: 'a', perSellerDay: 2 }), campaignOf({ id: 'b', priority: 2, perSellerDay: 1 })];
  const { suggestions } = plan(customers, { campaigns, perSellerDay: 3 });
  assert.deepEqual(
    suggestions.map(({ campaignId, customerId }) => [campaignId, customerId]),
    [
      ['a', 'c00'],
      ['a', 'c01'],
      ['b', 'c02'],
    ],
  );
});

test('a suggestion ends the day after the last day of its campaign, and when its seller is gone', () => {
  const endings = (open: object, to: string | null = null) =>
    plan([factsOf({ open: { ...OPEN, ...open } })], { campaigns: [campaignOf({ to })] }).endings;
  assert.deepEqual(endings({}), []);
  assert.deepEqual(endings({}, dateText(DAY)), []);
  assert.deepEqual(endings({}, dateText(DAY - 1)), [{ id: 'open', reason: 'campaign_ended' }]);
  assert.deepEqual(endings({ sellerId: 'gone' }), [{ id: 'open', reason: 'not_used' }]);
  assert.deepEqual(endings({ sellerId: 'gone', isHeld: true }), [], 'what is held goes on');
});

test('a suggestion carries the version of its campaign, the reason and the last day of the reason', () => {
  const campaigns = [campaignOf({ audience: { birthdayWithinDays: 3 }, version: 4, priority: 7 })];
  assert.deepEqual(plan([factsOf({ bornOn: '1990-11-24' })], { campaigns }).suggestions, [
    {
      ...{ customerId: 'marina', sellerId: 'ana', campaignId: 'novidades', campaignVersion: 4, priority: 7 },
      ...{ reason: { code: 'birthday', on: '11-24' }, endsOn: '2026-11-24' },
    },
  ]);
  assert.equal(plan([factsOf()], {}).suggestions[0]?.endsOn, null);
});

test('a campaign runs from its first to its last day, both included', () => {
  const runs = (from: number | null, to: number | null, state: PlannedCampaign['state'] = 'running') => {
    const text = (day: number | null) => (day === null ? null : dateText(DAY + day));
    return runsOn({ state, from: text(from), to: text(to) }, DAY);
  };
  assert.deepEqual(
    [runs(null, null), runs(0, 0), runs(-1, 1), runs(0, null), runs(null, 0)],
    [...[true, true, true, true, true]],
  );
  assert.deepEqual([runs(1, null), runs(null, -1), runs(null, null, 'paused')], [false, false, false]);
});

/** Chooses in the plainest way: sorts all customers anew for each campaign, and counts all places anew for each customer. */
function witness(customers: readonly AudienceFacts[], campaigns: readonly PlannedCampaign[], perSellerDay: number) {
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const stays = (facts: AudienceFacts) => {
    const campaign = byId.get(facts.open?.campaignId ?? '');
    const to = campaign?.to == null ? null : DAY + (campaign.to === dateText(DAY) ? 0 : -1);
    return facts.open !== null && endOfSuggestion(facts, campaign && { state: campaign.state, to }, DAY, AT) === null;
  };
  let open = customers.flatMap((facts) =>
    stays(facts) && facts.open ? [{ ...facts.open, customerId: facts.id }] : [],
  );
  const made: string[][] = [];
  const sharedBy = new Map<string, number>();
  const hasPlace = (sellerId: string, { id, perSellerDay: ofCampaign }: PlannedCampaign, without: string) => {
    const mine = [
      ...open
        .filter((each) => each.sellerId === sellerId && each.customerId !== without)
        .map((each) => each.campaignId),
      ...made.filter(([, seller]) => seller === sellerId).map(([, , campaignId]) => campaignId),
    ];
    return mine.length < perSellerDay && mine.filter((each) => each === id).length < ofCampaign;
  };
  const usedBy = (id: string, without: string) =>
    open.filter((each) => each.sellerId === id && each.customerId !== without).length +
    made.filter(([, seller]) => seller === id).length;
  const inOrder = campaigns
    .filter((campaign) => runsOn(campaign, DAY))
    .toSorted((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1));
  for (const campaign of inOrder) {
    const candidates = customers
      .map((each) => (stays(each) ? each : { ...each, open: null }))
      .flatMap((facts) => {
        const met = prepareAudience(campaign.audience)(facts, DAY);
        if (met === null || facts.open?.campaignId === campaign.id || facts.sellerId === 'gone') return [];
        const given = {
          at: AT,
          met,
          hasWords: prepareText(campaign.text)(facts, DAY),
          isAway: facts.sellerId === 'bruno',
        };
        return leftOutOf(facts, campaign, given) === null
          ? [{ facts, urgency: met.endsOn ?? Number.POSITIVE_INFINITY }]
          : [];
      })
      .toSorted(
        (a, b) =>
          (a.urgency === b.urgency ? 0 : a.urgency - b.urgency) ||
          (a.facts.lastContactAt ?? 0) - (b.facts.lastContactAt ?? 0) ||
          (a.facts.id < b.facts.id ? -1 : 1),
      );
    for (const { facts } of candidates) {
      if (made.some(([id]) => id === facts.id)) continue;
      const choices = (facts.sellerId === null ? ['ana', 'carla'] : [facts.sellerId]).filter((id) =>
        hasPlace(id, campaign, facts.id),
      );
      const [chosen] = choices.toSorted(
        (a, b) =>
          (sharedBy.get(a) ?? 0) - (sharedBy.get(b) ?? 0) ||
          usedBy(a, facts.id) - usedBy(b, facts.id) ||
          (a < b ? -1 : 1),
      );
      if (chosen === undefined) continue;
      if (facts.sellerId === null) sharedBy.set(chosen, (sharedBy.get(chosen) ?? 0) + 1);
      made.push([facts.id, chosen, campaign.id]);
      open = open.filter(({ customerId }) => customerId !== facts.id);
    }
  }
  return made;
}

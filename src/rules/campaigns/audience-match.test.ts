/** Tests of the filters of a campaign, as a table that a manager could check, and of the reason that a seller reads. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from '#kit/audience-facts.ts';
import { dayOf } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';
import type { AudienceFacts } from './audience-facts.ts';
import { nextBirthday, prepareAudience, purchasesNeeded } from './audience-match.ts';
import type { Audience } from './campaign.ts';

const dayAt = (on: string) => dayOf(on) as number;
const bought = (boughtOn: string, cents = 10_000, items = 'blazer') => ({ boughtOn, cents, items });

type Case = readonly [name: string, Audience, Partial<AudienceFacts>, reason: string | null, endsOn?: string];

const TODAY = '2026-11-23';
const UNKNOWN = { ...factsOf().customer, permission: 'unknown' } as const;
const CASES: readonly Case[] = [
  ['no filter means everybody', {}, {}, 'chosen'],
  [
    '60 days without a purchase: 60 days ago',
    { lastPurchaseDays: { min: 60, max: null } },
    { purchases: [bought('2026-09-24')] },
    'inactive_days',
  ],
  [
    '60 days without a purchase: 59 days ago',
    { lastPurchaseDays: { min: 60, max: null } },
    { purchases: [bought('2026-09-25')] },
    null,
  ],
  [
    '60 to 89 days: the last day is named',
    { lastPurchaseDays: { min: 60, max: 89 } },
    { purchases: [bought('2026-09-24')] },
    'inactive_days',
    '2026-12-22',
  ],
  [
    '60 to 89 days: 90 days ago',
    { lastPurchaseDays: { min: 60, max: 89 } },
    { purchases: [bought('2026-08-25')] },
    null,
  ],
  [
    'after a purchase of the last week',
    { lastPurchaseDays: { min: 1, max: 7 } },
    { purchases: [bought('2026-11-20')] },
    'after_purchase',
    '2026-11-27',
  ],
  [
    'only the newest purchase counts for the days',
    { lastPurchaseDays: { min: 60, max: null } },
    { purchases: [bought('2026-11-20'), bought('2026-01-05')] },
    null,
  ],
  ['a customer who never bought has no days', { lastPurchaseDays: { min: 0, max: null } }, {}, null],
  ['a birthday today', { birthdayWithinDays: 0 }, { bornOn: '1990-11-23' }, 'birthday', '2026-11-23'],
  ['a birthday in seven days', { birthdayWithinDays: 7 }, { bornOn: '1990-11-30' }, 'birthday', '2026-11-30'],
  ['a birthday in eight days', { birthdayWithinDays: 7 }, { bornOn: '1990-12-01' }, null],
  ['a birthday of yesterday', { birthdayWithinDays: 60 }, { bornOn: '1990-11-22' }, null],
  ['an unknown birthday', { birthdayWithinDays: 60 }, {}, null],
  [
    'enough spent in the time',
    { spent: { sinceDays: 30, minCents: 20_000 } },
    { purchases: [bought('2026-11-01'), bought('2026-10-24')] },
    'chosen',
  ],
  [
    'a purchase before the time does not count',
    { spent: { sinceDays: 30, minCents: 20_000 } },
    { purchases: [bought('2026-11-01'), bought('2026-10-23')] },
    null,
  ],
  [
    'an item, whatever the case and the accents',
    { item: 'Tricô' },
    { purchases: [bought('2026-11-01'), bought('2026-10-01', 1, 'saia, TRICO de gola')] },
    'after_purchase',
  ],
  ['another item', { item: 'tricô' }, { purchases: [bought('2026-11-01')] }, null],
  ['one of the tags', { tags: ['vip', 'noivas'] }, { tags: ['Noivas'] }, 'tag'],
  ['none of the tags', { tags: ['vip'] }, { tags: ['noivas'] }, null],
  ['the city, whatever the case and the accents', { cities: ['Sao Paulo'] }, { city: 'SÃO PAULO' }, 'chosen'],
  ['an unknown city', { cities: ['São Paulo'] }, { city: null }, null],
  ['the store', { storeIds: ['paulista'] }, { storeId: 'paulista' }, 'chosen'],
  ['another store', { storeIds: ['bosque'] }, { storeId: 'paulista' }, null],
  ['the seller', { sellerIds: ['ana'] }, { sellerId: 'ana' }, 'chosen'],
  ['a customer without a seller', { sellerIds: ['ana'] }, { sellerId: null }, null],
  ['never contacted', { neverContacted: true }, { lastContactAt: null }, 'never_contacted'],
  ['contacted once', { neverContacted: true }, { lastContactAt: 1 }, null],
  ['an empty list means nobody', { storeIds: [] }, {}, null],
  ['permission granted', { permission: 'granted' }, {}, 'chosen'],
  ['permission unknown, asked for a granted one', { permission: 'granted' }, { customer: UNKNOWN }, null],
  ['permission unknown, asked for it', { permission: 'unknown' }, { customer: UNKNOWN }, 'chosen'],
  ['a birthday that no filter asks for is no reason', {}, { bornOn: '1990-11-24' }, 'chosen', 'none'],
  [
    'the birthday ends before the days since the purchase do',
    { birthdayWithinDays: 7, lastPurchaseDays: { min: 1, max: 90 } },
    { bornOn: '1990-11-25', purchases: [bought('2026-11-20')] },
    'birthday',
    '2026-11-25',
  ],
  [
    'the days since the purchase end before the birthday',
    { birthdayWithinDays: 60, lastPurchaseDays: { min: 1, max: 7 } },
    { bornOn: '1990-12-24', purchases: [bought('2026-11-20')] },
    'birthday',
    '2026-11-27',
  ],
  [
    '7 days on the seventh',
    { lastPurchaseDays: { min: 1, max: 7 } },
    { purchases: [bought('2026-11-16')] },
    'after_purchase',
    TODAY,
  ],
  [
    'up to 29 days are recent',
    { lastPurchaseDays: { min: 1, max: 29 } },
    { purchases: [bought('2026-11-20')] },
    'after_purchase',
  ],
  [
    '30 days are not',
    { lastPurchaseDays: { min: 1, max: 30 } },
    { purchases: [bought('2026-11-20')] },
    'inactive_days',
  ],
  [
    'a recent purchase whose items are not known',
    { lastPurchaseDays: { min: 1, max: 7 } },
    { purchases: [bought('2026-11-20', 1, ' ')] },
    'inactive_days',
  ],
  ['all filters count', { tags: ['vip'], birthdayWithinDays: 3 }, { tags: ['vip'], bornOn: '1990-12-24' }, null],
  [
    'the birthday is told before the tag',
    { tags: ['vip'], birthdayWithinDays: 3 },
    { tags: ['vip'], bornOn: '1990-11-24' },
    'birthday',
    '2026-11-24',
  ],
];

for (const [name, audience, facts, reason, endsOn] of CASES) {
  test(`${name}: ${reason ?? 'not met'}`, () => {
    const met = prepareAudience(audience)(factsOf(facts), dayAt(TODAY));
    assert.equal(met?.reason.code ?? null, reason);
    if (endsOn !== undefined) assert.equal(met?.endsOn == null ? 'none' : dateText(met.endsOn), endsOn);
  });
}

test('a birthday on 29 February is on the 28th in other years', () => {
  const next = (on: string) => dateText(nextBirthday('2000-02-29', dayAt(on))?.day ?? 0);
  assert.deepEqual(['2027-02-01', '2027-02-28', '2027-03-01', '2028-02-29'].map(next), [
    ...['2027-02-28', '2027-02-28', '2028-02-29', '2028-02-29'],
  ]);
});

test('purchases are read only as far back as the filters ask', () => {
  const needed = (...audiences: Audience[]) => purchasesNeeded(audiences, dayAt(TODAY));
  assert.equal(needed({}, { lastPurchaseDays: { min: 1, max: 7 } }), 'last');
  assert.deepEqual(needed({ spent: { sinceDays: 30, minCents: 1 } }, { spent: { sinceDays: 90, minCents: 1 } }), {
    since: '2026-08-25',
  });
  assert.equal(needed({ item: 'saia' }, { spent: { sinceDays: 30, minCents: 1 } }), 'all');
});

test('a date of birth that does not exist is no birthday', () => {
  assert.equal(nextBirthday('1990-13-40', dayAt(TODAY)), null);
  assert.equal(nextBirthday(null, dayAt(TODAY)), null);
});

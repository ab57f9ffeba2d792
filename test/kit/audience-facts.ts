/** Makes customers, as the rules of campaigns know them, for tests: fixed ones and random ones. */
import fc from 'fast-check';
import type { AudienceFacts, OpenSuggestion } from '#rules/campaigns/audience-facts.ts';
import type { PlannedCampaign } from '#rules/campaigns/plan-day.ts';
import { DAY_MS, dayOf } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';

/** The day of all random customers and campaigns, and the instant at which its suggestions can be used. */
export const DAY = dayOf('2026-11-23') as number;
export const AT = Date.parse('2026-11-23T13:00Z');

/** A customer of Ana's portfolio whom nothing blocks. */
export function factsOf(given: Partial<AudienceFacts> = {}): AudienceFacts {
  return {
    ...{ id: 'marina', storeId: 'paulista', sellerId: 'ana', name: 'Marina Alves', city: 'São Paulo', bornOn: null },
    ...{ tags: [], lastContactAt: null, purchases: [], numberContactedAt: null, isSilentAllDay: false },
    customer: {
      ...{ availability: 'present', reachable: true, permission: 'granted', optedOutAt: null, doNotCall: null },
    },
    contacts: { coolDownDays: 0, contactedAt: null, unansweredAfter: 0, unansweredAt: [] },
    ...{ open: null, served: [] },
    ...given,
  };
}

export function campaignOf(given: Partial<PlannedCampaign> = {}): PlannedCampaign {
  return {
    ...{ id: 'novidades', name: 'Novidades', audience: {}, text: 'Oi!', priority: 1, from: null, to: null },
    ...{ coolDownDays: 0, perSellerDay: 20, legalBasis: 'consent', legalReason: null, version: 1 },
    ...{ state: 'running', runningSince: AT - DAY_MS },
    ...given,
  };
}

export const SELLERS = ['ana', 'bruno', 'carla'] as const;
export const CAMPAIGN_IDS = ['a', 'b', 'c', 'd'] as const;

const daysAgo = (most: number) => fc.integer({ min: 0, max: most });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const contactAt = daysAgo(20).map((days) => AT - days * DAY_MS - 3_600_000);
const seller = fc.constantFrom<string | null>(...SELLERS, 'gone', null);

const open: fc.Arbitrary<OpenSuggestion> = fc.record({
  id: fc.uuid(),
  campaignId: fc.constantFrom(...CAMPAIGN_IDS, 'deleted'),
  priority: fc.integer({ min: 1, max: 5 }),
  sellerId: fc.constantFrom(...SELLERS),
  createdAt: daysAgo(5).map((days) => AT - days * DAY_MS),
  suggestedOn: fc.integer({ min: -5, max: 1 }).map((days) => dateText(DAY + days)),
  endsOn: maybe(fc.integer({ min: -2, max: 9 }).map((days) => dateText(DAY + days))),
  isTouched: fc.boolean(),
  isHeld: fc.boolean(),
});

export const anyCustomers: fc.Arbitrary<AudienceFacts[]> = fc.uniqueArray(
  fc
    .record({
      id: fc.uuid(),
      sellerId: seller,
      bornOn: maybe(daysAgo(30).map((days) => `1990${dateText(DAY + days - 10).slice(4)}`)),
      tags: fc.subarray(['vip', 'noivas']),
      lastContactAt: maybe(contactAt),
      numberContactedAt: maybe(contactAt),
      isSilentAllDay: fc.boolean().map((is) => is),
      purchases: fc
        .array(daysAgo(120), { maxLength: 2 })
        .map((days) =>
          days
            .toSorted((a, b) => a - b)
            .map((each) => ({ boughtOn: dateText(DAY - each), cents: 10_000, items: 'blazer' })),
        ),
      customer: fc.record({
        availability: fc.constant('present' as const),
        reachable: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, fc.constant(false)),
        permission: fc.constantFrom('granted' as const, 'granted' as const, 'unknown' as const, 'refused' as const),
        optedOutAt: fc.constantFrom(null, null, null, AT - DAY_MS),
        doNotCall: fc.constantFrom(null, null, { listedOn: '2026-02-01', consentOn: null }),
      }),
      contacts: fc.record({
        coolDownDays: fc.constant(3),
        contactedAt: maybe(contactAt),
        unansweredAfter: fc.constant(0),
        unansweredAt: fc.constant([]),
      }),
      open: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, open),
    })
    .map((given) => factsOf({ ...given, isSilentAllDay: given.isSilentAllDay && given.tags.length === 2 })),
  { selector: ({ id }) => id, maxLength: 60 },
);

export const anyCampaigns: fc.Arbitrary<PlannedCampaign[]> = fc
  .array(
    fc.record({
      audience: fc.constantFrom(
        {},
        { birthdayWithinDays: 7 },
        { lastPurchaseDays: { min: 30, max: null } },
        { lastPurchaseDays: { min: 1, max: 20 } },
        { tags: ['vip'] },
      ),
      text: fc.constantFrom('Oi!', 'Oi! Gostou de {ultimo_item}?'),
      priority: fc.integer({ min: 1, max: 4 }),
      coolDownDays: fc.constantFrom(0, 7),
      perSellerDay: fc.integer({ min: 1, max: 4 }),
      runningSince: fc.constantFrom(AT - 3 * DAY_MS, AT - 1),
      state: fc.constantFrom('running' as const, 'running' as const, 'paused' as const, 'ended' as const),
      to: fc.constantFrom(null, dateText(DAY), dateText(DAY - 1)),
    }),
    { minLength: 1, maxLength: CAMPAIGN_IDS.length },
  )
  .map((all) => all.map((given, i) => campaignOf({ ...given, id: CAMPAIGN_IDS[i] as string })));

/** Tests which clocks decide whether it is quiet: the store's, the customer's or the brand's (C1–C5, D4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '#kit/case-tables.ts';
import { aContext, published, quietFrom, wall } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import type { ZoneSource } from '#rules/contact/decision-context.ts';
import type { Clocks } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import { zonesOfNumber } from '#rules/time/zones/area-codes.ts';

// Quiet from 20:00 to 08:00; a seller contacts from the list. Times are in UTC. São Paulo is UTC−3, Manaus UTC−4, Rio
// Branco and Eirunepé UTC−5, Noronha UTC−2. "Nárnia" is an unknown zone.
const CASES = linesOf(
  ['clocks', 'store', 'customer', 'stores of the brand', 'at', 'answer', 'since', 'until', 'said by', 'opens'],
  `
  clocks             | store     | customer          | stores of the brand | at          | answer         | since       | until       | said by           | opens
  -------------------|-----------|-------------------|---------------------|-------------|----------------|-------------|-------------|-------------------|------------
  store              | Sao_Paulo | Manaus            | Sao_Paulo           | 05 22:59    | allow          | –           | –           | –                 | –
  store              | Sao_Paulo | Manaus            | Sao_Paulo           | 05 23:00    | quiet_hours    | 05 23:00    | 06 11:00    | store Sao_Paulo   | 06 11:00
  store              | Sao_Paulo | Manaus            | Sao_Paulo           | 06 11:00    | allow          | –           | –           | –                 | –
  store              | –         | Manaus            | Sao_Paulo           | 05 23:00    | quiet_hours    | 05 23:00    | 06 11:00    | brand Sao_Paulo   | 06 11:00
  brand              | Manaus    | Manaus            | Manaus              | 05 23:00    | quiet_hours    | 05 23:00    | 06 11:00    | brand Sao_Paulo   | 06 11:00
  brand              | Manaus    | Manaus            | Manaus              | 06 11:30    | allow          | –           | –           | –                 | –
  store-and-customer | Sao_Paulo | Manaus            | Sao_Paulo           | 05 23:30    | quiet_hours    | 05 23:00    | 06 12:00    | customer Manaus   | 06 12:00
  store-and-customer | Sao_Paulo | Manaus            | Sao_Paulo           | 06 11:30    | quiet_hours    | 05 23:00    | 06 12:00    | customer Manaus   | 06 12:00
  store-and-customer | Sao_Paulo | Manaus            | Sao_Paulo           | 06 12:00    | allow          | –           | –           | –                 | –
  store-and-customer | Manaus    | Sao_Paulo         | Manaus              | 05 23:30    | quiet_hours    | 05 23:00    | 06 12:00    | store Manaus      | 06 12:00
  store-and-customer | Manaus    | –                 | Manaus              | 06 00:00    | quiet_hours    | 06 00:00    | 06 12:00    | store Manaus      | 06 12:00
  store-and-customer | Sao_Paulo | Bahia             | Sao_Paulo           | 06 00:00    | quiet_hours    | 05 23:00    | 06 11:00    | store Sao_Paulo   | 06 11:00
  store-and-customer | Manaus    | Manaus + Eirunepe | Manaus              | 06 12:30    | quiet_hours    | 06 00:00    | 06 13:00    | customer Eirunepe | 06 13:00
  store-and-customer | Sao_Paulo | Recife + Noronha  | Sao_Paulo           | 05 22:00    | quiet_hours    | 05 22:00    | 06 11:00    | store Sao_Paulo   | 06 11:00
  store              | Nárnia    | –                 | Manaus + Noronha    | 05 22:00    | zone_uncertain | 05 22:00    | 06 12:00    | store Manaus      | 06 12:00
  store              | Nárnia    | –                 | Manaus + Noronha    | 06 11:59    | zone_uncertain | 05 22:00    | 06 12:00    | store Manaus      | 06 12:00
  store              | Nárnia    | –                 | Manaus + Noronha    | 06 12:00    | allow          | –           | –           | –                 | –
  store              | Nárnia    | –                 | Nárnia              | 06 15:00    | zone_uncertain | –           | –           | store –           | –
  brand              | Sao_Paulo | –                 | Sao_Paulo           | 06 15:00    | allow          | –           | –           | –                 | –
  store-and-customer | Sao_Paulo | Nárnia            | Sao_Paulo + Manaus  | 06 11:30    | zone_uncertain | 05 23:00    | 06 12:00    | customer Manaus   | 06 12:00
  store-and-customer | Sao_Paulo | Nárnia            | Sao_Paulo + Manaus  | 06 15:00    | allow          | –           | –           | –                 | –
  store-and-customer | Sao_Paulo | Nárnia            | Sao_Paulo + Manaus  | 06 01:00    | both           | 05 23:00    | 06 12:00    | customer Manaus   | 06 12:00
  store-and-customer | Sao_Paulo | Nárnia            | Nárnia              | 06 01:00    | both           | –           | –           | customer –        | –
  `,
);

for (const line of CASES) {
  const { clocks, store, customer, at, answer, since, until, opens } = line;
  test(`C1–C4, D4: ${clocks}, store ${store}, customer ${customer}, ${at} UTC: ${answer}`, () => {
    const { decision } = decide(
      aContext({
        now: utc(at) as number,
        policy: quietFrom('20:00', '08:00', { clocks: clocks as Clocks }),
        wish: { suggestionOpen: true },
        zones: {
          store: store === '–' ? null : zone(store),
          customer: customer === '–' ? [] : customer.split(' + ').map(zone),
          customerFrom: customer === '–' ? null : 'area_code',
          brandStores: line['stores of the brand'].split(' + ').map(zone),
        },
      }),
    );
    const reasons = { allow: [], both: ['quiet_hours', 'zone_uncertain'] }[answer] ?? [answer];
    assert.deepEqual(
      decision.reasons.map(({ reason }) => reason),
      reasons,
    );
    assert.equal(decision.verdict, answer === 'allow' ? 'allow' : 'block');
    const clockText =
      decision.quiet && `${decision.quiet.clock} ${decision.quiet.zone?.replace('America/', '') ?? '–'}`;
    assert.equal(clockText ?? '–', line['said by']);
    assert.equal(decision.quiet?.since ?? null, utc(since));
    assert.equal(decision.quiet?.until ?? null, utc(until));
    assert.equal(decision.opensAt, utc(opens));
  });
}

test('C3, D4: an unknown zone of the brand is uncertain like an unknown zone of a store', () => {
  const policy = quietFrom('20:00', '08:00', { clocks: 'brand' });
  const at = (now: number, brandStores: string[]) =>
    decide(aContext({ now, policy, zones: { brand: 'Nárnia', brandStores } })).decision;
  assert.equal(at(utc('06 11:30') as number, ['America/Manaus']).reason, 'zone_uncertain');
  assert.equal(at(utc('06 11:30') as number, ['America/Manaus']).quiet?.clock, 'brand');
  assert.equal(at(utc('06 15:00') as number, ['America/Manaus']).verdict, 'allow');
  assert.equal(at(utc('06 15:00') as number, []).reason, 'zone_uncertain');
});

test('C4, D4: where no zone is known there is no opening, and a seller is warned as in quiet hours', () => {
  const { decision } = decide(aContext({ zones: { store: 'Nárnia', brandStores: [] } }));
  assert.equal(decision.verdict, 'warn');
  assert.equal(decision.opensAt, null);
  assert.deepEqual(decision.quiet, { since: null, until: null, clock: 'store', zone: null });
});

// Numbers of countries with several zones, contacted from a store in São Paulo.
const ABROAD = linesOf(
  ['number', 'from', 'at', 'answer', 'said by'],
  `
  number           | from    | at       | answer         | said by
  -----------------|---------|----------|----------------|----------------------------
  +12125550100     | country | 06 17:59 | quiet_hours    | customer Pacific/Honolulu
  +12125550100     | country | 06 18:00 | allow          | –
  +79161234567     | country | 06 16:59 | allow          | –
  +79161234567     | country | 06 17:00 | zone_uncertain | store America/Sao_Paulo
  +351912345678    | country | 06 18:59 | allow          | –
  +351912345678    | country | 06 19:00 | quiet_hours    | store America/Sao_Paulo
  `,
);

for (const line of ABROAD) {
  const { number, from, at, answer } = line;
  test(`C5: ${number} at ${at} UTC: ${answer}`, () => {
    const found = zonesOfNumber(number);
    assert.ok(found);
    assert.equal(found.from, from);
    const { decision } = decide(
      aContext({
        now: utc(at) as number,
        policy: quietFrom('20:00', '08:00', { clocks: 'store-and-customer' }),
        zones: { customer: found.zones, customerFrom: found.from },
      }),
    );
    assert.equal(decision.reason ?? decision.verdict, answer);
    assert.equal(decision.quiet === null ? '–' : `${decision.quiet.clock} ${decision.quiet.zone}`, line['said by']);
  });
}

test('C4: where no zone is known, a planned suspension is a change and no opening', () => {
  const now = wall('2026-08-05 22:00', 'America/Sao_Paulo');
  const timeline = timelineOf([
    published(1, quietFrom('20:00', '08:00'), '2026-01-01T00:00Z'),
    { revision: 2, at: now - 1, kind: 'suspend', from: now + 3_600_000, until: null },
  ]);
  const { decision } = decide(aContext({ now, timeline, zones: { store: 'Nárnia', brandStores: [] } }));
  assert.equal(decision.opensAt, null);
  assert.equal(decision.changesAt, now + 3_600_000);
});

test('T9: where one of two clocks is always quiet, there is no opening', () => {
  const { decision } = decide(
    aContext({
      now: utc('06 12:00') as number,
      policy: quietFrom('20:00', '08:00', { clocks: 'store-and-customer' }),
      zones: { customer: ['Asia/Tokyo'], customerFrom: 'country' },
    }),
  );
  assert.equal(decision.reason, 'quiet_hours');
  assert.equal(decision.quiet?.until, null);
  assert.equal(decision.quiet?.since, null);
  assert.equal(decision.opensAt, null);
});

test('C5: the largest zone of a country decides alone only where all its zones leave less than four open hours a day', () => {
  // Lisbon is an hour ahead of the Azores, so `end` decides whether both zones have four open hours in common.
  const zones = ['Europe/Lisbon', 'Atlantic/Azores'];
  const verdictAt = (end: string, customerFrom: ZoneSource) =>
    decide(
      aContext({
        now: wall('2026-08-06 19:30', 'Europe/Lisbon'),
        policy: quietFrom('20:00', end, { clocks: 'store-and-customer' }),
        zones: { store: 'Europe/Lisbon', customer: zones, customerFrom },
      }),
    ).decision.verdict;
  assert.equal(
    verdictAt('15:00', 'country'),
    'allow',
    'exactly four hours in common: both zones count, and both are open',
  );
  assert.equal(verdictAt('15:01', 'country'), 'allow');
  const decisionAtHalfPast15 = (end: string, customerFrom: ZoneSource) =>
    decide(
      aContext({
        now: wall('2026-08-06 15:30', 'Europe/Lisbon'),
        policy: quietFrom('20:00', end, { clocks: 'store-and-customer' }),
        zones: { store: 'Europe/Lisbon', customer: zones, customerFrom },
      }),
    ).decision;
  assert.equal(
    decisionAtHalfPast15('15:00', 'country').reason,
    'quiet_hours',
    'both zones count: it is 14:30 on the Azores',
  );
  assert.equal(decisionAtHalfPast15('15:01', 'country').reason, null, 'less than four hours: Lisbon alone decides');
  assert.equal(decisionAtHalfPast15('15:01', 'area_code').reason, 'quiet_hours', 'an area code keeps all its zones');
});

test('C5: a country with one zone is never uncertain, however few hours are open', () => {
  const policy = quietFrom('11:00', '08:00', { clocks: 'store-and-customer' });
  const zones = { customer: ['Asia/Tokyo'], customerFrom: 'country' } as const;
  // It is 09:00 in São Paulo, which is open, and 21:00 in Tokyo, which is quiet.
  const { decision } = decide(aContext({ now: utc('06 12:00') as number, policy, zones }));
  assert.deepEqual(decision.reasons, [{ reason: 'quiet_hours', verdict: 'warn' }]);
});

test('C5: the largest zone of a country gives the customer clock of the decision', () => {
  // Tokyo's night ends at 23:00 UTC, Moscow's at 05:00.
  const { decision } = decide(
    aContext({
      now: utc('05 18:00') as number,
      policy: quietFrom('20:00', '08:00', { clocks: 'store-and-customer' }),
      zones: { store: 'Asia/Tokyo', customer: ['Europe/Moscow', 'Asia/Kamchatka'], customerFrom: 'country' },
    }),
  );
  assert.deepEqual(decision.quiet, {
    since: utc('05 11:00'),
    until: utc('06 05:00'),
    clock: 'customer',
    zone: 'Europe/Moscow',
  });
});

test('C4, C5: an unknown zone of a country counts as uncertain, not as open', () => {
  const { decision } = decide(
    aContext({
      now: utc('06 11:30') as number,
      policy: quietFrom('20:00', '08:00', { clocks: 'store-and-customer' }),
      zones: {
        customer: ['America/Sao_Paulo', 'Nárnia'],
        customerFrom: 'country',
        brandStores: ['America/Manaus'],
      },
    }),
  );
  assert.equal(decision.reason, 'zone_uncertain');
});

test('C5, D11: the zones of a country that count can change at the start of a UTC day', () => {
  const changesAt = (customerFrom: ZoneSource, customer: readonly string[]) =>
    decide(
      aContext({
        now: utc('06 18:30') as number,
        policy: quietFrom('22:00', '08:00', { clocks: 'store-and-customer' }),
        zones: { store: 'America/Manaus', customer, customerFrom },
      }),
    ).decision.changesAt;
  const coasts = ['America/Los_Angeles', 'America/Denver'];
  assert.equal(changesAt('country', coasts), utc('07 00:00'));
  assert.equal(changesAt('area_code', coasts), utc('07 02:00'));
  assert.equal(changesAt('country', ['America/Los_Angeles']), utc('07 02:00'));
});

function zone(name: string): string {
  return name === 'Nárnia' ? name : `America/${name}`;
}

/** `06 11:00` is that day of August 2026, UTC. */
function utc(text: string): number | null {
  return text === '–' ? null : wall(`2026-08-${text.replace(' ', 'T')}`, 'UTC');
}

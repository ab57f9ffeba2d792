/** Generates random decision contexts for property tests. */
import fc from 'fast-check';
import { BECAUSES, REASONS } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { ORIGINS_BY_STRICTNESS } from '#rules/contact/origin.ts';
import { PLANS } from '#rules/policy/plan.ts';
import { CLOCKS, type Policy } from '#rules/policy/policy.ts';
import { type PolicyEvent, timelineOf } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import { aContext, quietFrom } from './context-fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The start of the three weeks of all instants: São Paulo has no clock change in these weeks, New York and Lisbon have one. */
export const FROM: Instant = Temporal.Instant.from('2026-10-20T00:00Z').epochMilliseconds;

const ZONES = [
  'America/Sao_Paulo',
  'America/Manaus',
  'America/Noronha',
  'America/New_York',
  'Europe/Lisbon',
  'Asia/Tokyo',
  'Nowhere/Atall',
];

const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: FROM, max: FROM + 21 * DAY });
/** Full quarter hours, at which wall clocks and policies change. */
const quarterHour = fc.integer({ min: 0, max: 21 * 24 * 4 }).map((quarter) => FROM + quarter * 15 * 60_000);
const nearQuarterHour = fc.tuple(quarterHour, fc.constantFrom(-1, 0, 1)).map(([at, off]) => at + off);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const day = fc.constantFrom('2026-01-31', '2026-02-01', '2026-10-20');
const listing = fc.tuple(day, maybe(day)).map(([listedOn, consentOn]) => ({ listedOn, consentOn }));
const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '59'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .record({
    start: timeOfDay,
    end: timeOfDay,
    clocks: fc.constantFrom(...CLOCKS),
    profile: fc.constantFrom('warn' as const, 'warn-with-reason' as const),
    reply: fc.constantFrom('allow' as const, 'warn' as const),
  })
  .filter(({ start, end }) => start !== end)
  .map(({ start, end, clocks, profile, reply }) =>
    quietFrom(start, end, { clocks, actions: { profile, reply, automation: 'block' } }),
  );

const events: fc.Arbitrary<PolicyEvent[]> = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('publish' as const), policy: anyPolicy, effectiveAt: quarterHour }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('suspend' as const), from: quarterHour, until: maybe(quarterHour) }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('resume' as const) }) },
    ),
    { maxLength: 4 },
  )
  .map((drawn) => [
    { kind: 'publish' as const, policy: quietFrom('20:00', '08:00'), effectiveAt: FROM - DAY },
    ...drawn,
  ])
  .map((drawn) =>
    drawn.map((event, i): PolicyEvent => {
      const revision = i + 1;
      const at = FROM + i * HOUR;
      return event.kind === 'publish' ? { ...event, revision, at, version: revision } : { ...event, revision, at };
    }),
  );

/** Any context; half of them are in a single zone, with only the clock against the contact. */
export const anyContext: fc.Arbitrary<DecisionContext> = fc
  .record({
    now: fc.oneof(instant, nearQuarterHour),
    plan: fc.constantFrom(...PLANS, 'growth' as const, 'growth' as const),
    events,
    zones: fc.record({
      store: maybe(zone),
      brand: zone,
      customer: fc.uniqueArray(zone, { maxLength: 3 }),
      customerFrom: fc.constantFrom('told' as const, 'address' as const, 'area_code' as const, 'country' as const),
      brandStores: fc.uniqueArray(zone, { maxLength: 3 }),
    }),
    customer: fc.record({
      availability: fc.constantFrom('present' as const, 'present' as const, 'present' as const, 'erased' as const),
      reachable: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
      permission: fc.constantFrom('granted' as const, 'granted' as const, 'unknown' as const, 'refused' as const),
      optedOutAt: fc.option(instant, { nil: null, freq: 4 }),
      doNotCall: fc.option(listing, { nil: null, freq: 4 }),
    }),
    conversation: fc.record({ lastInboundAt: maybe(instant), lastOutboundAt: maybe(instant) }),
    wish: fc.record({
      actor: fc.constantFrom('person' as const, 'person' as const, 'machine' as const),
      claimed: maybe(fc.constantFrom(...ORIGINS_BY_STRICTNESS)),
      suggestionOpen: fc.boolean(),
      channel: fc.constantFrom('handset' as const, 'cloud_api' as const),
      message: fc.constantFrom(
        'text' as const,
        'text' as const,
        'marketing' as const,
        'utility' as const,
        'confirmation' as const,
      ),
    }),
    earlierContacts: fc.record({
      coolDownDays: fc.constantFrom(0, 0, 1, 3, 30),
      contactedAt: maybe(instant),
      unansweredAfter: fc.constantFrom(0, 0, 2, 3),
      unansweredAt: fc
        .uniqueArray(fc.integer({ min: FROM - 181 * DAY, max: FROM + 21 * DAY }), { maxLength: 4 })
        .map((instants) => instants.toSorted((a, b) => b - a)),
    }),
    lastRefusedAt: maybe(instant),
    acknowledged: fc.subarray([...REASONS]),
    because: maybe(fc.constantFrom(...BECAUSES)),
    plain: fc.boolean(),
  })
  .map(({ events, plain, ...drawn }) => {
    const timeline = timelineOf(events);
    const { now, lastRefusedAt, acknowledged, because } = drawn;
    if (!plain) return aContext({ ...drawn, timeline });
    return aContext({
      now,
      timeline,
      lastRefusedAt,
      acknowledged,
      because,
      wish: drawn.wish,
      zones: { store: 'Europe/Lisbon' },
    });
  });

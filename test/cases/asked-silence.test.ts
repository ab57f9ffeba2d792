/** Tests the silences that customers ask for, as a store manager could check them (D4b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '#kit/case-tables.ts';
import { aContext, MANAUS, quietFrom, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { type AskedSilence, askedFault } from '#rules/contact/asked-silence.ts';
import { decide } from '#rules/contact/decide.ts';
import type { DecisionContext, Wish, Zones } from '#rules/contact/decision-context.ts';
import { dayOf, type EpochDay, WEEKDAYS, type Weekday } from '#rules/time/calendar.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const at = (text: string, zone = SAO_PAULO) => wall(text, zone);

// Wednesday is 5 August 2026. The brand is quiet from 20:00 to 08:00.
const SILENCES: Readonly<Record<string, readonly AskedSilence[]>> = {
  'after two': [{ days: WEEKDAYS, start: '00:00', end: '14:00' }],
  'working days only': [{ days: ['sat', 'sun'], start: '00:00', end: '24:00' }],
  'away until Monday': [{ until: '2026-08-10' }],
  'lunch on Wednesday': [{ days: ['wed'], start: '12:00', end: '13:30' }],
  'after two, away until Thursday': [{ days: WEEKDAYS, start: '00:00', end: '14:00' }, { until: '2026-08-06' }],
};

const CASES = linesOf(
  ['asked', 'at', 'how', 'answer', 'opens'],
  `
  asked                          | at                      | how        | answer                              | opens
  -------------------------------|-------------------------|------------|-------------------------------------|-----------------
  after two                      | 2026-08-05T10:00        | suggestion | block: customer_asked_silence       | 2026-08-05T14:00
  after two                      | 2026-08-05T10:00        | automation | block: customer_asked_silence       | 2026-08-05T14:00
  after two                      | 2026-08-05T10:00        | profile    | warn: customer_asked_silence        | 2026-08-05T14:00
  after two                      | 2026-08-05T10:00        | reply      | allow                               | –
  after two                      | 2026-08-05T10:00        | service    | allow                               | –
  after two                      | 2026-08-05T13:59:59.999 | suggestion | block: customer_asked_silence       | 2026-08-05T14:00
  after two                      | 2026-08-05T14:00        | suggestion | allow                               | –
  after two                      | 2026-08-05T22:00        | suggestion | block: quiet_hours                  | 2026-08-06T14:00
  after two                      | 2026-08-06T02:00        | suggestion | block: quiet_hours, customer_asked_silence | 2026-08-06T14:00
  working days only              | 2026-08-08T10:00        | suggestion | block: customer_asked_silence       | 2026-08-10T08:00
  working days only              | 2026-08-07T19:59        | suggestion | allow                               | –
  working days only              | 2026-08-07T20:00        | suggestion | block: quiet_hours                  | 2026-08-10T08:00
  away until Monday              | 2026-08-05T15:00        | suggestion | block: customer_asked_silence       | 2026-08-11T08:00
  away until Monday              | 2026-08-10T23:59        | profile    | warn: quiet_hours, customer_asked_silence | 2026-08-11T08:00
  away until Monday              | 2026-08-11T08:00        | suggestion | allow                               | –
  lunch on Wednesday             | 2026-08-05T12:00        | suggestion | block: customer_asked_silence       | 2026-08-05T13:30
  lunch on Wednesday             | 2026-08-06T12:00        | suggestion | allow                               | –
  after two, away until Thursday | 2026-08-06T15:00        | suggestion | block: customer_asked_silence       | 2026-08-07T14:00
  `,
);

for (const { asked, at: when, how, answer, opens } of CASES) {
  test(`D4b: “${asked}”, at ${when} (${how}): ${answer}`, () => {
    const context = aContext({ now: at(when), askedSilences: SILENCES[asked] ?? [], ...wishOf(how, at(when)) });
    assert.equal(said(context), answer);
    assert.equal(decide(context).decision.opensAt, opens === '–' ? null : at(opens));
  });
}

test('D4b: a silence binds on every plan, and also where no policy is in force, where only D3 and D4 are skipped (D9)', () => {
  const asked = { now: at('2026-08-05T10:00'), askedSilences: SILENCES['after two'] ?? [], wish: suggestion };
  for (const given of [{ plan: 'starter' as const }, { policy: null }]) {
    const { decision } = decide(aContext({ ...asked, ...given }));
    assert.equal(decision.reason, 'customer_asked_silence');
    assert.equal(decision.quietHours, 'inactive');
    assert.equal(decision.quiet, null);
    assert.equal(decision.opensAt, at('2026-08-05T14:00'));
  }
});

test('D4b: the customer’s clock counts, every candidate zone of it, and without one the store’s', () => {
  const silences = SILENCES['after two'] ?? [];
  const opensAt = (zones: Partial<Zones>) =>
    decide(aContext({ now: at('2026-08-05T10:00'), askedSilences: silences, wish: suggestion, zones })).decision
      .opensAt;
  assert.equal(opensAt({ customer: [MANAUS], customerFrom: 'told' }), at('2026-08-05T14:00', MANAUS));
  const both = { customer: ['America/Recife', 'America/Noronha'], customerFrom: 'area_code' } as const;
  assert.equal(opensAt(both), at('2026-08-05T14:00', 'America/Recife'), 'Recife reaches 14:00 an hour after Noronha');
  assert.equal(opensAt({ store: MANAUS }), at('2026-08-05T14:00', MANAUS));
  assert.equal(opensAt({ store: null, brand: MANAUS }), at('2026-08-05T14:00', MANAUS));
});

test('D4b, C4: for an unknown zone every store’s zone counts, and without any known zone the silence does not open', () => {
  const asked = { now: at('2026-08-05T14:30'), askedSilences: SILENCES['after two'] ?? [], wish: suggestion };
  const unknown = { customer: ['Nowhere/Atall'], customerFrom: 'told' } as const;
  const { decision } = decide(aContext({ ...asked, zones: { ...unknown, brandStores: [SAO_PAULO, MANAUS] } }));
  assert.deepEqual([decision.reason, decision.opensAt], ['customer_asked_silence', at('2026-08-05T14:00', MANAUS)]);
  const half = { customer: [SAO_PAULO, 'Nowhere/Atall'], customerFrom: 'area_code', brandStores: [MANAUS] } as const;
  assert.equal(decide(aContext({ ...asked, zones: half })).decision.opensAt, at('2026-08-05T14:00', MANAUS));
  const blind = decide(aContext({ ...asked, zones: { ...unknown, brandStores: ['Nowhere/Else'] } })).decision;
  assert.deepEqual([blind.verdict, blind.reason, blind.opensAt], ['block', 'customer_asked_silence', null]);
});

test('D4b, T4: on the night on which clocks go back, the silence ends with the later reading of its end', () => {
  const silences: readonly AskedSilence[] = [{ days: WEEKDAYS, start: '00:00', end: '01:30' }];
  const zones = { store: 'America/New_York', brand: 'America/New_York' };
  const now = at('2026-11-01T00:30', 'America/New_York');
  const { decision } = decide(aContext({ now, policy: null, zones, askedSilences: silences, wish: suggestion }));
  // 01:30 is shown twice on that night: at 05:30 and at 06:30 UTC.
  assert.equal(decision.opensAt, Temporal.Instant.from('2026-11-01T06:30Z').epochMilliseconds);
});

test('D4b: every day around the clock never opens, and an acknowledgement of exactly this warning lets a seller go on (D13)', () => {
  const always: readonly AskedSilence[] = [{ days: WEEKDAYS, start: '00:00', end: '24:00' }];
  const given = { now: at('2026-08-05T10:00'), askedSilences: always };
  assert.equal(decide(aContext({ ...given, wish: suggestion })).decision.opensAt, null);
  assert.equal(decide(aContext({ ...given, acknowledged: ['customer_asked_silence'] })).decision.verdict, 'allow');
  assert.equal(decide(aContext({ ...given, acknowledged: ['quiet_hours'] })).decision.verdict, 'warn');
});

test('D11: changesAt steps over the boundaries of the silence', () => {
  const { decision } = decide(aContext({ now: at('2026-08-05T10:00'), askedSilences: SILENCES['after two'] ?? [] }));
  assert.equal(decision.changesAt, at('2026-08-05T14:00'));
});

test('D11: a silence, which never stops a reply, does not change the answer to a reply', () => {
  const now = at('2026-08-05T10:00');
  const changesAt = (askedSilences: readonly AskedSilence[]) =>
    decide(aContext({ now, policy: null, conversation: { lastInboundAt: now - HOUR }, askedSilences })).decision
      .changesAt;
  assert.equal(changesAt(SILENCES['after two'] ?? []), changesAt([]));
});

test('R2: contexts of rules before 5 are judged without the silence', () => {
  const given = { now: at('2026-08-05T10:00'), askedSilences: SILENCES['after two'] ?? [], wish: suggestion };
  assert.equal(decide(aContext({ ...given, rules: 4 })).decision.verdict, 'allow');
});

const FAULTS: readonly (readonly [AskedSilence, string | null])[] = [
  [{ until: '2026-08-05' }, null],
  [{ until: '2026-08-04' }, 'until: until_past'],
  [{ until: '2027-08-06' }, null],
  [{ until: '2027-08-07' }, 'until: until_too_far'],
  [{ until: '2026-02-30' }, 'until: date_malformed'],
  [{ days: [], start: '08:00', end: '09:00' }, 'days: days_missing'],
  [{ days: ['mon'], start: '24:00', end: '09:00' }, 'start: time_malformed'],
  [{ days: ['mon'], start: '8:00', end: '09:00' }, 'start: time_malformed'],
  [{ days: ['mon'], start: '08:00', end: '24:01' }, 'end: time_malformed'],
  [{ days: ['mon'], start: '08:00', end: '08:00' }, 'end: equal_times'],
  [{ days: ['mon'], start: '22:00', end: '06:00' }, null],
];

for (const [silence, fault] of FAULTS) {
  test(`D4b: on 2026-08-05 the wish ${JSON.stringify(silence)} has the fault ${fault}`, () => {
    const found = askedFault(silence, dayOf('2026-08-05') as EpochDay);
    assert.equal(found && `${found.path}: ${found.code}`, fault);
  });
}

const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map(([hour, minute]) => [hour, minute].map((part) => String(part).padStart(2, '0')).join(':'));
const anySilence: fc.Arbitrary<AskedSilence> = fc.oneof(
  fc
    .record({ days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }), start: times, end: times })
    .filter(({ start, end }) => start !== end),
  fc.constantFrom('2026-08-04', '2026-08-05', '2026-08-06', '2026-08-09').map((until) => ({ until })),
);

test('D4b, T8: the answer and its opening are those of a witness that walks minute by minute over quiet hours, silences and the cool-down', () => {
  const contexts = fc.record({
    silences: fc.array(anySilence, { maxLength: 3 }),
    minutes: fc.integer({ min: 0, max: 3 * 24 * 60 }),
    zone: fc.constantFrom(SAO_PAULO, MANAUS, 'Asia/Tokyo'),
    contacted: fc.option(fc.integer({ min: 0, max: 72 }), { nil: null }),
  });
  fc.assert(
    fc.property(contexts, ({ silences, minutes, zone, contacted }) => {
      const now = at('2026-08-04T12:00') + minutes * MINUTE;
      const contactedAt = contacted === null ? null : now - contacted * HOUR;
      const context = aContext({
        now,
        policy: quietFrom('20:00', '08:00'),
        askedSilences: silences,
        zones: { customer: [zone], customerFrom: 'told' },
        earlierContacts: { coolDownDays: 2, contactedAt: contacted !== null && contacted < 48 ? contactedAt : null },
        wish: suggestion,
      });
      const isClosed = (minute: number) =>
        isQuietAt(minute) ||
        silences.some((silence) => runsAt(silence, minute, zone)) ||
        (contactedAt !== null && minute < contactedAt + 48 * HOUR);
      const { decision } = decide(context);
      assert.equal(decision.verdict, isClosed(now) ? 'block' : 'allow');
      if (!isClosed(now)) return;
      const end = now + 10 * 24 * HOUR;
      let open = now;
      while (open < end && isClosed(open)) open += MINUTE;
      if (open < end) assert.equal(decision.opensAt, open);
      else assert.ok(decision.opensAt === null || decision.opensAt >= end);
    }),
    { numRuns: 150 },
  );
});

/** The witness reads the wall clock and knows nothing of intervals. */
function runsAt(silence: AskedSilence, minute: number, zone: string): boolean {
  const shown = Temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO(zone);
  const date = shown.toPlainDate();
  if ('until' in silence) return date.toString() <= silence.until;
  const time = shown.toPlainTime().toString().slice(0, 5);
  const startsOn = (day: Temporal.PlainDate) => silence.days.includes(WEEKDAYS[day.dayOfWeek - 1] as Weekday);
  const { start, end } = silence;
  if (start < end) return startsOn(date) && time >= start && time < end;
  return (startsOn(date) && time >= start) || (startsOn(date.subtract({ days: 1 })) && time < end);
}

function isQuietAt(minute: number): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(minute).toZonedDateTimeISO(SAO_PAULO);
  return hour >= 20 || hour < 8;
}

const suggestion: Partial<Wish> = { suggestionOpen: true };

function wishOf(how: string, now: number): Pick<NonNullable<Parameters<typeof aContext>[0]>, 'wish' | 'conversation'> {
  switch (how) {
    case 'suggestion':
      return { wish: suggestion };
    case 'automation':
      return { wish: { actor: 'machine' } };
    case 'service':
      return { wish: { actor: 'machine', message: 'utility' } };
    case 'reply':
      return { wish: { channel: 'cloud_api' }, conversation: { lastInboundAt: now - HOUR } };
    default:
      return {};
  }
}

/** The verdict with the reasons, "block: quiet_hours, pace". */
function said(context: DecisionContext): string {
  const { verdict, reasons } = decide(context).decision;
  return reasons.length === 0 ? verdict : `${verdict}: ${reasons.map(({ reason }) => reason).join(', ')}`;
}

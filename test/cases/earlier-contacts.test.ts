/** Tests the cool-down and unanswered contacts of a number, at noon of days on which nothing else is against a contact (D6, D6b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '#kit/case-tables.ts';
import { aContext, quietFrom, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { type EarlierContacts, relevantContacts } from '#rules/contact/earlier-contacts.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (text: string) => wall(text, SAO_PAULO);

// The last contact was on Monday, 3 August 2026, at 15:00. Quiet from 20:00 to 08:00.
const COOL_DOWNS = linesOf(
  ['days', 'at', 'how', 'answer', 'opens'],
  `
  days | at                      | how        | answer                        | opens
  -----|-------------------------|------------|-------------------------------|-----------------
  7    | 2026-08-05T15:00        | suggestion | block: contacted_recently     | 2026-08-10T15:00
  7    | 2026-08-05T15:00        | automation | block: contacted_recently     | 2026-08-10T15:00
  7    | 2026-08-05T15:00        | profile    | warn: contacted_recently      | 2026-08-10T15:00
  7    | 2026-08-05T15:00        | reply      | allow                         | –
  7    | 2026-08-05T15:00        | service    | allow                         | –
  7    | 2026-08-10T14:59:59.999 | suggestion | block: contacted_recently     | 2026-08-10T15:00
  7    | 2026-08-10T15:00        | suggestion | allow                         | –
  0    | 2026-08-03T15:01        | suggestion | allow                         | –
  1    | 2026-08-03T22:00        | suggestion | block: quiet_hours, contacted_recently | 2026-08-04T15:00
  365  | 2027-08-03T14:59        | profile    | warn: contacted_recently      | 2027-08-03T15:00
  `,
);

for (const { days, at: when, how, answer, opens } of COOL_DOWNS) {
  test(`D6: ${days} days after a contact on 2026-08-03T15:00, at ${when} (${how}): ${answer}`, () => {
    const contactedAt = at('2026-08-03T15:00');
    const context = aContext({
      now: at(when),
      earlierContacts: { coolDownDays: Number(days), contactedAt },
      ...wishOf(how, at(when)),
    });
    const { decision } = decide(context);
    assert.equal(said(context), answer);
    assert.equal(decision.opensAt, opens === '–' ? null : at(opens));
  });
}

// The brand counts three unanswered contacts. "contacts" are the days before the decision at which one had no answer.
const UNANSWERED = linesOf(
  ['contacts', 'how', 'answer', 'opens in days'],
  `
  contacts         | how        | answer            | opens in days
  -----------------|------------|-------------------|--------------
  4, 10, 30        | suggestion | block: unanswered | 150
  4, 10, 30        | profile    | warn: unanswered  | 150
  4, 10, 30        | automation | block: unanswered | 150
  4, 10, 30        | reply      | allow             | –
  4, 10            | suggestion | allow             | –
  2, 10, 30        | suggestion | allow             | –
  3, 10, 30        | suggestion | block: unanswered | 150
  4, 10, 180       | suggestion | allow             | –
  4, 10, 179       | suggestion | block: unanswered | 1
  2, 4, 10, 179    | suggestion | block: unanswered | 170
  `,
);

for (const { contacts, how, answer, 'opens in days': opens } of UNANSWERED) {
  test(`D6b: three unanswered contacts count, ${contacts} days ago (${how}): ${answer}`, () => {
    const now = at('2026-08-05T12:00');
    const unansweredAt = contacts.split(', ').map((days) => now - Number(days) * DAY);
    const context = aContext({ now, earlierContacts: { unansweredAfter: 3, unansweredAt }, ...wishOf(how, now) });
    assert.equal(said(context), answer);
    assert.equal(decide(context).decision.opensAt, opens === '–' ? null : now + Number(opens) * DAY);
  });
}

test('D6b: a contact counts from 72 hours on, and the decision changes at that millisecond', () => {
  const now = at('2026-08-05T12:00');
  const since = (hours: number, ms = 0) => ({
    unansweredAfter: 2,
    unansweredAt: [now - hours * HOUR + ms, now - 20 * DAY],
  });
  const early = aContext({ now, earlierContacts: since(72, 1), wish: { suggestionOpen: true } });
  assert.equal(decide(early).decision.verdict, 'allow');
  assert.equal(decide(early).decision.changesAt, now + 1);
  assert.equal(
    said(aContext({ now, earlierContacts: since(72), wish: { suggestionOpen: true } })),
    'block: unanswered',
  );
});

test('R2, rules 4: a context of rules 3 is judged without the cool-down and without unanswered contacts', () => {
  const now = at('2026-08-05T12:00');
  const earlierContacts = {
    coolDownDays: 7,
    contactedAt: now - DAY,
    unansweredAfter: 2,
    unansweredAt: [now - 4 * DAY, now - 5 * DAY],
  };
  const context = aContext({ now, earlierContacts, wish: { suggestionOpen: true } });
  assert.equal(context.rules >= 4, true);
  assert.equal(said(context), 'block: contacted_recently, unanswered');
  assert.equal(said({ ...context, rules: 3 }), 'allow');
});

test('D13: a seller may go on from the profile after the warning; an acknowledgement of another reason passes nothing', () => {
  const now = at('2026-08-05T12:00');
  const earlierContacts = { coolDownDays: 7, contactedAt: now - DAY };
  assert.equal(said(aContext({ now, earlierContacts })), 'warn: contacted_recently');
  assert.equal(
    decide(aContext({ now, earlierContacts, acknowledged: ['contacted_recently'] })).decision.verdict,
    'allow',
  );
  assert.equal(decide(aContext({ now, earlierContacts, acknowledged: ['pace'] })).decision.verdict, 'warn');
});

test('R1: the record leaves out what changes no answer, now or later', () => {
  fc.assert(
    fc.property(anyContacts, (contacts) => {
      const context = (earlierContacts: EarlierContacts) => decide(aContext({ now: NOW, earlierContacts })).decision;
      assert.deepEqual(context(relevantContacts(contacts, NOW)), context(contacts));
    }),
    { numRuns: 300 },
  );
});

test('R1: the record contains only contacts that count now or may count later', () => {
  const none = { coolDownDays: 5, contactedAt: null, unansweredAfter: 2, unansweredAt: [] };
  const relevant = (some: Partial<EarlierContacts>) => relevantContacts({ ...none, ...some }, NOW);
  const running = NOW - 5 * DAY + 1;
  assert.deepEqual(relevant({ contactedAt: running }), { ...none, contactedAt: running });
  assert.deepEqual(relevant({ contactedAt: NOW - 5 * DAY }), none, 'the cool-down is over');
  const two = [NOW - DAY, NOW - 180 * DAY + 1];
  assert.deepEqual(relevant({ unansweredAt: two }), { ...none, unansweredAt: two });
  assert.deepEqual(relevant({ unansweredAt: [...two, NOW - 180 * DAY] }).unansweredAt, two, 'the third is forgotten');
  assert.deepEqual(relevant({ unansweredAt: [NOW - DAY, NOW - 180 * DAY] }).unansweredAt, [], 'one alone is too few');
  assert.deepEqual(
    relevant({ unansweredAfter: 0, unansweredAt: two }).unansweredAt,
    [],
    'the brand does not count them',
  );
});

test('D11: what lets a reply pass in any case does not change the answer to a reply', () => {
  const asked = { now: NOW, policy: null, conversation: { lastInboundAt: NOW - HOUR } };
  const changesAt = (earlierContacts: Partial<EarlierContacts>) =>
    decide(aContext({ ...asked, earlierContacts })).decision.changesAt;
  assert.equal(changesAt({ coolDownDays: 5, contactedAt: NOW - DAY }), changesAt({}));
  assert.equal(changesAt({ unansweredAfter: 1, unansweredAt: [NOW - 10 * DAY] }), changesAt({}));
});

const NOW = at('2026-08-05T12:00');
const MINUTE = 60_000;
const minuteBefore = (days: number) =>
  fc.integer({ min: 0, max: days * 24 * 60 }).map((minutes) => NOW - minutes * MINUTE);
const anyContacts = fc.record({
  coolDownDays: fc.integer({ min: 0, max: 5 }),
  contactedAt: fc.option(minuteBefore(6), { nil: null }),
  unansweredAfter: fc.constantFrom(0, 2, 3),
  unansweredAt: fc
    .oneof(
      fc.uniqueArray(minuteBefore(5), { maxLength: 5 }),
      fc.uniqueArray(
        minuteBefore(4).map((at) => at - 177 * DAY),
        { maxLength: 5 },
      ),
    )
    .map((instants) => instants.toSorted((a, b) => b - a)),
});

test('D6, D6b, D11: opensAt is the first minute that a witness which walks minute by minute finds open', () => {
  fc.assert(
    fc.property(anyContacts, fc.boolean(), (earlierContacts, suggestionOpen) => {
      const policy = quietFrom('20:00', '08:00');
      const { verdict, opensAt } = decide(
        aContext({ now: NOW, policy, earlierContacts, wish: { suggestionOpen } }),
      ).decision;
      const end = NOW + 10 * DAY;
      let open = NOW;
      while (open < end && isClosed(earlierContacts, open)) open += MINUTE;
      assert.equal(verdict === 'allow', open === NOW);
      if (verdict !== 'allow') assert.equal(opensAt !== null && opensAt < end ? opensAt : end, open);
    }),
    { numRuns: 60 },
  );
});

test('D6: without days there is no cool-down, also for a contact that a server with a faster clock recorded', () => {
  const earlierContacts = { coolDownDays: 0, contactedAt: NOW + 1 };
  assert.equal(said(aContext({ now: NOW, earlierContacts, wish: { suggestionOpen: true } })), 'allow');
});

test('D11, T9: a boundary more than 400 days away is never, and one after exactly 400 days opens', () => {
  const policy = quietFrom('20:00', '08:00');
  const opens = (contactedAt: number) =>
    decide(aContext({ now: NOW, policy, earlierContacts: { coolDownDays: 365, contactedAt } })).decision.opensAt;
  assert.equal(opens(NOW + 35 * DAY), NOW + 400 * DAY);
  assert.equal(opens(NOW + 35 * DAY + 1), null);
  assert.equal(opens(NOW + 300 * DAY), null);
});

test('D6, D6b, D11: opensAt is the first boundary at which the witness is open, up to 400 days ahead', () => {
  const instants = (from: number, to: number) =>
    fc.integer({ min: from * 1440, max: to * 1440 }).map((minutes) => NOW + minutes * MINUTE);
  const farContacts = fc.record({
    coolDownDays: fc.integer({ min: 0, max: 365 }),
    contactedAt: fc.option(instants(-365, 300), { nil: null }),
    unansweredAfter: fc.constantFrom(0, 2, 3),
    unansweredAt: fc.uniqueArray(instants(-180, 300), { maxLength: 6 }).map((drawn) => drawn.toSorted((a, b) => b - a)),
  });
  fc.assert(
    fc.property(farContacts, fc.boolean(), (earlierContacts, suggestionOpen) => {
      const context = aContext({ now: NOW, earlierContacts, wish: { suggestionOpen } });
      const { verdict, opensAt } = decide(context).decision;
      const open = boundariesOf(earlierContacts).find((boundary) => !isClosed(earlierContacts, boundary)) ?? null;
      assert.equal(verdict === 'allow', open === NOW);
      if (verdict !== 'allow') assert.equal(opensAt, open);
    }),
    { numRuns: 300 },
  );
});

/** Returns now and each later instant, up to 400 days ahead, at which the witness may open. */
function boundariesOf({ coolDownDays, contactedAt, unansweredAt }: EarlierContacts): number[] {
  const mornings = Array.from({ length: 402 }, (_, day) => at('2026-08-05T08:00') + day * DAY);
  const contacts = unansweredAt.flatMap((contact) => [contact + 72 * HOUR, contact + 180 * DAY]);
  const coolDown = contactedAt === null ? [] : [contactedAt + coolDownDays * DAY];
  return [NOW, ...mornings, ...contacts, ...coolDown]
    .filter((boundary) => boundary >= NOW && boundary <= NOW + 400 * DAY)
    .toSorted((a, b) => a - b);
}

/** The witness: reads the night from São Paulo's clock at UTC−3, and counts hours. It shares no line with the rules. */
function isClosed(
  { coolDownDays, contactedAt, unansweredAfter, unansweredAt }: EarlierContacts,
  minute: number,
): boolean {
  const hour = new Date(minute - 3 * HOUR).getUTCHours();
  if (hour >= 20 || hour < 8) return true;
  if (coolDownDays > 0 && contactedAt !== null && (minute - contactedAt) / HOUR < coolDownDays * 24) return true;
  const known = unansweredAt.filter(
    (contact) => (minute - contact) / HOUR >= 72 && (minute - contact) / HOUR < 180 * 24,
  );
  return unansweredAfter > 0 && known.length >= unansweredAfter;
}

function said(context: DecisionContext): string {
  const { verdict, reasons } = decide(context).decision;
  return reasons.length === 0 ? verdict : `${verdict}: ${reasons.map(({ reason }) => reason).join(', ')}`;
}

function wishOf(how: string, now: number) {
  if (how === 'reply') return { conversation: { lastInboundAt: now - HOUR } };
  if (how === 'service') return { wish: { actor: 'machine', message: 'utility' } } as const;
  if (how === 'automation') return { wish: { actor: 'machine' } } as const;
  return { wish: { suggestionOpen: how === 'suggestion' } };
}

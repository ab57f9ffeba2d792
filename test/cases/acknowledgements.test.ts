/** Tests how a contact continues after a warning: only the acknowledged reasons pass (D13, D17, `afterRefusal`). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '#kit/case-tables.ts';
import { aContext, quietFrom, wall } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Because, Reason } from '#rules/contact/decision.ts';
import type { CustomerFacts } from '#rules/contact/decision-context.ts';

// "asks why": the brand requires a because from the list for contacts in quiet time.
const CASES = linesOf(
  ['who', 'from', 'at', 'permission', 'asks why', 'acknowledged', 'because', 'answer', 'why needed'],
  `
  who     | from    | at    | permission | asks why | acknowledged                | because      | answer                           | why needed
  --------|---------|-------|------------|----------|-----------------------------|--------------|----------------------------------|-----------
  person  | profile | 22:00 | granted    | no       | –                           | –            | warn: quiet_hours                | no
  person  | profile | 22:00 | granted    | no       | quiet_hours                 | –            | allow acknowledged: quiet_hours  | no
  person  | profile | 12:00 | granted    | no       | quiet_hours                 | –            | allow                            | no
  person  | profile | 22:00 | refused    | no       | quiet_hours                 | –            | block: opted_out                 | no
  person  | profile | 22:00 | refused    | no       | opted_out quiet_hours       | –            | block: opted_out                 | no
  person  | profile | 22:00 | unknown    | no       | quiet_hours                 | –            | warn: no_permission              | no
  person  | profile | 22:00 | unknown    | no       | no_permission               | –            | warn: no_permission              | no
  person  | profile | 22:00 | unknown    | no       | no_permission quiet_hours   | –            | allow acknowledged: no_permission quiet_hours | no
  person  | profile | 12:00 | unknown    | no       | no_permission               | –            | allow acknowledged: no_permission | no
  person  | profile | 22:00 | granted    | yes      | –                           | –            | warn: quiet_hours                | yes
  person  | profile | 22:00 | granted    | yes      | quiet_hours                 | –            | warn: quiet_hours                | yes
  person  | profile | 22:00 | granted    | yes      | quiet_hours                 | order_today  | allow acknowledged: quiet_hours  | no
  person  | profile | 22:00 | granted    | yes      | –                           | order_today  | warn: quiet_hours                | yes
  person  | profile | 22:00 | unknown    | yes      | quiet_hours                 | other        | warn: no_permission              | yes
  person  | profile | 12:00 | unknown    | yes      | no_permission               | –            | allow acknowledged: no_permission | no
  person  | profile | 12:00 | unknown    | yes      | –                           | –            | warn: no_permission              | no
  person  | profile | 22:00 | refused    | yes      | quiet_hours                 | –            | block: opted_out                 | no
  person  | list    | 22:00 | granted    | no       | quiet_hours                 | –            | block: quiet_hours               | no
  person  | list    | 22:00 | granted    | yes      | quiet_hours                 | other        | block: quiet_hours               | no
  machine | api     | 22:00 | granted    | no       | quiet_hours                 | –            | block: quiet_hours               | no
  machine | profile | 22:00 | granted    | no       | –                           | –            | block: quiet_hours               | no
  `,
);

for (const line of CASES) {
  const { who, from, at, permission, acknowledged, because, answer } = line;
  test(`D13: ${who}, ${from}, ${at}, ${permission}, acknowledged ${acknowledged}, because ${because}: ${answer}`, () => {
    const { decision } = decide(
      aContext({
        now: wall(`2026-08-05 ${at}`, 'America/Sao_Paulo'),
        policy: quietFrom('20:00', '08:00', {
          actions: {
            profile: line['asks why'] === 'yes' ? 'warn-with-reason' : 'warn',
            reply: 'allow',
            automation: 'block',
          },
        }),
        wish: { actor: who as 'person' | 'machine', suggestionOpen: from === 'list' },
        customer: { permission: permission as CustomerFacts['permission'] },
        acknowledged: acknowledged === '–' ? [] : (acknowledged.split(' ') as Reason[]),
        because: because === '–' ? null : (because as Because),
      }),
    );
    const reasons = decision.reasons.map(({ reason }) => reason).join(' ');
    const result =
      decision.verdict === 'allow'
        ? decision.acknowledged
          ? `allow acknowledged: ${reasons}`
          : 'allow'
        : `${decision.verdict}: ${decision.reason}`;
    assert.equal(result, answer);
    assert.equal(decision.becauseNeeded, line['why needed'] === 'yes');
    assert.equal(decision.acknowledged, answer.startsWith('allow acknowledged'));
    if (decision.verdict === 'allow') assert.equal(decision.reason, null);
  });
}

// A reply on a channel where the brand allows replies in quiet time, or warns of them.
const REPLIES = linesOf(
  ['replies', 'who', 'acknowledged', 'answer'],
  `
  replies | who     | acknowledged | answer
  --------|---------|--------------|-------------------
  allow   | person  | –            | allow
  allow   | machine | –            | allow
  warn    | person  | –            | warn: quiet_hours
  warn    | person  | quiet_hours  | allow acknowledged
  warn    | machine | –            | block: quiet_hours
  warn    | machine | quiet_hours  | allow acknowledged
  `,
);

for (const { replies, who, acknowledged, answer } of REPLIES) {
  test(`D17: replies ${replies}, ${who}, acknowledged ${acknowledged}: ${answer}`, () => {
    const now = wall('2026-08-05 22:00', 'America/Sao_Paulo');
    const { decision } = decide(
      aContext({
        now,
        policy: quietFrom('20:00', '08:00', {
          actions: { profile: 'warn-with-reason', reply: replies as 'allow' | 'warn', automation: 'block' },
        }),
        wish: { actor: who as 'person' | 'machine', channel: 'cloud_api' },
        conversation: { lastInboundAt: now - 60_000 },
        acknowledged: acknowledged === '–' ? [] : [acknowledged as Reason],
      }),
    );
    assert.equal(decision.origin, 'reply');
    assert.equal(
      decision.acknowledged
        ? `${decision.verdict} acknowledged`
        : ((decision.reason && `${decision.verdict}: ${decision.reason}`) ?? decision.verdict),
      answer,
    );
    assert.equal(decision.becauseNeeded, false, 'only contacts from the profile need a because');
  });
}

// A refusal at an instant, then a contact from the profile or the list (quiet 20:00–08:00).
const REFUSED = linesOf(
  ['refused at', 'how', 'seen at', 'after refusal'],
  `
  refused at       | how     | seen at          | after refusal
  -----------------|---------|------------------|--------------
  –                | profile | 2026-08-05 22:14 | no
  2026-08-05 20:00 | profile | 2026-08-05 22:14 | yes
  2026-08-05 22:14 | profile | 2026-08-05 22:14 | yes
  2026-08-05 22:15 | profile | 2026-08-05 22:14 | no
  2026-08-05 07:59 | profile | 2026-08-05 22:14 | no
  2026-08-05 22:00 | profile | 2026-08-06 07:59 | yes
  2026-08-05 22:00 | profile | 2026-08-06 08:00 | no
  2026-08-05 22:00 | profile | 2026-08-06 22:00 | no
  2026-08-05 22:00 | list    | 2026-08-05 22:14 | no
  `,
);

for (const line of REFUSED) {
  test(`refused ${line['refused at']}, ${line.how} ${line['seen at']}: after refusal ${line['after refusal']}`, () => {
    const { decision } = decide(
      aContext({
        now: wall(line['seen at'], 'America/Sao_Paulo'),
        wish: { suggestionOpen: line.how === 'list' },
        lastRefusedAt: line['refused at'] === '–' ? null : wall(line['refused at'], 'America/Sao_Paulo'),
      }),
    );
    assert.equal(decision.afterRefusal, line['after refusal'] === 'yes');
  });
}

test('D4, D13: where the zone is not known, a contact needs a because as in quiet hours', () => {
  const policy = quietFrom('20:00', '08:00', {
    actions: { profile: 'warn-with-reason', reply: 'allow', automation: 'block' },
  });
  const unknownZone = { policy, zones: { store: 'Nárnia' }, acknowledged: ['zone_uncertain'] } as const;
  assert.equal(decide(aContext(unknownZone)).decision.verdict, 'warn');
  assert.equal(decide(aContext(unknownZone)).decision.becauseNeeded, true);
  assert.equal(decide(aContext({ ...unknownZone, because: 'customer_asked' })).decision.verdict, 'allow');
});

test('afterRefusal: a silence without a start contains every earlier refusal, and needs one', () => {
  const nowhere = { store: 'Nárnia', brandStores: [] };
  const seen = (lastRefusedAt: number | null) => decide(aContext({ zones: nowhere, lastRefusedAt })).decision;
  assert.equal(seen(null).quiet?.since, null);
  assert.equal(seen(null).afterRefusal, false);
  assert.equal(seen(0).afterRefusal, true);
});

test('a contact from the profile after a refusal is warned as usual, and stays marked afterRefusal when allowed', () => {
  const now = wall('2026-08-05 22:14', 'America/Sao_Paulo');
  const refusedBefore = { now, lastRefusedAt: now - 60_000 };
  assert.equal(decide(aContext(refusedBefore)).decision.verdict, 'warn');
  const continued = decide(aContext({ ...refusedBefore, acknowledged: ['quiet_hours'] })).decision;
  assert.equal(continued.verdict, 'allow');
  assert.equal(continued.afterRefusal, true);
});

/** Tests the do-not-call list, at noon of a day on which nothing else is against a contact (D2c). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '#kit/case-tables.ts';
import { aContext, type Given, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import { isListed } from '#rules/contact/do-not-call.ts';

const NOW = wall('2026-08-05T12:00', SAO_PAULO);

// "listed": the first listing's date. "consent": the date of the customer's consent to this brand.
const LISTED = linesOf(
  ['listed', 'consent', 'how', 'answer'],
  `
  listed     | consent    | how        | answer
  -----------|------------|------------|------------------------
  2026-02-01 | –          | suggestion | block: do_not_call_list
  2026-02-01 | –          | automation | block: do_not_call_list
  2026-02-01 | –          | profile    | warn: do_not_call_list
  2026-02-01 | –          | reply      | allow
  2026-02-01 | –          | service    | allow
  2026-02-01 | 2026-01-31 | suggestion | block: do_not_call_list
  2026-02-01 | 2026-02-01 | suggestion | block: do_not_call_list
  2026-02-01 | 2026-02-01 | profile    | warn: do_not_call_list
  2026-02-01 | 2026-02-02 | suggestion | allow
  2026-02-01 | 2026-02-02 | automation | allow
  2026-02-01 | 2026-02-02 | profile    | allow
  –          | –          | suggestion | allow
  `,
);

for (const { listed, consent, how, answer } of LISTED) {
  test(`D2c: listed on ${listed}, consent of ${consent} (${how}): ${answer}`, () => {
    const doNotCall = listed === '–' ? null : { listedOn: listed, consentOn: consent === '–' ? null : consent };
    const { decision, said } = judge({ customer: { doNotCall }, ...wishOf(how) });
    assert.equal(said, answer);
    assert.equal(decision.opensAt, null, 'the list never ends by itself');
    assert.equal(decision.quiet, null);
  });
}

const DOES_NOT_END = { listedOn: '2026-02-01', consentOn: null };

test('D2c: the list comes after a missing permission and before quiet hours, and holds without a policy in force', () => {
  const night = wall('2026-08-05T22:00', SAO_PAULO);
  const customer = { permission: 'unknown', doNotCall: DOES_NOT_END } as const;
  const all = judge({ now: night, customer, ...wishOf('suggestion') });
  assert.equal(all.said, 'block: no_permission, do_not_call_list, quiet_hours');
  assert.equal(
    judge({ policy: null, customer: { doNotCall: DOES_NOT_END }, ...wishOf('suggestion') }).said,
    'block: do_not_call_list',
  );
  assert.equal(judge({ plan: 'starter', customer: { doNotCall: DOES_NOT_END } }).said, 'warn: do_not_call_list');
});

test('D11: quiet hours and the list together have no opening', () => {
  const { decision } = judge({
    now: wall('2026-08-05T22:00', SAO_PAULO),
    customer: { doNotCall: DOES_NOT_END },
    ...wishOf('suggestion'),
  });
  assert.deepEqual([decision.reason, decision.opensAt], ['do_not_call_list', null]);
});

test('D13: a seller may go on from the profile after the warning, and only after this one', () => {
  const customer = { doNotCall: DOES_NOT_END };
  assert.equal(judge({ customer, acknowledged: ['do_not_call_list'] }).decision.verdict, 'allow');
  assert.equal(judge({ customer, acknowledged: ['no_permission'] }).decision.verdict, 'warn');
});

test('R2, rules 6: a context of rules 5 is judged without the list', () => {
  const context = aContext({ now: NOW, customer: { doNotCall: DOES_NOT_END }, ...wishOf('suggestion') });
  assert.equal(context.rules >= 6, true);
  assert.equal(decide(context).decision.verdict, 'block');
  assert.equal(decide({ ...context, rules: 5 }).decision.verdict, 'allow');
});

test('D2c: of two consents the later one is never weaker, and of two listings the earlier one', () => {
  const day = fc
    .integer({ min: 0, max: 900 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, day, (listedOn, one, other) => {
      const [earlier = '', later = ''] = [one, other].sort();
      if (!isListed({ listedOn, consentOn: earlier })) assert.ok(!isListed({ listedOn, consentOn: later }));
      if (isListed({ listedOn: earlier, consentOn: listedOn }))
        assert.ok(isListed({ listedOn: later, consentOn: listedOn }));
      assert.equal(isListed({ listedOn, consentOn: one }), Date.parse(one) <= Date.parse(listedOn));
    }),
  );
});

function judge(given: Given) {
  const { decision } = decide(aContext({ now: NOW, ...given }));
  const reasons = decision.reasons.map(({ reason }) => reason).join(', ');
  return { decision, said: reasons === '' ? decision.verdict : `${decision.verdict}: ${reasons}` };
}

function wishOf(how: string): Given {
  if (how === 'reply') return { conversation: { lastInboundAt: NOW - 3_600_000 } };
  if (how === 'service') return { wish: { actor: 'machine', message: 'utility' } };
  if (how === 'automation') return { wish: { actor: 'machine' } };
  return { wish: { suggestionOpen: how === 'suggestion' } };
}

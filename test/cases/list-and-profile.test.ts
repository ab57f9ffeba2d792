/** Tests the rule of D3: in quiet time the list is blocked and the profile is warned, and by day both are allowed (D3, T1). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '#kit/case-tables.ts';
import { aContext, type Given, quietFrom, wall } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';

// Quiet from 20:00 to 08:00. All times are local times of the store, also "opens".
const CASES = linesOf(
  ['store', 'at', 'how', 'answer', 'opens'],
  `
  store        | at                      | how        | answer                | opens
  -------------|-------------------------|------------|-----------------------|-----------------
  Sao_Paulo    | 2026-08-05 19:59:59.999 | suggestion | allow                 | –
  Sao_Paulo    | 2026-08-05 20:00:00.000 | suggestion | block for quiet_hours | 2026-08-06 08:00
  Sao_Paulo    | 2026-08-05 19:59:59.999 | profile    | allow                 | –
  Sao_Paulo    | 2026-08-05 20:00:00.000 | profile    | warn for quiet_hours  | 2026-08-06 08:00
  Sao_Paulo    | 2026-08-06 00:00        | suggestion | block for quiet_hours | 2026-08-06 08:00
  Sao_Paulo    | 2026-08-06 07:59:59.999 | suggestion | block for quiet_hours | 2026-08-06 08:00
  Sao_Paulo    | 2026-08-06 07:59:59.999 | profile    | warn for quiet_hours  | 2026-08-06 08:00
  Sao_Paulo    | 2026-08-06 08:00:00.000 | suggestion | allow                 | –
  Sao_Paulo    | 2026-08-06 08:00:00.000 | profile    | allow                 | –
  Manaus       | 2026-08-05 19:59:59.999 | suggestion | allow                 | –
  Manaus       | 2026-08-05 20:00:00.000 | suggestion | block for quiet_hours | 2026-08-06 08:00
  Manaus       | 2026-08-05 20:00:00.000 | profile    | warn for quiet_hours  | 2026-08-06 08:00
  Rio_Branco   | 2026-08-05 20:00:00.000 | suggestion | block for quiet_hours | 2026-08-06 08:00
  Noronha      | 2026-08-05 20:00:00.000 | suggestion | block for quiet_hours | 2026-08-06 08:00
  Noronha      | 2026-08-06 08:00:00.000 | suggestion | allow                 | –
  `,
);

for (const { store, at, how, answer, opens } of CASES) {
  test(`D3: ${store}, ${at}, ${how}: ${answer}`, () => {
    const zone = `America/${store}`;
    const context = aContext({
      now: wall(at, zone),
      zones: { store: zone },
      wish: { suggestionOpen: how === 'suggestion' },
    });
    const { decision } = decide(context);
    assert.equal(decision.origin, how);
    assert.equal(decision.reason === null ? decision.verdict : `${decision.verdict} for ${decision.reason}`, answer);
    assert.equal(decision.opensAt, opens === '–' ? null : wall(opens, zone));
  });
}

// "at night" is 22:14, "by day" is noon; "replies" is the brand's action for replies in quiet time.
const ORIGINS = linesOf(
  ['origin', 'replies', 'at night', 'by day'],
  `
  origin     | replies | at night | by day
  -----------|---------|----------|-------
  suggestion | allow   | block    | allow
  reply      | allow   | allow    | allow
  reply      | warn    | warn     | allow
  profile    | allow   | warn     | allow
  service    | allow   | allow    | allow
  service    | warn    | allow    | allow
  automation | allow   | block    | allow
  `,
);

const WISHES: Readonly<Record<string, Given>> = {
  suggestion: { wish: { suggestionOpen: true } },
  reply: { conversation: { lastInboundAt: wall('2026-08-05 11:59', 'America/Sao_Paulo') } },
  profile: {},
  service: { wish: { actor: 'machine', message: 'authentication' } },
  automation: { wish: { actor: 'machine', message: 'marketing' } },
};

for (const line of ORIGINS) {
  test(`D3: ${line.origin}, replies ${line.replies}: ${line['at night']} at night, ${line['by day']} by day`, () => {
    const policy = quietFrom('20:00', '08:00', {
      actions: { profile: 'warn', reply: line.replies as 'allow' | 'warn', automation: 'block' },
    });
    for (const [time, answer] of [
      ['22:14', line['at night']],
      ['12:00', line['by day']],
    ] as const) {
      const now = wall(`2026-08-05 ${time}`, 'America/Sao_Paulo');
      const { decision } = decide(aContext({ ...WISHES[line.origin], now, policy }));
      assert.equal(decision.origin, line.origin);
      assert.equal(decision.verdict, answer);
      assert.equal(
        decision.quiet === null,
        time === '12:00',
        'the decision says whether it was quiet, also where the contact is allowed',
      );
    }
  });
}

test('C1: at 20:00 in São Paulo, a store in São Paulo is quiet and a store in Manaus is not', () => {
  const now = wall('2026-08-05 20:00', 'America/Sao_Paulo');
  const fromList = (store: string) =>
    decide(aContext({ now, zones: { store }, wish: { suggestionOpen: true } })).decision;
  assert.equal(fromList('America/Sao_Paulo').verdict, 'block');
  assert.equal(fromList('America/Manaus').verdict, 'allow');
});

test('D9, D10: a brand on Starter or without a policy is always allowed, and the decision says that quiet hours are inactive', () => {
  for (const given of [{ plan: 'starter' }, { policy: null }] as const) {
    for (const hour of ['03:00', '12:00', '20:00', '23:59']) {
      const now = wall(`2026-08-05 ${hour}`, 'America/Sao_Paulo');
      const { decision } = decide(aContext({ ...given, now, wish: { suggestionOpen: true } }));
      assert.equal(decision.verdict, 'allow');
      assert.equal(decision.quietHours, 'inactive');
      assert.equal(decision.policyVersion, null);
      assert.equal(decision.quiet, null);
    }
  }
  assert.equal(decide(aContext()).decision.quietHours, 'active');
  assert.equal(decide(aContext({ plan: 'enterprise' })).decision.quietHours, 'active');
});

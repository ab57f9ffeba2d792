/** Tests which customers may be contacted at all: by number, stop and permission (D1, D2, D2b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '#kit/case-tables.ts';
import { aContext, wall } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import type { CustomerFacts, Wish } from '#rules/contact/decision-context.ts';

const NOON = wall('2026-08-05 12:00', 'America/Sao_Paulo');

/** Wishes from which `originOf` derives each origin. */
const WISHES: Readonly<Record<string, Partial<Wish>>> = {
  suggestion: { suggestionOpen: true },
  profile: {},
  reply: {},
  service: { actor: 'machine', message: 'utility' },
  'so-called reply': { actor: 'machine', message: 'utility', claimed: 'reply' },
  confirmation: { actor: 'machine', message: 'confirmation' },
  'confirmation in a campaign': { actor: 'machine', message: 'confirmation', claimed: 'suggestion' },
  automation: { actor: 'machine', message: 'marketing' },
};

// All cases are at noon, in open time. "stop" and "wrote" are hours before now.
const CASES = linesOf(
  ['customer', 'number', 'permission', 'stop', 'wrote', 'how', 'answer'],
  `
  customer | number | permission | stop | wrote | how          | answer
  ---------|--------|------------|------|-------|--------------|--------------------------------
  present  | mobile | granted    | –    | –     | suggestion   | allow
  present  | mobile | granted    | –    | –     | profile      | allow
  present  | mobile | granted    | –    | –     | automation   | allow
  erased   | mobile | granted    | –    | –     | suggestion   | block: customer_unavailable
  erased   | mobile | granted    | –    | –     | service      | block: customer_unavailable
  merged   | mobile | granted    | –    | –     | profile      | block: customer_unavailable
  present  | none   | granted    | –    | –     | profile      | block: customer_unavailable
  present  | none   | granted    | –    | 1     | reply        | block: customer_unavailable
  present  | none   | granted    | –    | –     | confirmation | block: customer_unavailable
  present  | mobile | granted    | 5    | –     | suggestion   | block: opted_out
  present  | mobile | granted    | 5    | –     | profile      | block: opted_out
  present  | mobile | granted    | 5    | –     | automation   | block: opted_out
  present  | mobile | granted    | 5    | –     | service      | block: opted_out
  present  | mobile | granted    | 5    | –     | confirmation | allow
  present  | mobile | granted    | 5    | –     | confirmation in a campaign | block: opted_out
  present  | mobile | refused    | –    | –     | confirmation | allow
  present  | mobile | granted    | 5    | 1     | reply        | allow
  present  | mobile | granted    | 5    | 5     | reply        | block: opted_out
  present  | mobile | granted    | 5    | 6     | reply        | block: opted_out
  present  | mobile | granted    | 5    | 1     | so-called reply | block: opted_out
  present  | mobile | refused    | 5    | 1     | reply        | allow
  present  | mobile | refused    | –    | 1     | reply        | block: opted_out
  present  | mobile | refused    | –    | –     | suggestion   | block: opted_out
  present  | mobile | refused    | –    | –     | profile      | block: opted_out
  present  | mobile | unknown    | –    | –     | suggestion   | block: no_permission
  present  | mobile | unknown    | –    | –     | automation   | block: no_permission
  present  | mobile | unknown    | –    | –     | profile      | warn: no_permission
  present  | mobile | unknown    | –    | 1     | reply        | allow
  present  | mobile | unknown    | –    | –     | service      | allow
  present  | mobile | unknown    | 5    | –     | profile      | block: opted_out, no_permission
  erased   | none   | unknown    | 5    | –     | suggestion   | block: customer_unavailable, opted_out, no_permission
  `,
);

for (const line of CASES) {
  const { customer, number, permission, stop, wrote, how, answer } = line;
  test(`D1, D2, D2b: ${customer}, ${number}, ${permission}, stopped ${stop}, wrote ${wrote}, ${how}: ${answer}`, () => {
    const { decision } = decide(
      aContext({
        now: NOON,
        wish: WISHES[how] ?? {},
        customer: {
          availability: customer as CustomerFacts['availability'],
          reachable: number === 'mobile',
          permission: permission as CustomerFacts['permission'],
          optedOutAt: hoursBeforeNoon(stop),
        },
        conversation: { lastInboundAt: hoursBeforeNoon(wrote) },
      }),
    );
    const reasons = decision.reasons.map(({ reason }) => reason).join(', ');
    assert.equal(reasons === '' ? decision.verdict : `${decision.verdict}: ${reasons}`, answer);
    assert.equal(decision.reason, decision.reasons[0]?.reason ?? null);
    assert.equal(decision.opensAt, null, 'D11: a reason without an end has no opening');
  });
}

test('D11: the strictest check gives the primary reason, and the order of the checks decides among equals', () => {
  const night = wall('2026-08-05 22:00', 'America/Sao_Paulo');
  const unknown = { permission: 'unknown' } as const;
  const warned = decide(aContext({ now: night, customer: unknown })).decision;
  assert.equal(warned.verdict, 'warn');
  assert.equal(warned.reason, 'no_permission');
  assert.deepEqual(warned.reasons, [
    { reason: 'no_permission', verdict: 'warn' },
    { reason: 'quiet_hours', verdict: 'warn' },
  ]);
  const stopped = decide(aContext({ now: night, customer: { optedOutAt: night - 1 } })).decision;
  assert.deepEqual(stopped.reasons, [
    { reason: 'opted_out', verdict: 'block' },
    { reason: 'quiet_hours', verdict: 'warn' },
  ]);
  assert.equal(stopped.reason, 'opted_out');
  assert.equal(stopped.verdict, 'block');
  // A block of a later check has precedence over a warning of an earlier check.
  const machine = decide(
    aContext({ now: night, customer: unknown, wish: WISHES.automation ?? {}, acknowledged: ['no_permission'] }),
  ).decision;
  assert.equal(machine.verdict, 'block');
});

function hoursBeforeNoon(hours: string): number | null {
  return hours === '–' ? null : NOON - Number(hours) * 3_600_000;
}

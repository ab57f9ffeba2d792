/** Tests which changes of a person are refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Colleagues, endsTurns, isMove, type PersonState, refusePersonChange } from './change-person.ts';

const ANA: PersonState = { name: 'Ana', role: 'seller', storeId: 'paulista', active: true };
const CARLA: PersonState = { ...ANA, name: 'Carla', role: 'store_manager' };
const GABRIELA: PersonState = { ...ANA, name: 'Gabriela', role: 'brand_manager', storeId: null };
const SOME: Colleagues = { sameRole: 1, all: 3 };
const LAST: Colleagues = { sameRole: 0, all: 3 };
const ALONE: Colleagues = { sameRole: 0, all: 0 };

const OFF = { active: false };
const MOVED = { storeId: 'manaus' };

const CASES = [
  ['a seller is renamed, deactivated, moved and made a manager', ANA, OFF, LAST, false, null],
  ['a seller is moved', ANA, MOVED, LAST, false, null],
  ['a seller becomes a store manager', ANA, { role: 'store_manager' }, LAST, false, null],
  ['a store manager is renamed', CARLA, { name: 'Carla Dias' }, LAST, false, null],
  ['one of two store managers is deactivated', CARLA, OFF, SOME, false, null],
  ['the last store manager of a store with sellers is not deactivated', CARLA, OFF, LAST, false, 'last_store_manager'],
  ['the last store manager is not moved', CARLA, MOVED, LAST, false, 'last_store_manager'],
  ['the last store manager does not become a seller', CARLA, { role: 'seller' }, LAST, false, 'last_store_manager'],
  ['a store manager leaves a store in which nobody else works', CARLA, MOVED, ALONE, false, null],
  ['an inactive store manager is moved', { ...CARLA, active: false }, MOVED, LAST, false, null],
  ['an inactive store manager is activated', { ...CARLA, active: false }, { active: true }, LAST, false, null],
  ['the last brand manager is not deactivated', GABRIELA, OFF, ALONE, false, 'last_brand_manager'],
  ['one of two brand managers is deactivated', GABRIELA, OFF, SOME, false, null],
  ['nobody deactivates themself', GABRIELA, OFF, SOME, true, 'own_person'],
  ['nobody gives themself another role', CARLA, { role: 'seller' }, SOME, true, 'own_person'],
  [
    'a brand manager without a store does not become a store manager',
    GABRIELA,
    { role: 'store_manager' },
    SOME,
    false,
    'role_fixed',
  ],
  ['a person renames themself', GABRIELA, { name: 'Gabi' }, ALONE, true, null],
  [
    'a seller does not become a brand manager',
    ANA,
    { role: 'brand_manager', storeId: null },
    SOME,
    false,
    'role_fixed',
  ],
  ['a brand manager does not become a seller', GABRIELA, { role: 'seller', ...MOVED }, SOME, false, 'role_fixed'],
] as const;

for (const [what, before, change, colleagues, isOwn, expected] of CASES) {
  test(what, () => assert.equal(refusePersonChange(before, { ...before, ...change }, colleagues, isOwn), expected));
}

test('turns end where a person leaves or gets another role, and go on after a new name or a return', () => {
  for (const change of [OFF, MOVED, { role: 'store_manager' as const }])
    assert.ok(endsTurns(ANA, { ...ANA, ...change }), JSON.stringify(change));
  assert.ok(!endsTurns(ANA, { ...ANA, name: 'Ana Lima' }));
  assert.ok(!endsTurns({ ...ANA, active: false }, ANA));
});

test('another store and another role are a move; a new name and a return are none', () => {
  for (const change of [MOVED, { role: 'store_manager' as const }, { ...MOVED, role: 'store_manager' as const }])
    assert.ok(isMove(ANA, { ...ANA, ...change }), JSON.stringify(change));
  assert.ok(!isMove(ANA, { ...ANA, name: 'Ana Lima' }));
  assert.ok(!isMove({ ...ANA, active: false }, ANA));
});

/** Tests the questions about who may do what: how far a role reaches, and that unknown cases are refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayReach, mayUse, operationOn, ownedBy, personRole, reachOf, scopeOf, unlockingOf } from './access.ts';
import {
  CALLERS,
  type Caller,
  CONFIRMED_OPERATIONS,
  OPERATIONS,
  OPERATIONS_WITHOUT_SECOND_FACTOR,
  type Reach,
} from './access-table.ts';

const ana = { role: 'seller', personId: 'ana', storeId: 'paulista' } as const;
const carla = { role: 'store_manager', personId: 'carla', storeId: 'paulista' } as const;
const gabriela = { role: 'brand_manager', personId: 'gabriela', storeId: null } as const;
const sofia = { role: 'support', personId: null, storeId: null } as const;

const anas = { personId: 'ana', storeId: 'paulista' };
const brunos = { personId: 'bruno', storeId: 'paulista' };
const davis = { personId: 'davi', storeId: 'manaus' };

const REACHED = [
  ['a seller reaches their own attempt', 'read_attempts', ana, anas, true],
  ['a seller does not reach a colleague’s attempt', 'read_attempts', ana, brunos, false],
  ['a store manager reaches an attempt of the store', 'read_attempts', carla, brunos, true],
  ['a store manager does not reach another store’s attempt', 'read_attempts', carla, davis, false],
  [
    'a store manager reaches their own attempt that was made in another store',
    'read_attempts',
    carla,
    { personId: 'carla', storeId: 'manaus' },
    true,
  ],
  ['a brand manager reaches every attempt of the brand', 'read_attempts', gabriela, davis, true],
  [
    'a brand manager says the outcome of their own attempt',
    'say_outcome',
    gabriela,
    { personId: 'gabriela', storeId: null },
    true,
  ],
  ['a brand manager does not say the outcome of a seller’s attempt', 'say_outcome', gabriela, anas, false],
  ['a brand manager changes a seller’s hold', 'change_hold', gabriela, anas, true],
  [
    'a seller does not reach their own row in an operation without a reach for sellers',
    'explain_attempt',
    ana,
    anas,
    false,
  ],
  ['support does not reach attempts by operations for people of a brand', 'read_attempts', sofia, anas, false],
  [
    'a row without a store does not belong to a person without a store',
    'find_customers',
    { ...ana, storeId: null },
    { personId: null, storeId: null },
    false,
  ],
  ['a row without a person is not support’s own row', 'rate_help', sofia, { personId: null, storeId: null }, false],
] as const;

for (const [what, operation, who, row, expected] of REACHED) {
  test(what, () => assert.equal(mayReach(operation, who, row), expected));
}

test('the owner of an attempt is its seller and the store in which it was made', () => {
  assert.deepEqual(ownedBy({ sellerId: 'ana', storeId: 'paulista' }), anas);
});

test('a list is filtered by the person, by the store, or not at all within the brand', () => {
  assert.deepEqual(scopeOf('read_attempts', ana), { personId: 'ana', storeId: null });
  assert.deepEqual(scopeOf('read_attempts', carla), { personId: null, storeId: 'paulista' });
  assert.deepEqual(scopeOf('read_attempts', gabriela), { personId: null, storeId: null });
});

test('a list without a reach, or a store’s without the store, throws instead of showing the brand', () => {
  assert.throws(() => scopeOf('read_led_holds', ana), /seller may not read_led_holds/);
  assert.throws(() => scopeOf('read_attempts', { ...carla, storeId: null }), /have a store/);
  assert.throws(() => scopeOf('read_attempts', { ...ana, personId: null }), /has an id/);
});

test('the operation that unlocks a PIN depends on the person’s role', () => {
  assert.equal(unlockingOf('seller'), 'unlock_seller');
  assert.equal(unlockingOf('store_manager'), 'unlock_manager');
});

test('what is done to a seller and to a manager are different operations, for both kinds of managers', () => {
  for (const act of ['create', 'change', 'give_pin'] as const) {
    assert.equal(operationOn('seller', act), act === 'give_pin' ? 'give_seller_pin' : `${act}_seller`);
    for (const role of ['store_manager', 'brand_manager'] as const) {
      assert.equal(operationOn(role, act), act === 'give_pin' ? 'give_manager_pin' : `${act}_manager`);
    }
  }
});

test('an unknown role name is refused with the names that exist', () => {
  assert.equal(personRole('store_manager'), 'store_manager');
  for (const name of ['support', 'owner', '']) {
    assert.throws(
      () => personRole(name),
      /There is no role .*: a role is one of seller, store_manager, brand_manager$/,
    );
  }
});

test('who must have a second factor and has none may sign in and out and set it up, and nothing else', () => {
  const asked =
    'read_health read_metrics read_record_keys use_demo sign_in sign_out read_session give_code confirm_session';
  const own = 'set_up_second_factor use_link read_own_account change_password end_own_sessions';
  assert.deepEqual([...OPERATIONS_WITHOUT_SECOND_FACTOR].sort(), `${asked} ${own}`.split(' ').sort());
});

test('the password is asked again before hours, plans, settings, accounts, PINs, and a revealed or erased customer', () => {
  const ofActs =
    'publish_policy suspend_policy resume_policy change_plan reveal_customer deactivate_support erase_customer';
  const ofFactors = 'renew_recovery_codes remove_second_factor remove_support_second_factor';
  const ofPeople =
    'invite make_reset_link create_seller create_manager give_seller_pin give_manager_pin change_settings';
  assert.deepEqual([...CONFIRMED_OPERATIONS].sort(), `${ofActs} ${ofFactors} ${ofPeople}`.split(' ').sort());
});

test('a caller who is not signed in, or a device without a turn, may do nothing with rows except unlock PINs of its own store', () => {
  const touching = OPERATIONS.filter((operation) =>
    (['device', 'nobody'] as const).some((caller) => mayUse(operation, caller) && reachOf(operation, caller) !== 'yes'),
  );
  assert.deepEqual(touching, ['unlock_by_manager_pin', 'unlock_own_pin']);
  for (const operation of OPERATIONS) {
    if (mayUse(operation, 'nobody')) for (const caller of CALLERS) assert.ok(mayUse(operation, caller), operation);
  }
});

test('every operation has at least one caller', () => {
  assert.deepEqual(
    OPERATIONS.filter((operation) => !CALLERS.some((caller) => mayUse(operation, caller))),
    [],
  );
});

/** The farthest reach of each caller. */
const REACHES: Readonly<Record<Caller, readonly Reach[]>> = {
  nobody: ['yes'],
  device: ['yes', 'store'],
  seller: ['yes', 'own', 'store'],
  store_manager: ['yes', 'own', 'store'],
  brand_manager: ['yes', 'own', 'brand'],
  support: ['yes', 'own', 'masked', 'any'],
};

test('a seller and a store manager reach no further than the store, a brand manager than the brand; only support sees every brand', () => {
  for (const operation of OPERATIONS) {
    for (const caller of CALLERS) {
      const reach = reachOf(operation, caller);
      assert.ok(reach === null || REACHES[caller].includes(reach), `${caller} ${operation}: ${reach}`);
    }
  }
});

/** Checks who may switch which mails off, and that warnings of a stolen account stay on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHOSEN_MAIL_KINDS, chosenMailKindsOf, isMailWanted } from './mail-kinds.ts';

test('support and brand managers have kinds of their own, and together all that can be switched off', () => {
  assert.deepEqual([...chosenMailKindsOf('support'), ...chosenMailKindsOf('brand_manager')], [...CHOSEN_MAIL_KINDS]);
  assert.deepEqual([...chosenMailKindsOf('store_manager'), ...chosenMailKindsOf('seller')], []);
});

test('a kind that is off is not wanted, and the others are', () => {
  assert.equal(isMailWanted('ticket_answered', ['ticket_answered']), false);
  assert.equal(isMailWanted('hours_changed', ['ticket_answered']), true);
});

test('mails that warn of a stolen account are wanted whatever is off', () => {
  for (const kind of ['password_changed', 'second_factor_removed'] as const)
    assert.equal(isMailWanted(kind, [kind]), true);
});

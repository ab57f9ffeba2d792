/** Checks who may switch which mails off, and that warnings of a stolen account stay on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHOSEN_MAIL_KINDS, chosenMailKindsOf, isMailWanted } from './mail-kinds.ts';

test('each kind that can be switched off is a kind of some role, and sellers have none', () => {
  const roles = ['support', 'brand_manager', 'store_manager'] as const;
  const kinds = new Set(roles.flatMap((role) => chosenMailKindsOf(role)));
  assert.deepEqual([...kinds].toSorted(), [...CHOSEN_MAIL_KINDS].toSorted());
  assert.deepEqual(chosenMailKindsOf('store_manager'), ['week_summary']);
  assert.deepEqual(chosenMailKindsOf('seller'), []);
});

test('the order of the kinds stays, because the tokens in old mails count on it', () => {
  assert.deepEqual(CHOSEN_MAIL_KINDS.slice(0, 4), [
    'ticket_opened',
    'ticket_message',
    'ticket_answered',
    'hours_changed',
  ]);
});

test('a kind that is off is not wanted, and the others are', () => {
  assert.equal(isMailWanted('ticket_answered', ['ticket_answered']), false);
  assert.equal(isMailWanted('hours_changed', ['ticket_answered']), true);
});

test('mails that warn of a stolen account are wanted whatever is off', () => {
  for (const kind of ['password_changed', 'second_factor_removed'] as const)
    assert.equal(isMailWanted(kind, [kind]), true);
});

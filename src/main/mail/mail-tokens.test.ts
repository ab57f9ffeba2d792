/** Checks that the token of a mail's link names account and kind, and that no other text is accepted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHOSEN_MAIL_KINDS } from '#rules/mail/mail-kinds.ts';
import { mailTokens } from './mail-tokens.ts';

const [first, second] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)] as const;
const ID = '019aa000-0000-7000-8000-000000000001';

test('a token names the account and the kind', () => {
  const tokens = mailTokens([first]);
  for (const kind of CHOSEN_MAIL_KINDS)
    assert.deepEqual(tokens.read(tokens.tokenOf(ID, kind)), { accountId: ID, kind });
});

test('a token of another account, of another kind, cut off or of another key is refused', () => {
  const token = mailTokens([first]).tokenOf(ID, 'ticket_opened');
  const changed = [
    token.replace(/1(?=a)/, '2'),
    token.replace('1a', '1b'),
    token.slice(0, -1),
    `${token}A`,
    '',
    mailTokens([second]).tokenOf(ID, 'ticket_opened'),
  ];
  for (const each of changed) {
    assert.notEqual(each, token);
    assert.equal(mailTokens([first]).read(each), null, each);
  }
});

test('a token of the previous secret is still accepted', () => {
  const token = mailTokens([first]).tokenOf(ID, 'hours_changed');
  assert.deepEqual(mailTokens([second, first]).read(token), { accountId: ID, kind: 'hours_changed' });
});

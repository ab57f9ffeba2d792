/** Tests of the arguments of `npm run admin`: they are complete, or refused with a sentence before the database is opened. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CannotStart } from '#main/core/cannot-start.ts';
import { readAdminArguments } from './admin-arguments.ts';

test('create-support needs only an e-mail', () => {
  const sofia = { command: 'create-support', email: 'sofia@oto.example', name: 'sofia' };
  assert.deepEqual(readAdminArguments(['create-support', 'Sofia@oto.example']), sofia);
  assert.deepEqual(readAdminArguments(['create-support', 'sofia@oto.example', '--name', ' Sofia Reis ']), {
    ...sofia,
    name: 'Sofia Reis',
  });
});

test('create-brand needs only a slug and a plan', () => {
  assert.deepEqual(readAdminArguments(['create-brand', 'casa-clara', '--plan', 'growth']), {
    command: 'create-brand',
    slug: 'casa-clara',
    name: 'Casa Clara',
    article: '',
    plan: 'growth',
    zone: 'America/Sao_Paulo',
    portfolioOnly: false,
    manager: { name: 'Gestão', email: 'gestao@casa-clara.example' },
  });
});

test('remove-second-factor needs only an e-mail', () => {
  const wish = { command: 'remove-second-factor', email: 'sofia@oto.example' };
  assert.deepEqual(readAdminArguments(['remove-second-factor', 'Sofia@oto.example']), wish);
});

test('support-link needs nothing, and reset-link an e-mail', () => {
  assert.deepEqual(readAdminArguments(['support-link']), { command: 'support-link' });
  assert.deepEqual(readAdminArguments(['reset-link', 'Lia@farol.example']), {
    command: 'reset-link',
    email: 'lia@farol.example',
  });
});

const growth = ['create-brand', 'lua', '--plan', 'growth'];
const refused: [string[], RegExp][] = [
  [[], /^npm run admin -- create-support EMAIL/],
  [['create-store', 'x'], /^npm run admin/],
  [['create-support'], /^npm run admin/],
  [['create-support', 'a@oto.example', 'b@oto.example'], /^npm run admin/],
  [['support-link', 'x'], /^npm run admin/],
  [['reset-link'], /^npm run admin/],
  [['reset-link', 'lia'], /“lia” is no e-mail address/],
  [['create-support', 'ines'], /“ines” is no e-mail address/],
  [['create-support', 'a@oto.example', '--plan', 'growth'], /--plan/],
  [['create-support', 'a@oto.example', '--name', ' '], /--name: a name has 1 to 80 characters/],
  [['create-brand', 'lua'], /--plan is one of starter, growth, enterprise\.$/],
  [['create-brand', 'lua', '--plan', 'gold'], /--plan is one of/],
  [['create-brand', 'Lua', '--plan', 'growth'], /“Lua” is no slug/],
  [['create-brand', '-lua', '--plan', 'growth'], /Unknown option/],
  [['create-brand', 'l', '--plan', 'growth'], /“l” is no slug/],
  [['create-brand', 'equipe', '--plan', 'growth'], /“equipe” is the name of a page of the support console/],
  [[...growth, '--zone', 'Brasilia'], /there is no zone “Brasilia”/],
  [[...growth, '--article', 'um'], /--article is one of a, o\.$/],
  [[...growth, '--manager', 'lia'], /“lia” is no e-mail address/],
  [[...growth, '--manager-name', 'x'.repeat(81)], /--manager-name: a name has/],
];
for (const [args, sentence] of refused) {
  test(`the arguments are refused: ${args.join(' ').slice(0, 60) || 'none'}`, () => {
    assert.throws(
      () => readAdminArguments(args),
      (error) => error instanceof CannotStart && sentence.test(error.message),
    );
  });
}

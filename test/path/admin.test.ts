/** `npm run admin` from outside: in an installation where nobody can come in yet it makes the first ways in, which open. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCommandInstallation } from '#kit/commands.ts';

const { owner, auth, folder, run } = await openCommandInstallation();

/** As in production: a Postgres of one's own, and no demo. */
const command = (file: string, ...args: string[]) =>
  run(file, args, { OTO_MODE: 'production', OTO_PUBLIC_URL: 'https://oto.example' });
const admin = (...args: string[]) => command('sign-in/admin-cli.ts', ...args);

/** The account that the printed line opens. */
async function opened({ status, stdout, stderr }: ReturnType<typeof admin>) {
  assert.equal(status, 0, stderr);
  const [, email = '', password = ''] = /^ {2}(\S+) {2}password (\S+)$/m.exec(stdout) ?? [];
  const account = (await auth.accounts.open(email, password))?.account;
  assert.ok(account, stdout);
  assert.equal(account.mustChangePassword, true, 'good once, for a password of one’s own');
  return account;
}

async function brandOf(slug: string) {
  const { rows } = await owner.query('select * from brands where slug = $1', [slug]);
  return rows[0];
}

test('the first of support gets a password that opens the door once', async () => {
  const { kind, email, name, brandId } = await opened(admin('create-support', 'Sofia@oto.example'));
  assert.deepEqual([kind, email, name, brandId], ['support', 'sofia@oto.example', 'sofia', null]);
  const named = await opened(admin('create-support', 'rui@oto.example', '--name', 'Rui Prado'));
  assert.equal(named.name, 'Rui Prado');
});

test('a brand begins on its plan with a manager who can come in, without stores and without a policy', async () => {
  const { kind, email, brandId, personId } = await opened(admin('create-brand', 'casa-clara', '--plan', 'growth'));
  const { brand_id, name, article, plan, zone, portfolio_only } = await brandOf('casa-clara');
  assert.deepEqual(
    { name, article, plan, zone, portfolio_only },
    { name: 'Casa Clara', article: '', plan: 'growth', zone: 'America/Sao_Paulo', portfolio_only: false },
  );
  assert.deepEqual([kind, email, brandId], ['person', 'gestao@casa-clara.example', brand_id]);
  const { rows: people } = await owner.query('select id, role, store_id, name from people where brand_id = $1', [
    brandId,
  ]);
  assert.deepEqual(people, [{ id: personId, role: 'brand_manager', store_id: null, name: 'Gestão' }]);
  const { rows: heads } = await owner.query('select version from policy_heads where brand_id = $1', [brandId]);
  assert.deepEqual(heads, [{ version: 0 }]);
});

test('what is given is kept: name, article, zone, portfolio, and who the manager is', async () => {
  const options = ['--name', 'O Farol', '--article', 'o', '--zone', 'America/Manaus', '--portfolio-only'];
  const manager = ['--manager', 'lia@farol.example', '--manager-name', 'Lia Reis'];
  const { email, name } = await opened(admin('create-brand', 'farol', '--plan', 'starter', ...options, ...manager));
  assert.deepEqual([email, name], ['lia@farol.example', 'Lia Reis']);
  const brand = await brandOf('farol');
  assert.deepEqual(
    [brand.name, brand.article, brand.plan, brand.zone, brand.portfolio_only],
    ['O Farol', 'o', 'starter', 'America/Manaus', true],
  );
});

test('an import goes into a brand that was made so, and its stores come in too', () => {
  assert.equal(admin('create-brand', 'lume', '--plan', 'enterprise').status, 0);
  const file = join(folder, 'lojas.csv');
  writeFileSync(file, 'codigo;nome;cidade;uf\nSP01;Paulista;São Paulo;SP\n');
  const { status, stdout } = command('import/import-cli.ts', '--brand', 'lume', '--kind', 'stores', file);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /SP01 Paulista: sp01@lume\.example {2}senha \S+/);
});

test('a brand that was cut off before its manager had an account gets that and nothing else', async () => {
  assert.equal(admin('create-brand', 'meia', '--plan', 'growth').status, 0);
  const { brand_id: before } = await brandOf('meia');
  await owner.query(`delete from auth."user" where email = 'gestao@meia.example'`);
  const { brandId } = await opened(admin('create-brand', 'meia', '--plan', 'growth'));
  assert.equal(brandId, before);
  const { rows } = await owner.query('select from people where brand_id = $1', [brandId]);
  assert.equal(rows.length, 1);
});

test('what cannot be made ends with 2 and a sentence, and leaves nothing', async () => {
  admin('create-brand', 'aurora', '--plan', 'growth');
  admin('create-support', 'ines@oto.example');
  const count = async () =>
    (await owner.query('select (select count(*) from brands), (select count(*) from people)')).rows;
  const before = await count();
  const faults: [string[], RegExp][] = [
    [['create-store', 'x'], /^npm run admin -- create-support EMAIL/],
    [['create-support', 'ines@oto.example'], /ines@oto\.example has an account already/],
    [['create-brand', 'aurora', '--plan', 'growth'], /There is a brand “aurora” already/],
    [['create-brand', 'lua', '--plan', 'growth', '--manager', 'ines@oto.example'], /has an account already/],
  ];
  for (const [args, sentence] of faults) {
    const { status, stdout, stderr } = admin(...args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, sentence);
    assert.doesNotMatch(stderr, /\bat .*:\d+/, 'no stack');
  }
  assert.deepEqual(await count(), before);
});

test('it is a command like the others', () => {
  const { stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '..', '..', 'scripts', 'run.mjs'), 'admin'],
    {
      encoding: 'utf8',
    },
  );
  assert.match(stderr, /^npm run admin -- create-support EMAIL/);
});

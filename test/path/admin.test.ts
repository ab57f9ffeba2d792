/**
 * Runs `npm run admin` from outside: in an installation without any account the command creates the first accounts,
 * and each can sign in.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCommandInstallation } from '#kit/commands.ts';

const { owner, auth, folder, run } = await openCommandInstallation();

/** Runs a command as in production: with a Postgres server outside the process and without the demo. */
const command = (file: string, ...args: string[]) =>
  run(file, args, { OTO_MODE: 'production', OTO_PUBLIC_URL: 'https://oto.example' });
const admin = (...args: string[]) => command('sign-in/admin-cli.ts', ...args);

/** Signs in with the e-mail and password that the command printed, and returns the account. */
async function openPrintedAccount({ status, stdout, stderr }: ReturnType<typeof admin>) {
  assert.equal(status, 0, stderr);
  const [, email = '', password = ''] = /^ {2}(\S+) {2}password (\S+)$/m.exec(stdout) ?? [];
  const account = (await auth.accounts.open(email, password))?.account;
  assert.ok(account, stdout);
  assert.equal(
    account.mustChangePassword,
    true,
    'the printed password works once, and the person must then choose another one',
  );
  return account;
}

async function findBrand(slug: string) {
  const { rows } = await owner.query('select * from brands where slug = $1', [slug]);
  return rows[0];
}

test('the first support person gets a password that works once, to sign in and choose another one', async () => {
  const { kind, email, name, brandId } = await openPrintedAccount(admin('create-support', 'Sofia@oto.example'));
  assert.deepEqual([kind, email, name, brandId], ['support', 'sofia@oto.example', 'sofia', null]);
  const named = await openPrintedAccount(admin('create-support', 'rui@oto.example', '--name', 'Rui Prado'));
  assert.equal(named.name, 'Rui Prado');
});

test('create-brand makes a brand on its plan with a brand manager who can sign in, and without stores or a policy', async () => {
  const { kind, email, brandId, personId } = await openPrintedAccount(
    admin('create-brand', 'casa-clara', '--plan', 'growth'),
  );
  const { brand_id, name, article, plan, zone, portfolio_only } = await findBrand('casa-clara');
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

test('create-brand stores the given name, article, zone, portfolio rule and manager', async () => {
  const options = ['--name', 'O Farol', '--article', 'o', '--zone', 'America/Manaus', '--portfolio-only'];
  const manager = ['--manager', 'lia@farol.example', '--manager-name', 'Lia Reis'];
  const { email, name } = await openPrintedAccount(
    admin('create-brand', 'farol', '--plan', 'starter', ...options, ...manager),
  );
  assert.deepEqual([email, name], ['lia@farol.example', 'Lia Reis']);
  const brand = await findBrand('farol');
  assert.deepEqual(
    [brand.name, brand.article, brand.plan, brand.zone, brand.portfolio_only],
    ['O Farol', 'o', 'starter', 'America/Manaus', true],
  );
});

test('an import goes into a brand that create-brand made, and the imported stores can sign in', () => {
  assert.equal(admin('create-brand', 'lume', '--plan', 'enterprise').status, 0);
  const file = join(folder, 'lojas.csv');
  writeFileSync(file, 'codigo;nome;cidade;uf\nSP01;Paulista;São Paulo;SP\n');
  const { status, stdout } = command('import/import-cli.ts', '--brand', 'lume', '--kind', 'stores', file);
  assert.equal(status, 0, stdout);
  assert.match(stdout, /SP01 Paulista: sp01@lume\.example {2}senha \S+/);
});

test('create-brand on a brand whose manager never got an account creates that account and nothing else', async () => {
  assert.equal(admin('create-brand', 'meia', '--plan', 'growth').status, 0);
  const { brand_id: before } = await findBrand('meia');
  await owner.query(`delete from auth."user" where email = 'gestao@meia.example'`);
  const { brandId } = await openPrintedAccount(admin('create-brand', 'meia', '--plan', 'growth'));
  assert.equal(brandId, before);
  const { rows } = await owner.query('select from people where brand_id = $1', [brandId]);
  assert.equal(rows.length, 1);
});

test('remove-second-factor removes it and ends the sessions of the account', async () => {
  const { id, email } = await openPrintedAccount(admin('create-support', 'vera@oto.example'));
  await owner.query(`update auth."user" set "twoFactorEnabled" = true where "id" = $1`, [id]);
  await owner.query(
    `insert into auth."twoFactor" ("id", "userId", "secret", "backupCodes") values (gen_random_uuid(), $1, 'x', 'x')`,
    [id],
  );
  const { status, stdout } = admin('remove-second-factor', email);
  assert.equal(status, 0);
  assert.match(stdout, /^The second factor of vera@oto\.example is removed/);
  const { rows } = await owner.query(
    `select (select count(*) from auth.session where "userId" = $1) as sessions,
       (select count(*) from auth."twoFactor" where "userId" = $1) as factors,
       (select removed_by from auth.second_factor_removals where user_id = $1) as by`,
    [id],
  );
  assert.deepEqual(rows, [{ sessions: 0, factors: 0, by: 'operator' }]);
});

test('a command that cannot be carried out exits with 2, prints one sentence and writes nothing', async () => {
  admin('create-brand', 'aurora', '--plan', 'growth');
  admin('create-support', 'ines@oto.example');
  const count = async () =>
    (await owner.query('select (select count(*) from brands), (select count(*) from people)')).rows;
  const before = await count();
  const faults: [string[], RegExp][] = [
    [['remove-second-factor', 'nobody@oto.example'], /nobody@oto\.example has no account/],
    [['remove-second-factor', 'ines@oto.example'], /ines@oto\.example has no second factor/],
    [['create-store', 'x'], /^npm run admin -- create-support EMAIL/],
    [['create-support', 'ines@oto.example'], /ines@oto\.example has an account already/],
    [['create-brand', 'aurora', '--plan', 'growth'], /There is a brand “aurora” already/],
    [['create-brand', 'lua', '--plan', 'growth', '--manager', 'ines@oto.example'], /has an account already/],
  ];
  for (const [args, sentence] of faults) {
    const { status, stdout, stderr } = admin(...args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, sentence);
    assert.doesNotMatch(stderr, /\bat .*:\d+/, 'the error shows no stack');
  }
  assert.deepEqual(await count(), before);
});

test('the command runs as npm run admin, like the other commands', () => {
  const { stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '..', '..', 'scripts', 'run.mjs'), 'admin'],
    {
      encoding: 'utf8',
    },
  );
  assert.match(stderr, /^npm run admin -- create-support EMAIL/);
});

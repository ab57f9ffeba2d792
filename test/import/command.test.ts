/** Tests the command `npm run import` as a process: its output, its exit codes, and the passwords that it prints. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openCommandInstallation } from '#kit/commands.ts';
import { createImportBrand } from './import-fixture.ts';

const { db, owner, auth, folder, run } = await openCommandInstallation();
const brand = await createImportBrand(db, owner);

function runImport(kind: string, text: string, ...more: string[]) {
  const file = join(folder, `${kind}.csv`);
  writeFileSync(file, text);
  return run('import/import-cli.ts', ['--brand', brand.slug, '--kind', kind, file, ...more]);
}

const STORES = 'codigo;nome;cidade;uf\nSP 01;Paulista;São Paulo;SP\nAM01;Adrianópolis;Manaus;AM\n';

test('new stores get an e-mail and a password, which must be changed at the first sign-in', async () => {
  const { status, stdout } = runImport('stores', STORES);
  assert.equal(status, 0);
  assert.match(stdout, /^ {2}linha 2: fuso horário deduzido de cidade e estado: America\/Sao_Paulo$/m);
  assert.match(stdout, /2 linhas lidas: 2 lojas novas\./);
  const [, email, password] = /SP 01 Paulista: (\S+) {2}senha (\S+)$/m.exec(stdout) ?? [];
  assert.equal(email, `sp-01@${brand.slug}.example`);
  const opened = await auth.accounts.open(email ?? '', password ?? '');
  assert.equal(opened?.account.kind, 'store');
  assert.equal(opened?.account.mustChangePassword, true);
});

test('a second import of the same stores, with a relative file name, creates no second account', () => {
  const { status, stdout } = run('import/import-cli.ts', ['--brand', brand.slug, '--kind', 'stores', 'stores.csv']);
  assert.equal(status, 0);
  assert.match(stdout, /2 linhas lidas: 2 sem mudança\./);
  assert.doesNotMatch(stdout, /senha/);
});

test('new active sellers get a one-time PIN, and inactive sellers get none', async () => {
  const { status, stdout } = runImport('sellers', 'codigo;nome;loja;ativo\n1;Ana Lima;SP01;sim\n2;Bia;AM01;não\n');
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^ {2}Paulista, Ana Lima \(1\): PIN \d{6}$/m);
  assert.doesNotMatch(stdout, /Bia.*PIN/);
  const pins = await brand.rows('select one_time from pins where brand_id = $1');
  assert.deepEqual(pins, [{ one_time: true }]);
});

test('a file with a bad row is imported only with --skip-bad-rows, and the output names the row and the reason', async () => {
  const text = 'id;nome;loja;telefone;permite_whatsapp\nA;Ana;SP01;11900000001;sim\nB;Bia;XX99;;\n';
  const refused = runImport('customers', text);
  assert.equal(refused.status, 1);
  assert.match(refused.stdout, /^ {2}linha 3, coluna loja: a loja “XX99” não existe nesta marca$/m);
  assert.match(refused.stdout, /2 linhas lidas: 1 recusada\.\nNada foi importado\./);
  assert.deepEqual(await brand.rows('select from customers where brand_id = $1'), []);

  const skipped = runImport('customers', text, '--skip-bad-rows');
  assert.equal(skipped.status, 0);
  assert.match(skipped.stdout, /2 linhas lidas: 1 cliente novo, 1 recusada\./);
});

test('numbers are hashed with the installation’s key, so a stop from a file counts for the customer', async () => {
  runImport('customers', 'id;nome;loja;telefone;permite_whatsapp\nA;Ana;SP01;11900000001;não\n');
  const [row] = await brand.rows(`select o.stopped_at is not null as stopped from customers c
    join opt_outs o on o.brand_id = c.brand_id and o.number_hash = c.number_hash where c.brand_id = $1`);
  assert.deepEqual(row, { stopped: true });
});

test('a command with wrong arguments ends with 2 and a sentence, and a file that cannot be read ends with 1', () => {
  const faults: [string[], RegExp][] = [
    [['--brand', 'ninguem', '--kind', 'stores', join(folder, 'stores.csv')], /Não há marca “ninguem”/],
    [['--brand', brand.slug, '--kind', 'shops', 'stores.csv'], /^Uso: npm run import/],
    [['--brand', brand.slug, '--kind', 'stores', join(folder, 'nada.csv')], /nada\.csv não pôde ser lido/],
  ];
  for (const [args, sentence] of faults) {
    const { status, stdout, stderr } = run('import/import-cli.ts', args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, sentence);
    assert.doesNotMatch(stderr, /\bat .*:\d+/, 'the output contains a stack trace');
  }
  const { status, stdout } = runImport('customers', 'codigo;apelido\n1;x\n');
  assert.equal(status, 1);
  assert.match(stdout, /^Nada foi importado: linha 1: faltam as colunas: nome, loja\.$/m);
});

test('a dry run prints the assumptions and the result of each row, and writes nothing', async () => {
  const readAll = () =>
    brand.rows(`select (select json_agg(c order by c.id) from customers c where c.brand_id = $1) as customers,
      (select json_agg(o order by o.number_hash) from opt_outs o where o.brand_id = $1) as stops`);
  const before = await readAll();
  const text = 'id;nome;loja;telefone;permite_whatsapp\nA;Ana Lima;SP01;11900000001;sim\nN;Nova;SP01;11900000009;não\n';
  const { status, stdout } = runImport('customers', text, '--dry-run');
  assert.equal(status, 0, stdout);
  assert.match(stdout, /^O que entendemos do arquivo:\n {2}codificação: UTF-8\n {2}separador: ponto e vírgula\n/);
  assert.match(stdout, /^ {2}“não” em “permite_whatsapp”: recusa mensagens \(1 linha\)$/m);
  assert.match(stdout, /2 linhas lidas: 1 cliente novo, .*\nEnsaio \(--dry-run\): nada foi gravado\.\n$/);
  assert.deepEqual(await readAll(), before);
  const bad = runImport('customers', 'id;nome;loja\nB;Bia;XX99\n', '--dry-run', '--skip-bad-rows');
  assert.equal(bad.status, 1);
  assert.match(bad.stdout, /Todas as linhas foram recusadas/);
});

/** Tests how an import treats single doubtful rows. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeHash } from '#db/customers/privacy/code-hash.ts';
import { withDatabase } from '#kit/database.ts';
import { ERASED_ROW } from '#kit/erased-row.ts';
import { codesOf, createImportBrand, NUMBER_KEY } from './import-fixture.ts';

const { db, owner } = await withDatabase();

const STORES = `codigo;nome;cidade;uf;abre;fecha
SP01;Paulista;São Paulo;SP;10:00;22:00
AM01;Adrianópolis;Manaus;AM;10:00;22:00
`;
const SELLERS = `codigo;nome;loja;papel;ativo
ANA;Ana Lima;SP01;vendedora;sim
DAVI;Davi Nunes;AM01;vendedor;sim
`;

async function createStaffedBrand(at?: string) {
  const brand = await createImportBrand(db, owner, at);
  await brand.importRows('stores', STORES);
  await brand.importRows('sellers', SELLERS);
  const customers = () =>
    brand.rows(`select c.code, c.name, c.phone, c.phone_kind as kind, c.permission, c.availability, s.code as seller,
        c.opted_out_at is not null as stopped, m.code as "mergedInto"
      from customers c left join people s on s.brand_id = c.brand_id and s.id = c.seller_id
      left join customers m on m.brand_id = c.brand_id and m.id = c.merged_into
      where c.brand_id = $1 order by c.code`);
  const one = async (code: string) => (await customers()).find((row) => row.code === code);
  return { ...brand, customers, one };
}

test('a store whose zone cannot be derived from city and state is refused, never guessed (C1)', async () => {
  const brand = await createImportBrand(db, owner);
  const file = `codigo;nome;cidade;uf;fuso
A;Tefé;Tefe;AM;
B;Nova;Cidade Nenhuma;AM;
C;Fora;Montevideo;UY;
D;Errada;São Paulo;SP;America/Sao_paulo
E;Deslocada;São Paulo;SP;-03:00`;
  const report = await brand.importRows('stores', file, true);
  assert.deepEqual(codesOf(report.faults), [
    'zone_not_derived 3',
    'zone_not_derived 4',
    'zone_invalid 5',
    'zone_invalid 6',
  ]);
  assert.equal(report.faults[0]?.about, 'America/Manaus, America/Eirunepe');
  assert.deepEqual(await brand.rows('select code, zone from stores where brand_id = $1'), [
    { code: 'A', zone: 'America/Manaus' },
  ]);
});

test('a store whose hours and zone change keeps its id, and the zones of the brand are updated', async () => {
  const brand = await createImportBrand(db, owner);
  const file = (zone: string, closes: string) =>
    `codigo;nome;cidade;uf;fuso;abre;fecha;abre_domingo;fecha_domingo\nA;Loja;Manaus;AM;${zone};10:00;${closes};;`;
  await brand.importRows('stores', file('America/Manaus', '22:00'));
  const [before] = await brand.rows('select id from stores where brand_id = $1');
  const { counts } = await brand.importRows('stores', file('America/Rio_Branco', '00:00'));
  assert.equal(counts.changed, 1);
  const [after] = await brand.rows(`select s.id, b.store_zones, max(h.closes_minute) as closes, count(*) as days
    from stores s join brands b using (brand_id) join store_hours h on h.brand_id = s.brand_id and h.store_id = s.id
    where s.brand_id = $1 group by s.id, b.store_zones`);
  assert.deepEqual(after, { id: before?.id, store_zones: ['America/Rio_Branco'], closes: 1440, days: 6 });
});

test('codes ignore case, an equal row counts once, and a second row with the same code and other data is refused', async () => {
  const brand = await createStaffedBrand();
  const file = `id;nome;loja;vendedor;telefone
C1;Marina Alves;sp01;ana;11900000001
c1;Marina Alves;SP01;ANA;11900000001
C2;Paulo Sá;SP01;;
C2;Paulo Sá;SP01;;
C2;Outro;SP01;;`;
  const report = await brand.importRows('customers', file, true);
  assert.deepEqual(codesOf(report.faults), ['code_twice 3', 'code_twice 6']);
  assert.ok(codesOf(report.notes).includes('row_twice 5'));
  assert.deepEqual(report.counts, { rows: 5, created: 2, changed: 0, unchanged: 0, joined: 1, refused: 2 });
  assert.equal((await brand.one('C1'))?.seller, 'ANA');
});

test('rows with the same number and first name are one customer, to whom the code of the duplicate leads', async () => {
  const brand = await createStaffedBrand();
  const report = await brand.importRows(
    'customers',
    `id;nome;loja;telefone;email;permite_whatsapp
C1;Marina Alves;SP01;(11) 90000-0001;;sim
C2;MARINA A. Prado;AM01;+5511900000001;marina@exemplo.test;
C3;Paulo Sá;SP01;11 9 0000-0001;;sim`,
  );
  assert.deepEqual(
    report.notes.map(({ line, code, about }) => [line, code, about]),
    [
      [3, 'duplicate', 'C1'],
      [4, 'phone_of_another', 'C1'],
    ],
  );
  const [c1, c2, c3] = await brand.customers();
  assert.deepEqual([c1?.phone, c1?.permission], ['+5511900000001', 'granted']);
  assert.deepEqual([c2?.availability, c2?.mergedInto, c2?.phone], ['merged', 'C1', null]);
  assert.deepEqual([c3?.availability, c3?.phone, c3?.kind], ['present', null, 'none']);
  const [email] = await brand.rows(`select email from customers where brand_id = $1 and code = 'C1'`);
  assert.equal(email?.email, 'marina@exemplo.test', 'the e-mail must be taken from the duplicate’s row');

  await brand.importRows('purchases', 'cliente;loja;data;total;itens\nC2;SP01;01/02/2026;10,00;Saia');
  const moved = await brand.importRows(
    'customers',
    'id;nome;loja;telefone;permite_whatsapp\nC2;Marina Prado;AM01;11900000002;sim',
  );
  assert.equal(moved.counts.changed, 1);
  const separated = await brand.one('C2');
  assert.deepEqual(
    [separated?.availability, separated?.mergedInto, separated?.phone],
    ['present', null, '+5511900000002'],
  );
  const [bought] = await brand.rows(`select c.code from purchases u join customers c on c.brand_id = u.brand_id
    and c.id = u.customer_id where u.brand_id = $1`);
  assert.equal(bought?.code, 'C2', 'the purchase must move with its code');
});

test('a number stays with its first customer, and two customers may exchange numbers', async () => {
  const brand = await createStaffedBrand();
  const file = (a: string, b: string) => `id;nome;loja;telefone\nA;Ana;SP01;${a}\nB;Bia;SP01;${b}`;
  await brand.importRows('customers', file('11900000001', '11900000002'));
  const stolen = await brand.importRows('customers', 'id;nome;loja;telefone\nC;Caio;SP01;11900000001');
  assert.deepEqual(codesOf(stolen.notes), ['phone_of_another 2']);
  await brand.importRows('customers', file('11900000002', '11900000001'));
  assert.deepEqual(
    (await brand.customers()).map((row) => [row.code, row.phone]),
    [
      ['A', '+5511900000002'],
      ['B', '+5511900000001'],
      ['C', null],
    ],
  );
});

test('a duplicate of a duplicate leads to the customer who is present', async () => {
  const brand = await createStaffedBrand();
  const rows = (...lines: string[]) => ['id;nome;loja;telefone', ...lines].join('\n');
  await brand.importRows(
    'customers',
    rows('A;Ana;SP01;11900000001', 'B;Ana;SP01;11900000001', 'C;Ana;SP01;11900000003'),
  );
  await brand.importRows('customers', rows('A;Ana;SP01;11900000003'));
  assert.deepEqual(
    (await brand.customers()).map((row) => [row.code, row.availability, row.mergedInto]),
    [
      ['A', 'merged', 'C'],
      ['B', 'merged', 'C'],
      ['C', 'present', null],
    ],
  );
});

test('another import does not lift a refusal, but a consent with a later date does (D2)', async () => {
  const brand = await createStaffedBrand('2026-03-10T15:00:00Z');
  const file = (said: string, on = '') =>
    `id;nome;loja;telefone;permite_whatsapp;data_permissao\nA;Ana;SP01;11900000001;${said};${on}`;
  await brand.importRows('customers', file('não'));
  brand.moveTo('2026-06-01T15:00:00Z');
  assert.deepEqual(codesOf((await brand.importRows('customers', file('sim'))).notes), ['permission_kept 2']);
  assert.deepEqual(codesOf((await brand.importRows('customers', file('sim', '10/03/2026'))).notes), [
    'permission_kept 2',
  ]);
  await brand.importRows('customers', file(''));
  assert.deepEqual([(await brand.one('A'))?.permission, (await brand.one('A'))?.stopped], ['refused', true]);
  const stops = () => brand.rows('select lifted_at is null as runs, source from opt_outs where brand_id = $1');
  assert.deepEqual(await stops(), [{ runs: true, source: 'import' }]);

  assert.deepEqual((await brand.importRows('customers', file('sim', '11/03/2026'))).notes, []);
  assert.deepEqual([(await brand.one('A'))?.permission, (await brand.one('A'))?.stopped], ['granted', false]);
  assert.deepEqual(await stops(), [{ runs: false, source: 'import' }]);

  await brand.importRows('customers', file('não'));
  assert.equal((await brand.one('A'))?.stopped, true, 'a new refusal stops the number again');
});

test('a consent with a future date does not lift a refusal', async () => {
  const brand = await createStaffedBrand('2026-03-10T15:00:00Z');
  const file = (on: string) =>
    `id;nome;loja;telefone;permite_whatsapp;data_permissao\nA;Ana;SP01;11900000001;sim;${on}`;
  await brand.importRows('customers', file('').replace('sim', 'não'));
  const report = await brand.importRows('customers', file('11/03/2026'));
  assert.deepEqual(codesOf(report.notes), ['permission_day_unreadable 2', 'permission_kept 2']);
  assert.equal((await brand.one('A'))?.stopped, true);
});

test('a stop that a seller recorded counts for the number in every later file and for every customer (D2)', async () => {
  const brand = await createStaffedBrand();
  await brand.importRows('customers', 'id;nome;loja;telefone;permite_whatsapp\nA;Ana;SP01;11900000001;sim');
  await owner.query(
    `insert into opt_outs (brand_id, number_hash, stopped_at, source)
       select brand_id, number_hash, '2026-11-01T12:00:00Z', 'seller' from customers where brand_id = $1`,
    [brand.brandId],
  );
  await brand.importRows('customers', 'id;nome;loja;telefone;permite_whatsapp\nA;Ana;SP01;11900000002;sim');
  assert.equal((await brand.one('A'))?.stopped, false, 'another number is not stopped');
  const report = await brand.importRows(
    'customers',
    'id;nome;loja;telefone;permite_whatsapp\nB;Bia;SP01;11900000001;sim',
  );
  assert.deepEqual(codesOf(report.notes), ['permission_kept 2']);
  assert.equal((await brand.one('B'))?.stopped, true);
});

test('one refusal among the rows of a number stops the number', async () => {
  const brand = await createStaffedBrand();
  const report = await brand.importRows(
    'customers',
    `id;nome;loja;telefone;permite_whatsapp
A;Ana;SP01;11900000001;sim
B;Ana;SP01;11900000001;não
C;Caio;SP01;11900000002;sim
D;Davi;SP01;11900000002;não`,
  );
  assert.deepEqual(
    report.notes.map(({ line, code, about }) => [line, code, about]),
    [
      [2, 'permission_kept', 'B'],
      [3, 'duplicate', 'A'],
      [4, 'permission_kept', 'D'],
      [5, 'phone_of_another', 'C'],
    ],
  );
  const state = async (code: string) => {
    const row = await brand.one(code);
    return [row?.permission, row?.stopped];
  };
  assert.deepEqual(await state('A'), ['refused', true]);
  assert.deepEqual(await state('C'), ['granted', true], 'the number is stopped, and the customer has not refused');
  assert.deepEqual(await state('D'), ['refused', false], 'the customer has no number');
  const [{ n } = {}] = await brand.rows<{ n: number }>('select count(*) as n from opt_outs where brand_id = $1');
  assert.equal(n, 2);
});

test('a dated consent does not lift a stop where another row of the number refuses', async () => {
  const brand = await createStaffedBrand('2026-03-10T15:00:00Z');
  const header = 'id;nome;loja;telefone;permite_whatsapp;data_permissao';
  await brand.importRows('customers', `${header}\nA;Ana;SP01;11900000001;não;`);
  brand.moveTo('2026-06-01T15:00:00Z');
  await brand.importRows('customers', `${header}\nA;Ana;SP01;11900000001;sim;01/05/2026\nB;Bia;SP01;11900000001;não;`);
  assert.equal((await brand.one('A'))?.stopped, true);
  const runs = await brand.rows('select from opt_outs where brand_id = $1 and lifted_at is null');
  assert.equal(runs.length, 1);
});

test('a stop begins at the start of its day in the store’s zone, or now where no earlier day is given', async () => {
  const brand = await createStaffedBrand('2026-03-10T15:00:00Z');
  await brand.importRows(
    'customers',
    `id;nome;loja;telefone;permite_whatsapp;data_permissao
A;Ana;AM01;11900000001;não;05/03/2026
B;Bia;AM01;11900000002;não;
C;Caio;AM01;11900000003;não;10/03/2026`,
  );
  const stops = await brand.rows<{ at: number }>(
    `select c.opted_out_at as at from customers c join opt_outs o using (brand_id, number_hash)
     where c.brand_id = $1 and o.stopped_at = c.opted_out_at order by c.code`,
  );
  assert.deepEqual(
    stops.map(({ at }) => new Date(at).toISOString()),
    ['2026-03-05T04:00:00.000Z', '2026-03-10T15:00:00.000Z', '2026-03-10T15:00:00.000Z'],
  );
});

test('a "sim" of another customer with the same number is no permission', async () => {
  const brand = await createStaffedBrand();
  await brand.importRows(
    'customers',
    'id;nome;loja;telefone;permite_whatsapp\nA;Ana;SP01;11900000001;\nB;Bia;SP01;11900000001;sim',
  );
  assert.equal((await brand.one('A'))?.permission, 'unknown');
});

test('a missing column changes nothing, and an empty cell clears the value, except a permission', async () => {
  const brand = await createStaffedBrand();
  await brand.importRows(
    'customers',
    `id;nome;loja;vendedor;telefone;email;permite_whatsapp;observacoes
A;Ana Souza;SP01;ANA;11900000001;ana@exemplo.test;sim;Prefere linho`,
  );
  await brand.importRows('customers', 'id;nome;loja\nA;Ana Sousa;SP01');
  const read = async () =>
    (await brand.rows('select name, phone, email, note, permission, seller_id from customers where brand_id = $1'))[0];
  const kept = await read();
  assert.equal(kept?.name, 'Ana Sousa');
  assert.deepEqual([kept?.phone, kept?.email, kept?.note], ['+5511900000001', 'ana@exemplo.test', 'Prefere linho']);
  assert.notEqual(kept?.seller_id, null);
  await brand.importRows('customers', 'id;nome;loja;email;permite_whatsapp;observacoes\nA;Ana Sousa;SP01;;;');
  const emptied = await read();
  assert.deepEqual([emptied?.email, emptied?.note, emptied?.permission], [null, null, 'granted']);
});

test('a file without numbers changes no numbers, stops or duplicates', async () => {
  const brand = await createStaffedBrand();
  await brand.importRows(
    'customers',
    `id;nome;loja;telefone;permite_whatsapp
A;Ana;SP01;11900000001;não
B;Ana;SP01;11900000001;
C;Caio;SP01;11900000002;sim`,
  );
  await brand.importRows(
    'customers',
    'id;nome;loja;permite_whatsapp\nA;Ana S.;SP01;sim\nB;Ana S.;SP01;sim\nC;Caio;SP01;não',
  );
  assert.deepEqual(
    (await brand.customers()).map((row) => [row.code, row.phone, row.permission, row.stopped, row.mergedInto]),
    [
      ['A', '+5511900000001', 'refused', true, null],
      ['B', null, 'unknown', false, 'A'],
      ['C', '+5511900000002', 'refused', true, null],
    ],
  );
  const stops = await brand.rows('select from opt_outs where brand_id = $1 and lifted_at is null');
  assert.equal(stops.length, 2);
});

test('a refusal under a duplicate’s code counts for the customer, also in a file without numbers', async () => {
  const brand = await createStaffedBrand();
  await brand.importRows('customers', 'id;nome;loja;telefone\nA;Ana;SP01;11900000001\nB;Ana;SP01;11900000001');
  await brand.importRows('customers', 'id;nome;loja;permite_whatsapp\nB;Ana;SP01;não');
  const customer = await brand.one('A');
  assert.deepEqual([customer?.permission, customer?.stopped], ['refused', true]);
});

test('a customer without a code is found by the number, and a row without both is refused', async () => {
  const brand = await createStaffedBrand();
  const file = 'nome;loja;telefone\nAna Souza;SP01;11900000001\nBia;SP01;\n';
  const report = await brand.importRows('customers', file, true);
  assert.deepEqual(codesOf(report.faults), ['customer_unidentified 3']);
  const again = await brand.importRows('customers', file.replace('Souza', 'Sousa'), true);
  assert.deepEqual([again.counts.created, again.counts.changed], [0, 1]);
});

test('a new number clears the mark that the old number was wrong', async () => {
  const brand = await createStaffedBrand();
  const file = (phone: string) => `id;nome;loja;telefone\nA;Ana;SP01;${phone}`;
  const wrong = async () =>
    (await brand.rows('select wrong_number_at is not null as wrong from customers where brand_id = $1'))[0]?.wrong;
  await brand.importRows('customers', file('11900000001'));
  await owner.query('update customers set wrong_number_at = now() where brand_id = $1', [brand.brandId]);
  await brand.importRows('customers', `${file('11900000001')}  `);
  assert.equal(await wrong(), true);
  await brand.importRows('customers', file('11900000002'));
  assert.equal(await wrong(), false);
});

test('an import does not restore an erased customer', async () => {
  const brand = await createStaffedBrand();
  const file = 'id;nome;loja;telefone\nA;Ana;SP01;11900000001';
  await brand.importRows('customers', file);
  await owner.query(`update customers set ${ERASED_ROW}, code_hash = $2 where brand_id = $1`, [
    brand.brandId,
    codeHash(NUMBER_KEY, 'A'),
  ]);
  const report = await brand.importRows('customers', `${file}\nB;Bia;SP01;11900000001`);
  assert.deepEqual(codesOf(report.notes), ['erased 2']);
  assert.deepEqual(
    (await brand.customers()).map((row) => [row.availability, row.name, row.phone]),
    [
      ['present', 'Bia', '+5511900000001'],
      ['erased', '', null],
    ],
  );
});

test('a missing area code is the most frequent one of the store’s numbers, where the city has none', async () => {
  const brand = await createImportBrand(db, owner);
  await brand.importRows('stores', 'codigo;nome;cidade;uf\nA;Loja;Holambra;SP\nB;Loja;Monte Mor;SP');
  const report = await brand.importRows(
    'customers',
    `id;nome;loja;telefone
1;Ana;A;(19) 90000-0001
2;Bia;A;019 90000-0002
3;Caio;A;(11) 90000-0003
4;Davi;A;90000-0004
5;Elza;B;90000-0005`,
  );
  assert.deepEqual(
    report.notes.map(({ line, code, about }) => [line, code, about]),
    [
      [5, 'phone_area_code_assumed', '19'],
      [6, 'phone_area_code_unknown', null],
    ],
  );
});

test('every unreadable cell is reported with line, column and reason, and its row is imported without it', async () => {
  const brand = await createStaffedBrand();
  const report = await brand.importRows(
    'customers',
    `Código;Nome;Loja;Vendedor;Telefone;E-mail;Nascimento;Permite WhatsApp?;Data da permissão;Cliente desde
A;Ana;SP01;DAVI;12345;ana.exemplo;31/02/1990;talvez;ontem;nunca
B;Bia;SP01;;(20) 90000-0001;;01/01/2099;sim;;`,
  );
  assert.deepEqual(
    report.notes.map(({ line, column, code, value }) => [line, column, code, value]),
    [
      [2, 'Vendedor', 'seller_of_other_store', 'DAVI'],
      [2, 'Telefone', 'phone_unreadable', '12345'],
      [2, 'Permite WhatsApp?', 'permission_not_understood', 'talvez'],
      [2, 'Data da permissão', 'permission_day_unreadable', 'ontem'],
      [2, 'E-mail', 'email_unreadable', 'ana.exemplo'],
      [2, 'Nascimento', 'birth_date_impossible', '31/02/1990'],
      [2, 'Cliente desde', 'since_date_unreadable', 'nunca'],
      [3, 'Telefone', 'phone_invalid', '(20) 90000-0001'],
      [3, 'Nascimento', 'birth_date_out_of_range', '01/01/2099'],
    ],
  );
  assert.equal((await brand.one('A'))?.permission, 'refused', 'an answer that may be a no counts as a refusal');
});

test('a faulty row is refused with all its faults, and the other rows are imported only where bad rows are skipped', async () => {
  const brand = await createStaffedBrand();
  const file = `id;nome;loja;vendedor;telefone
A;Ana;SP01;ANA;11900000001
B;;XX99;ZE;
C;Caio;SP01;ANA;a;b
D;"Davi; SP";SP01;ANA
E;${'x'.repeat(121)};SP01;;não tem`;
  const refused = await brand.importRows('customers', file);
  assert.equal(refused.written, false);
  assert.deepEqual(codesOf(refused.faults), [
    'store_unknown 3',
    'name_missing 3',
    'seller_unknown 3',
    'too_many_cells 4',
    'too_few_cells 5',
    'name_too_long 6',
  ]);
  assert.equal(refused.counts.refused, 4);
  assert.deepEqual(refused.notes, [], 'a refused row has no notes');
  assert.deepEqual(await brand.customers(), []);
  const skipped = await brand.importRows('customers', file, true);
  assert.equal(skipped.written, true);
  assert.deepEqual(
    (await brand.customers()).map((row) => row.code),
    ['A'],
  );
});

test('purchases: impossible days, amounts and codes are refused, equal lines are counted, and a receipt number identifies a purchase', async () => {
  const brand = await createStaffedBrand();
  await brand.importRows('customers', 'id;nome;loja\nA;Ana;SP01');
  const report = await brand.importRows(
    'purchases',
    `cliente;loja;vendedor;data;total;itens
A;SP01;ANA;05/03/2026;1.251,81;Saia
A;SP01;ANA;05/03/2026;1.251,81;Saia
A;SP01;;5/3/26;R$ 10;Bolsa
A;SP01;ANA;31/02/2026;1,00;x
A;SP01;ANA;amanhã;1,00;x
A;SP01;ANA;;;x
A;SP01;ANA;05/03/2026;-1,00;x
A;SP01;ANA;05/03/2026;mil;x
A;SP01;ANA;05/03/2026;125.181.000.000;x
A;XX99;ZE;05/03/2026;1,00;x
Z;SP01;ANA;05/03/2026;1,00;x
;SP01;ANA;05/03/2026;1,00;x
A;SP01;ANA;05/03/2027;1,00;x`,
    true,
  );
  assert.deepEqual(codesOf(report.faults), [
    'date_impossible 5',
    'date_unreadable 6',
    'date_missing 7',
    'amount_missing 7',
    'amount_negative 8',
    'amount_unreadable 9',
    'amount_too_large 10',
    'store_unknown 11',
    'seller_unknown 11',
    'customer_unknown 12',
    'customer_missing 13',
  ]);
  assert.deepEqual(codesOf(report.notes), ['date_in_future 14']);
  assert.equal(report.counts.created, 4);

  const receipts = (total: string) => `cliente;loja;data;total;cupom\nA;SP01;06/03/2026;${total};77`;
  assert.equal((await brand.importRows('purchases', receipts('10,00'))).counts.created, 1);
  assert.deepEqual((await brand.importRows('purchases', receipts('12,00'))).counts.changed, 1);
});

test('sellers: roles and activity are read as people write them, sellers move between stores, and unreadable cells are refused', async () => {
  const brand = await createImportBrand(db, owner);
  await brand.importRows('stores', STORES);
  const report = await brand.importRows(
    'sellers',
    `Matrícula;Nome;Loja;Cargo;Situação
1;Ana;SP01;Gerente de loja;Ativa
2;Bia;SP01;Consultora;inativa
3;Caio;SP01;;
4;Davi;SP01;astronauta;sim
5;Elza;SP01;vendedora;talvez
6;;ZZ;vendedora;sim`,
    true,
  );
  assert.deepEqual(codesOf(report.faults), [
    'role_unreadable 5',
    'active_unreadable 6',
    'name_missing 7',
    'store_unknown 7',
  ]);
  const people = () =>
    brand.rows(`select p.code, p.role, p.active, s.code as store from people p
      join stores s on s.brand_id = p.brand_id and s.id = p.store_id where p.brand_id = $1 order by p.code`);
  assert.deepEqual(await people(), [
    { code: '1', role: 'store_manager', active: true, store: 'SP01' },
    { code: '2', role: 'seller', active: false, store: 'SP01' },
    { code: '3', role: 'seller', active: true, store: 'SP01' },
  ]);
  await brand.importRows('sellers', 'codigo;nome;loja\n3;Caio;AM01');
  assert.equal((await people())[2]?.store, 'AM01');
});

test('the same codes and numbers in two brands are separate customers', async () => {
  const [one, two] = [await createStaffedBrand(), await createStaffedBrand()];
  const file = 'id;nome;loja;telefone;permite_whatsapp\nA;Ana;SP01;11900000001;';
  await one.importRows('customers', file.replace(/;$/, ';não'));
  await two.importRows('customers', file.replace(/;$/, ';sim'));
  assert.equal((await one.one('A'))?.stopped, true);
  assert.deepEqual([(await two.one('A'))?.stopped, (await two.one('A'))?.permission], [false, 'granted']);
});

test('imports of one brand at the same time run one after the other, so each number has one customer', async () => {
  const brand = await createStaffedBrand();
  const file = (letter: string) => {
    const rows = Array.from({ length: 300 }, (_, i) => `${letter}${i};Ana;SP01;1190${String(i).padStart(7, '0')}`);
    return ['id;nome;loja;telefone', ...rows].join('\n');
  };
  const reports = await Promise.all(['A', 'B', 'C', 'D'].map((letter) => brand.importRows('customers', file(letter))));
  assert.deepEqual(
    reports.map(({ counts }) => counts.joined).sort((a, b) => a - b),
    [0, 300, 300, 300],
  );
});

/**
 * Support's finder: a number that a person reads out leads to the ticket, receipt or attempt, and the brand reads of
 * the search (A7).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const support = await product.person('suporte@oto.example');
const auroraManager = await product.person('gestao@aurora.example');
const caisManager = await product.person('gestao@cais.example');
const { items } = (await support.get('/api/v1/brands')).body;
const [aurora, brisa, cais] = items;

const WISH = { kind: 'change', start: '21:00', end: '08:00', reason: 'As lojas fecham às 22:00.' };
const openTicket = async (client: Client, wish: object = WISH) => (await client.post('/api/v1/tickets', wish)).body;
interface Item {
  readonly type: string;
  readonly id: string;
}
const find = async (query: string) => {
  const { items, more } = (await support.get(`/api/v1/finder?${query}`)).body;
  const of = (type: string) => items.filter((item: Item) => item.type === type);
  return { tickets: of('ticket'), receipts: of('receipt'), attempts: of('attempt'), more };
};
const readAccessLog = async (client: Client) => (await client.get('/api/v1/support-looks')).body.items;
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

/** Returns a brand's first (`asc`) or last (`desc`) receipt with its attempt. */
async function findReceipt(brandId: string, order: string) {
  const { rows } = await product.owner.query(
    `select number::int, attempt_id as "attemptId", id from receipts where brand_id = $1 order by number ${order} limit 1`,
    [brandId],
  );
  return rows[0] as { number: number; attemptId: string; id: string };
}

test('a ticket is found by its number in every brand, waiting tickets first, and in one brand where the search names one', async () => {
  await product.owner.query('truncate tickets_seen, ticket_messages, tickets');
  const aurorasTicket = await openTicket(auroraManager);
  const caisTicket = await openTicket(caisManager, { kind: 'deactivate', reason: 'Férias' });
  await support.post(`/api/v1/tickets/${aurorasTicket.id}/messages`, { text: 'Feito.', close: true });
  assert.deepEqual([aurorasTicket.number, caisTicket.number], [1, 1]);

  const { tickets, attempts, more } = await find('number=1');
  assert.deepEqual(ids(tickets), [caisTicket.id, aurorasTicket.id]);
  assert.deepEqual(tickets[1], {
    ...{
      type: 'ticket',
      id: aurorasTicket.id,
      number: 1,
      kind: 'change',
      start: '21:00',
      end: '08:00',
      state: 'closed',
    },
    brand: aurora,
  });
  assert.deepEqual([attempts, more], [[], false]);
  assert.deepEqual(ids((await find(`number=1&brandId=${aurora.id}`)).tickets), [aurorasTicket.id]);
  assert.deepEqual(ids((await find(`ticketId=${caisTicket.id}`)).tickets), [caisTicket.id]);
  assert.deepEqual((await find(`ticketId=${caisTicket.id}&brandId=${aurora.id}`)).tickets, []);
});

test('a receipt is found by its number, with its attempt and without its customer', async () => {
  const { number, attemptId, id } = await findReceipt(aurora.id, 'desc');
  const { receipts } = await find(`number=${number}&brandId=${aurora.id}`);
  const [receipt] = receipts;
  const { decidedAt, ...rest } = receipt;
  assert.deepEqual(rest, { type: 'receipt', id, number, attemptId, brand: aurora });
  assert.match(decidedAt, /^20\d\d-/);
  const everywhere = await find('number=1');
  assert.ok(everywhere.receipts.length >= 2, 'the first receipt of each brand is found');
  assert.deepEqual((await find(`number=${number + 1}&brandId=${aurora.id}`)).receipts, []);
  assert.deepEqual((await find(`number=${Number.MAX_SAFE_INTEGER}`)).receipts, []);
});

test('an attempt is found by its id in every brand', async () => {
  const { attemptId } = await findReceipt(cais.id, 'asc');
  const { attempts } = await find(`attemptId=${attemptId}`);
  assert.deepEqual(Object.keys(attempts[0]).toSorted(), ['brand', 'createdAt', 'id', 'state', 'type']);
  assert.deepEqual([attempts[0].id, attempts[0].brand], [attemptId, cais]);
  assert.deepEqual((await find(`attemptId=${attemptId}&brandId=${aurora.id}`)).attempts, []);
  assert.deepEqual((await find(`attemptId=${uuidv7()}`)).attempts, []);
});

test('the brand reads that its receipt or attempt was searched for, with what was typed, and another brand reads nothing', async () => {
  await product.owner.query('truncate support_access_log');
  const { number, attemptId } = await findReceipt(aurora.id, 'desc');
  await find(`number=${number}&brandId=${aurora.id}`);
  await find(`number=${number}&brandId=${aurora.id}`);
  await find(`attemptId=${attemptId}`);
  const accesses = await readAccessLog(auroraManager);
  assert.deepEqual(
    accesses.map(({ searched }: { searched: string }) => searched).toSorted(),
    [attemptId, String(number)].toSorted(),
    'the same search within half an hour is one entry',
  );
  assert.match(accesses[0].sentence, /^Buscou uma tentativa de contato pelo número/);
  assert.deepEqual(await readAccessLog(caisManager), []);
  await find(`number=${number + 1}&brandId=${cais.id}`);
  assert.deepEqual(await readAccessLog(caisManager), [], 'a search that finds nothing in a brand is not in its log');
});

test('the finder shows ten tickets of a number, and says that there are more', async () => {
  await product.owner.query('truncate tickets_seen, ticket_messages, tickets');
  await product.owner.query(
    `insert into brands (brand_id, slug, name, article, plan, zone, portfolio_only, created_at)
     select gen_random_uuid(), 'muitas-' || n, 'Muitas ' || n, 'a', 'growth', zone, portfolio_only, created_at
     from brands, generate_series(1, 11) n where slug = 'aurora'`,
  );
  await product.owner.query(
    `with p as (insert into people (brand_id, id, role, name, created_at)
       select brand_id, gen_random_uuid(), 'brand_manager', 'Gi', created_at from brands where slug like 'muitas-%'
       returning brand_id, id)
     insert into tickets (brand_id, id, number, kind, reason, opened_by, opened_name, created_at, updated_at)
     select brand_id, gen_random_uuid(), 77, 'deactivate', 'x', id, 'Gi', now(), now() from p`,
  );
  const { tickets, more } = await find('number=77');
  assert.deepEqual([tickets.length, more], [10, true]);
});

test('only support may use the finder, and a search without a valid number or id is refused', async () => {
  const others = [auroraManager, await product.held('paulista@aurora.example', '9999')];
  for (const client of others) assert.equal((await client.get('/api/v1/finder?number=1')).status, 403);
  assert.equal((await product.device().get('/api/v1/finder?number=1')).status, 401);
  for (const query of ['', `brandId=${brisa.id}`, 'number=0', 'number=1.5', 'number=x', 'attemptId=1'])
    assert.equal((await support.get(`/api/v1/finder?${query}`)).status, 400, query);
});

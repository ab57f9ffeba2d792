/** What one attempt costs the database, from the request to the answer: session and turn, BEGIN and COMMIT included. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';
import { recordStatements, type Sent } from '#kit/statement-recorder.ts';

const product = await startDemoServer();

const NOON = '2026-11-23T15:00:00.000Z';

/** The statements of one plain allowed attempt; the first tries may meet statements of the server's own chores. */
async function statementsOf(attempt: () => Promise<unknown>): Promise<readonly Sent[]> {
  for (let tries = 0; tries < 20; tries += 1) {
    const sent = await recordStatements(attempt);
    if (!sent.some(({ name }) => /^(find_brands_with_due|touch_probe_row|read_demo_clock)$/.test(name ?? '')))
      return sent;
  }
  throw new Error('the server never rests');
}

test('a plain allowed attempt sends at most 9 statements in 3 round trips, session and turn included', async () => {
  await product.at(NOON);
  const ana = await product.held('paulista@aurora.example', '1111');
  const { rows: customers } = await product.owner.query<{ id: string }>(
    `select c.id from customers c join people p on p.brand_id = c.brand_id and p.id = c.seller_id
     where p.name = 'Ana Lima' and c.permission = 'granted' and c.opted_out_at is null and c.phone_kind = 'mobile'
       and c.wrong_number_at is null and c.availability = 'present' order by c.id`,
  );
  const attempt = async () => {
    const customerId = customers.pop()?.id;
    const asked = await ana.post('/api/v1/attempts', { customerId, text: 'Oi' }, { 'idempotency-key': uuidv7() });
    assert.equal(asked.status, 201, JSON.stringify(asked.body));
  };
  // The first one reads the policy's log and the head of the chain, which are kept from then on.
  await attempt();
  const sent = await statementsOf(attempt);
  const told = sent.map(({ flight, name, text }) => `${flight} ${name ?? text.slice(0, 60)}`).join('\n');
  assert.ok(sent.length <= 9, `${sent.length} statements:\n${told}`);
  assert.ok(new Set(sent.map(({ flight }) => flight)).size <= 3, told);

  const last = sent.at(-1)?.flight;
  const leaving = sent.filter(({ flight }) => flight === last).map(({ text }) => text);
  assert.ok(
    leaving.some((each) => each.includes('advance_ledger')) && leaving.includes('commit'),
    `the ledger is locked for longer:\n${told}`,
  );
});

test('a touch of the turn is not in the transaction that decides, whose commit waits for the disk (R4)', async () => {
  await product.at(NOON);
  const bruno = await product.held('paulista@aurora.example', '2222');
  const { rows } = await product.owner.query<{ id: string }>(
    `select c.id from customers c join people p on p.brand_id = c.brand_id and p.id = c.seller_id
     where p.name like 'Bruno%' and c.availability = 'present' order by c.id limit 1`,
  );
  const body = { customerId: rows[0]?.id, text: 'Oi' };
  const sent = await recordStatements(() => bruno.post('/api/v1/attempts', body, { 'idempotency-key': uuidv7() }));
  const begin = sent.findIndex(({ text }) => text.startsWith('begin;'));
  const caller = sent.findIndex(({ name }) => name === 'find_caller');
  assert.ok(caller !== -1 && begin !== -1);
  assert.ok(sent[caller]?.flight !== sent[begin]?.flight);
  const deciding = sent.filter(({ text }) => /synchronous_commit|find_caller/.test(text));
  assert.deepEqual(
    deciding.map(({ name }) => name),
    ['find_caller'],
  );
});

test('a request does not wait for a turn whose row somebody else has locked, and neither do others', async () => {
  const ana = await product.held('paulista@aurora.example', '1111');
  const client = await product.owner.connect();
  try {
    await client.query('begin');
    await client.query('select from turns where ended_at is null for update');
    const [touching, reading] = await Promise.all([ana.put('/api/v1/session/turn'), ana.get('/api/v1/session')]);
    assert.deepEqual([touching.status, reading.status], [200, 200]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

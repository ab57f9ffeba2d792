/**
 * Tests how many statements one attempt sends to the database, from the request to the answer: session, turn, BEGIN
 * and COMMIT included.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';
import { recordStatements, type Sent } from '#kit/statement-recorder.ts';

const product = await startDemoServer();

const NOON = '2026-11-23T15:00:00.000Z';

/**
 * Returns the statements of one plain allowed attempt; repeats the attempt while the server's own background
 * statements are among them.
 */
async function recordAttempt(attempt: () => Promise<unknown>): Promise<readonly Sent[]> {
  for (let tries = 0; tries < 20; tries += 1) {
    const sent = await recordStatements(attempt);
    if (
      !sent.some(({ name }) =>
        /^(find_brands_with_due|find_brands_with_moves_due|touch_probe_row|read_demo_clock)$/.test(name ?? ''),
      )
    )
      return sent;
  }
  throw new Error('20 attempts in a row had the server’s background statements among their own');
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
  // The first attempt loads the policy log and the head of the chain, which the server remembers from then on.
  await attempt();
  const sent = await recordAttempt(attempt);
  const listing = sent.map(({ flight, name, text }) => `${flight} ${name ?? text.slice(0, 60)}`).join('\n');
  assert.ok(sent.length <= 9, `${sent.length} statements:\n${listing}`);
  assert.ok(new Set(sent.map(({ flight }) => flight)).size <= 3, listing);

  const last = sent.at(-1)?.flight;
  const lastTexts = sent.filter(({ flight }) => flight === last).map(({ text }) => text);
  assert.ok(
    lastTexts.some((each) => each.includes('advance_ledger')) && lastTexts.includes('commit'),
    `the ledger’s lock is not released in the last round trip:\n${listing}`,
  );
});

test('the turn’s last use is not written in the deciding transaction, whose commit waits for the disk (R4)', async () => {
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
  const deciding = sent.filter(({ text }) => /synchronous_commit|identify_caller/.test(text));
  assert.deepEqual(
    deciding.map(({ name }) => name),
    ['find_caller'],
  );
});

test('no request waits for a turn’s row that another transaction has locked', async () => {
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

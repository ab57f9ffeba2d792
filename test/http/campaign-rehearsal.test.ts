/** The rehearsal of a campaign over HTTP: its shape, its fixes, who may ask, and a request that is given up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-23T12:30:00.000Z');
const manager = await product.person('gestao@aurora.example');
const path = '/api/v1/campaigns/rehearsal';
const CAMPAIGN = {
  name: 'Ensaio',
  text: 'Oi, {primeiro_nome}!',
  from: '2026-11-23',
  to: '2026-11-27',
  perSellerDay: 5,
};

test('a campaign is rehearsed before it is saved: each customer is counted once, and each day adds up', async () => {
  const { status, body } = await manager.post(path, CAMPAIGN);
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual([body.isEstimate, body.from, body.to], [false, '2026-11-23', '2026-11-27']);
  const sum = (list: readonly { count: number }[]) => list.reduce((all, { count }) => all + count, 0);
  assert.ok(body.total > 0);
  assert.equal(sum(body.sellers) + sum(body.leftOut) + body.doesNotFit.count, body.total);
  for (const day of body.days) {
    assert.equal(
      day.hours.reduce((all: number, each: number) => all + each, 0),
      day.sent,
      day.date,
    );
    assert.equal(day.quietByHour[21], 1);
    assert.equal(day.hours[21], 0, 'nothing is sent in quiet hours');
  }
  assert.ok(body.lastServedOn >= '2026-11-23');
  const drafts = await manager.get('/api/v1/campaigns?state=draft');
  assert.ok(!JSON.stringify(drafts.body).includes('Ensaio'), 'nothing is saved');
});

test('what makes a campaign fit was rehearsed: with the value nobody is without a place', async () => {
  const small = { ...CAMPAIGN, to: '2026-11-24', perSellerDay: 1 };
  const { body } = await manager.post(path, { ...small, answer: 'fixes' });
  assert.ok(body.doesNotFit.count > 0);
  assert.ok(body.doesNotFit.fixes.length > 0, JSON.stringify(body.doesNotFit));
  for (const { field, ...change } of body.doesNotFit.fixes) {
    if (field === 'suggestionsPerSellerDay') continue;
    const fitting = await manager.post(path, { ...small, ...change });
    assert.equal(fitting.body.doesNotFit.count, 0, JSON.stringify(change));
  }
});

test('first figures come for the same days, and a fault of the text is named', async () => {
  const first = await manager.post(path, { ...CAMPAIGN, answer: 'first' });
  assert.equal(first.status, 200);
  assert.equal(first.body.days.length > 0, true);
  const refused = await manager.post(path, { ...CAMPAIGN, text: '{apelido}' });
  assert.deepEqual([refused.status, refused.body.faults[0].path], [400, 'text']);
});

test('only those who change campaigns may rehearse one', async () => {
  for (const pin of ['1111', '9999']) {
    const person = await product.held('paulista@aurora.example', pin);
    assert.equal((await person.post(path, CAMPAIGN)).status, 403);
  }
});

test('a saved campaign is rehearsed under its id, and the id of another brand is not found', async () => {
  const { id } = (await manager.post('/api/v1/campaigns', { ...CAMPAIGN, name: 'Salva' })).body;
  assert.equal((await manager.post(path, { ...CAMPAIGN, campaignId: id })).status, 200);
  const stranger = await product.person('gestao@brisa.example');
  assert.equal((await stranger.post(path, { ...CAMPAIGN, campaignId: id })).status, 404);
});

/**
 * Publishing or suspending for a ticket: the policy event and the ticket's answer are one commit, and the brand reads
 * both (A1, A2, A5, A7).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';
import { publicationBody } from '#kit/publication-body.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const support = await product.person('suporte@oto.example');
const brandManager = await product.person('gestao@aurora.example');
const caisManager = await product.person('gestao@cais.example');
const { body: brands } = await support.get('/api/v1/brands');
const [aurora, , cais] = brands.items;
const hours = `/api/v1/brands/${aurora.id}/quiet-hours`;

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const policyFrom = (start: string) => ({ windows: [{ days, start, end: '08:00' }] });
const openTicket = async (kind: string, times: Record<string, string> = {}) =>
  (await brandManager.post('/api/v1/tickets', { kind, reason: 'As lojas fecham mais tarde.', ...times })).body;
const readTicket = async (id: string) => (await brandManager.get(`/api/v1/tickets/${id}`)).body;
const listVersions = async () => (await support.get(`${hours}/versions`)).body.items;

test('A2: a publication closes the ticket that asked for it, with support’s text and the version, in one commit', async () => {
  const { id } = await openTicket('change', { start: '21:00', end: '08:00' });
  const published = await support.post(hours, {
    ...publicationBody(policyFrom('21:00')),
    ticketId: id,
    answer: 'Pronto, Gabriela: vale das 21:00 às 08:00.',
  });
  assert.equal(published.status, 201);
  const ticket = await readTicket(id);
  assert.equal(ticket.state, 'closed');
  assert.equal(ticket.version, published.body.version);
  const { side, author, text, version } = ticket.messages.at(-1);
  assert.deepEqual(
    { side, author, text, version },
    {
      side: 'support',
      author: 'Sofia Lacerda',
      text: 'Pronto, Gabriela: vale das 21:00 às 08:00.',
      version: published.body.version,
    },
  );
});

test('A1, A7: a suspension may close the ticket that asked to deactivate', async () => {
  const { id } = await openTicket('deactivate');
  const answer = 'Em pausa a partir de agora.';
  const paused = await support.post(`${hours}/suspend`, { until: null, reason: 'Pedido', ticketId: id, answer });
  assert.equal(paused.status, 200);
  const ticket = await readTicket(id);
  assert.equal(ticket.state, 'closed');
  assert.equal(ticket.version, null);
  assert.equal(ticket.messages.at(-1).text, answer);
  await support.post(`${hours}/resume`, { reason: 'De volta' });
});

test('nothing is published for an unknown ticket or another brand’s, and that ticket is not answered', async () => {
  const { id } = (await caisManager.post('/api/v1/tickets', { kind: 'deactivate', reason: 'Férias' })).body;
  const before = await listVersions();
  for (const ticketId of [id, uuidv7()]) {
    const body = { ...publicationBody(policyFrom('19:00'), 'Engano'), ticketId, answer: 'Oi' };
    assert.equal((await support.post(hours, body)).status, 404);
    assert.equal((await support.post(`${hours}/suspend`, { ...body, until: null })).status, 400);
    const pause = { until: null, reason: 'Engano', ticketId, answer: 'Oi' };
    assert.equal((await support.post(`${hours}/suspend`, pause)).status, 404);
  }
  assert.deepEqual(await listVersions(), before);
  const { body: caisTicket } = await caisManager.get(`/api/v1/tickets/${id}`);
  assert.equal(caisTicket.state, 'open');
  assert.ok(caisTicket.messages.every(({ side }: { side: string }) => side === 'brand'));
});

test('an answer without a ticket is refused with the field at fault, and nothing is published', async () => {
  const before = await listVersions();
  const refused = await support.post(hours, { policy: policyFrom('19:00'), reason: 'Sem chamado', answer: 'Oi' });
  assert.equal(refused.status, 400);
  assert.equal(refused.body.faults[0].path, 'ticketId');
  assert.deepEqual(await listVersions(), before);
});

test('A4: lints that support has not confirmed are named, and nothing is published until all are confirmed', async () => {
  const short = { windows: [{ days, start: '20:00', end: '23:59' }] };
  const before = await listVersions();
  const body = { policy: short, effective: 'now', reason: 'Pedido da marca' };
  const refused = await support.post(hours, body);
  assert.equal(refused.status, 422);
  assert.equal(refused.body.type, '/problems/lints-unconfirmed');
  const codes = refused.body.lints.map(({ code }: { code: string }) => code);
  assert.ok(codes.includes('end_2359'), codes.join());
  for (const { sentence, places } of refused.body.lints) {
    assert.match(sentence, /\S.*[.?]$/);
    assert.ok(Array.isArray(places));
  }
  assert.deepEqual(await listVersions(), before);

  const partlyConfirmed = await support.post(hours, { ...body, confirmed: codes.slice(1) });
  assert.deepEqual(
    partlyConfirmed.body.lints.map(({ code }: { code: string }) => code),
    codes.slice(0, 1),
  );
  assert.equal((await support.post(hours, { ...body, confirmed: codes })).status, 201);
});

test('A4: a policy without lints needs no confirmation', async () => {
  assert.equal(
    (await support.post(hours, { policy: policyFrom('22:00'), effective: 'now', reason: 'De volta' })).status,
    201,
  );
});

test('A7: a brand cannot publish, neither for itself nor for another brand', async () => {
  const { id } = await openTicket('change', { start: '22:00', end: '08:00' });
  const body = { policy: policyFrom('22:00'), reason: 'Eu mesma', ticketId: id, confirmed: [] };
  assert.equal((await brandManager.post(hours, body)).status, 403);
  assert.equal((await brandManager.post(`/api/v1/brands/${cais.id}/quiet-hours`, body)).status, 403);
});

test('A7: the brand manager reads the history of the brand’s policy, and no other person of the brand does', async () => {
  const { status, body } = await brandManager.get('/api/v1/quiet-hours/versions');
  assert.equal(status, 200);
  assert.deepEqual(
    body.items.map(({ revision }: { revision: number }) => revision),
    (await listVersions()).map(({ revision }: { revision: number }) => revision),
  );
  const ana = await product.held('paulista@aurora.example', '1111');
  assert.equal((await ana.get('/api/v1/quiet-hours/versions')).status, 403);
  const others = (await caisManager.get('/api/v1/quiet-hours/versions')).body.items;
  assert.ok(others.every(({ reason }: { reason: string }) => !reason.includes('Chamado da marca')));
});

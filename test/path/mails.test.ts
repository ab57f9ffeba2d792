/** Mails about tickets and quiet hours, with a real mail server on loopback: who gets them, and what happens to those that fail. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { startMailServer } from '#kit/mail-server.ts';
import { publicationBody } from '#kit/publication-body.ts';

const mails = await startMailServer();
const product = await startDemoServer({ mailUrl: mails.url });
// On a Thursday no summary of a week is due.
await product.at('2026-11-26T15:00:00.000Z');
const { owner, base } = product;
const support = await product.person('suporte@oto.example');
const aurora = await product.person('gestao@aurora.example');
const brisa = await product.person('gestao@brisa.example');

const WISH = { kind: 'change', start: '21:00', end: '08:00', reason: 'A cliente Ana Souza reclamou.' };
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

beforeEach(async () => {
  mails.refuse(false);
  await owner.query(`update auth."user" set "mailsOff" = '{}'`);
  await untilEmpty();
});

async function openTicket(): Promise<{ id: string; number: number; brand: { id: string } }> {
  const { status, body } = await aurora.post('/api/v1/tickets', WISH);
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

const post = (client: Client, id: string, text: string) => client.post(`/api/v1/tickets/${id}/messages`, { text });

/** Opens a ticket and takes the mail that tells support of it. */
async function openTold() {
  const ticket = await openTicket();
  await mails.next();
  return ticket;
}

/** Polls until a statement of the owner finds a row, and returns the row; throws where that never happens. */
async function untilFound(text: string) {
  for (let polls = 0; polls < 20_000; polls++) {
    const { rows } = await owner.query(text);
    if (rows[0] !== undefined) return rows[0];
  }
  throw new Error(`No row was ever found: ${text}`);
}

const untilEmpty = () => untilFound('select 1 where not exists (select from auth.outgoing_mails)');

const makeDue = (more = '') =>
  owner.query(`with due as (update auth.outgoing_mails set next_try_at = now() - interval '1 minute' ${more})
    select pg_notify('oto_mails', '')`);

async function countOf(kind: string, outcome: string): Promise<number> {
  const text = await (await fetch(`${base}/metrics`)).text();
  return Number(new RegExp(`oto_mails_total\\{kind="${kind}",outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? 0);
}

test('a new ticket is told to support with a link to the ticket, and without a word of what the brand wrote', async () => {
  const { id, number } = await openTicket();
  const mail = await mails.next();
  assert.deepEqual([mail.to, mail.subject], ['suporte@oto.example', `Chamado ${number} da Aurora`]);
  assert.ok(mail.text.includes(`${base}/suporte/chamados/${id}`), mail.text);
  assert.doesNotMatch(mail.text + mail.html, /Ana Souza|reclamou/);
  await untilEmpty();
});

test('support’s answer is told to the person who asked, and to nobody of another brand', async () => {
  const { id, number } = await openTold();
  assert.equal((await post(support, id, 'Vamos olhar.')).status, 201);
  const mail = await mails.next();
  assert.deepEqual([mail.to, mail.subject], ['gestao@aurora.example', `Resposta ao chamado ${number}`]);
  assert.ok(mail.text.includes(`${base}/chamados/${id}`), mail.text);
  assert.doesNotMatch(mail.text + mail.html, /Vamos olhar/);
  assert.equal((await post(aurora, id, 'Obrigada!')).status, 201);
  assert.deepEqual((await mails.next()).subject, `Mensagem no chamado ${number} da Aurora`);
  await untilEmpty();
  assert.ok(mails.received.every(({ to }) => !to.endsWith('brisa.example')));
});

test('where the person who asked has no e-mail, the brand’s managers get the answer', async () => {
  const { id } = await openTold();
  await owner.query(
    `update tickets set opened_by = (select id from people p where p.brand_id = tickets.brand_id
    and p.role = 'seller' limit 1) where id = $1`,
    [id],
  );
  await post(support, id, 'Vamos olhar.');
  assert.equal((await mails.next()).to, 'gestao@aurora.example');
});

test('a publication, a suspension and a resumption are told, the first with the hours', async () => {
  const { id, brand } = await openTold();
  const hours = `/api/v1/brands/${brand.id}/quiet-hours`;
  const published = await support.post(hours, {
    ...publicationBody({ windows: [{ days, start: '21:00', end: '08:00' }] }),
    ticketId: id,
    answer: 'Pronto.',
  });
  assert.equal(published.status, 201, JSON.stringify(published.body));
  const told = await mails.next();
  assert.deepEqual([told.to, told.subject], ['gestao@aurora.example', 'Horário de Silêncio da Aurora: novo horário']);
  assert.match(told.text, /Todos os dias, das 21:00 às 08:00/);
  assert.ok(told.text.includes(`/chamados/${id}`));

  assert.equal((await support.post(`${hours}/suspend`, { until: null, reason: 'pedido da marca' })).status, 200);
  const paused = await mails.next();
  assert.deepEqual([paused.to, paused.subject], ['gestao@aurora.example', 'Horário de Silêncio da Aurora: em pausa']);
  assert.equal((await support.post(`${hours}/resume`, { reason: 'pedido da marca' })).status, 200);
  assert.equal((await mails.next()).subject, 'Horário de Silêncio da Aurora: de volta');
});

test('a mail is in the language in which its reader last signed in', async () => {
  const english = product.device();
  const signedIn = await english.post(
    '/api/v1/session',
    { email: 'suporte@oto.example', password: 'suporte-demo' },
    { 'accept-language': 'en' },
  );
  assert.equal(signedIn.status, 200);
  const { number } = await openTicket();
  assert.equal((await mails.next()).subject, `Ticket ${number} of Aurora`);
  await owner.query(`update auth."user" set "language" = 'pt-BR' where "email" = 'suporte@oto.example'`);
});

test('a kind that the reader switched off on the own account is not sent, and the others are', async () => {
  const { body } = await support.get('/api/v1/account');
  assert.deepEqual(body.mails, [
    { kind: 'ticket_opened', wanted: true },
    { kind: 'ticket_message', wanted: true },
  ]);
  assert.equal((await support.put('/api/v1/account/mails', { kind: 'ticket_opened', wanted: false })).status, 204);
  const { id, number } = await openTicket();
  await untilEmpty();
  assert.ok((await countOf('ticket_opened', 'unwanted')) > 0);
  await post(aurora, id, 'Mais uma coisa.');
  assert.equal((await mails.next()).subject, `Mensagem no chamado ${number} da Aurora`);
  const { body: after } = await support.get('/api/v1/account');
  assert.deepEqual(
    after.mails.map(({ wanted }: { wanted: boolean }) => wanted),
    [false, true],
  );
});

test('nobody switches off a kind that the own role does not get, and a store’s device chooses nothing', async () => {
  const wish = { kind: 'ticket_opened', wanted: false };
  assert.equal((await aurora.put('/api/v1/account/mails', wish)).status, 404);
  const carla = await product.held('paulista@aurora.example', '9999');
  assert.equal((await carla.put('/api/v1/account/mails', wish)).status, 404);
  assert.deepEqual((await carla.get('/api/v1/account')).body.mails, []);
  assert.deepEqual(
    (await brisa.get('/api/v1/account')).body.mails.map(({ kind }: { kind: string }) => kind),
    ['ticket_answered', 'hours_changed', 'week_summary'],
  );
});

test('the link in a mail switches such mails off and on again without a sign-in', async () => {
  await openTicket();
  const [, token = ''] = /\/emails#(\S+)/.exec((await mails.next()).text) ?? [];
  const choose = (wanted: boolean, of = token) => product.device().put('/api/v1/mails/choice', { token: of, wanted });
  assert.deepEqual((await choose(false)).body, { kind: 'ticket_opened', wanted: false });
  await openTicket();
  await untilEmpty();
  assert.deepEqual((await choose(true)).body, { kind: 'ticket_opened', wanted: true });
  const { number } = await openTicket();
  assert.equal((await mails.next()).subject, `Chamado ${number} da Aurora`);
  for (const wrong of ['x', token.slice(1), `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`]) {
    assert.equal((await choose(false, wrong)).body.type, '/problems/mail-link-unknown');
  }
});

test('a mail program switches such mails off with one click, as RFC 8058 says', async () => {
  await openTicket();
  const { unsubscribe } = await mails.next();
  assert.equal(unsubscribe?.post, 'List-Unsubscribe=One-Click');
  const click = (url: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
      body: 'List-Unsubscribe=One-Click',
    });
  assert.equal((await click(unsubscribe?.url ?? '')).status, 204);
  await openTicket();
  await untilEmpty();
  assert.equal((await click(`${base}/emails?token=guessed`)).status, 404);
});

test('a mail that the mail server refuses loses no ticket, is tried again, and leaves then', async () => {
  mails.refuse(true);
  const failed = await countOf('ticket_opened', 'failed');
  const { number } = await openTicket();
  await untilFound(
    "select from auth.outgoing_mails where tries = 1 and next_try_at > now() and next_try_at < now() + interval '2 minutes'",
  );
  assert.equal(await countOf('ticket_opened', 'failed'), failed + 1);
  mails.refuse(false);
  await makeDue();
  assert.equal((await mails.next()).subject, `Chamado ${number} da Aurora`);
  await untilEmpty();
});

test('after the sixth refusal a mail is given up', async () => {
  mails.refuse(true);
  await openTicket();
  await untilFound("select from auth.outgoing_mails where tries = 1 and next_try_at < now() + interval '2 minutes'");
  await makeDue(', tries = 5');
  await untilEmpty();
  assert.equal(await countOf('ticket_opened', 'given_up'), 1);
});

test('the mail of a server that crashed while sending is sent after its lease, and not before', async () => {
  const lost = await openTold();
  const claimed = `insert into auth.outgoing_mails (account_id, kind, brand_id, ticket_id, queued_at, next_try_at, tries)
    select u."id", 'ticket_opened', $1, $2, now(), now() + interval '4 minutes', 1 from auth."user" u
    where u."email" = 'suporte@oto.example'`;
  await owner.query(claimed, [lost.brand.id, lost.id]);
  const other = await openTicket();
  assert.equal((await mails.next()).subject, `Chamado ${other.number} da Aurora`);
  await makeDue();
  assert.equal((await mails.next()).subject, `Chamado ${lost.number} da Aurora`);
  await untilEmpty();
});

test('two servers send each mail once', async () => {
  await product.another({ listens: true });
  const before = mails.received.length;
  const opened = await Promise.all(Array.from({ length: 6 }, openTicket));
  for (const _ of opened) await mails.next();
  await untilEmpty();
  assert.deepEqual(
    mails.received
      .slice(before)
      .map(({ subject }) => subject)
      .toSorted(),
    opened.map(({ number }) => `Chamado ${number} da Aurora`).toSorted(),
  );
});

test('messages that follow one another in a ticket make one mail as long as it waits', async () => {
  const { id, brand } = await openTold();
  const queue = `select insert_mails_to_support('ticket_message', $1, $2, now() + interval '1 hour')`;
  const client = await owner.connect();
  try {
    await client.query(`select set_config('oto.brand', $1, false)`, [brand.id]);
    for (let n = 0; n < 3; n++) await client.query(queue, [brand.id, id]);
    const { rows } = await client.query(`select kind from auth.outgoing_mails where ticket_id = $1`, [id]);
    assert.deepEqual(rows, [{ kind: 'ticket_message' }]);
    // Another brand than the transaction's queues nothing.
    const { rows: others } = await client.query(`select brand_id from brands where slug = 'brisa'`);
    await client.query(queue, [others[0].brand_id, id]);
    assert.equal((await client.query('select from auth.outgoing_mails')).rows.length, 1);
  } finally {
    await client.query(`select set_config('oto.brand', '', false)`);
    await client.query('delete from auth.outgoing_mails');
    client.release();
  }
});

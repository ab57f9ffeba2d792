/**
 * Tests the weekly mail with a real mail server on loopback: who gets it and when, once by any number of servers, and
 * how it is switched off.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { queueWeekMails } from '#flows/mail/queue-week-mails.ts';
import { readWeekFacts } from '#flows/mail/read-week-facts.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { type ReceivedMail, startMailServer } from '#kit/mail-server.ts';

const mails = await startMailServer();
const product = await startDemoServer({ mailUrl: mails.url });
const { owner, base, db } = product;
const servers = [base, await product.another({ listens: true })];

/**
 * Makes mails due that no server has tried: a server that had not followed the demo's clock yet has postponed them. Mails
 * that a server is sending have been tried, and stay with that server.
 */
const MAKE_POSTPONED_DUE = `with due as (update auth.outgoing_mails set next_try_at = now() - interval '1 minute'
  where tries = 0 and next_try_at > now()) select pg_notify('oto_mails', '')`;

/** Polls until a statement of the owner finds a row; throws where that never happens. */
async function untilFound(text: string) {
  for (let polls = 0; polls < 20_000; polls++) {
    if (polls % 500 === 499) await owner.query(MAKE_POSTPONED_DUE);
    const { rows } = await owner.query(text);
    if (rows[0] !== undefined) return rows[0];
  }
  const { rows: weeks } = await owner.query('select brand_id, week_on::text from week_mails');
  const outcomes = await Promise.all(
    servers.map(async (each) => (await (await fetch(`${each}/metrics`)).text()).match(/oto_mails_total.*/g)),
  );
  const { rows: waiting } = await owner.query('select kind, tries, next_try_at, week_on from auth.outgoing_mails');
  throw new Error(`No row was ever found: ${text}: ${JSON.stringify({ weeks, waiting, outcomes })}`);
}

const AURORA = "(select brand_id from brands where slug = 'aurora')";
const untilSent = (weekOn: string) =>
  untilFound(`select from week_mails where brand_id = ${AURORA} and week_on = '${weekOn}'
    and not exists (select from auth.outgoing_mails where brand_id = ${AURORA})`);
const makeDue = () =>
  owner.query(`with due as (update auth.outgoing_mails set next_try_at = now() - interval '1 minute')
    select pg_notify('oto_mails', '')`);
const idOfAurora = async () => (await owner.query(`select ${AURORA} as id`)).rows[0].id as string;
const queueAt = async (at: string, brandId: string) => queueWeekMails(createFlowDeps(db, at), brandId);

/** The readers of the mails that arrived after the first `from`, in the order of their addresses. */
const readersSince = (from: number) =>
  mails.received
    .slice(from)
    .map(({ to }) => to)
    .filter((to) => to.endsWith('aurora.example'))
    .toSorted();
const mailTo = (email: string, from = 0) => mails.received.slice(from).find(({ to }) => to === email) as ReceivedMail;

async function countOf(outcome: string): Promise<number> {
  const counts = await Promise.all(
    servers.map(async (each) => {
      const text = await (await fetch(`${each}/metrics`)).text();
      return Number(
        new RegExp(`oto_mails_total\\{kind="week_summary",outcome="${outcome}"\\} (\\d+)`).exec(text)?.[1] ?? 0,
      );
    }),
  );
  return counts.reduce((sum, each) => sum + each, 0);
}

const ALL = ['carla@aurora.example', 'fatima@aurora.example', 'gestao@aurora.example'];
/** Monday, 08:00 in São Paulo, when the store in Fernando de Noronha opens. */
const MONDAY = '2026-11-16T11:00:00.000Z';

test('nothing is queued in quiet hours, before 08:00, or after three days', async () => {
  const aurora = await idOfAurora();
  for (const at of ['2026-11-16T03:00:00Z', '2026-11-16T10:59:59.999Z', '2026-11-17T03:30:00Z', '2026-11-19T15:00:00Z'])
    assert.equal(await queueAt(at, aurora), false, at);
  assert.deepEqual((await owner.query('select from week_mails')).rows, []);
});

test('on Monday morning two servers send the summary once to each manager, in the reader’s language and with the Panorama’s figures', async () => {
  const english = product.device();
  const sign = { email: 'gestao@aurora.example', password: 'aurora-demo' };
  assert.equal((await english.post('/api/v1/session', sign, { 'accept-language': 'en' })).status, 200);
  await product.at(MONDAY);
  await untilSent('2026-11-09');
  assert.deepEqual(readersSince(0), ALL);

  const toBrand = mailTo('gestao@aurora.example');
  assert.equal(toBrand.subject, 'The week in short: Aurora, 9 Nov to 15 Nov');
  const { body: panorama } = await english.get('/api/v1/reports/panorama?from=2026-11-09&to=2026-11-15');
  assert.ok(panorama.figures.sent > 0);
  assert.match(toBrand.text, new RegExp(`^Contacts sent: ${panorama.figures.sent} \\(`, 'm'));
  assert.match(toBrand.text, new RegExp(`^Evenings worked: ${panorama.figures.eveningsWorked} \\(`, 'm'));
  assert.match(toBrand.text, /\/panorama\?dias=datas&de=2026-11-09&ate=2026-11-15$/m);

  const toStore = mailTo('carla@aurora.example');
  assert.equal(toStore.subject, 'Resumo da semana: Paulista, 9 nov a 15 nov');
  const carla = await product.person('carla@aurora.example');
  const { body: own } = await carla.get('/api/v1/reports/panorama?from=2026-11-09&to=2026-11-15');
  assert.match(toStore.text, new RegExp(`^Contatos enviados: ${own.figures.sent} \\(`, 'm'));
});

test('the preview is the mail that was sent', async () => {
  const carla = await product.person('carla@aurora.example');
  const { body } = await carla.get('/api/v1/reports/week');
  const sent = mailTo('carla@aurora.example');
  const ofServer = (text: string) =>
    text
      .trim()
      .replaceAll('\r\n', '\n')
      .replaceAll(/http:\/\/localhost:\d+/g, base);
  assert.deepEqual([body.mail.wanted, body.mail.to, body.mail.subject], [true, sent.to, sent.subject]);
  assert.equal(ofServer(body.mail.text), ofServer(sent.text));
});

test('no further call queues the same week again, also after a restart or another move of the clock', async () => {
  const before = mails.received.length;
  const aurora = await idOfAurora();
  for (const at of [MONDAY, '2026-11-16T15:00:00Z', '2026-11-18T15:00:00Z'])
    assert.equal(await queueAt(at, aurora), false, at);
  servers.push(await product.another({ listens: true }));
  await product.at('2026-11-16T15:00:00.000Z');
  // The other brands' stores have opened meanwhile, so that their week shows that the round was made.
  await untilFound(`select from week_mails w where (select count(*) from week_mails) = 3
    and not exists (select from auth.outgoing_mails)`);
  assert.deepEqual(readersSince(before), []);
});

test('of many calls at one time, one queues the mails of a brand', async () => {
  const { brandId } = await aBrand(owner);
  const queued = await Promise.all(Array.from({ length: 6 }, () => queueAt(MONDAY, brandId)));
  assert.deepEqual(queued.filter(Boolean), [true]);
});

test('a server that starts on Wednesday queues the mails, and one that starts on Thursday does not', async () => {
  const [late, tooLate] = [await aBrand(owner), await aBrand(owner)];
  assert.equal(await queueAt('2026-11-18T22:59:00Z', late.brandId), true);
  assert.equal(await queueAt('2026-11-19T15:00:00Z', tooLate.brandId), false);
});

test('a brand in which nothing happened in both weeks, and a person who is no manager, get no mail', async () => {
  const { brandId, gestora } = await aBrand(owner);
  const deps = { db, timelines: new Timelines(), now: () => Date.parse(MONDAY) };
  const factsOf = (of: string, personId: string) =>
    readWeekFacts(deps, { brandId: of, personId, weekOn: '2026-11-09' });
  assert.equal(await factsOf(brandId, gestora.personId), null);
  const aurora = await idOfAurora();
  const idOf = async (name: string) =>
    (await owner.query(`select id from people where brand_id = $1 and name = $2`, [aurora, name])).rows[0].id;
  assert.equal((await factsOf(aurora, await idOf('Gabriela Paz')))?.kind, 'week_summary');
  assert.equal(await factsOf(aurora, await idOf('Ana Lima')), null);
  assert.equal(await factsOf(brandId, await idOf('Gabriela Paz')), null);
});

test('one click in the mail switches it off, and the next week goes to the others', async () => {
  const { unsubscribe } = mailTo('carla@aurora.example');
  assert.equal(unsubscribe?.post, 'List-Unsubscribe=One-Click');
  const click = await fetch(unsubscribe?.url ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.example' },
    body: 'List-Unsubscribe=One-Click',
  });
  assert.equal(click.status, 204);
  const carla = await product.person('carla@aurora.example');
  assert.deepEqual((await carla.get('/api/v1/account')).body.mails, [{ kind: 'week_summary', wanted: false }]);
  assert.equal((await carla.get('/api/v1/reports/week')).body.mail.wanted, false);
  const [before, unwanted] = [mails.received.length, await countOf('unwanted')];
  await product.at('2026-11-23T11:00:00.000Z');
  await untilSent('2026-11-16');
  assert.deepEqual(readersSince(before), ['fatima@aurora.example', 'gestao@aurora.example']);
  assert.equal(await countOf('unwanted'), unwanted + 1);
  assert.equal((await carla.put('/api/v1/account/mails', { kind: 'week_summary', wanted: true })).status, 204);
});

test('a store’s device gets no mails and chooses none, also in a manager’s turn', async () => {
  const held = await product.held('paulista@aurora.example', '9999');
  assert.deepEqual((await held.get('/api/v1/account')).body.mails, []);
  assert.equal((await held.put('/api/v1/account/mails', { kind: 'week_summary', wanted: false })).status, 404);
});

test('a mail that the mail server refused waits for open hours, and the wait counts as no try', async () => {
  mails.refuse(true);
  await product.at('2026-11-30T11:00:00.000Z');
  await untilFound(`select from auth.outgoing_mails where brand_id = ${AURORA}
    having count(*) = 3 and min(tries) = 1 and min(next_try_at) > now() and max(next_try_at) < now() + interval '2 minutes'`);
  mails.refuse(false);
  const before = mails.received.length;
  // Tuesday, midnight in São Paulo: every store is quiet.
  await product.at('2026-12-01T03:00:00.000Z');
  const postponed = await countOf('postponed');
  await makeDue();
  await untilFound(`select from auth.outgoing_mails where brand_id = ${AURORA}
    having count(*) = 3 and max(tries) = 1 and min(next_try_at) > now() + interval '10 minutes'`);
  assert.ok((await countOf('postponed')) >= postponed + 3);
  assert.deepEqual(readersSince(before), []);
  await product.at('2026-12-01T11:00:00.000Z');
  await makeDue();
  await untilSent('2026-11-23');
  assert.deepEqual(readersSince(before), ALL);
});

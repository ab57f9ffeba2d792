/**
 * Tests the report of a day's contacts by hour (P5) over HTTP: who may read which part, by whose clock, and what
 * counts as what.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import type { Seller } from '#flows/contact/attempt-wish.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';

const product = await startDemoServer();
const flowDeps = createFlowDeps(product.db, '2027-03-10T12:00:00Z');
const ON = '2027-03-10';

interface Person extends Seller {
  readonly storeId: string;
  readonly zone: string;
}

/** Finds a person of the demo by brand, store and first name. */
async function findPerson(slug: string, store: string, name: string): Promise<Person> {
  const { rows } = await product.owner.query(
    `select p.brand_id as "brandId", p.id as "personId", p.role, s.id as "storeId", s.zone
     from people p join brands b using (brand_id) join stores s on s.brand_id = p.brand_id and s.id = p.store_id
     where b.slug = $1 and s.name like $2 and p.name like $3 order by p.id`,
    [slug, `%${store}%`, `${name}%`],
  );
  return { ...rows[0], turnId: null };
}

const unused = new Map<string, string[]>();

async function nextCustomer({ brandId, storeId }: Person): Promise<string> {
  const free =
    unused.get(storeId) ??
    (
      await product.owner.query(
        `select id from customers where brand_id = $1 and store_id = $2 and permission = 'granted' and phone_kind = 'mobile'
           and opted_out_at is null and wrong_number_at is null and availability = 'present' order by id`,
        [brandId, storeId],
      )
    ).rows.map(({ id }) => id);
  unused.set(storeId, free);
  return free.pop() as string;
}

/** Makes one contact at an instant; where the contact is warned, acknowledges the warning unless `goOn` is false. */
async function contact(person: Person, at: string, goOn = true) {
  flowDeps.moveTo(at);
  const wish = { origin: null, suggestionId: null, text: 'Oi!', attemptId: null, because: null, hold: null } as const;
  const customerId = await nextCustomer(person);
  const ask = (acknowledgement: string | null) =>
    attemptContact(flowDeps, person, { ...wish, key: uuidv7(), customerId, acknowledgement });
  const first = await ask(null);
  if (first.kind !== 'warned' || !goOn) return first;
  return ask(first.acknowledgement.token);
}

async function refuseSuggestionTwice(person: Person, at: string): Promise<void> {
  flowDeps.moveTo(at);
  const { rows } = await product.owner.query(
    `select id, customer_id as "customerId" from suggestions
     where brand_id = $1 and seller_id = $2 and state = 'open' limit 1`,
    [person.brandId, person.personId],
  );
  for (let twice = 0; twice < 2; twice++) {
    const wish = {
      origin: null,
      text: 'Oi!',
      attemptId: null,
      acknowledgement: null,
      because: null,
      hold: null,
    } as const;
    const { id: suggestionId, customerId } = rows[0];
    const answer = await attemptContact(flowDeps, person, { ...wish, key: uuidv7(), customerId, suggestionId });
    assert.equal(answer.kind, 'refused');
  }
}

const readReport = async (client: Client, query = '') => {
  const { status, body } = await client.get(`/api/v1/reports/distribution?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
};
const on = (date: string) => `from=${date}&to=${date}`;

const [anaPerson, brunoPerson, manausPerson, ninaPerson] = await Promise.all([
  findPerson('aurora', 'Paulista', 'Ana'),
  findPerson('aurora', 'Paulista', 'Bruno'),
  findPerson('aurora', 'Adrianópolis', '%'),
  findPerson('brisa', '%', '%'),
]);
const ana = await product.held('paulista@aurora.example', '1111');
const carla = await product.held('paulista@aurora.example', '9999');
const brandManager = await product.person('gestao@aurora.example');

await contact(anaPerson, '2027-03-10T10:05:00-03:00');
await contact(anaPerson, '2027-03-10T10:45:00-03:00');
await contact(brunoPerson, '2027-03-10T14:59:59.999-03:00');
await contact(anaPerson, '2027-03-10T22:14:00-03:00');
await contact(anaPerson, '2027-03-10T22:20:00-03:00', false);
await refuseSuggestionTwice(anaPerson, '2027-03-10T22:30:00-03:00');
await contact(manausPerson, '2027-03-10T10:05:00-04:00');
const undone = await contact(anaPerson, '2027-03-10T16:00:00-03:00');
assert.ok('attempt' in undone);
await recordOutcome(flowDeps, anaPerson, undone.attempt.id, 'not_sent');
await product.at('2027-03-11T12:00:00-03:00');

test('a seller reads only their own day, by the store’s clock: contacts, attempts put off and contacts after a warning', async () => {
  const day = await readReport(ana, on(ON));
  assert.equal(day.zone, 'America/Sao_Paulo');
  assert.deepEqual(day.days, { from: ON, to: ON });
  assert.deepEqual([day.from, day.to], ['2027-03-10T03:00:00.000Z', '2027-03-11T03:00:00.000Z']);
  assert.deepEqual([day.contacts, day.afterWarning, day.waiting], [3, 1, 0]);
  assert.equal(day.hours[10], 2);
  assert.equal(day.hours[22], 1, 'a contact after a warning counts as a contact');
  assert.equal(day.hours[16], 0, 'an attempt that was said not to be sent is no contact (D14)');
  assert.equal(day.hours[14], 0, 'a colleague’s contact is not counted');
  assert.deepEqual(
    day.sellers.map(({ id }: { id: string }) => id),
    [anaPerson.personId],
  );
});

test('an attempt refused twice for the same reason counts twice as put off, and a warned attempt does not count', async () => {
  const day = await readReport(ana, on(ON));
  assert.equal(day.putOff, 2);
});

test('the quiet stretches are those of every other answer, and the even spread lies within the open hours (T8, P5)', async () => {
  const day = await readReport(ana, on(ON));
  assert.deepEqual(day.quietStretches, [
    { start: '2027-03-10T03:00:00.000Z', end: '2027-03-10T11:00:00.000Z' },
    { start: '2027-03-10T23:00:00.000Z', end: '2027-03-11T03:00:00.000Z' },
  ]);
  assert.deepEqual([day.quiet[7], day.quiet[8], day.quiet[19], day.quiet[20]], [1, 0, 0, 1]);
  // The store opens at 10:00: at 8:00 the hour is neither quiet nor open.
  assert.deepEqual([day.open[8], day.open[9], day.open[10], day.open[19], day.open[20]], [0, 0, 1, 1, 0]);
  assert.deepEqual([day.even[9], day.even[10], day.even[19], day.even[20]], [0, 0.3, 0.3, 0]);
});

test('a store manager reads the store and each seller by name, and no ranking of so few sellers (P5)', async () => {
  const day = await readReport(carla, on(ON));
  assert.equal(day.contacts, 4);
  assert.equal(day.hours[14], 1);
  assert.equal(day.ranked, false);
  const names = day.sellers.map(({ name }: { name: string }) => name);
  assert.deepEqual(names, names.toSorted());
  const counts = Object.fromEntries(
    day.sellers.map(({ id, contacts }: { id: string; contacts: number }) => [id, contacts]),
  );
  assert.deepEqual([counts[anaPerson.personId], counts[brunoPerson.personId]], [3, 1]);
  assert.deepEqual(
    day.stores.map(({ id }: { id: string }) => id),
    [anaPerson.storeId],
  );
  const one = await readReport(carla, `${on(ON)}&sellerId=${brunoPerson.personId}`);
  assert.equal(one.contacts, 1);
});

test('the brand’s report counts each store’s contacts by that store’s own clock: ten in Manaus is Manaus’ ten (C1, P5)', async () => {
  const day = await readReport(brandManager, on(ON));
  assert.equal(day.zone, null);
  assert.deepEqual(day.quietStretches, []);
  assert.equal(day.hours[10], 3);
  const manaus = day.stores.find(({ id }: { id: string }) => id === manausPerson.storeId);
  assert.equal(manaus.zone, 'America/Manaus');
  assert.equal(manaus.hours[10], 1);
  assert.equal(manaus.contacts, 1);
  assert.ok(day.stores.length > 2);
  assert.deepEqual(day.sellers, []);
  assert.equal((await readReport(brandManager, `${on(ON)}&storeId=${anaPerson.storeId}`)).sellers.length > 1, true);
});

test('a caller without access is refused, and a seller or store of another brand is not found', async () => {
  const status = async (client: Client, query: string) =>
    (await client.get(`/api/v1/reports/distribution?${query}`)).status;
  assert.equal(await status(ana, `sellerId=${brunoPerson.personId}`), 403);
  assert.equal(await status(ana, `storeId=${manausPerson.storeId}`), 403);
  assert.equal(await status(carla, `storeId=${manausPerson.storeId}`), 403);
  assert.equal(await status(carla, `sellerId=${manausPerson.personId}`), 403);
  assert.equal(await status(carla, `sellerId=${ninaPerson.personId}`), 404);
  assert.equal(await status(brandManager, `storeId=${ninaPerson.storeId}`), 404);
  assert.equal(await status(brandManager, `sellerId=${ninaPerson.personId}`), 404);
  assert.equal(await status(await product.person('suporte@oto.example'), ''), 403);
});

test('a stretch that is reversed, too long or of mixed kinds is refused with the field at fault', async () => {
  for (const query of [
    'from=2027-03-10&to=2027-03-09',
    'from=2027-01-01&to=2027-12-31',
    'from=0001-01-01&to=9999-12-31',
    'from=2027-03-10&to=2027-03-11T00:00:00Z',
    'from=2027-03-11T00:00:00Z',
    'from=2027-03-11T00:00:00Z&to=2027-03-10T00:00:00Z',
    'from=yesterday',
    'day=2027-03-10',
  ]) {
    const { status, body } = await ana.get(`/api/v1/reports/distribution?${query}`);
    assert.equal(status, 400, query);
    assert.ok(body.faults.length > 0, query);
  }
  const instants = await readReport(ana, 'from=2027-03-10T13:00:00Z&to=2027-03-10T13:30:00Z');
  assert.deepEqual([instants.contacts, instants.days], [1, null]);
});

test('after the app’s clock was moved back, attempts that lie ahead of it are not counted', async () => {
  await product.at('2027-03-10T15:00:00-03:00');
  const day = await readReport(ana, on(ON));
  assert.deepEqual([day.contacts, day.putOff, day.afterWarning], [2, 0, 0]);
});

test('without dates the report is about the store’s current day, by the app’s clock', async () => {
  await product.at('2027-03-11T02:59:00Z');
  assert.deepEqual((await readReport(ana)).days, { from: ON, to: ON });
  await product.at('2027-03-11T03:00:00Z');
  assert.deepEqual((await readReport(ana)).days, { from: '2027-03-11', to: '2027-03-11' });
});

test('a held contact counts once as put off, and as waiting until the hold ends', async () => {
  flowDeps.moveTo('2027-03-12T21:30:00-03:00');
  const customerId = await nextCustomer(brunoPerson);
  const wish = { origin: null, suggestionId: null, text: 'Oi!', attemptId: null, acknowledgement: null, because: null };
  const held = await attemptContact(flowDeps, brunoPerson, { ...wish, key: uuidv7(), customerId, hold: 'offered' });
  assert.equal(held.kind, 'held');
  await product.at('2027-03-12T22:00:00-03:00');
  const bruno = await product.held('paulista@aurora.example', '2222');
  const day = await readReport(bruno, on('2027-03-12'));
  assert.deepEqual([day.contacts, day.putOff, day.waiting], [0, 1, 1]);
});

test('a day of 25 hours and one of 23 hours count every contact in the hour that the store’s clock showed', async () => {
  await product.owner.query(`update stores set zone = 'America/New_York' where id = any($1)`, [
    [ninaPerson.storeId, manausPerson.storeId],
  ]);
  const ninaClient = await product.held('loja@brisa.example', '1111');
  const { body: session } = await ninaClient.get('/api/v1/session');
  const nina = { ...ninaPerson, personId: session.person.id };
  await contact(nina, '2026-11-01T01:30:00-04:00');
  await contact(nina, '2026-11-01T01:30:00-05:00');
  const long = await readReport(ninaClient, on('2026-11-01'));
  assert.equal(Date.parse(long.to) - Date.parse(long.from), 25 * 3_600_000);
  assert.equal(long.hours[1], 2);

  const short = await readReport(ninaClient, on('2027-03-14'));
  assert.equal(Date.parse(short.to) - Date.parse(short.from), 23 * 3_600_000);
  assert.deepEqual([short.open[2], short.quiet[2]], [0, 0]);

  const quiet = await readReport(brandManager, `${on('2026-11-01')}&storeId=${manausPerson.storeId}`);
  assert.deepEqual(quiet.quietStretches[0], { start: '2026-11-01T04:00:00.000Z', end: '2026-11-01T13:00:00.000Z' });
  assert.equal(quiet.quiet[1], 1);
});

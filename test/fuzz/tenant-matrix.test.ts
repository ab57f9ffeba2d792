/** Another brand's rows do not exist: every operation of `openapi.json` × every role × own, foreign and unknown ids. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { EVERY_LINT } from '#kit/a-publication.ts';
import { theProduct } from '#kit/the-product.ts';
import { requestWith, type Slot, slotsOf } from './id-slots.ts';
import { type Operation, readOperations } from './operations.ts';
import type { IdKind } from './samples.ts';
import { type RawAnswer, sender } from './send.ts';
import { ROLES, type Role, signInAll } from './signed-in.ts';

const product = await theProduct();
const NIGHT = '2026-11-24T04:00:00.000Z';
await product.at(NIGHT);
const operations = await readOperations(product.device());
const { send, close } = sender(product.base);
after(close);

/** Fields without which an operation would not come to its ids. */
const FIELDS: Readonly<Record<string, object>> = {
  'PUT /api/v1/demo/clock': { now: NIGHT, ticking: false },
  'POST /api/v1/tickets': { kind: 'deactivate', reason: 'x' },
  'POST /api/v1/attempts/{id}/outcome': { outcome: 'sent' },
  'POST /api/v1/session': { email: 'nobody@aurora.example', password: 'wrong' },
  'POST /api/v1/brands/{id}/quiet-hours': {
    policy: { windows: [{ days: ['mon'], start: '20:00', end: '08:00' }] },
    effective: 'now',
    confirmed: EVERY_LINT,
  },
  'POST /api/v1/brands/{id}/quiet-hours/suspend': { until: null },
};

/** Parameters without which a filter would not come to its id; `own` is the brand that support names. */
function queryBeside(operation: Operation, slot: Slot): string {
  if (operation.name === 'GET /api/v1/holds') return '&whose=store';
  if (operation.name !== 'GET /api/v1/finder') return '';
  return slot.kind === 'brand' ? '&number=1' : `&brandId=${own.brand}`;
}

/** Places in which an own id with a wrong PIN is answered as an unknown one: nobody learns who manages a store. */
const ANSWERED_ALIKE: ReadonlySet<string> = new Set(['POST /api/v1/people/{id}/unlock body managerId']);

type Row = Readonly<Record<IdKind, string>>;
const CANARY = 'Zqx7canary';

/** Marks every text of the other brands with a word that no answer may hold. */
async function plantCanaries(): Promise<void> {
  const others = `brand_id in (select brand_id from brands where slug <> 'aurora')`;
  const texts = {
    brands: ['name'],
    stores: ['name', 'city'],
    people: ['name'],
    customers: ['name', 'note'],
    campaigns: ['name', 'template'],
    attempts: ['text'],
    tickets: ['reason'],
    ticket_messages: ['text'],
    leads: ['wish', 'contact', 'person_name'],
  };
  for (const [table, columns] of Object.entries(texts)) {
    const set = columns.map((column) => `${column} = '${CANARY} ' || left(${column}, 30)`).join(', ');
    await product.owner.query(`update ${table} set ${set} where ${others}`);
  }
}

/** A row of each kind of `slug`: its newest attempt, and rows on which its first seller may act. */
async function rowsOf(slug: string): Promise<Row> {
  const { rows } = await product.owner.query(
    `with b as (select brand_id from brands where slug = $1),
       seller as (select id, store_id from people where brand_id = (table b) and role = 'seller' order by id limit 1),
       open as (select id, customer_id from suggestions
         where brand_id = (table b) and state = 'open' and seller_id = (select id from seller) order by id desc limit 1)
     select (table b) as brand, (select store_id from seller) as store, (select id from seller) as person,
       (select customer_id from open) as customer, (select id from open) as suggestion,
       (select id from attempts where brand_id = (table b) order by created_at desc limit 1) as attempt,
       (select id from tickets where brand_id = (table b) limit 1) as ticket,
       (select id from leads where brand_id = (table b) limit 1) as lead`,
    [slug],
  );
  const [row] = rows;
  for (const [kind, id] of Object.entries(row)) assert.ok(id, `${slug} has no ${kind}`);
  return row;
}

/** What requests name and the demo lacks: a ticket, a lead, and a contact that waits. */
async function prepare(slug: string, store: string): Promise<void> {
  const manager = await product.person(`gestao@${slug}.example`);
  const seller = await product.held(store, '1111');
  assert.equal((await manager.post('/api/v1/tickets', { kind: 'deactivate', reason: 'x' })).status, 201);
  const [{ id, customer }] = (await seller.get('/api/v1/suggestions')).body.items;
  const wish = { customerId: customer.id, suggestionId: id, origin: 'suggestion', text: 'Oi!', hold: true };
  const { status } = await seller.post('/api/v1/attempts', wish, { 'idempotency-key': uuidv7() });
  assert.equal(status, 202);
  await product.owner.query(
    `insert into leads (brand_id, id, person_id, person_name, contact, wish, created_at)
     select brand_id, $2, id, name, 'x', 'x', now() from people
     where brand_id = (select brand_id from brands where slug = $1) limit 1`,
    [slug, uuidv7()],
  );
}

await prepare('aurora', 'paulista@aurora.example');
await prepare('cais', 'loja@cais.example');
await plantCanaries();
const own = await rowsOf('aurora');
const foreign = await rowsOf('cais');
const { cookies, restore } = await signInAll(product);
const calls = new Map<string, number>();

async function ask(operation: Operation, role: Role, slot: Slot | null, id: string): Promise<RawAnswer> {
  const namesBrand = slotsOf(operation).some((each) => each.in === 'body' && each.kind === 'brand');
  const brand = role === 'support' && namesBrand ? { brandId: own.brand } : {};
  const request = requestWith(operation, slot, id, own, { ...FIELDS[operation.name], ...brand });
  const query = slot?.in === 'query' ? queryBeside(operation, slot) : '';
  const answer = await send({ ...request, path: request.path + query }, cookies[role]);
  if (/session|unlock/.test(operation.path)) await restore();
  const place = `${role}: ${operation.name} ${slot?.name ?? ''}`;
  if (answer === 'hung') assert.fail(`${place} hung`);
  assert.ok(answer.status < 500, `${place}: ${answer.status}`);
  if (role !== 'support' || slot !== null) {
    assert.ok(!answer.text.includes(CANARY), `${place} tells of another brand: ${answer.text.slice(0, 300)}`);
    for (const [kind, row] of Object.entries(foreign)) {
      assert.ok(row === id || !answer.text.includes(row), `${place} tells the id of another brand's ${kind}`);
    }
  }
  const group = `${Math.floor(answer.status / 100)}xx`;
  calls.set(group, (calls.get(group) ?? 0) + 1);
  return answer;
}

/** Support sees every brand: foreign to it is only what is not of the brand that the request names. */
function isForeignTo(role: Role, operation: Operation, slot: Slot): boolean {
  return role !== 'support' || (slot.kind !== 'brand' && slotsOf(operation).some(({ kind }) => kind === 'brand'));
}

const isGood = ({ status }: RawAnswer) => status >= 200 && status < 300;
const kindOf = (answer: RawAnswer) =>
  isGood(answer) ? answer.text : `${answer.status} ${JSON.parse(answer.text).type}`;
const places = operations.flatMap((operation) => slotsOf(operation).map((slot) => ({ operation, slot })));
const refusals = new Map<string, string>();

test('another brand’s id is answered as an unknown one, in every place of every operation, to every role', async () => {
  assert.ok(places.length >= 40, `${places.length} places of ids`);
  const faults: string[] = [];
  for (const { operation, slot } of places) {
    for (const role of ROLES.filter((each) => isForeignTo(each, operation, slot))) {
      const place = `${role}: ${operation.name} ${slot.in} ${slot.name}`;
      const theirs = await ask(operation, role, slot, foreign[slot.kind]);
      const nobodys = await ask(operation, role, slot, uuidv7());
      if (kindOf(theirs) !== kindOf(nobodys)) faults.push(`${place}: ${kindOf(theirs)}, unknown ${kindOf(nobodys)}`);
      // A filter may find nothing.
      const foundNothing = slot.in === 'query' && isGood(theirs) && JSON.parse(theirs.text).items?.length === 0;
      if (isGood(theirs) && !foundNothing) faults.push(`${place}: ${theirs.status}`);
      refusals.set(place, kindOf(nobodys));
    }
  }
  assert.deepEqual(faults, []);
});

test('the same places are reached: an own id is answered otherwise than an unknown one, to some role', async () => {
  const unreached: string[] = [];
  for (const { operation, slot } of places) {
    let isReached = false;
    for (const role of ROLES) {
      const answer = await ask(operation, role, slot, own[slot.kind]);
      const unknown = refusals.get(`${role}: ${operation.name} ${slot.in} ${slot.name}`);
      isReached ||= unknown === undefined ? isGood(answer) : kindOf(answer) !== unknown;
    }
    if (!isReached) unreached.push(`${operation.name} ${slot.in} ${slot.name}`);
  }
  assert.deepEqual(new Set(unreached), ANSWERED_ALIKE);
});

test('no answer to a role of one brand holds a word or an id of another, whatever the operation', async () => {
  for (const operation of operations) {
    for (const role of ROLES) await ask(operation, role, null, '');
  }
  const figures = [...calls].sort().map(([group, count]) => `${group} ${count}`);
  console.log(
    `tenants: ${operations.length} operations, ${places.length} places of ids, ${ROLES.length} roles: ${figures.join(', ')}`,
  );
});

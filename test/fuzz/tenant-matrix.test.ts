/** Another brand's rows do not exist: every operation of `openapi.json` × every role × own, foreign and unknown ids. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { startDemoServer } from '#kit/demo-server.ts';
import { addRows, FIELDS, findRows, NIGHT } from './demo-rows.ts';
import { requestWith, type Slot, slotsOf } from './id-slots.ts';
import { type Operation, readOperations } from './operations.ts';
import { type RawAnswer, sender } from './send.ts';
import { ROLES, type Role, signInAll } from './signed-in.ts';

const product = await startDemoServer();
await product.at(NIGHT);
const operations = await readOperations(product.device());
const { send, close } = sender(product.base);
after(close);

/** Parameters without which a filter would not come to its id; `own` is the brand that support names. */
function queryBeside(operation: Operation, slot: Slot): string {
  if (operation.name === 'GET /api/v1/holds') return '&whose=store';
  if (operation.name !== 'GET /api/v1/finder') return '';
  return slot.kind === 'brand' ? '&number=1' : `&brandId=${own.brand}`;
}

/** Places in which an own id with a wrong PIN is answered as an unknown one: nobody learns who manages a store. */
const ANSWERED_ALIKE: ReadonlySet<string> = new Set(['POST /api/v1/people/{id}/unlock body managerId']);

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

await addRows(product, 'aurora', 'paulista@aurora.example');
await addRows(product, 'cais', 'loja@cais.example');
await plantCanaries();
const own = await findRows(product, 'aurora');
const foreign = await findRows(product, 'cais');
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

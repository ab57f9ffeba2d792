/** Tests for every operation of `openapi.json` and every role that an id of another brand is answered like an unknown id. */
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

/** Returns parameters without which an operation would be refused before it reads the id in the query. */
function queryBeside(operation: Operation, slot: Slot): string {
  if (operation.name === 'GET /api/v1/holds') return '&whose=store';
  if (operation.name !== 'GET /api/v1/finder') return '';
  return slot.kind === 'brand' ? '&number=1' : `&brandId=${own.brand}`;
}

/**
 * Slots in which an own id is answered like an unknown id. `managerId`: with a wrong PIN, so that no caller learns who manages
 * a store. The second factor and reset links: the demo refuses them before it reads the ids. `brandId`: the fields of this test
 * invite a support person. Support's people are no row of a brand. One session of a person: the requests name a session that does
 * not exist. `to`, `pass`: nobody takes over the own
 * portfolio.
 */
const ANSWERED_ALIKE: ReadonlySet<string> = new Set([
  'POST /api/v1/people/{id}/unlock body managerId',
  'DELETE /api/v1/brands/{id}/people/{personId}/second-factor path id',
  'DELETE /api/v1/brands/{id}/people/{personId}/second-factor path personId',
  'DELETE /api/v1/brands/{id}/people/{personId}/sessions/{sessionId} path id',
  'DELETE /api/v1/brands/{id}/people/{personId}/sessions/{sessionId} path personId',
  'DELETE /api/v1/brands/{id}/people/{personId}/sessions/{sessionId} path sessionId',
  'POST /api/v1/brands/{id}/people/{personId}/reset-link path id',
  'POST /api/v1/brands/{id}/people/{personId}/reset-link path personId',
  'POST /api/v1/invitations body brandId',
  'POST /api/v1/people/{id}/invitation path id',
  'POST /api/v1/people/{id}/portfolio body to',
  'POST /api/v1/people/{id}/absences body pass',
  'POST /api/v1/people/{id}/absences/{absenceId}/pass body to',
  // The silence ended with the request before.
  'DELETE /api/v1/customers/{id}/silences/{silenceId} path silenceId',
  // The one who ended the silence has no news of it.
  'POST /api/v1/customers/{id}/silences/{silenceId}/seen path id',
  'POST /api/v1/customers/{id}/silences/{silenceId}/seen path silenceId',
  'DELETE /api/v1/stores/{id}/sessions/{sessionId} path id',
  'DELETE /api/v1/stores/{id}/sessions/{sessionId} path sessionId',
  'POST /api/v1/support-people/{id}/deactivate path id',
  'POST /api/v1/support-people/{id}/reactivate path id',
]);

const CANARY = 'Zqx7canary';

/** Adds a word to every text of the other brands that no answer may contain. */
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
  if (/session|people/.test(operation.path)) await restore();
  const place = `${role}: ${operation.name} ${slot?.name ?? ''}`;
  if (answer === 'hung') assert.fail(`${place} hung`);
  assert.ok(answer.status < 500, `${place}: ${answer.status}`);
  if (role !== 'support' || slot !== null) {
    assert.ok(!answer.text.includes(CANARY), `${place} shows a text of another brand: ${answer.text.slice(0, 300)}`);
    for (const [kind, row] of Object.entries(foreign)) {
      assert.ok(row === id || !answer.text.includes(row), `${place} shows the id of another brand's ${kind}`);
    }
  }
  const group = `${Math.floor(answer.status / 100)}xx`;
  calls.set(group, (calls.get(group) ?? 0) + 1);
  return answer;
}

/** Whether an id of another brand is foreign to a role. Support sees every brand, so only a row outside the named brand is foreign to it. */
function isForeignTo(role: Role, operation: Operation, slot: Slot): boolean {
  return role !== 'support' || (slot.kind !== 'brand' && slotsOf(operation).some(({ kind }) => kind === 'brand'));
}

const isGood = ({ status }: RawAnswer) => status >= 200 && status < 300;
const kindOf = (answer: RawAnswer) =>
  isGood(answer) ? answer.text : `${answer.status} ${JSON.parse(answer.text).type}`;
const places = operations.flatMap((operation) => slotsOf(operation).map((slot) => ({ operation, slot })));
const refusals = new Map<string, string>();

test('an id of another brand is answered like an unknown id, in every slot of every operation, for every role', async () => {
  assert.ok(places.length >= 40, `${places.length} places of ids`);
  const faults: string[] = [];
  for (const { operation, slot } of places) {
    for (const role of ROLES.filter((each) => isForeignTo(each, operation, slot))) {
      const place = `${role}: ${operation.name} ${slot.in} ${slot.name}`;
      const foreignAnswer = await ask(operation, role, slot, foreign[slot.kind]);
      const unknownAnswer = await ask(operation, role, slot, uuidv7());
      if (kindOf(foreignAnswer) !== kindOf(unknownAnswer))
        faults.push(`${place}: ${kindOf(foreignAnswer)}, unknown ${kindOf(unknownAnswer)}`);
      // A filter may return an empty list.
      const foundNothing =
        slot.in === 'query' && isGood(foreignAnswer) && JSON.parse(foreignAnswer.text).items?.length === 0;
      if (isGood(foreignAnswer) && !foundNothing) faults.push(`${place}: ${foreignAnswer.status}`);
      refusals.set(place, kindOf(unknownAnswer));
    }
  }
  assert.deepEqual(faults, []);
});

test('for every slot some role gets another answer for an own id than for an unknown id', async () => {
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

test('no answer of any operation to a role of one brand contains a text or an id of another brand', async () => {
  for (const operation of operations) {
    for (const role of ROLES) await ask(operation, role, null, '');
  }
  const figures = [...calls].sort().map(([group, count]) => `${group} ${count}`);
  console.log(
    `tenants: ${operations.length} operations, ${places.length} places of ids, ${ROLES.length} roles: ${figures.join(', ')}`,
  );
});

/** Calls every route as every caller over HTTP, and compares the refusals with the access table (`docs/access.md`). */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { chanceOf } from '#chaos/seeded-random.ts';
import type { Route } from '#contract/routes/route.ts';
import { ROUTES } from '#contract/routes/routes.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import type { Caller, Operation } from '#rules/people/access-table.ts';
import { ACCESS, CALLERS } from '#rules/people/access-table.ts';
import { addRows, FIELDS, findRows, NIGHT } from './demo-rows.ts';
import { requestWith } from './id-slots.ts';
import { type Operation as Described, readOperations } from './operations.ts';
import { sampleOf } from './samples.ts';
import { type RawAnswer, sender } from './send.ts';
import { signInAll } from './signed-in.ts';

const product = await startDemoServer();
await product.at(NIGHT);
const described = await readOperations(product.device());
const { send, close } = sender(product.base);
after(close);
await addRows(product, 'aurora', 'paulista@aurora.example');
const own = await findRows(product, 'aurora');
const { cookies, restore } = await signInAll(product);
const managerId = await idOf('Carla Dias');
const colleagueId = await idOf('Bruno Reis');

async function idOf(name: string): Promise<string> {
  const { rows } = await product.owner.query('select id from people where name = $1', [name]);
  assert.equal(rows.length, 1, name);
  return rows[0].id;
}

/** What a request needs to ask for one operation of a route with several operations. */
interface Asking {
  readonly query?: Readonly<Record<string, string>>;
  readonly fields?: object;
  readonly path?: (path: string) => string;
}

const ofManager = (path: string) => path.replace(own.person, managerId);
const ASKING: Readonly<Record<string, Asking>> = {
  'GET /api/v1/finder find_by_number': { query: { number: '1' } },
  'GET /api/v1/holds read_led_holds': { query: { whose: 'store' } },
  'POST /api/v1/decisions ask_decision_at': { fields: { at: NIGHT } },
  'PATCH /api/v1/attempts/:id pass_on_hold': { fields: { sellerId: colleagueId } },
  'POST /api/v1/tickets/:id/messages close_ticket': { fields: { close: true } },
  'POST /api/v1/people create_seller': { fields: { storeId: own.store } },
  'POST /api/v1/people create_manager': { fields: { role: 'brand_manager', email: 'nova@aurora.example' } },
  'PATCH /api/v1/people/:id change_manager': { fields: { name: 'Carla Dias' }, path: ofManager },
  'PATCH /api/v1/people/:id move_person': { fields: { role: 'store_manager', dryRun: true } },
  'POST /api/v1/people/:id/pin give_manager_pin': { path: ofManager },
  'POST /api/v1/people/pins give_manager_pin': { fields: { personIds: [managerId] } },
  'POST /api/v1/people/:id/unlock unlock_manager': { path: ofManager },
  'POST /api/v1/people/:id/unlock unlock_by_manager_pin': { fields: { managerPin: '4711' } },
  'POST /api/v1/people/:id/unlock unlock_own_pin': { fields: { password: 'wrong', pin: '4711' }, path: ofManager },
};

/** The problems that refuse a caller by role or session, independent of the rows. */
const REFUSED: ReadonlySet<string> = new Set(['signed-out', 'turn-needed', 'forbidden']);

const routes = Object.entries<Route>(ROUTES).map(([route, { may }]) => [route, may] as const);
const pathInDescription = (route: string) => route.replaceAll(/:(\w+)/g, '{$1}');
const cases = routes.flatMap(([route, operations]) => operations.map((operation) => ({ route, operation })));

async function call(route: string, operation: Operation, caller: Caller): Promise<RawAnswer> {
  const description = described.find(({ name }) => name === pathInDescription(route)) as Described;
  const { query = {}, fields, path = (same: string) => same } = ASKING[`${route} ${operation}`] ?? {};
  const brand = caller === 'support' && route === 'POST /api/v1/decisions' ? { brandId: own.brand } : {};
  const request = requestWith(description, null, '', own, { ...FIELDS[description.name], ...fields, ...brand });
  const answer = await send(
    { ...request, path: `${path(request.path)}?${new URLSearchParams({ ...neededQuery(description), ...query })}` },
    cookies[caller],
  );
  if (/session|people/.test(route)) await restore();
  assert.notEqual(answer, 'hung', `${caller}: ${route}`);
  return answer as RawAnswer;
}

/** Returns the required parameters, without which the request would be refused as malformed before the check of roles. */
function neededQuery({ parameters }: Described): Readonly<Record<string, string>> {
  const needed = parameters.filter(({ in: place, required }) => place === 'query' && required);
  return Object.fromEntries(
    needed.map(({ name, schema }) => [name, String(sampleOf(schema, name, chanceOf(1), NO_IDS))]),
  );
}

const NO_IDS = {
  brand: [],
  store: [],
  person: [],
  customer: [],
  suggestion: [],
  attempt: [],
  ticket: [],
  lead: [],
  session: [],
  import: [],
  move: [],
  absence: [],
  silence: [],
  campaign: [],
};

function refusalOf({ status, text, contentType }: RawAnswer): string | null {
  if (status < 400 || !contentType.includes('json')) return null;
  const type = String(JSON.parse(text).type).replace('/problems/', '');
  return REFUSED.has(type) ? type : null;
}

function expectedRefusal(operation: Operation, caller: Caller): string | null {
  const reaches: Readonly<Partial<Record<Caller, unknown>>> = ACCESS[operation];
  if (reaches[caller] !== undefined) return null;
  if (caller === 'nobody') return 'signed-out';
  return caller === 'device' ? 'turn-needed' : 'forbidden';
}

test('the table of routes has exactly the routes that the server describes', () => {
  const listed = routes.map(([route]) => pathInDescription(route));
  assert.deepEqual(listed.toSorted(), described.map(({ name }) => name).toSorted());
});

test('every route admits exactly the callers that the access table names', async (t) => {
  assert.ok(cases.length > 60, `${cases.length} cases`);
  for (const { route, operation } of cases) {
    await t.test(`${route}: ${operation}`, async () => {
      const answered: [Caller, string | null][] = [];
      for (const caller of CALLERS) answered.push([caller, refusalOf(await call(route, operation, caller))]);
      const expected = CALLERS.map((caller) => [caller, expectedRefusal(operation, caller)]);
      assert.deepEqual(answered, expected);
    });
  }
});

test('every further operation of a route has its own request in this test', () => {
  for (const [route, operations] of routes) {
    for (const operation of operations.slice(1)) {
      if (route === 'GET /api/v1/live') continue;
      assert.ok(ASKING[`${route} ${operation}`], `${route} ${operation} has no entry in ASKING`);
    }
  }
});

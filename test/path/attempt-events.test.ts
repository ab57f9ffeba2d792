/**
 * Tests attempts put off, warned, and sent after a warning: each figure of the overview equals the length of the list
 * it links to.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import type { Seller } from '#flows/contact/attempt-wish.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { readOverview } from '#flows/reports/read-overview.ts';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';

const product = await startDemoServer();
const flowDeps = createFlowDeps(product.db, '2027-03-10T12:00:00Z');
const brandManager = await product.person('gestao@aurora.example');
const carla = await product.held('paulista@aurora.example', '9999');

const EVENTS = { put_off: 'putOff', warned: 'warned', sent_after_warning: 'sentAfterWarning' } as const;
type Event = keyof typeof EVENTS;
interface Span {
  readonly from: string;
  readonly to: string;
}
interface Line {
  readonly id: string;
  readonly createdAt: string;
  readonly storeName: string;
  readonly sellerName: string;
  readonly state: string;
}

const query = (values: object) => new URLSearchParams(values as Record<string, string>).toString();

async function overview(span: Span, client = brandManager) {
  const { status, body } = await client.get(`/api/v1/reports/overview?${query(span)}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** Reads all pages of the list that a figure links to. */
async function listAttempts(event: Event, span: object, client: Client = brandManager, limit = 100): Promise<Line[]> {
  const lines: Line[] = [];
  let cursor = {};
  for (;;) {
    const { status, body } = await client.get(`/api/v1/attempts?${query({ event, ...span, limit, ...cursor })}`);
    assert.equal(status, 200, JSON.stringify(body));
    lines.push(...body.items);
    if (body.next === null) return lines;
    cursor = { cursor: body.next };
  }
}
const idsOf = (lines: readonly Line[]) => lines.map(({ id }) => id);

describe('the figures of a brand’s past', () => {
  const span = { from: '2026-10-22T00:00:00-03:00', to: '2026-11-22T00:00:00-03:00' };

  test('each figure is the number of attempts in its list, read page by page, and no attempt is listed twice', async () => {
    const figures = await overview(span);
    for (const event of Object.keys(EVENTS) as Event[]) {
      const ids = idsOf(await listAttempts(event, span, brandManager, 7));
      assert.ok(ids.length > 7, `${ids.length} attempts with ${event} do not fill two pages`);
      assert.equal(new Set(ids).size, ids.length, event);
      assert.equal(figures[EVENTS[event]], ids.length, event);
    }
  });

  test('the figures equal those of the distribution report over the same stretch (P5)', async () => {
    const figures = await overview(span);
    const { body } = await brandManager.get(`/api/v1/reports/distribution?${query(span)}`);
    assert.deepEqual([figures.putOff, figures.sentAfterWarning], [body.putOff, body.afterWarning]);
  });

  test('the list of an event can be filtered by store, seller, customer and state', async () => {
    const all = await listAttempts('put_off', span);
    const ofStore = await listAttempts('put_off', span, carla);
    assert.deepEqual(idsOf(ofStore), idsOf(all.filter(({ storeName }) => storeName === 'Paulista')));
    const [{ sellerName, state } = assert.fail('no attempt was put off')] = all;
    assert.deepEqual(
      idsOf(await listAttempts('put_off', { ...span, seller: sellerName })),
      idsOf(all.filter((line) => line.sellerName === sellerName)),
    );
    assert.deepEqual(
      idsOf(await listAttempts('put_off', { ...span, state })),
      idsOf(all.filter((line) => line.state === state)),
    );
    const [{ customerName, id }] = (await brandManager.get(`/api/v1/attempts?${query({ event: 'put_off', ...span })}`))
      .body.items;
    assert.ok(idsOf(await listAttempts('put_off', { ...span, query: customerName })).includes(id));
    assert.deepEqual(await listAttempts('put_off', { ...span, query: 'Ninguém Assim' }), []);
  });
});

interface Person extends Seller {
  readonly storeId: string;
}

async function findPerson(name: string): Promise<Person> {
  const { rows } = await product.owner.query(
    `select p.brand_id as "brandId", p.id as "personId", p.role, p.store_id as "storeId"
     from people p join brands b using (brand_id) where b.slug = 'aurora' and p.name like $1 order by p.id`,
    [`${name}%`],
  );
  return { ...rows[0], turnId: null };
}

const ana = await findPerson('Ana');
const { rows: free } = await product.owner.query(
  `select id from customers where brand_id = $1 and store_id = $2 and permission = 'granted' and phone_kind = 'mobile'
     and opted_out_at is null and wrong_number_at is null and availability = 'present' order by id`,
  [ana.brandId, ana.storeId],
);
const nextCustomer = (): string => free.pop().id;

async function makeAttempt(at: string, customerId: string, more: object = {}) {
  flowDeps.moveTo(at);
  const wish = { origin: null, suggestionId: null, text: 'Oi!', attemptId: null, because: null } as const;
  const answer = await attemptContact(flowDeps, ana, {
    ...{ ...wish, acknowledgement: null, hold: null, key: uuidv7(), customerId },
    ...more,
  });
  assert.ok('attempt' in answer, answer.kind);
  return answer;
}

describe('attempt events', () => {
  test('an attempt warned on two days is counted and listed once, at its first warning', async () => {
    const customerId = nextCustomer();
    const first = await makeAttempt('2027-03-10T22:10:00-03:00', customerId);
    assert.equal(first.kind, 'warned');
    const again = await makeAttempt('2027-03-11T22:20:00-03:00', customerId, { attemptId: first.attempt.id });
    assert.deepEqual([again.kind, again.attempt.id], ['warned', first.attempt.id]);
    const one = { from: '2027-03-10T00:00:00-03:00', to: '2027-03-11T00:00:00-03:00' };
    const both = { ...one, to: '2027-03-12T00:00:00-03:00' };
    const late = { from: '2027-03-11T00:00:00-03:00', to: '2027-03-12T00:00:00-03:00' };
    for (const [span, warned] of [[one, 1] as const, [both, 1] as const, [late, 0] as const]) {
      assert.deepEqual(idsOf(await listAttempts('warned', span)), warned === 0 ? [] : [first.attempt.id]);
      assert.equal((await overview(span)).warned, warned);
    }
    const other = await makeAttempt('2027-03-11T22:15:00-03:00', nextCustomer());
    assert.deepEqual(idsOf(await listAttempts('warned', both, brandManager, 1)), [other.attempt.id, first.attempt.id]);
  });

  test('a send after a warning is no longer counted once its seller says that nothing was sent (D14)', async () => {
    const span = { from: '2027-03-20T00:00:00-03:00', to: '2027-03-21T00:00:00-03:00' };
    const customerId = nextCustomer();
    const warned = await makeAttempt('2027-03-20T22:10:00-03:00', customerId);
    assert.ok(warned.kind === 'warned');
    const { token } = warned.acknowledgement;
    const sent = await makeAttempt('2027-03-20T22:10:30-03:00', customerId, { acknowledgement: token });
    assert.equal(sent.kind, 'allowed');
    assert.deepEqual(idsOf(await listAttempts('sent_after_warning', span)), [sent.attempt.id]);
    assert.deepEqual([(await overview(span)).warned, (await overview(span)).sentAfterWarning], [1, 1]);
    flowDeps.moveTo('2027-03-20T22:20:00-03:00');
    await recordOutcome(flowDeps, ana, sent.attempt.id, 'not_sent');
    assert.deepEqual(await listAttempts('sent_after_warning', span), []);
    assert.deepEqual([(await overview(span)).warned, (await overview(span)).sentAfterWarning], [1, 0]);
  });

  test('an attempt that was warned and then held is counted once as put off and once as warned', async () => {
    const span = { from: '2027-03-25T00:00:00-03:00', to: '2027-03-26T00:00:00-03:00' };
    const held = await makeAttempt('2027-03-25T22:10:00-03:00', nextCustomer(), { hold: 'offered' });
    assert.equal(held.kind, 'held');
    assert.deepEqual(idsOf(await listAttempts('put_off', span)), [held.attempt.id]);
    assert.deepEqual(idsOf(await listAttempts('warned', span)), [held.attempt.id]);
    const { putOff, warned, sentAfterWarning } = await overview(span);
    assert.deepEqual([putOff, warned, sentAfterWarning], [1, 1, 0]);
  });
});

test('hasAttempts is false for a brand without attempts, and another brand’s attempts are not counted', async () => {
  const span = { from: '2026-10-22T00:00:00-03:00', to: '2026-11-22T00:00:00-03:00' };
  const brisa = await overview(span, await product.person('gestao@brisa.example'));
  assert.deepEqual([brisa.putOff, brisa.sentAfterWarning, brisa.hasAttempts], [0, 0, true]);
  assert.deepEqual(await readOverview(product.db, uuidv7(), Date.parse(span.from), Date.parse(span.to)), {
    ...{ putOff: 0, warned: 0, sentAfterWarning: 0 },
    hasAttempts: false,
  });
});

test('a stretch that is empty or longer than 92 days is refused, and so is any caller but the brand manager', async () => {
  const day = '2026-11-22T00:00:00-03:00';
  for (const span of [
    { from: day, to: day },
    { from: '2026-01-01T00:00:00-03:00', to: day },
  ])
    assert.equal((await brandManager.get(`/api/v1/reports/overview?${query(span)}`)).status, 400);
  const span = query({ from: '2026-11-21T00:00:00-03:00', to: day });
  assert.equal((await carla.get(`/api/v1/reports/overview?${span}`)).status, 403);
  assert.equal((await product.device().get(`/api/v1/reports/overview?${span}`)).status, 401);
});

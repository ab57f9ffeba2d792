/**
 * A whole night and its morning, over HTTP on the real product: six sellers in three zones hold forty contacts, while
 * policies, stops, sellers and portfolios change (H1–H7, P3).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { importFile } from '#flows/import/import-file.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';
import { secret } from '#kit/postgres.ts';
import { publicationBody } from '#kit/publication-body.ts';
import { keysOf } from '#main/core/secrets/keys.ts';

const product = await startDemoServer();
const { db, owner } = product;

const MINUTE = 60_000;
/** Monday, 22:00 in São Paulo, 21:00 in Manaus, 20:00 in Rio Branco: quiet in all three zones. */
const NIGHT = Date.parse('2026-11-24T01:00:00.000Z');
const STORES = ['paulista', 'adrianopolis', 'bosque'] as const;
/** When the stores open on Tuesday; quiet hours end at 8:00 on each store's clock. */
const OPENS = {
  paulista: Date.parse('2026-11-24T13:00:00.000Z'),
  adrianopolis: Date.parse('2026-11-24T14:00:00.000Z'),
  bosque: Date.parse('2026-11-24T14:00:00.000Z'),
};

interface Promised {
  readonly store: (typeof STORES)[number];
  readonly seller: Client;
  readonly attemptId: string;
  readonly customerId: string;
  heldUntil: number;
}

const moveTo = (at: number) => product.at(new Date(at).toISOString());
const postAttempt = (client: Client, body: Record<string, unknown>) =>
  client.post('/api/v1/attempts', body, { 'idempotency-key': uuidv7() });

/** Asks again until the answer is as wanted or a minute has passed: the dispatcher works in the server's own time. */
async function pollUntil<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean, what: string): Promise<T> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`${what}: after a minute still ${JSON.stringify(answer)}`);
  }
}

const readHold = async (attemptId: string) => {
  const { rows } = await owner.query(
    'select state, due_at, promised_at, ready_at, ended_as, end_reason from holds where attempt_id = $1',
    [attemptId],
  );
  return rows[0];
};
const waitUntilReleased = (attemptId: string) =>
  pollUntil(
    () => readHold(attemptId),
    ({ state }) => state !== 'waiting',
    attemptId,
  );

test('forty held contacts are released in turn, each at its promised minute, whatever changes in the night and the morning', async () => {
  await moveTo(NIGHT);
  const promised = await holdForty();
  assert.equal(promised.length, 40);
  const minutes = Map.groupBy(promised, ({ store }) => store);
  for (const store of STORES) {
    const of = minutes.get(store) ?? [];
    assert.ok(
      Math.min(...of.map(({ heldUntil }) => heldUntil)) < OPENS[store] + 10 * MINUTE,
      'the first contact comes within ten minutes of the opening',
    );
    assert.ok(of.every(({ heldUntil }) => heldUntil >= OPENS[store] && heldUntil < OPENS[store] + 130 * MINUTE));
  }
  const perSeller = Map.groupBy(promised, ({ seller }) => seller);
  for (const of of perSeller.values()) assert.equal(new Set(of.map(({ heldUntil }) => heldUntil)).size, of.length);

  await suspendForTheNight(promised);
  const [stopping, gone, moved] = await changeCustomersAndSellers(promised);
  await releaseTheOthers(promised.filter((each) => each !== stopping && each !== gone && each !== moved));
  await assertNothingIsMissing();
});

/**
 * Sends suggestions, which are refused, and then profile contacts, which are warned, and holds each at the minute that
 * the answer offers.
 */
async function holdForty(): Promise<Promised[]> {
  const promised: Promised[] = [];
  for (const store of STORES) {
    for (const pin of ['1111', '2222']) {
      const seller = await product.held(`${store}@aurora.example`, pin);
      const { items } = (await seller.get('/api/v1/suggestions')).body;
      type Suggested = { readonly id: string; readonly customer: { readonly id: string }; readonly text: string };
      const wishes: { customerId: string; text: string; suggestionId?: string }[] = items
        .slice(0, 5)
        .map(({ id, customer, text }: Suggested) => ({ suggestionId: id, customerId: customer.id, text }));
      const known = new Set(wishes.map(({ customerId }) => customerId));
      const portfolio = (await seller.get('/api/v1/customers?portfolio=mine&limit=100')).body.items;
      for (const { id, permission, optedOut, reachable } of portfolio) {
        if (known.has(id) || permission !== 'granted' || optedOut || !reachable) continue;
        if (wishes.length < (store === 'bosque' ? 6 : 7)) wishes.push({ customerId: id, text: 'Oi! Tudo bem?' });
      }
      for (const wish of wishes) {
        const refused = await postAttempt(seller, wish);
        assert.ok([409, 428].includes(refused.status), refused.body.detail);
        const offered = refused.body.suggestedReleaseAt;
        const held = await postAttempt(seller, { ...wish, attemptId: refused.body.attempt.id, hold: true });
        assert.equal(held.status, 202);
        assert.equal(held.body.heldUntil, offered, 'the offered minute is the minute of the hold');
        const { id: attemptId, customerId } = held.body.attempt;
        promised.push({ store, seller, attemptId, customerId, heldUntil: Date.parse(held.body.heldUntil) });
      }
    }
  }
  return promised;
}

/** H6: suspends quiet hours from 23:00 to 06:00; even so no contact is released before its minute. */
async function suspendForTheNight(promised: readonly Promised[]) {
  const support = await product.person('suporte@oto.example');
  const [aurora] = (await support.get('/api/v1/brands')).body.items;
  const hours = `/api/v1/brands/${aurora.id}/quiet-hours`;
  await moveTo(NIGHT + 60 * MINUTE);
  const reason = 'Inventário da madrugada';
  assert.equal((await support.post(`${hours}/suspend`, { until: null, reason })).status, 200);
  await moveTo(NIGHT + 8 * 60 * MINUTE);
  const { rows } = await pollUntil(
    () =>
      owner.query(
        `select count(*)::int as stale, (select count(*)::int from holds where state <> 'waiting') as begun
         from holds h join policy_heads p on p.brand_id = h.brand_id and p.calendar <> h.calendar`,
      ),
    ({ rows }) => rows[0].stale === 0,
    'all holds are retimed after the suspension',
  );
  assert.equal(rows[0].begun, 0);
  assert.equal((await support.post(`${hours}/resume`, { reason })).status, 200);
  for (const { attemptId, heldUntil } of promised) {
    assert.equal(Number((await readHold(attemptId)).due_at), heldUntil, 'every hold keeps its minute');
  }
}

/**
 * A customer asks to stop, a seller leaves and a portfolio moves: each hold concerned ends at once, with the reason.
 */
async function changeCustomersAndSellers(promised: readonly Promised[]): Promise<Promised[]> {
  await moveTo(OPENS.paulista - 30 * MINUTE);
  const carla = await product.held('paulista@aurora.example', '9999');
  const ana = promised.filter(({ store }) => store === 'paulista');
  const stopping = ana.find(({ heldUntil }) => heldUntil > OPENS.paulista + 30 * MINUTE) as Promised;
  const called = await postAttempt(carla, { customerId: stopping.customerId, text: 'Oi!' });
  assert.equal(called.status, 201);
  await carla.post(`/api/v1/attempts/${called.body.attempt.id}/outcome`, { outcome: 'stop' });
  assert.equal((await readHold(stopping.attemptId)).end_reason, 'opted_out');

  const { rows: brands } = await owner.query("select brand_id from brands where slug = 'aurora'");
  const importRows = (kind: 'sellers' | 'customers', file: string) =>
    importFile(
      { db, now: () => OPENS.paulista - 30 * MINUTE, newId: uuidv7, numberKey: keysOf(secret).numbers },
      { brandId: brands[0].brand_id, kind, file: Buffer.from(file), skipBadRows: false },
    );
  const { rows: people } = await owner.query("select id, code, name from people where code like 'AU0%'");
  const codeOf = (name: string) => people.find((person) => person.name.startsWith(name)).code;
  const left = await importRows('sellers', `codigo;nome;loja;ativo\n${codeOf('Elisa')};Elisa Farias;AU02;nao\n`);
  assert.deepEqual(left.kind === 'read' && left.faults, []);
  const elisa = promised.filter(({ store, seller }) => store === 'adrianopolis' && seller === listSellers(promised)[3]);
  for (const { attemptId } of elisa) assert.equal((await readHold(attemptId)).end_reason, 'reassigned');

  const bruno = promised.find(({ seller, attemptId }) => seller === listSellers(promised)[1] && attemptId) as Promised;
  const { rows: customers } = await owner.query('select code, name, phone from customers where id = $1', [
    bruno.customerId,
  ]);
  const { code, name, phone } = customers[0];
  const file = `codigo;nome;telefone;loja;vendedor;permite_whatsapp\n${code};${name};${phone};AU01;${codeOf('Ana')};sim\n`;
  const report = await importRows('customers', file);
  assert.deepEqual(report.kind === 'read' && report.faults, []);
  assert.equal((await readHold(bruno.attemptId)).end_reason, 'reassigned');
  return [stopping, elisa[0] as Promised, bruno];
}

function listSellers(promised: readonly Promised[]): readonly Client[] {
  return [...new Set(promised.map(({ seller }) => seller))];
}

/** Releases minute by minute; meanwhile support moves the end of quiet hours to 9:30, after the opening of Bosque. */
async function releaseTheOthers(rest: readonly Promised[]) {
  const waiting = [];
  for (const each of rest) if ((await readHold(each.attemptId)).state === 'waiting') waiting.push(each);
  const early = waiting.filter(({ heldUntil }) => heldUntil < OPENS.bosque + 5 * MINUTE);
  await assertReleasedInTurn(early);

  const support = await product.person('suporte@oto.example');
  const [aurora] = (await support.get('/api/v1/brands')).body.items;
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  await moveTo(OPENS.bosque + 5 * MINUTE);
  const policy = { windows: [{ days, start: '20:00', end: '09:30' }] };
  const published = await support.post(`/api/v1/brands/${aurora.id}/quiet-hours`, publicationBody(policy));
  assert.equal(published.status, 201, JSON.stringify(published.body));
  const halfPast = OPENS.bosque + 30 * MINUTE;
  for (const each of waiting.filter((one) => !early.includes(one))) {
    const isMoved = each.store === 'bosque' && each.heldUntil < halfPast;
    const row = await pollUntil(
      () => readHold(each.attemptId),
      ({ due_at }) => !isMoved || Number(due_at) >= halfPast,
      'the new end reaches the holds of Bosque',
    );
    if (!isMoved) assert.equal(Number(row.due_at), each.heldUntil, 'no other store’s minute moves');
    assert.ok(Number(row.due_at) >= each.heldUntil, 'never earlier than promised');
    each.heldUntil = Number(row.due_at);
  }
  await assertReleasedInTurn(waiting.filter((one) => !early.includes(one)));
}

async function assertReleasedInTurn(of: readonly Promised[]) {
  const byMinute = [...Map.groupBy(of, ({ heldUntil }) => heldUntil)].toSorted(([a], [b]) => a - b);
  for (const [minute, due] of byMinute) {
    await moveTo(minute - 1);
    for (const { attemptId } of due)
      assert.equal((await readHold(attemptId)).state, 'waiting', 'not released before its minute');
    await moveTo(minute);
    for (const { attemptId, seller } of due) {
      const row = await waitUntilReleased(attemptId);
      assert.equal(row.state, 'ready', row.end_reason);
      assert.equal(Number(row.ready_at), minute, 'released at its minute');
      const list = (await seller.get('/api/v1/holds?state=ready')).body.items;
      assert.ok(list.some(({ attempt }: { attempt: { id: string } }) => attempt.id === attemptId));
    }
  }
}

async function assertNothingIsMissing() {
  const { rows } = await owner.query(
    `select b.brand_id, l.holds_created::int as created, count(h.id)::int as there,
       count(*) filter (where h.state = 'ended')::int as ended
     from brands b join ledgers l on l.brand_id = b.brand_id join holds h on h.brand_id = b.brand_id
     where b.slug = 'aurora' group by 1, 2`,
  );
  assert.equal(rows[0].created, 40);
  assert.equal(rows[0].there, 40);
  assert.ok(rows[0].ended >= 9, 'one stop, about seven of the seller who left, and one portfolio have ended');
  const { broken } = await verifyRecord(db, keysOf(secret).receipts, rows[0].brand_id);
  assert.equal(broken, null);
}

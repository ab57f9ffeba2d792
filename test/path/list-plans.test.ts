/**
 * Lists and searches must read a bounded number of rows: the test checks their plans for tables with the statistics of
 * fifty million rows (method of decision 0018).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { findNextAttempt } from '#db/contact/attempts.ts';
import { resetLastContact } from '#db/contact/handovers.ts';
import { urlOf } from '#db/core/installation/roles.ts';
import type { Prepared } from '#db/core/statement.ts';
import { listContacts } from '#db/customers/customer-history.ts';
import { type CustomersShape, customersPage } from '#db/customers/customers.ts';
import { countWords, findCustomersWithFrequentWords, findCustomersWithWords } from '#db/customers/word-search.ts';
import { type HoldsShape, holdsPage } from '#db/holds/hold-list.ts';
import { type AttemptEventShape, attemptEventsPage, countAttemptEvents } from '#db/record/attempt-events.ts';
import { type AttemptsPageShape, attemptsPage } from '#db/record/attempt-pages.ts';
import { countContactsBySpan } from '#db/reports/distribution.ts';
import { findReceiptByNumber } from '#db/support/finder.ts';
import { listLeads, listLeadsInState } from '#db/support/leads.ts';
import { listSupportAccess } from '#db/support/support-access-log.ts';
import { listTickets, listTicketsInState } from '#db/support/tickets.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish } from '#kit/hold-helpers.ts';

const { db, owner, logins } = await withDatabase();
const { brandId, ana, customer } = await aBrand(owner);
await fillOnePage();

/** Gives each table one page with rows: the planner multiplies the rows of a page by the number of pages. */
async function fillOnePage(): Promise<void> {
  const handed = await attemptContact(createFlowDeps(db, '2026-11-24T15:00:00.000Z'), ana, aWish(await customer(ana)));
  assert.equal(handed.kind, 'allowed');
  const id = await customer(ana);
  const values = [brandId, id, ana.personId, ana.storeId];
  await owner.query('insert into customer_words (brand_id, word, customer_id) values ($1, $3, $2)', [
    brandId,
    id,
    'maria',
  ]);
  await owner.query(
    `insert into attempts (brand_id, id, customer_id, seller_id, store_id, origin, channel, state, created_at, updated_at)
     values ($1, $2, $2, $3, $4, 'profile', 'handset', 'sent', now(), now())`,
    values,
  );
  await owner.query(
    `insert into holds (brand_id, id, attempt_id, customer_id, seller_id, store_id, origin, state, due_at, promised_at,
       held_at, expires_at, calendar)
     values ($1, $2, $2, $2, $3, $4, 'profile', 'waiting', now(), now(), now(), now(), 0)`,
    values,
  );
  await owner.query(
    `insert into tickets (brand_id, id, number, kind, reason, opened_by, opened_name, created_at, updated_at)
     values ($1, $2, 1, 'deactivate', 'a reason', $3, 'Ana', now(), now())`,
    [brandId, id, ana.personId],
  );
  await owner.query(
    `insert into ticket_messages (brand_id, id, ticket_id, at, side, author_id, author_name, text)
     values ($1, $2, $2, now(), 'support', 'b', 'Bia', 'an answer')`,
    [brandId, id],
  );
  await owner.query('insert into tickets_seen (brand_id, ticket_id, person_id, seen_at) values ($1, $2, $3, now())', [
    brandId,
    id,
    ana.personId,
  ]);
  await owner.query(
    `insert into leads (brand_id, id, person_id, person_name, contact, wish, created_at)
     values ($1, $2, $3, 'Ana', 'ana@example.com', 'a wish', now())`,
    [brandId, id, ana.personId],
  );
  await owner.query(
    `insert into support_access_log (brand_id, id, at, support_id, support_name, what)
     values ($1, $2, now(), 'b', 'Bia', 'attempts')`,
    [brandId, id],
  );
}

const GROWING = [
  'attempts',
  'receipts',
  'handovers',
  'customers',
  'customer_words',
  'holds',
  'tickets',
  'ticket_messages',
  'tickets_seen',
  'leads',
  'support_access_log',
];
const MILLIONS = 50;
/**
 * A list page may sort the rows that it read for its keys; more rows than this it must not sort, hash or materialize.
 */
const MOST_ROWS = 120_000;

/** Gives each growing table and its columns the statistics of fifty million rows, whatever its values are. */
async function fakeLargeTables(): Promise<void> {
  await owner.query(
    `select pg_restore_relation_stats('schemaname', 'public', 'relname', c.relname::text,
       'relpages', greatest(1, pg_relation_size(c.oid) / 8192)::int, 'reltuples', $2::real)
     from pg_class c where c.oid = any($1::regclass[])
       or c.oid in (select indexrelid from pg_index where indrelid = any($1::regclass[]))`,
    [GROWING, MILLIONS * 1_000_000],
  );
  const columns: readonly (readonly [string, string, number, number])[] = [
    ['attempts', 'brand_id', 0, 20],
    ['attempts', 'id', 0, -1],
    ['attempts', 'customer_id', 0, -0.2],
    ['attempts', 'seller_id', 0, 10_000],
    ['attempts', 'store_id', 0, 2_000],
    ['attempts', 'state', 0, 11],
    ['attempts', 'created_at', 0, -1],
    ['receipts', 'brand_id', 0, 20],
    ['receipts', 'id', 0, -1],
    ['receipts', 'attempt_id', 0, -0.8],
    ['receipts', 'decided_at', 0, -1],
    ['receipts', 'verdict', 0, 3],
    ['receipts', 'reason', 0.7, 8],
    ['receipts', 'actor_kind', 0, 2],
    ['handovers', 'brand_id', 0, 20],
    ['handovers', 'attempt_id', 0, -0.9],
    ['handovers', 'handed_at', 0, -1],
    ['handovers', 'after_warning', 0, 2],
    ['handovers', 'withdrawn_at', 0.9, -0.1],
    ['customers', 'brand_id', 0, 20],
    ['customers', 'id', 0, -1],
    ['customers', 'seller_id', 0, 10_000],
    ['customers', 'store_id', 0, 2_000],
    ['customers', 'sort_name', 0, -0.5],
    ['customers', 'availability', 0, 1],
    ['customer_words', 'brand_id', 0, 20],
    ['customer_words', 'customer_id', 0, -0.2],
    ['customer_words', 'word', 0, -0.3],
    ['customer_words', 'sort_name', 0, -0.1],
    ['holds', 'brand_id', 0, 20],
    ['holds', 'id', 0, -1],
    ['holds', 'attempt_id', 0, -0.9],
    ['holds', 'seller_id', 0, 10_000],
    ['holds', 'store_id', 0, 2_000],
    ['holds', 'state', 0, 3],
    ['holds', 'ended_at', 0.01, -0.9],
    ['holds', 'due_at', 0, -0.5],
    ['tickets', 'brand_id', 0, 20],
    ['tickets', 'id', 0, -1],
    ['tickets', 'state', 0, 3],
    ['tickets', 'created_at', 0, -1],
    ['ticket_messages', 'brand_id', 0, 20],
    ['ticket_messages', 'ticket_id', 0, -0.25],
    ['leads', 'brand_id', 0, 20],
    ['leads', 'id', 0, -1],
    ['leads', 'state', 0, 2],
    ['leads', 'created_at', 0, -1],
    ['support_access_log', 'brand_id', 0, 20],
    ['support_access_log', 'id', 0, -1],
    ['support_access_log', 'at', 0, -1],
  ];
  for (const [table, column, nulls, distinct] of columns) {
    await owner.query(
      `select pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', $2::text,
         'inherited', false, 'null_frac', $3::real, 'n_distinct', $4::real)`,
      [table, column, nulls, distinct],
    );
  }
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Index Name'?: string;
  readonly 'Plan Rows': number;
  readonly Plans?: readonly Node[];
}

/**
 * Returns the nodes of a plan that grow with a table: reads of a whole table, and sorts or hashes of more than a
 * bounded number of rows.
 */
function findGrowth(node: Node): string[] {
  const below = (node.Plans ?? []).flatMap(findGrowth);
  const type = node['Node Type'];
  const table = node['Relation Name'] ?? '';
  if (type === 'Seq Scan' && GROWING.includes(table)) below.push(`${type} of ${table}`);
  if (type === 'Bitmap Heap Scan' && node['Plan Rows'] > MOST_ROWS) below.push(`${type} of ${table}`);
  const inputRows = node.Plans?.[0]?.['Plan Rows'] ?? 0;
  if (/^(Sort|Hash|HashAggregate|Aggregate|Materialize)$/.test(type) && inputRows > MOST_ROWS)
    below.push(`${type} of ${inputRows}`);
  return below;
}

async function findGrowthIn<P>(
  statements: readonly (readonly [Prepared<P, unknown>, P])[],
): Promise<Record<string, string[]>> {
  const plans = await explainAll(statements);
  return Object.fromEntries(
    plans.map(([name, plan]) => [name, findGrowth(plan)] as const).filter(([, faults]) => faults.length > 0),
  );
}

/** Returns the index conditions of a statement's plan, one a line. */
async function conditionsOf<P>(statement: Prepared<P, unknown>, args: P): Promise<string> {
  const [plan] = await explainAll([[statement, args]]);
  return plan ? conditionsIn(plan[1]) : '';
}

function conditionsIn(node: Node): string {
  return [node['Index Cond'] ?? '', ...(node.Plans ?? []).map(conditionsIn)].join('\n');
}

/** Returns the names of all indexes that a plan uses, sorted. */
function indexesIn(node: Node): string[] {
  const below = (node.Plans ?? []).flatMap(indexesIn);
  return [...(node['Index Name'] ? [node['Index Name']] : []), ...below].sort();
}

/** Like `conditionsOf`, for the query in the body of `ticket_ids` or `lead_ids`, which `explain` does not show. */
async function readFunctionConditions(name: string): Promise<string> {
  const { rows } = await owner.query('select prosrc from pg_proc where proname = $1', [name]);
  const values = { of_state: "'open'::text", after_at: 'now()', after_id: `'${ana.personId}'::uuid`, most: '51' };
  const text = Object.entries(values).reduce(
    (query, [argument, value]) => query.replaceAll(new RegExp(`\\b${argument}\\b`, 'g'), value),
    String(rows[0].prosrc),
  );
  const explained = await owner.query(`explain (format json) ${text}`);
  return conditionsIn(explained.rows[0]['QUERY PLAN'][0].Plan);
}

/** Plans the statements as the runtime login, under row-level security, with these arguments. */
async function explainAll<P>(
  statements: readonly (readonly [Prepared<P, unknown>, P])[],
): Promise<(readonly [name: string, plan: Node])[]> {
  const client = new pg.Client({ connectionString: urlOf('oto_runtime', logins) });
  await client.connect();
  try {
    await client.query("select set_config('oto.brand', $1, false)", [brandId]);
    const plans: (readonly [string, Node])[] = [];
    for (const [{ name, text, valuesOf }, args] of statements) {
      const { rows } = await client.query(`explain (format json) ${text}`, valuesOf(args));
      plans.push([name, rows[0]['QUERY PLAN'][0].Plan]);
    }
    return plans;
  } finally {
    await client.end();
  }
}

/** Returns every combination of true and false for the keys. */
function combinations<K extends string>(...keys: readonly K[]): Record<K, boolean>[] {
  return keys.reduce<Record<string, boolean>[]>(
    (all, key) =>
      all.flatMap((each) => [
        { ...each, [key]: false },
        { ...each, [key]: true },
      ]),
    [{}],
  ) as Record<K, boolean>[];
}

const words = ['maria', 'silva'];
const wordEnds = words.map((word) => `${word}{`);
const at = Date.parse('2026-11-23T15:00:00Z');
const ids = Array.from({ length: 1_000 }, () => crypto.randomUUID());
const BEFORE = [
  { beforeAt: at, beforeId: ana.personId },
  { beforeAt: null, beforeId: null },
];
const scope = { brandId, sellerId: ana.personId, storeId: ana.storeId };

test('no page of attempts reads or sorts a whole table, whatever the filters', async () => {
  await fakeLargeTables();
  const args = { ...scope, ids, sellerIds: ids.slice(0, 60), state: 'sent' as const, words, wordEnds, limit: 51 };
  const shapes = ([null, 'customers', 'sellers'] as const).flatMap((keys) =>
    combinations('sellers', 'store', 'words').flatMap((filters) =>
      ([null, 'contact', 'other'] as const).map((state): AttemptsPageShape => ({ keys, ...filters, state })),
    ),
  );
  const dates = { from: at - 86_400_000, to: at, beforeAt: at, beforeId: ana.personId };
  const anyDate = { from: null, to: null, beforeAt: null, beforeId: null };
  for (const when of [dates, anyDate]) {
    const asked = shapes.map((shape) => {
      const keys = shape.keys === 'sellers' ? { ids: ids.slice(0, 50) } : {};
      const state = shape.state === 'other' ? ('unknown' as const) : ('sent' as const);
      return [attemptsPage(shape), { ...args, ...when, ...keys, state }] as const;
    });
    assert.deepEqual(await findGrowthIn(asked), {});
  }
});

test('no page of the attempts of one event reads or sorts a whole table, whatever the filters', async () => {
  await fakeLargeTables();
  const args = { ...scope, ids, sellerIds: ids.slice(0, 60), state: 'sent' as const, words, wordEnds, limit: 51 };
  const shapes = (['put_off', 'warned', 'sent_after_warning'] as const).flatMap((event) =>
    combinations('customers', 'sellers', 'store', 'state', 'words').map(
      (filters): AttemptEventShape => ({ event, ...filters, ofSeller: false, times: false }),
    ),
  );
  const dates = { from: at - 86_400_000, to: at, beforeAt: at, beforeId: ana.personId };
  const anyDate = { from: null, to: null, beforeAt: null, beforeId: null };
  for (const when of [dates, anyDate]) {
    const ofReports = { ofSeller: null, stores: [], times: [] };
    const asked = shapes.map((shape) => [attemptEventsPage(shape), { ...args, ...when, ...ofReports }] as const);
    assert.deepEqual(await findGrowthIn(asked), {});
  }
});

test('the events of a stretch are counted by indexes on their time, each event by its own partial index', async () => {
  await fakeLargeTables();
  const [counted] = await explainAll([[countAttemptEvents, { brandId, from: at - 30 * 86_400_000, to: at }]]);
  assert.ok(counted);
  // Whether the brand has any attempt can be read from the first row of any index of attempts.
  // Whether an event is the first of its attempt is read by the attempt.
  const byAttempt = ['holds_by_attempt', 'receipts_pkey'];
  const ofEvents = indexesIn(counted[1]).filter((name) => !name.startsWith('attempts_') && !byAttempt.includes(name));
  assert.deepEqual(ofEvents, ['handovers_after_warning', 'holds_by_time', 'receipts_put_off', 'receipts_warned']);
  const conditions = conditionsIn(counted[1]);
  for (const column of ['decided_at', 'held_at', 'handed_at']) assert.match(conditions, new RegExp(`${column} >= `));
});

test('no page of customers reads or sorts a whole table, whatever the filters', async () => {
  await fakeLargeTables();
  const args = { ...scope, words, wordEnds, word: 'maria', wordEnd: 'maria{', most: 30_000, quietSince: at, limit: 51 };
  const shapes = ([null, 'inOrder', 'byWord', 'byWords'] as const).flatMap((found) =>
    combinations('store', 'seller', 'quiet').map((filters): CustomersShape => ({ found, ...filters })),
  );
  for (const after of [
    { afterName: 'maria', afterId: ana.personId },
    { afterName: null, afterId: null },
  ]) {
    assert.deepEqual(
      await findGrowthIn(shapes.map((shape) => [customersPage(shape), { ...args, ...after }] as const)),
      {},
    );
  }
});

test('no page of held contacts reads or sorts a whole table, whatever the filters', async () => {
  await fakeLargeTables();
  const shapes: HoldsShape[] = combinations('ended', 'seller', 'store', 'newsOnly');
  for (const cursor of [
    { cursorAt: at, cursorId: ana.personId },
    { cursorAt: null, cursorId: null },
  ]) {
    const asked = shapes.map((shape) => {
      const args = {
        ...scope,
        state: shape.ended ? ('ended' as const) : ('waiting' as const),
        endedSince: at - 7 * 86_400_000,
        limit: 51,
      };
      return [holdsPage(shape), { ...args, ...cursor }] as const;
    });
    assert.deepEqual(await findGrowthIn(asked), {});
  }
});

test('no page of tickets, leads or the support access log reads or sorts a whole table, whatever the filters', async () => {
  await fakeLargeTables();
  for (const before of BEFORE) {
    const args = { brandId, readerId: ana.personId, ...before, limit: 51 };
    assert.deepEqual(
      [
        await findGrowthIn([[listTickets, args]]),
        await findGrowthIn([[listTicketsInState, { ...args, state: 'open' as const }]]),
        await findGrowthIn([[listLeads, args]]),
        await findGrowthIn([[listLeadsInState, { ...args, state: 'open' as const }]]),
        await findGrowthIn([[listSupportAccess, args]]),
      ],
      [{}, {}, {}, {}, {}],
    );
  }
});

test('an index finds the start of a page of tickets or leads in one state, and of a later page of each list of support', async () => {
  await fakeLargeTables();
  const args = { brandId, readerId: ana.personId, beforeAt: at, beforeId: ana.personId, limit: 51 };
  const inState = { ...args, state: 'open' as const };
  const later = String.raw`ROW\(created_at, id\) < `;
  const stateAndLater = new RegExp(String.raw`\bstate = .*${later}`);
  assert.match(await conditionsOf(listTickets, args), new RegExp(later));
  assert.match(await conditionsOf(listTicketsInState, inState), stateAndLater);
  assert.match(await conditionsOf(listLeads, args), new RegExp(later));
  assert.match(await conditionsOf(listLeadsInState, inState), stateAndLater);
  assert.match(await conditionsOf(listSupportAccess, args), /ROW\(at, id\) < /);
  assert.match(await readFunctionConditions('ticket_ids'), /\bstate = .*ROW\(updated_at, id\) > /);
  assert.match(await readFunctionConditions('lead_ids'), /\bstate = .*ROW\(created_at, id\) > /);
});

test('a search for words reads no more than the ranges of these words', async () => {
  await fakeLargeTables();
  const ranges = { brandId, words, wordEnds };
  assert.deepEqual(await findGrowthIn([[countWords, { ...ranges, most: 10_000 }]]), {});
  assert.deepEqual(await findGrowthIn([[findCustomersWithFrequentWords, { ...ranges, most: 30_000 }]]), {});
  const one = { ...ranges, word: 'maria', wordEnd: 'maria{', most: 10_000 };
  assert.deepEqual(await findGrowthIn([[findCustomersWithWords, one]]), {});
});

test('both searches ask whether a customer has a word by one index', async () => {
  await fakeLargeTables();
  const both = /customer_id = .*\bword >= .*\bword < /;
  const one = { brandId, words, wordEnds, word: 'maria', wordEnd: 'maria{', most: 30_000 };
  assert.match(await conditionsOf(findCustomersWithWords, one), both);
  const walk = { store: false, seller: false, quiet: false, found: 'inOrder' } as const;
  const args = {
    ...scope,
    words,
    wordEnds,
    word: '',
    wordEnd: '',
    most: 0,
    quietSince: null,
    afterName: null,
    afterId: null,
    limit: 51,
  };
  assert.match(await conditionsOf(customersPage(walk), args), both);
});

test('a page in one state is read by an index on the state, and a page of ended holds by an index on their end', async () => {
  await fakeLargeTables();
  const anyDate = { from: null, to: null, beforeAt: null, beforeId: null };
  const attemptArgs = {
    ...scope,
    ...anyDate,
    ids,
    sellerIds: [],
    state: 'unknown' as const,
    words: [],
    wordEnds: [],
    limit: 51,
  };
  const base = { keys: null, sellers: false, store: false, state: 'other', words: false } as const;
  const cursor = { cursorAt: null, cursorId: null };
  const holdArgs = { ...scope, ...cursor, state: 'ended' as const, endedSince: at - 7 * 86_400_000, limit: 51 };
  const ended = { ended: true, seller: false, store: false, newsOnly: false };
  assert.match(await conditionsOf(attemptsPage(base), attemptArgs), /\bstate = /);
  assert.match(await conditionsOf(attemptsPage({ ...base, store: true }), attemptArgs), /\bstore_id = .*\bstate = /);
  assert.match(await conditionsOf(holdsPage(ended), holdArgs), /\bended_at >= /);
  assert.match(await conditionsOf(holdsPage({ ...ended, seller: true }), holdArgs), /\bseller_id = .*\bended_at >= /);
  assert.match(await conditionsOf(holdsPage({ ...ended, store: true }), holdArgs), /\bstore_id = .*\bended_at >= /);
});

test('a customer’s attempts, a receipt by its number and the contacts of a stretch are each found by an index', async () => {
  await fakeLargeTables();
  const customerId = ana.personId;
  const ofCustomer = /\bcustomer_id = (?:c\.id|ANY|')/;
  assert.match(await conditionsOf(listContacts, { brandId, customerId, limit: 20 }), ofCustomer);
  assert.match(await conditionsOf(findNextAttempt, { brandId, customerId, at, id: customerId }), ofCustomer);
  assert.match(await conditionsOf(resetLastContact, { brandId, customerId }), ofCustomer);
  assert.match(await conditionsOf(findReceiptByNumber, { brandId, number: 7 }), /\bnumber = /);
  const stretch = { brandId, storeIds: ids.slice(0, 1), sellerId: null, from: at - 7 * 86_400_000, to: at };
  assert.match(await conditionsOf(countContactsBySpan, { ...stretch, starts: [at] }), /\bhanded_at >= /);
  const whole = await Promise.all([
    findGrowthIn([[listContacts, { brandId, customerId, limit: 20 }]]),
    findGrowthIn([[findNextAttempt, { brandId, customerId, at, id: customerId }]]),
    findGrowthIn([[resetLastContact, { brandId, customerId }]]),
  ]);
  assert.deepEqual(whole, [{}, {}, {}]);
});

test('findGrowthIn reports a plan that sorts or aggregates a whole table', async () => {
  await fakeLargeTables();
  const plain = (name: string, text: string): Prepared<object, unknown> => ({
    kind: 'read',
    name,
    text,
    valuesOf: () => [],
    rowsOf: () => [],
  });
  const found = await findGrowthIn([
    [plain('counted', 'select outcome, count(*) from attempts group by outcome'), {}],
    [plain('sorted', 'select from attempts order by updated_at limit 5'), {}],
  ]);
  assert.deepEqual(Object.keys(found), ['counted', 'sorted']);
});

/**
 * The statements of decisions and releases have generic plans, kept by Postgres; each must find its rows by a key, so
 * that it reads no more as tables grow (decision 0018).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { countCampaignFigures } from '#db/campaigns/campaign-figures.ts';
import { readFactsPage } from '#db/campaigns/customer-facts.ts';
import { listPurchasesOfCustomers } from '#db/campaigns/customer-purchases.ts';
import type { Queries } from '#db/core/db.ts';
import { findHoldEvents, findHoldsOfAttempt } from '#db/holds/hold-events.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, hold, openDaily } from '#kit/hold-helpers.ts';

/** One connection, so that `pg_prepared_statements` lists every statement. */
const { db, owner } = await withDatabase({ connections: 1 });

const NIGHT = '2026-11-24T01:14:00.000Z';
const NOON = '2026-11-24T15:00:00.000Z';
const NEXT_NIGHT = '2026-11-25T01:14:00.000Z';

/** The tables that get a row more with each contact, customer or suggestion. */
const GROWING = [
  'acknowledgements',
  'attempts',
  'customers',
  'handovers',
  'hold_events',
  'holds',
  'idempotency_keys',
  'live_events',
  'opt_outs',
  'receipts',
  'slots',
  'suggestions',
];

test('every generic plan of a decision or a release reads a growing table by a key of an index', async () => {
  const { brandId } = await makeEveryDecision();
  await fakeLargeTables();
  await db.read(brandId, async ({ q }) => {
    const prepared = await listGenericPlans(q);
    const names = prepared.flatMap(namesOf);
    for (const name of EXPECTED)
      assert.ok(names.includes(name), `${name} was never sent, or Postgres did not keep a generic plan of it`);
    const whole: Record<string, string[]> = {};
    for (const { name, statement } of prepared) {
      const tables = readWhole(await planOf(q, statement));
      if (tables.length > 0) whole[namesOf({ name, statement }).join(', ')] = tables;
    }
    assert.deepEqual(whole, {});
  });
});

test('the steps of a held contact are read by its attempt, however long the log is', async () => {
  const { brandId } = await aBrand(owner);
  await fakeLargeTables();
  await db.read(brandId, async ({ q }) => {
    for (const { text } of [findHoldEvents, findHoldsOfAttempt]) assert.deepEqual(readWhole(await planOf(q, text)), []);
  });
});

test('the figures of a campaign, however long it runs, and the facts of a morning are read by keys', async () => {
  const { brandId } = await aBrand(owner);
  await fakeLargeTables();
  await db.read(brandId, async ({ q }) => {
    for (const { text } of [readFactsPage, listPurchasesOfCustomers, countCampaignFigures]) {
      const tables = readWhole(await planOf(q, text));
      assert.deepEqual(tables, [], text);
    }
  });
});

test('readWhole names a table that a plan reads whole, and no table that a plan reads by a key', async () => {
  const { brandId } = await aBrand(owner);
  await fakeLargeTables();
  await db.read(brandId, async ({ q }) => {
    const plan = await planOf(q, 'select from attempts where updated_at = $1');
    assert.deepEqual(readWhole(plan), ['attempts']);
    const keyed = await planOf(q, 'select from attempts where id = $1');
    assert.deepEqual(readWhole(keyed), []);
  });
});

/**
 * The statements that this test must meet; the list makes the test fail when the contacts below no longer send one of
 * them.
 */
const EXPECTED = [
  'begin_attempt',
  'lock_free_contexts',
  'read_context_facts',
  'read_release_contexts',
  'read_release_facts',
  'lock_attempt',
  'spend_acknowledgement',
  'lock_hold_of_pair',
  'lock_claimed_holds',
  'insert_handovers',
  'complete_suggestions',
  'reopen_suggestions',
  'write_hold_changes',
  'list_slots_of_queues',
  'withdraw_handovers',
  'add_replaced_news',
  'lock_hold_of_attempt',
  'insert_receipts',
  'save_attempts',
  'set_last_contacts',
  'insert_acknowledgements',
  'insert_keyed_answers',
  'lock_ledger',
  'advance_ledger_with_events',
  'read_keyed_answer',
];

/**
 * Makes every kind of decision: refused and held, warned and acknowledged, released and sent, undone, released again
 * and ended.
 */
async function makeEveryDecision() {
  const brand = await aBrand(owner);
  const { brandId, ana, bruno } = brand;
  await openDaily(owner, brandId, brand.stores.paulista, 600, 1320);
  const flowDeps = createFlowDeps(db, NIGHT);
  const addSuggestion = async (seller: typeof ana) => {
    const customerId = await brand.customer(seller);
    return [customerId, { origin: 'suggestion', suggestionId: await brand.suggestion(seller, customerId) }] as const;
  };

  const [customer, suggestion] = await addSuggestion(ana);
  const refused = await attemptContact(flowDeps, ana, aWish(customer, suggestion));
  assert.equal(refused.kind, 'refused');
  const held = await hold(flowDeps, ana, customer, suggestion);
  const [unsentCustomer, unsentSuggestion] = await addSuggestion(ana);
  await hold(flowDeps, ana, unsentCustomer, unsentSuggestion);
  const [brunosCustomer, brunosSuggestion] = await addSuggestion(bruno);
  await hold(flowDeps, bruno, brunosCustomer, brunosSuggestion);

  const profile = await brand.customer(ana);
  const warned = await attemptContact(flowDeps, ana, aWish(profile, { origin: 'profile' }));
  assert.equal(warned.kind, 'warned');
  const { acknowledgement } = warned as Extract<typeof warned, { kind: 'warned' }>;
  const because = 'customer_asked' as const;
  const acknowledged = await attemptContact(
    flowDeps,
    ana,
    aWish(profile, { origin: 'profile', acknowledgement: acknowledgement.token, because }),
  );
  if (acknowledged.kind !== 'allowed')
    throw new Error(`the acknowledged contact was ${acknowledged.kind} instead of allowed`);

  assert.equal((await recordOutcome(flowDeps, ana, acknowledged.attempt.id, 'stop')).kind, 'said');

  await owner.query('update people set active = false where brand_id = $1 and id = $2', [brandId, bruno.personId]);
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brandId);
  const sent = await attemptContact(flowDeps, ana, aWish(customer, { attemptId: held.attempt.id }));
  assert.equal(sent.kind, 'allowed');
  flowDeps.moveTo(NEXT_NIGHT);
  await dispatch(flowDeps, brandId);
  await hold(flowDeps, ana, customer, { attemptId: held.attempt.id });
  return brand;
}

function listGenericPlans(q: Queries): Promise<readonly { readonly name: string; readonly statement: string }[]> {
  return sql<{ name: string; statement: string }>`select name, statement from pg_prepared_statements
    where generic_plans > 0`
    .execute(q)
    .then(({ rows }) => rows);
}

/**
 * Returns the names of the statements in a combined one, which begins with a comment of these names
 * (`db/core/joined-statements.ts`).
 */
function namesOf({ name, statement }: { readonly name: string; readonly statement: string }): readonly string[] {
  return name.startsWith('together_') ? (/^\/\* (.*?) \*\//.exec(statement)?.[1] ?? '').split(', ') : [name];
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Node[];
}

async function planOf(q: Queries, statement: string): Promise<Node> {
  const explained = sql.raw<Record<string, [{ Plan: Node }]>>(`explain (generic_plan, format json) ${statement}`);
  const { rows } = await explained.execute(q);
  return Object.values(rows[0] ?? {})[0]?.[0].Plan as Node;
}

/**
 * Gives the growing tables the statistics of a million rows: the planner reads small tables whole, whatever indexes
 * they have.
 */
async function fakeLargeTables(): Promise<void> {
  await owner.query(
    `select pg_restore_relation_stats('schemaname', 'public', 'relname', c.relname::text,
       'relpages', greatest(1, pg_relation_size(c.oid) / 8192)::int, 'reltuples', 1000000::real)
     from pg_class c where c.oid = any($1::regclass[])
       or c.oid in (select indexrelid from pg_index where indrelid = any($1::regclass[]))`,
    [GROWING],
  );
  for (const [table, column, nulls, distinct] of COLUMNS) {
    await owner.query(
      `select pg_restore_attribute_stats('schemaname', 'public', 'relname', $1::text, 'attname', $2::text,
         'inherited', false, 'null_frac', $3::real, 'n_distinct', $4::real)`,
      [table, column, nulls, distinct],
    );
  }
}

/**
 * For each column the share of rows that are null and of distinct values (-1: all distinct); without statistics the
 * planner takes null for rare.
 */
const COLUMNS = [
  ['acknowledgements', 'token_hash', 0, -1],
  ['acknowledgements', 'spent_at', 0.5, -0.5],
  ['attempts', 'id', 0, -1],
  ['customers', 'id', 0, -1],
  ['customers', 'merged_into', 0.99, -0.01],
  ['handovers', 'attempt_id', 0, -0.9],
  ['handovers', 'withdrawn_at', 0.9, -0.1],
  ['holds', 'id', 0, -1],
  ['holds', 'attempt_id', 0, -0.9],
  ['holds', 'ended_at', 0.5, -0.5],
  ['opt_outs', 'lifted_at', 0.9, -0.1],
  ['slots', 'freed_at', 0.5, -0.5],
  ['suggestions', 'id', 0, -1],
  ['suggestions', 'closed_by', 0.5, -0.5],
] as const;

/** Returns the growing tables of which a plan reads more rows than one key other than the brand's picks out. */
function readWhole(node: Node, heap?: string): string[] {
  const table = node['Relation Name'] ?? heap;
  const below = (node.Plans ?? []).flatMap((plan) => readWhole(plan, isBitmap(node) ? table : undefined));
  const isRead = READS.has(node['Node Type']) && table !== undefined && GROWING.includes(table);
  return isRead && !KEYS.some((key) => key.test(node['Index Cond'] ?? '')) ? [table, ...below] : below;
}

const READS: ReadonlySet<string> = new Set(['Seq Scan', 'Index Scan', 'Index Only Scan', 'Bitmap Index Scan']);

/**
 * Index conditions that pick out a handful of rows, however large the table is: an id, or a seller's rows within a
 * stretch of time.
 */
const KEYS = [
  /\b(id|attempt_id|hold_id|customer_id|number_hash|token_hash|closed_by|merged_into|key) = /,
  /\bseller_id = .*\bhanded_at > /,
  /\bqueue_id = .*\bat >= /,
  // A campaign's own suggestions, and a page of a store's customers in the order of their names.
  /\bcampaign_id = ANY/,
  /\bstore_id = .*\bsort_name, id\) > /,
];

/** The index scan below a bitmap scan names no table. */
function isBitmap(node: Node): boolean {
  return node['Node Type'].startsWith('Bitmap');
}

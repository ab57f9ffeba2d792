/** Reads the database's catalogue and checks the schema: brands are isolated, records cannot be rewritten, and logins own nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDatabase } from '#kit/database.ts';

const { owner } = await withDatabase();

/** Tables that belong to no brand: migrations, the installation, the demo's clock, signing keys and the write probe. */
const OF_NO_BRAND = ['demo_clock', 'installation', 'record_keys', 'schema_migrations', 'write_probes'];
/** A key that is unique over all brands: the slug, by which commands name a brand. */
const UNIQUE_AMONG_BRANDS = ['brands_slug_key'];
/** Indexes of support's lists, which contain all brands. */
const QUEUES = ['help_answers_recent', 'leads_by_state', 'tickets_by_state'];
/** Functions that bypass row-level security. Each returns ids only; those that write stay within the transaction's brand. */
const CROSSING_BRANDS = [
  'brand_id_of_slug(slug text) uuid',
  'brand_ids() setof uuid',
  'brand_of_attempt(of_id uuid) uuid',
  'brand_of_lead(of_id uuid) uuid',
  'brand_of_ticket(of_id uuid) uuid',
  'brands_with_due(by_app timestamp with time zone, by_host timestamp with time zone) setof uuid',
  'brands_with_moves_due(by_app timestamp with time zone) setof uuid',
  'brands_with_suggestions() setof uuid',
  'delete_imported_customers(of_import uuid, of_step integer) setof uuid',
  'delete_imported_people(of_import uuid) setof uuid',
  'delete_imported_purchases(of_import uuid, of_step integer) setof uuid',
  'delete_imported_stores(of_import uuid) setof uuid',
  // These two delete within the brand of the transaction what is old by the database's clock.
  'delete_old_receipts(most integer, OUT last_number bigint, OUT last_link bytea, OUT receipts integer) record',
  'delete_old_support_accesses(most integer) integer',
  // These two return one session to a caller that has the session's token.
  'find_caller(of_token text, asked_at timestamp with time zone, touched_until timestamp with time zone) setof record',
  'help_answer_brands(of_article text) setof uuid',
  'help_comment_ids(of_article text, from_at timestamp with time zone, skipped integer, most integer) setof record',
  'identify_caller(of_token text, asked_at timestamp with time zone, touched_until timestamp with time zone) setof record',
  // These write for the brand of the transaction, and read accounts, to which the runtime login has no rights.
  'insert_mails_to_brand(of_kind text, of_brand uuid, of_ticket uuid, of_revision integer, at timestamp with time zone) void',
  'insert_mails_to_support(of_kind text, of_brand uuid, of_ticket uuid, at timestamp with time zone) void',
  'insert_week_mails(of_brand uuid, of_week date, at timestamp with time zone) void',
  'lead_ids(of_state text, after_at timestamp with time zone, after_id uuid, most integer) setof record',
  // Within the brand of the transaction, for attempts of merged customers.
  'move_merged_attempts(ids uuid[], to_id uuid) void',
  'receipt_ids_numbered(of_number bigint, of_brand uuid, most integer) setof record',
  'ticket_ids(of_state text, after_at timestamp with time zone, after_id uuid, most integer) setof record',
  'ticket_ids_numbered(of_number bigint, of_brand uuid, most integer) setof record',
  // Within the brand of the transaction, for customers that are erased already.
  'wipe_erased_customers(ids uuid[], searches text[]) void',
];
/** Tables whose rows never change: receipts, the logs of policies, holds and support's access, and the messages of tickets. */
const APPEND_ONLY = [
  'campaign_versions',
  'hold_events',
  'policy_events',
  'privacy_log',
  'receipts',
  'support_access_log',
  'ticket_messages',
];

const readRows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await owner.query(text, values)).rows;
const readNames = async (text: string, values: unknown[] = []): Promise<string[]> =>
  (await readRows<{ name: string }>(text, values)).map(({ name }) => name);

const TABLES = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
const TENANT_TABLES = `${TABLES} and not c.relname = any($1)`;

test('every table has a brand, except for the tables that are listed here', async () => {
  const without = await readNames(
    `select relname as name from (${TABLES}) t where not exists (
       select from pg_attribute a where a.attrelid = t.oid and a.attname = 'brand_id' and a.attnotnull
     ) order by 1`,
  );
  assert.deepEqual(without, OF_NO_BRAND);
});

test('every primary, unique and foreign key begins with the brand', async () => {
  const keys = await readRows<{ name: string; kind: string; first: string; target: string | null }>(
    `select k.conname as name, k.contype as kind, a.attname as first, f.attname as target
     from (${TENANT_TABLES}) t
     join pg_constraint k on k.conrelid = t.oid and k.contype in ('p', 'u', 'f')
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     left join pg_attribute f on f.attrelid = k.confrelid and f.attnum = k.confkey[1]`,
    [OF_NO_BRAND],
  );
  assert.ok(keys.length > 40);
  for (const { name, kind, first, target } of keys) {
    if (UNIQUE_AMONG_BRANDS.includes(name)) continue;
    assert.equal(first, 'brand_id', `${name} begins with ${first}`);
    if (kind === 'f') assert.equal(target, 'brand_id', `${name} points to ${target}`);
  }
});

test('every index on a table of brands begins with the brand', async () => {
  const others = await readNames(
    `select i.indexrelid::regclass::text as name
     from (${TENANT_TABLES}) t join pg_index i on i.indrelid = t.oid
     left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
     where a.attname is distinct from 'brand_id' and not i.indexrelid::regclass::text = any($2)`,
    [OF_NO_BRAND, [...UNIQUE_AMONG_BRANDS, ...QUEUES]],
  );
  assert.deepEqual(others, []);
});

test('every table of brands has a primary key', async () => {
  const without = await readNames(
    `select relname as name from (${TENANT_TABLES}) t
     where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')`,
    [OF_NO_BRAND],
  );
  assert.deepEqual(without, []);
});

test('row-level security is forced on every table of brands, and only the brand of the transaction and the owner pass', async () => {
  const tables = await readRows<{ relname: string; relrowsecurity: boolean; relforcerowsecurity: boolean }>(
    TENANT_TABLES,
    [OF_NO_BRAND],
  );
  assert.ok(tables.length > 20);
  const policies = await readRows<Record<string, unknown>>(
    `select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies
     where schemaname = 'public' order by tablename, policyname`,
  );
  for (const { relname, relrowsecurity, relforcerowsecurity } of tables) {
    assert.ok(relrowsecurity && relforcerowsecurity, `${relname} is without forced row-level security`);
    const [brand, toOwner, ...more] = policies.filter(({ tablename }) => tablename === relname);
    assert.deepEqual(more, [], `${relname} has a further policy`);
    assert.deepEqual(brand, {
      tablename: relname,
      policyname: 'brand',
      permissive: 'PERMISSIVE',
      roles: '{public}',
      cmd: 'ALL',
      qual: "(brand_id = (NULLIF(current_setting('oto.brand'::text, true), ''::text))::uuid)",
      with_check: null,
    });
    assert.deepEqual(toOwner, {
      tablename: relname,
      policyname: 'owner',
      permissive: 'PERMISSIVE',
      roles: '{oto_owner}',
      cmd: 'ALL',
      qual: 'true',
      with_check: null,
    });
  }
});

test('every view applies the rights of its reader', async () => {
  const views = await readNames(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
       and (relkind = 'm' or not coalesce(reloptions, '{}') @> '{security_invoker=true}')`,
  );
  assert.deepEqual(views, []);
});

test('only the functions listed here cross brands; each has a fixed search path, and only the runtime login may run it', async () => {
  const functions = await readRows<{ name: string; config: string[] | null; who: string[] }>(
    `select format('%s(%s) %s%s', p.proname, pg_get_function_identity_arguments(p.oid), case when p.proretset then 'setof ' end, p.prorettype::regtype) as name,
       p.proconfig as config,
       array(select case g.grantee when 0 then 'public' else g.grantee::regrole::text end
             from aclexplode(p.proacl) g where g.grantee <> p.proowner order by 1) as who
     from pg_proc p where p.prosecdef and p.pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
     order by name`,
  );
  assert.deepEqual(
    functions.map(({ name }) => name),
    CROSSING_BRANDS,
  );
  for (const { name, config, who } of functions) {
    assert.deepEqual(config, ['search_path=pg_catalog, public, pg_temp'], `${name} can be hijacked`);
    assert.deepEqual(who, ['oto_runtime'], name);
  }
});

test('the logins own nothing, have no special privilege, and are members of no role', async () => {
  const logins = await readRows<Record<string, unknown>>(
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
       exists (select from pg_shdepend d where d.refobjid = r.oid and d.deptype = 'o') as owns,
       exists (select from pg_auth_members m where m.member = r.oid) as "isMember"
     from pg_roles r where rolname in ('oto_runtime', 'oto_auth') order by 1`,
  );
  const powerless = {
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    rolreplication: false,
    owns: false,
    isMember: false,
  };
  assert.deepEqual(logins, [
    { rolname: 'oto_auth', ...powerless },
    { rolname: 'oto_runtime', ...powerless },
  ]);
});

test('the runtime login cannot change or delete a receipt, a policy event or an entry of the support access log', async () => {
  for (const table of APPEND_ONLY) {
    const [rights] = await readRows<Record<string, boolean>>(
      `select has_table_privilege('oto_runtime', $1, 'select') as "select",
         has_table_privilege('oto_runtime', $1, 'insert') as "insert",
         has_any_column_privilege('oto_runtime', $1, 'update') as "update",
         has_table_privilege('oto_runtime', $1, 'delete') as "delete",
         has_table_privilege('oto_runtime', $1, 'truncate') as "truncate"`,
      [table],
    );
    assert.deepEqual(rights, { select: true, insert: true, update: false, delete: false, truncate: false }, table);
  }
});

test('each login has rights in its own schema only', async () => {
  const foreignRights = await readNames(
    `select format('%s may %s %s.%s', r.rolname, p.privilege, n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     cross join (values ('select'), ('insert'), ('update'), ('delete'), ('truncate'), ('references'), ('trigger')) p(privilege)
     cross join pg_roles r
     where c.relkind in ('r', 'p', 'v', 'm')
       and (r.rolname, n.nspname) in (('oto_runtime', 'auth'), ('oto_auth', 'public'))
       and has_table_privilege(r.rolname, c.oid, p.privilege)`,
  );
  assert.deepEqual(foreignRights, []);
});

test('the runtime login may delete rows only of tables with temporary data', async () => {
  const deletable = await readNames(
    `select relname as name from (${TABLES}) t where has_table_privilege('oto_runtime', t.oid, 'delete') order by 1`,
  );
  assert.deepEqual(deletable, [
    'acknowledgements',
    'customer_tags',
    'customer_words',
    'idempotency_keys',
    'import_files',
    'import_findings',
    'import_rows',
    'live_events',
    'pin_locks',
    'portfolio_move_customers',
    'portfolio_move_items',
    'portfolio_move_steps',
    'push_subscriptions',
    'report_hours',
    'slots',
    'store_dates',
    'store_hours',
    'suggestion_runs',
    'turns',
  ]);
});

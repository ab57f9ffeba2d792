/** Lists every right of the two logins: a migration that grants or revokes a right must change this file. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDatabase } from '#kit/database.ts';
import { readOldTableNames } from '#kit/old-table-names.ts';

const { owner } = await withDatabase();

type Rights = readonly [whole: string, columns?: string];

/** The rights to a whole table (S select, I insert, D delete), then the columns that may be updated. */
const RUNTIME: Record<string, Rights> = {
  absences: ['SI', 'move_id is_started ended_at ended_by'],
  acknowledgements: ['SID', 'spent_at'],
  asked_silences: ['SI', 'ended_at ended_by unread_by'],
  attempts: [
    'SI',
    'seller_id suggestion_id origin state outcome text refused_at updated_at seller_stretches speaks_as',
  ],
  brands: [
    'SI',
    'cool_down_days plan second_factor_required store_zones unanswered_after texts_days drafts_days receipts_days suggestions_per_seller_day',
  ],
  campaign_days: ['SI', 'matched suggested left_out without_seller'],
  campaign_versions: ['SI'],
  campaigns: [
    'SI',
    'name template priority active state audience from_on to_on cool_down_days per_seller_day legal_basis legal_reason version started_at running_since ended_at updated_at',
  ],
  customer_merges: ['SI', 'undone_at undone_by filled tags_added customer_since_was state_was'],
  customer_tags: ['SID'],
  customer_words: ['SID', 'sort_name'],
  customers: [
    'SI',
    'code name store_id seller_id phone phone_kind permission permission_on email born_on city state note number_hash opted_out_at wrong_number_at availability merged_into last_contact_at customer_since contact_from_minute told_zone code_hash',
  ],
  demo_clock: ['S', 'shift_ms frozen_at moved'],
  do_not_call_changes: ['SI'],
  do_not_call_numbers: ['SI', 'first_listed_on removed_at'],
  handovers: ['SI', 'withdrawn_at'],
  help_answers: ['SI', 'language helpful comment answered_at'],
  holds: [
    'SI',
    'seller_id state due_at promised_at opening_at expires_at ready_at held_again returned passed_by calendar ended_at ended_as end_reason ended_by news news_at seen_at fence lease_until failures parked_at parked_why event_count',
  ],
  hold_events: ['SI'],
  idempotency_keys: ['SID'],
  import_rows: ['SID'],
  import_files: ['SID'],
  import_findings: ['SID'],
  imports: [
    'SI',
    'state undoing fence steps_done failure ended_at steps counts file_bytes columns summary started_at interrupted undo_asked',
  ],
  leads: ['SI', 'state done_at done_by'],
  ledgers: ['SI', 'receipt_number link event_number holds_created'],
  live_events: ['SID'],
  notices_seen: ['SI'],
  opt_outs: ['SI', 'lifted_at'],
  people: ['SI', 'name role store_id active'],
  permission_changes: ['SI'],
  person_changes: ['SI'],
  pin_locks: ['SID', 'wrong locked_until right_at'],
  pin_waits: ['SI', 'proven wrong wait_until guesses_paid_until'],
  pins: ['SI', 'store_id digest one_time wrong set_at'],
  policy_events: ['SI'],
  policy_heads: ['SI', 'revision version calendar'],
  portfolio_move_customers: ['SID', 'state stayed_because'],
  portfolio_move_items: ['SID', 'is_returned'],
  portfolio_move_steps: ['SID'],
  portfolio_moves: ['SI', 'state customers suggestions holds_passed holds_ended returned_at returned_by'],
  privacy_log: ['SI'],
  purchases: ['SI', 'customer_id store_id seller_id bought_on total_cents items'],
  push_subscriptions: ['SID'],
  receipts: ['SI'],
  record_keys: ['S'],
  retiming_progress: ['SI', 'calendar'],
  record_marks: ['SI', 'number link day seal'],
  report_days: ['SI', 'starts_at ends_at layout entered_at changes counted_changes'],
  report_hours: ['SID'],
  retention_progress: ['SI', 'done_on texts_to drafts_to'],
  reveals: ['SI', 'revealed_at until'],
  schema_migrations: ['S'],
  slots: ['SID', 'opening_at hold_id freed_at lapsed'],
  store_changes: ['SI'],
  store_dates: ['SID'],
  store_hours: ['SID'],
  stores: ['SI', 'name city state zone address closed_at closed_by'],
  suggestion_runs: ['SID', 'fence lease_until finished_at'],
  suggestions: ['SI', 'customer_id seller_id passed_by state not_before closed_at closed_by closed_reason touched_at'],
  support_access_log: ['SI'],
  ticket_messages: ['SI'],
  tickets: ['SI', 'state version updated_at'],
  tickets_seen: ['SI', 'seen_at'],
  turns: ['SID', 'touched_at ends_at ended_at ended_how'],
  week_mails: ['SI'],
  write_probes: ['SI', 'probed_at'],
};
/** The library of sign-in writes whole rows of its tables. */
const AUTH: Record<string, Rights> = {
  'auth.account': ['SIUD'],
  'auth.known_devices': ['SIUD'],
  'auth.links': ['SIUD'],
  'auth.outgoing_mails': ['SIUD'],
  'auth.second_factor_removals': ['SI'],
  'auth.second_factor_steps': ['SIUD'],
  'auth.session': ['SIUD'],
  'auth.throttles': ['SIUD'],
  'auth.twoFactor': ['SIUD'],
  'auth.user': ['SIUD'],
  'auth.verification': ['SIUD'],
  'auth.wrong_passwords': ['SIUD'],
};
const RUNTIME_FUNCTIONS = [
  'advance_ledger',
  'brand_id_of_slug',
  'brand_ids',
  'brand_of_attempt',
  'brand_of_lead',
  'brand_of_ticket',
  'brands_with_due',
  'brands_with_moves_due',
  'brands_with_suggestions',
  'delete_imported_customers',
  'delete_imported_people',
  'delete_imported_purchases',
  'delete_imported_stores',
  'delete_old_receipts',
  'delete_old_support_accesses',
  'find_caller',
  'help_answer_brands',
  'help_comment_ids',
  'identify_caller',
  'insert_mails_to_brand',
  'insert_mails_to_support',
  'insert_week_mails',
  'lead_ids',
  'lease_is_over',
  'move_merged_attempts',
  'receipt_ids_numbered',
  'ticket_ids',
  'ticket_ids_numbered',
  'wipe_erased_customers',
];

const byName = <T>(a: readonly [string, T], b: readonly [string, T]) => (a[0] < b[0] ? -1 : 1);

/** Sorts tables and columns, so that a comparison does not depend on their order. */
function sorted(rights: Record<string, Rights>): [string, string][] {
  return Object.entries(rights)
    .map(([table, [whole, columns = '']]): [string, string] => [
      table,
      `${whole} ${columns.split(' ').toSorted().join(' ')}`,
    ])
    .toSorted(byName);
}

async function tableRights(login: string): Promise<[string, string][]> {
  const { rows } = await owner.query<{ name: string; whole: string; columns: string }>(
    `select t.name, coalesce(t.whole, '') as whole, coalesce(t.columns, '') as columns from (
       select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name,
         (select string_agg(case g.privilege_type when 'SELECT' then 'S' when 'INSERT' then 'I' when 'UPDATE' then 'U'
              when 'DELETE' then 'D' else ' ' || g.privilege_type || ' ' end, '' order by
              array_position(array['SELECT', 'INSERT', 'UPDATE', 'DELETE'], g.privilege_type))
          from aclexplode(c.relacl) g where g.grantee = $1::regrole) as whole,
         (select string_agg(case g.privilege_type when 'UPDATE' then '' else g.privilege_type || ':' end || a.attname, ' ')
          from pg_attribute a, aclexplode(a.attacl) g
          where a.attrelid = c.oid and a.attnum > 0 and g.grantee = $1::regrole) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('pg_catalog', 'information_schema') and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f')
     ) t where t.whole is not null or t.columns is not null`,
    [login],
  );
  return sorted(Object.fromEntries(rows.map(({ name, whole, columns }) => [name, [whole, columns]])));
}

const namesOf = async (text: string): Promise<string[]> =>
  (await owner.query<{ name: string }>(text)).rows.map(({ name }) => name);

test('the runtime login has exactly the rights that are listed here, and to the old name of a table the same as to the table', async () => {
  const oldNames = [...(await readOldTableNames(owner))].map(([table, view]) => [view, RUNTIME[table]]);
  assert.equal(oldNames.length, 2);
  assert.deepEqual(await tableRights('oto_runtime'), sorted({ ...RUNTIME, ...Object.fromEntries(oldNames) }));
});

test('the auth login has rights to its own tables only', async () => {
  assert.deepEqual(await tableRights('oto_auth'), sorted(AUTH));
});

test('no other role has a right to a table or a column', async () => {
  const others = await namesOf(
    `select distinct case g.grantee when 0 then 'public' else g.grantee::regrole::text end || ' ' || c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     cross join lateral (
       select * from aclexplode(c.relacl)
       union all select (aclexplode(a.attacl)).* from pg_attribute a where a.attrelid = c.oid
     ) g
     where n.nspname in ('public', 'auth') and g.grantee <> c.relowner
       and g.grantee not in ('oto_runtime'::regrole, 'oto_auth'::regrole)`,
  );
  assert.deepEqual(others, []);
});

test('the runtime login may run exactly the functions that are listed here, and other roles none', async () => {
  const granted = (grantee: string) =>
    namesOf(
      `select p.proname as name from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
       where p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace) and g.grantee = ${grantee} order by 1`,
    );
  assert.deepEqual(await granted(`'oto_runtime'::regrole`), RUNTIME_FUNCTIONS);
  assert.deepEqual(await granted(`'oto_auth'::regrole`), []);
  assert.deepEqual(await granted('0'), []);
});

test('no function looks up a name in a schema in which the runtime login could create an object', async () => {
  const unsafeFunctions = await namesOf(
    `select p.proname as name from pg_proc p
     where p.pronamespace in ('public'::regnamespace, 'auth'::regnamespace)
       and p.prosqlbody is null and not coalesce(p.proconfig, '{}') @> '{"search_path=pg_catalog, public, pg_temp"}'`,
  );
  assert.deepEqual(unsafeFunctions, []);
});

test('the logins may create no objects, neither in a schema nor temporary ones', async () => {
  const { rows } = await owner.query(
    `select r.rolname, has_database_privilege(r.oid, current_database(), 'TEMPORARY') as temporary,
       has_database_privilege(r.oid, current_database(), 'CREATE') as schemas,
       has_schema_privilege(r.oid, 'public', 'CREATE') as "inPublic", has_schema_privilege(r.oid, 'auth', 'CREATE') as "inAuth"
     from pg_roles r where r.rolname in ('oto_runtime', 'oto_auth') order by 1`,
  );
  const none = { temporary: false, schemas: false, inPublic: false, inAuth: false };
  assert.deepEqual(rows, [
    { rolname: 'oto_auth', ...none },
    { rolname: 'oto_runtime', ...none },
  ]);
});

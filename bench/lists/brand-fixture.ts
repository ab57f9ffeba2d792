/** Makes a brand with a million attempts and 200,000 customers by SQL alone, lifelike in names, states and times. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';

export interface FilledBrand {
  readonly brandId: string;
  readonly storeIds: readonly string[];
  readonly sellerIds: readonly string[];
  readonly until: number;
}

export interface Amounts {
  readonly attempts: number;
  readonly customers: number;
  /** The time between two attempts; 60 if it is left out. */
  readonly secondsBetween?: number;
}

const UNTIL = Date.parse('2026-11-23T15:00:00.000Z');
const STORES = 40;
const FIRST =
  "array['maria','jose','ana','joao','antonio','francisco','carlos','paulo','pedro','lucas','luiz','marcos','luis','gabriel','rafael','daniel','marcelo','bruno','eduardo','felipe']";
const LAST =
  "array['silva','santos','oliveira','souza','rodrigues','ferreira','alves','pereira','lima','gomes','costa','ribeiro','martins','carvalho','almeida','lopes','soares','fernandes','vieira','barbosa']";

/** The numbers of rows of the brand's smaller lists. */
const TICKETS = 5_000;
const LEADS = 5_000;
const SUPPORT_ACCESSES = 100_000;

const FILLED = [
  'customers',
  'customer_words',
  'attempts',
  'receipts',
  'handovers',
  'holds',
  'tickets',
  'ticket_messages',
  'leads',
  'support_access_log',
];

/**
 * `superuser` inserts without foreign key checks and without secondary indexes, in the order of the primary keys, and
 * builds these indexes at the end: row by row they took most of the fill.
 */
export async function fillBrand(superuser: pg.Client, amounts: Amounts): Promise<FilledBrand> {
  const brandId = uuidv7();
  const run: Run = (text, values = []) => superuser.query(text, [...values]);
  await run('set session_replication_role = replica');
  await run('set synchronous_commit = off');
  await run("set work_mem = '128MB'");
  await run("set maintenance_work_mem = '256MB'");
  const indexes = await dropIndexes(run);
  await fillStores(run, brandId);
  await fillCustomers(run, brandId, amounts.customers);
  await fillAttempts(run, brandId, amounts);
  await fillReceipts(run, brandId);
  await fillHolds(run, brandId);
  await fillSupport(run, brandId);
  for (const index of indexes) await run(index);
  await run('vacuum analyze');
  const ids = async (text: string) => (await run(text, [brandId])).rows.map(({ id }) => id as string);
  return {
    brandId,
    storeIds: await ids('select id from stores where brand_id = $1 order by code'),
    sellerIds: await ids("select id from people where brand_id = $1 and role = 'seller' order by id"),
    until: UNTIL,
  };
}

type Run = (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;

/** Returns the statements that create the dropped indexes again, as the migrations left them. */
async function dropIndexes(run: Run): Promise<string[]> {
  const { rows } = await run(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any($1::regclass[]) and not exists (select from pg_constraint where conindid = indexrelid)`,
    [FILLED],
  );
  for (const { name } of rows) await run(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

async function fillStores(run: Run, brandId: string): Promise<void> {
  await run(
    `insert into brands (brand_id, slug, name, plan, zone, store_zones, created_at)
     values ($1, 'lists', 'Lists', 'growth', 'America/Sao_Paulo', '{America/Sao_Paulo}', now())`,
    [brandId],
  );
  await run('insert into policy_heads (brand_id) values ($1)', [brandId]);
  await run(
    `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
     select $1, uuidv7(), 'L' || n, 'Loja ' || n, 'Cidade', 'SP', 'America/Sao_Paulo', now()
     from generate_series(1, $2::int) n`,
    [brandId, STORES],
  );
  await run(
    `create temp table sellers as
     select row_number() over () as nr, s.id as store_id, uuidv7() as id
     from stores s, generate_series(1, 5) where s.brand_id = '${brandId}'`,
  );
  await run(
    `insert into people (brand_id, id, role, store_id, name, created_at)
     select $1, id, 'seller', store_id, (${FIRST})[1 + nr % 20] || ' ' || nr, now() from sellers`,
    [brandId],
  );
  await run('analyze sellers');
}

/** Makes customers and their search words. One customer in ten thousand has a rare name. */
async function fillCustomers(run: Run, brandId: string, customers: number): Promise<void> {
  await run(
    `create temp table buyers as
     select n, uuidv7() as id, s.id as seller_id, s.store_id,
       (${FIRST})[1 + (n * 7) % 20] as first, (${LAST})[1 + (n * 13 + n / 20) % 20] as last,
       case when n % 10000 = 0 then 'xavante' end as rare, '55119' || lpad(n::text, 8, '0') as digits
     from generate_series(1, $1::int) n join sellers s on s.nr = 1 + n % (select count(*) from sellers)`,
    [customers],
  );
  await run('analyze buyers');
  await run(
    `insert into customers (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, last_contact_at, created_at)
     select $1, id, concat_ws(' ', initcap(first), initcap(last), initcap(rare)), store_id, seller_id,
       '+' || digits, 'mobile', sha256(digits::bytea), 'granted',
       to_timestamp(${UNTIL / 1000}) - n % 400 * interval '1 day', now()
     from buyers order by id`,
    [brandId],
  );
  await run(
    `insert into customer_words (brand_id, word, sort_name, customer_id)
     select $1, w.word, lower(concat_ws(' ', first, last, rare)), id from buyers,
       unnest(array[first, last, rare, substr(digits, 3), substr(digits, 5), right(digits, 4)]) as w(word)
     where w.word is not null order by w.word collate "C", lower(concat_ws(' ', first, last, rare)) collate "C", id`,
    [brandId],
  );
}

/** Makes attempts at equal distances; one in a hundred thousand is `unknown`, one in a thousand `failed`. */
async function fillAttempts(run: Run, brandId: string, amounts: Amounts): Promise<void> {
  const { attempts, customers, secondsBetween = 60 } = amounts;
  await run(
    `insert into attempts (brand_id, id, customer_id, seller_id, store_id, origin, channel, state, outcome, created_at, updated_at)
     select $1, uuidv7(), b.id, b.seller_id, b.store_id, 'suggestion', 'handset',
       case when nr % 100000 = 0 then 'unknown' when nr % 1000 = 0 then 'failed' when nr % 20 = 0 then 'refused' else 'sent' end,
       case when nr % 20 <> 0 then 'talked' end, at, at
     from (select nr, 1 + (nr::bigint * 7919) % $3::int as n, to_timestamp(${UNTIL / 1000}) - nr * ${Number(secondsBetween)} * interval '1 second' as at
       from generate_series($2::int, 1, -1) nr) g
     join buyers b using (n)`,
    [brandId, attempts, customers],
  );
  await run('analyze attempts');
}

/** Makes a decision on each attempt: refused ones were in quiet hours, and one in ten of the sent ones had a warning before. */
async function fillReceipts(run: Run, brandId: string): Promise<void> {
  await run(
    `create temp table decisions as
     select id, customer_id, seller_id, store_id, created_at as at, state, row_number() over (order by created_at, id) as nr
     from attempts where brand_id = $1`,
    [brandId],
  );
  const receipts = (verdict: string, reason: string, which: string, number: string) =>
    run(
      `insert into receipts (brand_id, id, number, attempt_id, rules, decided_at, tz_version, actor_kind, actor_id, store_id,
         customer_id, suggestion_open, channel, message_kind, plan, policy_revision, zone_store, zone_brand, zones_customer,
         zones_brand_stores, availability, reachable, permission, acknowledged, verdict, reason, reasons, origin,
         after_refusal, because_needed, link)
       select $1, uuidv7(), ${number}, id, 1, at, '2026c', 'person', seller_id, store_id, customer_id, true, 'handset', 'text',
         'growth', 1, 'America/Sao_Paulo', 'America/Sao_Paulo', '{}', '{America/Sao_Paulo}', 'present', true, 'granted', '{}',
         '${verdict}', ${reason}, '[]', 'suggestion', false, false, '\\x00'
       from decisions where ${which} order by nr`,
      [brandId],
    );
  await receipts('block', "'quiet_hours'", "state = 'refused'", '2 * nr');
  await receipts('allow', 'null', "state <> 'refused'", '2 * nr');
  await receipts('warn', "'quiet_hours'", "state = 'sent' and nr % 10 = 0", '2 * nr - 1');
  await run(
    `insert into handovers (brand_id, id, attempt_id, receipt_id, seller_id, store_id, after_warning, channel, handed_at, valid_until)
     select r.brand_id, uuidv7(), d.id, r.id, d.seller_id, d.store_id, d.nr % 10 = 0, 'handset', d.at, d.at + interval '2 minutes'
     from decisions d join receipts r on r.brand_id = $1 and r.attempt_id = d.id and r.verdict = 'allow'
     where d.state = 'sent' order by d.nr`,
    [brandId],
  );
}

/** Makes a hold for each attempt of the last sixty days. Those without an outcome are still waiting, at most one per customer. */
async function fillHolds(run: Run, brandId: string): Promise<void> {
  await run(
    `insert into holds (brand_id, id, attempt_id, customer_id, seller_id, store_id, origin, state, due_at, promised_at, held_at,
       expires_at, calendar, ended_at, ended_as, end_reason)
     select brand_id, uuidv7(), id, customer_id, seller_id, store_id, 'suggestion',
       case when outcome is null then 'waiting' else 'ended' end, created_at, created_at, created_at, created_at + interval '3 days', 0,
       case when outcome is not null then created_at end, case when outcome is not null then 'sent' end,
       case when outcome is not null then 'handed_over' end
     from (select *, row_number() over (partition by customer_id) as nr from attempts
       where brand_id = $1 and created_at > to_timestamp(${UNTIL / 1000}) - interval '60 days') a
     where outcome is not null or nr = 1`,
    [brandId],
  );
}

/** Makes tickets and leads, nearly all of them closed or done, as after some years, and entries of the support access log. */
async function fillSupport(run: Run, brandId: string): Promise<void> {
  const at = (spacing: string) => `to_timestamp(${UNTIL / 1000}) - n * interval '${spacing}'`;
  await run(
    `insert into tickets (brand_id, id, number, kind, reason, state, opened_by, opened_name, created_at, updated_at)
     select $1, uuidv7(), 1 + $2::int - n, 'deactivate', 'Motivo ' || n,
       case when n % 1000 = 0 then 'open' else 'closed' end, (select id from sellers limit 1), 'Ana', ${at('6 hours')}, ${at('6 hours')}
     from generate_series($2::int, 1, -1) n`,
    [brandId, TICKETS],
  );
  await run(
    `insert into ticket_messages (brand_id, id, ticket_id, at, side, author_id, author_name, text)
     select $1, uuidv7(), t.id, t.created_at + m * interval '1 minute', case when m % 2 = 0 then 'support' else 'brand' end,
       'a', 'Ana', 'Mensagem ' || m
     from tickets t, generate_series(1, 4) m where t.brand_id = $1`,
    [brandId],
  );
  await run(
    `insert into leads (brand_id, id, person_id, person_name, contact, wish, state, created_at, done_at, done_by)
     select $1, uuidv7(), (select id from sellers limit 1), 'Ana', 'ana@example.com', 'Desejo ' || n,
       case when n % 1000 = 0 then 'open' else 'done' end, ${at('6 hours')},
       case when n % 1000 <> 0 then ${at('6 hours')} end, case when n % 1000 <> 0 then 'Bia' end
     from generate_series($2::int, 1, -1) n`,
    [brandId, LEADS],
  );
  await run(
    `insert into support_access_log (brand_id, id, at, support_id, support_name, what)
     select $1, uuidv7(), ${at('10 minutes')}, 's', 'Bia', 'attempts' from generate_series($2::int, 1, -1) n`,
    [brandId, SUPPORT_ACCESSES],
  );
}

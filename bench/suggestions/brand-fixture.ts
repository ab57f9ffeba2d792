/** Fills a brand by SQL alone, the same each time: customers with purchases, tags, stops and earlier contacts, and ten running campaigns. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';

export interface Amounts {
  readonly customers: number;
  readonly purchases: number;
}

export interface Seller {
  readonly id: string;
  readonly storeId: string;
}

/** The store's day: 09:00 in São Paulo. */
export const MORNING = Date.parse('2026-11-24T12:00:00.000Z');

/** The campaign with the most suggestions. */
export const LONG_CAMPAIGN = '01900000-0000-7000-8000-000000000001';

const STORES = 40;
const SELLERS_EACH = 5;
const FIRST =
  "array['Maria','José','Ana','João','Antônio','Francisco','Carlos','Paulo','Pedro','Lucas','Luiz','Marcos']";
const LAST =
  "array['Silva','Santos','Oliveira','Souza','Rodrigues','Ferreira','Alves','Pereira','Lima','Gomes','Costa']";
const CITY = "array['São Paulo','Campinas','Santos','Osasco','Sorocaba','Jundiaí']";
const ITEM =
  "array['Vestido midi','Camisa de linho','Calça reta','Blusa de seda','Saia plissada','Jaqueta jeans','Bolsa']";

/** The audiences of the campaigns, in the order of their priorities. Each filter of a campaign occurs. */
const AUDIENCES: readonly object[] = [
  { birthdayWithinDays: 7 },
  { lastPurchaseDays: { min: 2, max: 7 } },
  { lastPurchaseDays: { min: 30, max: 59 } },
  { lastPurchaseDays: { min: 60, max: 89 } },
  { lastPurchaseDays: { min: 90, max: null } },
  { spent: { sinceDays: 90, minCents: 50_000 } },
  { item: 'vestido' },
  { tags: ['vip'] },
  { cities: ['Campinas', 'Santos'], permission: 'granted' },
  { neverContacted: true },
];

type Run = (text: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;

/**
 * `superuser` inserts without foreign key checks. The brand exists already; its stores are open from 09:00 to 21:00 on
 * every day.
 */
export async function fillBrand(superuser: pg.Client, brandId: string, amounts: Amounts): Promise<readonly Seller[]> {
  const run: Run = (text, values = []) => superuser.query(text, [...values]);
  await run('set session_replication_role = replica');
  await run('set synchronous_commit = off');
  await run("set maintenance_work_mem = '256MB'");
  await fillStores(run, brandId);
  await fillCustomers(run, brandId, amounts.customers);
  await fillPurchases(run, brandId, amounts);
  await fillContacts(run, brandId);
  await fillCampaigns(run, brandId);
  await fillLongCampaign(run, brandId);
  await run('vacuum analyze');
  const { rows } = await run(
    'select id, store_id as "storeId" from people where brand_id = $1 and role = \'seller\' order by id',
    [brandId],
  );
  return rows;
}

async function fillStores(run: Run, brandId: string): Promise<void> {
  await run(
    `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
     select $1, uuidv7(), 'L' || n, 'Loja ' || n, 'São Paulo', 'SP', 'America/Sao_Paulo', now()
     from generate_series(1, $2::int) n`,
    [brandId, STORES],
  );
  await run(
    `insert into store_hours (brand_id, store_id, weekday, opens_minute, closes_minute)
     select brand_id, id, day, 540, 1260 from stores, generate_series(0, 6) day where brand_id = $1`,
    [brandId],
  );
  await run(
    `insert into people (brand_id, id, role, store_id, name, created_at)
     select $1, uuidv7(), 'seller', id, 'Pessoa ' || code || '-' || n, now()
     from stores, generate_series(1, $2::int) n where brand_id = $1`,
    [brandId, SELLERS_EACH],
  );
  await run(
    `create temp table team as select row_number() over (order by store_id, id) as nr, store_id, id
     from people where brand_id = '${brandId}'`,
  );
  await run('analyze team');
}

/** Of a hundred customers ten have no permission, two no mobile number, ten no seller of their own, and six the tag `vip`. */
async function fillCustomers(run: Run, brandId: string, customers: number): Promise<void> {
  await run(
    `insert into customers (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, permission_on,
       born_on, city, state, created_at)
     select $1, uuidv7(), (${FIRST})[1 + n * 7 % 12] || ' ' || (${LAST})[1 + n / 12 * 5 % 11] || ' ' || n, t.store_id,
       case when n % 10 <> 3 then t.id end, '+55119' || lpad(n::text, 8, '0'),
       case when n % 50 = 7 then 'landline' else 'mobile' end, sha256(n::text::bytea),
       case when n % 10 = 4 then 'unknown' else 'granted' end, '2026-01-01',
       date '1960-01-01' + n * 37 % 16000, (${CITY})[1 + n % 6], 'SP', now()
     from generate_series(1, $2::int) n join team t on t.nr = 1 + n % (select count(*) from team) order by n`,
    [brandId, customers],
  );
  await run(
    `create temp table buyers as select row_number() over (order by id) as n, id, store_id, seller_id, number_hash
     from customers where brand_id = '${brandId}'`,
  );
  await run('create index on buyers (n)');
  await run('analyze buyers');
  await run(
    `insert into customer_tags (brand_id, customer_id, tag)
     select $1, id, case when n % 16 = 1 then 'vip' else 'novidades' end from buyers where n % 8 = 1`,
    [brandId],
  );
  await run(
    `insert into opt_outs (brand_id, number_hash, stopped_at, source)
     select $1, number_hash, '2026-06-01', 'import' from buyers where n % 100 = 9`,
    [brandId],
  );
}

async function fillPurchases(run: Run, brandId: string, { customers, purchases }: Amounts): Promise<void> {
  await run(
    `insert into purchases (brand_id, id, customer_id, store_id, seller_id, bought_on, total_cents, items)
     select $1, uuidv7(), b.id, b.store_id, b.seller_id, date '2026-11-23' - (k * 7919 % 1000)::int,
       2000 + k * 131 % 60000, (${ITEM})[1 + k % 7]
     from generate_series(1, $3::bigint) k join buyers b on b.n = 1 + k * 48271 % $2::bigint`,
    [brandId, customers, purchases],
  );
}

/** A third of the customers was contacted once; one contact in five without an answer. */
async function fillContacts(run: Run, brandId: string): Promise<void> {
  await run(
    `create temp table contacts as select uuidv7() as id, id as customer_id, seller_id, store_id, number_hash, n,
       timestamptz '${new Date(MORNING).toISOString()}' - (1 + n * 31 % 300) * interval '1 day' as at
     from buyers where n % 3 = 0 and seller_id is not null`,
  );
  await run(
    `insert into attempts (brand_id, id, customer_id, seller_id, store_id, origin, channel, state, outcome, created_at, updated_at)
     select $1, id, customer_id, seller_id, store_id, 'profile', 'handset', 'sent',
       case when n % 15 = 0 then 'no_answer' else 'talked' end, at, at from contacts`,
    [brandId],
  );
  await run(
    `insert into handovers (brand_id, id, attempt_id, receipt_id, seller_id, store_id, channel, handed_at, valid_until, number_hash)
     select $1, uuidv7(), id, uuidv7(), seller_id, store_id, 'handset', at, at, number_hash from contacts`,
    [brandId],
  );
  await run(
    `update customers c set last_contact_at = k.at from contacts k
     where c.brand_id = $1 and c.id = k.customer_id`,
    [brandId],
  );
}

/** A campaign that ended long ago and suggested every other customer; a third of its suggestions was contacted. */
async function fillLongCampaign(run: Run, brandId: string): Promise<void> {
  await run(
    `insert into campaigns (brand_id, id, name, template, priority, state, started_at, ended_at, created_at)
     values ($1, $2, 'Longa', 'Oi!', 50, 'ended', $3, $3, $3)`,
    [brandId, LONG_CAMPAIGN, new Date(MORNING - 500 * 86_400_000)],
  );
  await run(
    `insert into suggestions (brand_id, id, campaign_id, customer_id, seller_id, priority, reason, state, created_at, closed_at,
       closed_reason)
     select $1, uuidv7(), $2, b.id, t.id, 50, '{"code":"chosen"}', case when n % 3 = 0 then 'done' else 'ended' end, $3, $3,
       case when n % 3 = 0 then 'contacted' else 'not_used' end
     from buyers b join team t on t.nr = 1 + b.n % (select count(*) from team) where b.n % 2 = 0`,
    [brandId, LONG_CAMPAIGN, new Date(MORNING - 400 * 86_400_000)],
  );
  await run(
    `update attempts a set suggestion_id = s.id from suggestions s
     where a.brand_id = $1 and s.brand_id = $1 and s.customer_id = a.customer_id and s.state = 'done'`,
    [brandId],
  );
}

async function fillCampaigns(run: Run, brandId: string): Promise<void> {
  for (const [i, audience] of AUDIENCES.entries()) {
    await run(
      `insert into campaigns (brand_id, id, name, template, priority, state, active, audience, cool_down_days, per_seller_day,
         started_at, running_since, created_at)
       values ($1, $2, $3, 'Oi, {primeiro_nome}! Gostou de {ultimo_item|sua compra}?', $4, 'running', true, $5, 7, 5, $6, $6, $6)`,
      [brandId, uuidv7(), `Campanha ${i + 1}`, i + 1, JSON.stringify(audience), new Date(MORNING - 86_400_000)],
    );
  }
}

/** Makes a brand with a record of attempts by SQL alone, lifelike in zones, stores and hours. */
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';

export interface BenchedRecord {
  readonly brandId: string;
  readonly from: number;
  readonly until: number;
}

const DAYS = 90;
const UNTIL = Date.parse('2026-11-23T03:00:00.000Z');

/**
 * Makes 40 stores in four zones. Three in four contacts come from suggestions, the others from profiles; a few are stopped, a few
 * have no permission. One attempt in ten was decided a second time, a minute later.
 */
export async function makeRecord(owner: pg.Client, attempts: number): Promise<BenchedRecord> {
  const brandId = uuidv7();
  const from = UNTIL - DAYS * 86_400_000;
  await owner.query(
    `insert into brands (brand_id, slug, name, plan, zone, store_zones, created_at)
     values ($1, 'bench-' || $2::int, 'Bench', 'growth', 'America/Sao_Paulo',
       '{America/Sao_Paulo,America/Manaus,America/Rio_Branco,America/Noronha}', now())`,
    [brandId, attempts],
  );
  await owner.query(
    `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
     select $1, gen_random_uuid(), 'L' || n, 'Loja ' || n, 'Cidade', 'SP',
       (array['America/Sao_Paulo','America/Sao_Paulo','America/Manaus','America/Rio_Branco','America/Noronha'])[1 + n % 5], now()
     from generate_series(1, 40) n`,
    [brandId],
  );
  await owner.query(
    `insert into people (brand_id, id, role, store_id, name, created_at)
     select $1, gen_random_uuid(), 'seller', id, 'Vendedor', now() from stores where brand_id = $1`,
    [brandId],
  );
  await owner.query(
    `insert into customers (brand_id, id, name, store_id, permission, created_at)
     select $1, gen_random_uuid(), 'Cliente', id, 'granted', now() from stores where brand_id = $1`,
    [brandId],
  );
  // Foreign keys would cost two million look-ups of rows that were made a moment ago.
  for (const column of ['customer_id', 'seller_id', 'store_id', 'suggestion_id']) {
    await owner.query(`alter table attempts drop constraint if exists attempts_brand_id_${column}_fkey`);
  }
  await owner.query('alter table receipts drop constraint if exists receipts_brand_id_attempt_id_fkey');
  await owner.query('set synchronous_commit = off');
  await owner.query('drop table if exists places, tries');
  await owner.query(
    `create temp table places as
     select row_number() over (order by s.id) as n, s.id as store_id, s.zone, p.id as seller_id, c.id as customer_id
     from stores s join people p on p.store_id = s.id join customers c on c.store_id = s.id where s.brand_id = $1`,
    [brandId],
  );
  await owner.query(
    `create temp table tries as
     select n, lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0') as id,
       to_timestamp(($1::float8 + ((n - 1)::float8 / $3) * ($2::float8 - $1::float8)) / 1000) as at, 1 + n % 40 as place
     from generate_series(1, $3::int) n`,
    [from, UNTIL, attempts],
  );
  await owner.query(
    `insert into attempts (brand_id, id, customer_id, seller_id, store_id, origin, channel, state, outcome, created_at, updated_at)
     select $1, t.id::uuid, p.customer_id, p.seller_id, p.store_id, case when t.n % 4 = 0 then 'profile' else 'suggestion' end,
       'handset', 'sent', case when t.n % 400 = 0 then 'stop' else 'talked' end, t.at, t.at
     from tries t join places p on p.n = t.place`,
    [brandId],
  );
  await makeReceipts(owner, brandId);
  await owner.query('vacuum analyze receipts');
  await owner.query('vacuum analyze attempts');
  return { brandId, from, until: UNTIL };
}

/** Makes the first decision on each attempt, and a second one on every tenth attempt a minute later. */
async function makeReceipts(owner: pg.Client, brandId: string): Promise<void> {
  await owner.query(
    `insert into receipts (brand_id, id, number, attempt_id, rules, decided_at, tz_version, actor_kind, actor_id, store_id,
       customer_id, suggestion_open, channel, message_kind, plan, policy_revision, zone_store, zone_brand, zones_customer,
       zones_brand_stores, availability, reachable, permission, acknowledged, verdict, reasons, origin, after_refusal,
       because_needed, link)
     select $1, case when again then gen_random_uuid() else t.id::uuid end, 2 * t.n + again::int, t.id::uuid, 1,
       t.at + again::int * interval '1 minute', '2026c', 'person', p.seller_id, p.store_id, p.customer_id, t.n % 4 <> 0,
       'handset', 'text', 'growth', 0, p.zone, 'America/Sao_Paulo',
       case t.n % 3 when 0 then '{}' when 1 then '{America/Sao_Paulo}' else '{America/Manaus}' end::text[],
       '{America/Sao_Paulo,America/Manaus,America/Rio_Branco,America/Noronha}', 'present', t.n % 50 <> 0,
       case when t.n % 20 = 0 then 'unknown' else 'granted' end, '{}', 'allow', '[]', case when t.n % 4 = 0 then 'profile' else 'suggestion' end,
       false, false, '\\x00'
     from tries t join places p on p.n = t.place, unnest(array[false, true]) as again
     where not again or t.n % 10 = 0 order by t.n, again`,
    [brandId],
  );
}

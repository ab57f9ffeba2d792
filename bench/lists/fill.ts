/** A brand of a million attempts and 200,000 customers, made by Postgres itself: lifelike in names, states and time. */
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
}

const UNTIL = Date.parse('2026-11-23T15:00:00.000Z');
const STORES = 40;
const FIRST =
  "array['maria','jose','ana','joao','antonio','francisco','carlos','paulo','pedro','lucas','luiz','marcos','luis','gabriel','rafael','daniel','marcelo','bruno','eduardo','felipe']";
const LAST =
  "array['silva','santos','oliveira','souza','rodrigues','ferreira','alves','pereira','lima','gomes','costa','ribeiro','martins','carvalho','almeida','lopes','soares','fernandes','vieira','barbosa']";

/** One name in ten thousand is rare; one attempt in a hundred thousand is `unknown`, one in a thousand `failed`. */
export async function fillBrand(owner: pg.Client, { attempts, customers }: Amounts): Promise<FilledBrand> {
  const brandId = uuidv7();
  const run = (text: string, values: unknown[] = [brandId]) => owner.query(text, values);
  await run('set synchronous_commit = off', []);
  // Look-ups of what was made a moment ago would only take time.
  await run(
    `do $$ declare each record; begin
       for each in select conrelid::regclass as of, conname from pg_constraint
         where contype = 'f' and conrelid = any('{attempts,customers,customer_words,holds}'::regclass[])
       loop execute format('alter table %s drop constraint %I', each.of, each.conname); end loop;
     end $$`,
    [],
  );
  await run(`insert into brands (brand_id, slug, name, plan, zone, store_zones, created_at)
    values ($1, 'lists', 'Lists', 'growth', 'America/Sao_Paulo', '{America/Sao_Paulo}', now())`);
  await run('insert into policy_heads (brand_id) values ($1)');
  await run(
    `insert into stores (brand_id, id, code, name, city, state, zone, created_at)
     select $1, gen_random_uuid(), 'L' || n, 'Loja ' || n, 'Cidade', 'SP', 'America/Sao_Paulo', now()
     from generate_series(1, $2::int) n`,
    [brandId, STORES],
  );
  await run(
    `create temp table sellers as
    select row_number() over () as nr, s.id as store_id, gen_random_uuid() as id
    from stores s, generate_series(1, 5) where s.brand_id = '${brandId}'`,
    [],
  );
  await run(`insert into people (brand_id, id, role, store_id, name, created_at)
    select $1, id, 'seller', store_id, (${FIRST})[1 + nr % 20] || ' ' || nr, now() from sellers`);
  await run(
    `create temp table buyers as
     select n, gen_random_uuid() as id, s.id as seller_id, s.store_id,
       (${FIRST})[1 + (n * 7) % 20] as first, (${LAST})[1 + (n * 13 + n / 20) % 20] as last,
       case when n % 10000 = 0 then 'xavante' end as rare, '55119' || lpad(n::text, 8, '0') as digits
     from generate_series(1, $1::int) n join sellers s on s.nr = 1 + n % (select count(*) from sellers)`,
    [customers],
  );
  await run(`insert into customers (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, last_contact_at, created_at)
    select $1, id, concat_ws(' ', initcap(first), initcap(last), initcap(rare)), store_id, seller_id,
      '+' || digits, 'mobile', sha256(digits::bytea), 'granted',
      to_timestamp(${UNTIL / 1000}) - n % 400 * interval '1 day', now()
    from buyers`);
  await run(`insert into customer_words (brand_id, word, customer_id)
    select distinct $1::uuid, w.word, id from buyers,
      unnest(array[first, last, rare, substr(digits, 3), substr(digits, 5), right(digits, 4)]) as w(word)
    where w.word is not null`);
  await run('create index on buyers (n)', []);
  await run(
    `insert into attempts (brand_id, id, customer_id, seller_id, store_id, origin, channel, state, outcome, created_at, updated_at)
     select $1, gen_random_uuid(), b.id, b.seller_id, b.store_id, 'suggestion', 'handset',
       case when g.nr % 100000 = 0 then 'unknown' when g.nr % 1000 = 0 then 'failed' when g.nr % 20 = 0 then 'refused' else 'sent' end,
       case when g.nr % 20 <> 0 then 'talked' end, at, at
     from generate_series(1, $2::int) g(nr), lateral (select to_timestamp(${UNTIL / 1000}) - (g.nr * interval '60 seconds') as at) t
     join buyers b on true where b.n = 1 + (g.nr::bigint * 7919) % $3::int`,
    [brandId, attempts, customers],
  );
  await run(`insert into holds (brand_id, id, attempt_id, customer_id, seller_id, store_id, origin, state, due_at, promised_at, held_at,
      expires_at, calendar, ended_at, ended_as, end_reason)
    select brand_id, gen_random_uuid(), id, customer_id, seller_id, store_id, 'suggestion',
      case when outcome is null then 'waiting' else 'ended' end, created_at, created_at, created_at, created_at + interval '3 days', 0,
      case when outcome is not null then created_at end, case when outcome is not null then 'sent' end,
      case when outcome is not null then 'handed_over' end
    from (select *, row_number() over (partition by customer_id) as nr from attempts
      where brand_id = $1 and created_at > to_timestamp(${UNTIL / 1000}) - interval '60 days') a
    where outcome is not null or nr = 1`);
  await run('vacuum analyze', []);
  const ids = async (text: string) => (await run(text)).rows.map(({ id }: { id: string }) => id);
  return {
    brandId,
    storeIds: await ids('select id from stores where brand_id = $1 order by code'),
    sellerIds: await ids("select id from people where brand_id = $1 and role = 'seller' order by id"),
    until: UNTIL,
  };
}

/** Prepares the customers and campaigns of scenario `suggest`, and reads the suggestions of a morning. */
import type pg from 'pg';
import type { Morning } from '#chaos/witness.ts';

/** Three campaigns of each brand: two narrow ones, and one that means everybody. */
const CAMPAIGNS = [
  { name: 'Aniversário da semana', audience: { birthdayWithinDays: 7 }, perSellerDay: 3 },
  { name: 'Lista vip', audience: { tags: ['vip'] }, perSellerDay: 4 },
  { name: 'Todos', audience: {}, perSellerDay: 6 },
];
const PER_SELLER_DAY = 10;
const SINCE = '2026-11-20T12:00:00Z';

/** `added`: the customers who are added to the first store, without sellers of their own. */
export async function prepareMorning(owner: pg.Client, added: number): Promise<void> {
  await owner.query('delete from suggestions');
  await owner.query(`update campaigns set state = 'ended', active = false`);
  await owner.query(
    `insert into customers (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, created_at)
     select s.brand_id, gen_random_uuid(), 'Cliente ' || n, s.id, null, '+55218' || lpad(n::text, 8, '0'), 'mobile',
       sha256(('added ' || n)::bytea), 'granted', $2
     from generate_series(1, $1::int) n, (select brand_id, id from stores where code = 'AU01') s`,
    [added, SINCE],
  );
  // Every customer gets a birthday; some stop, some have no permission, some no mobile number.
  await owner.query(
    `with numbered as (select brand_id, id, row_number() over (order by id) as n from customers)
     update customers c set born_on = date '1970-01-01' + (k.n * 13 % 9000)::int,
       opted_out_at = case when k.n % 11 = 0 then $1::timestamptz end,
       permission = case when k.n % 7 = 0 then 'unknown' else 'granted' end,
       phone_kind = case when k.n % 13 = 0 then 'landline' else 'mobile' end,
       seller_id = case when k.n % 5 = 0 then null else c.seller_id end
     from numbered k where k.brand_id = c.brand_id and k.id = c.id`,
    [SINCE],
  );
  await owner.query(
    `insert into customer_tags (brand_id, customer_id, tag)
     select brand_id, id, 'vip' from (select brand_id, id, row_number() over (order by id) as n from customers) k
     where n % 9 = 0 on conflict do nothing`,
  );
  await owner.query('update brands set suggestions_per_seller_day = $1', [PER_SELLER_DAY]);
  for (const [i, { name, audience, perSellerDay }] of CAMPAIGNS.entries()) {
    await owner.query(
      `insert into campaigns (brand_id, id, name, template, priority, state, active, audience, per_seller_day, started_at, created_at)
       select brand_id, gen_random_uuid(), $1, 'Oi, {primeiro_nome}!', $2, 'running', true, $3, $4, $5, $5
       from brands where plan <> 'starter'`,
      [name, i + 1, JSON.stringify(audience), perSellerDay, SINCE],
    );
  }
  await owner.query('analyze');
}

/** Reads what a morning made, and what the checker compares it with. */
export async function readMorning(owner: pg.Client): Promise<Morning> {
  const { rows } = await owner.query<Morning>(
    `select coalesce((select jsonb_agg(jsonb_build_object('customerId', s.customer_id, 'sellerId', s.seller_id,
          'campaignId', s.campaign_id, 'perSellerDay', m.per_seller_day, 'ofBrand', b.suggestions_per_seller_day,
          'isBlocked', c.opted_out_at is not null or c.permission <> 'granted' or c.phone_kind <> 'mobile')
          order by s.customer_id)
        from suggestions s join campaigns m on m.brand_id = s.brand_id and m.id = s.campaign_id
        join brands b on b.brand_id = s.brand_id join customers c on c.brand_id = s.brand_id and c.id = s.customer_id
        where s.state = 'open'), '[]') as suggestions,
      coalesce((select sum(suggested)::int from campaign_days), 0) as counted,
      coalesce((select sum(fence)::int from suggestion_runs), 0) as fences`,
  );
  return rows[0] ?? { suggestions: [], counted: 0, fences: 0 };
}

-- Support finds a ticket or a receipt by the number that somebody reads out, and an attempt by its id, before the brand is
-- known. Ids alone cross brands. Each function asks one index of every brand: numbers are unique within a brand only.

create function public.ticket_ids_numbered(of_number bigint, of_brand uuid, most integer)
  returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select t.brand_id, t.id from public.brands b
      cross join lateral (
        select t.brand_id, t.id, t.state, t.updated_at from public.tickets t
        where t.brand_id = b.brand_id and t.number = of_number offset 0
      ) t
    where of_brand is null or b.brand_id = of_brand
    order by (t.state = 'open') desc, t.updated_at desc, t.id limit least(most, 50)
  $$;

create function public.receipt_ids_numbered(of_number bigint, of_brand uuid, most integer)
  returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select r.brand_id, r.id from public.brands b
      cross join lateral (
        select r.brand_id, r.id, r.decided_at from public.receipts r
        where r.brand_id = b.brand_id and r.number = of_number offset 0
      ) r
    where of_brand is null or b.brand_id = of_brand
    order by r.decided_at desc, r.id limit least(most, 50)
  $$;

create function public.brand_of_attempt(of_id uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select a.brand_id from public.brands b
      cross join lateral (
        select a.brand_id from public.attempts a where a.brand_id = b.brand_id and a.id = of_id offset 0
      ) a
    limit 1
  $$;

revoke execute on function public.ticket_ids_numbered(bigint, uuid, integer) from public;
revoke execute on function public.receipt_ids_numbered(bigint, uuid, integer) from public;
revoke execute on function public.brand_of_attempt(uuid) from public;
grant execute on function public.ticket_ids_numbered(bigint, uuid, integer) to oto_runtime;
grant execute on function public.receipt_ids_numbered(bigint, uuid, integer) to oto_runtime;
grant execute on function public.brand_of_attempt(uuid) to oto_runtime;

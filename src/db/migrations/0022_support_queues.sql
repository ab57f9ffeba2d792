-- A later page of support's queues begins at its first row by the index. With `after_at is null or …` each page was read
-- from the start of the queue.

create or replace function public.ticket_ids(of_state text, after_at timestamptz, after_id uuid, most integer)
  returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select t.brand_id, t.id from public.tickets t
    where t.state = of_state and (t.updated_at, t.id) > (coalesce(after_at, '-infinity'),
      coalesce(after_id, '00000000-0000-0000-0000-000000000000'))
    order by t.updated_at, t.id limit least(most, 200)
  $$;

create or replace function public.lead_ids(of_state text, after_at timestamptz, after_id uuid, most integer)
  returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select l.brand_id, l.id from public.leads l
    where l.state = of_state and (l.created_at, l.id) > (coalesce(after_at, '-infinity'),
      coalesce(after_id, '00000000-0000-0000-0000-000000000000'))
    order by l.created_at, l.id limit least(most, 200)
  $$;

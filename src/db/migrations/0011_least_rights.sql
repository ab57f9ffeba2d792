-- The runtime login changes only the columns that the program changes, and cannot steer a function that crosses brands.

-- A path that does not name pg_temp is searched there first: a view pg_temp.brands of the runtime login's own then ran
-- with the owner's rights. Every function that runs as the owner names its tables with their schema and pg_temp last.
create or replace function public.brand_ids() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as 'select b.brand_id from public.brands b order by b.slug';

create or replace function public.brand_id_of_slug(slug text) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as 'select b.brand_id from public.brands b where b.slug = brand_id_of_slug.slug';

create or replace function public.ticket_ids(of_state text, after_at timestamptz, after_id uuid, most integer)
  returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select t.brand_id, t.id from public.tickets t
    where t.state = of_state and (after_at is null or (t.updated_at, t.id) > (after_at, after_id))
    order by t.updated_at, t.id limit least(most, 200)
  $$;

create or replace function public.brand_of_ticket(of_id uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as 'select t.brand_id from public.tickets t where t.id = of_id';

create or replace function public.lead_ids(of_state text, after_at timestamptz, after_id uuid, most integer)
  returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select l.brand_id, l.id from public.leads l
    where l.state = of_state and (after_at is null or (l.created_at, l.id) > (after_at, after_id))
    order by l.created_at, l.id limit least(most, 200)
  $$;

create or replace function public.brand_of_lead(of_id uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as 'select l.brand_id from public.leads l where l.id = of_id';

-- A parsed body: its operators are bound now, whatever the caller's path is, and the planner still inlines it.
create or replace function public.lease_is_over(lease_until timestamptz, by_host timestamptz) returns boolean
  language sql stable
  return lease_until is null or lease_until <= by_host or lease_until > by_host + interval '2 minutes';

create or replace function public.brands_with_due(by_app timestamptz, by_host timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select p.brand_id from public.policy_heads p left join public.looks l using (brand_id)
    where exists (select from public.holds h where h.brand_id = p.brand_id and h.ended_at is null and h.parked_at is null
        and h.due_at <= by_app and public.lease_is_over(h.lease_until, by_host))
      or (l.calendar is distinct from p.calendar
        and exists (select from public.holds h where h.brand_id = p.brand_id and h.ended_at is null))
  $$;

-- Nobody but the runtime calls a function of ours, nobody but the owner makes objects in the schema.
revoke execute on function public.lease_is_over(timestamptz, timestamptz) from public;
grant execute on function public.lease_is_over(timestamptz, timestamptz) to oto_runtime;
revoke create on schema public from public, oto_runtime;

-- FOR UPDATE and FOR SHARE need a column that may be updated: brands, people and holds have one.
do $$
declare t record;
begin
  for t in
    select c.relname from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'
  loop
    execute format('revoke update on public.%I from oto_runtime', t.relname);
  end loop;
end $$;

grant update (plan, store_zones) on brands to oto_runtime;
grant update (name, city, state, zone) on stores to oto_runtime;
grant update (name, role, store_id, active) on people to oto_runtime;
grant update (code, name, store_id, seller_id, phone, phone_kind, permission, permission_on, email, born_on, city, state, note,
  number_hash, opted_out_at, wrong_number_at, availability, merged_into, last_contact_at, customer_since, contact_from_minute)
  on customers to oto_runtime;
grant update (lifted_at) on opt_outs to oto_runtime;
grant update (customer_id, store_id, seller_id, bought_on, total_cents, items) on purchases to oto_runtime;
grant update (state, not_before, closed_at, closed_by, closed_reason) on suggestions to oto_runtime;
grant update (revision, version, calendar) on policy_heads to oto_runtime;
grant update (seller_id, suggestion_id, origin, state, outcome, text, refused_at, updated_at) on attempts to oto_runtime;
grant update (receipt_number, link, event_number, holds_created) on ledgers to oto_runtime;
grant update (withdrawn_at) on handovers to oto_runtime;
grant update (spent_at) on acknowledgements to oto_runtime;
grant update (touched_at, ends_at, ended_at, ended_how) on turns to oto_runtime;
grant update (store_id, digest, one_time, wrong, set_at) on pins to oto_runtime;
grant update (wrong, locked_until) on pin_locks to oto_runtime;
grant update (proven, wrong, wait_until, guesses_paid_until) on pin_waits to oto_runtime;
grant update (state, version, updated_at) on tickets to oto_runtime;
grant update (seen_at) on tickets_seen to oto_runtime;
grant update (state, done_at, done_by) on leads to oto_runtime;
grant update (revealed_at, until) on reveals to oto_runtime;
grant update (language, helpful, comment, answered_at) on help_answers to oto_runtime;
grant update (seller_id, state, due_at, promised_at, opening_at, expires_at, ready_at, held_again, returned, passed_by, calendar,
  ended_at, ended_as, end_reason, ended_by, news, news_at, seen_at, fence, lease_until, failures, parked_at, parked_why)
  on holds to oto_runtime;
grant update (opening_at, hold_id, freed_at, lapsed) on slots to oto_runtime;
grant update (calendar) on looks to oto_runtime;
grant update (shift_ms, frozen_at, moved) on demo_clock to oto_runtime;

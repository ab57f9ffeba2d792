-- Leases are given by the host's clock, for twenty seconds. One that lies much further ahead was given by a clock that had
-- jumped, and would hold its contact for as long as the jump was wide: it is over. Whoever still has it holds an old fence.

create function lease_is_over(lease_until timestamptz, by_host timestamptz) returns boolean
  language sql stable
  as $$ select lease_until is null or lease_until <= by_host or lease_until > by_host + interval '2 minutes' $$;

create or replace function brands_with_due(by_app timestamptz, by_host timestamptz) returns setof uuid
  language sql stable security definer set search_path = public
  as $$
    select p.brand_id from policy_heads p left join looks l using (brand_id)
    where exists (select from holds h where h.brand_id = p.brand_id and h.ended_at is null and h.parked_at is null
        and h.due_at <= by_app and lease_is_over(h.lease_until, by_host))
      or (l.calendar is distinct from p.calendar
        and exists (select from holds h where h.brand_id = p.brand_id and h.ended_at is null))
  $$;

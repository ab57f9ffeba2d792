-- What waits is found without walking through all of it: a calendar only grows, so that what was timed under an earlier
-- one lies together in holds_timed; and minutes that are long over are forgotten by their time.

create or replace function brands_with_due(by_app timestamptz, by_host timestamptz) returns setof uuid
  language sql stable security definer set search_path = public
  as $$
    select p.brand_id from policy_heads p
    where exists (select from holds h where h.brand_id = p.brand_id and h.ended_at is null and h.parked_at is null
        and h.due_at <= by_app and (h.lease_until is null or h.lease_until <= by_host))
      or exists (select from holds h where h.brand_id = p.brand_id and h.ended_at is null and h.calendar < p.calendar)
  $$;

create index slots_by_time on slots (brand_id, at);

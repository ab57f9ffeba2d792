-- Looking anew at what waits, after a change, costs little: a contact that keeps its minute is marked where it lies, which
-- no index may stand in the way of; when all of a brand's have been looked at, one row says so; and minutes that changes
-- took away do not pile up before who looks for another.

drop index holds_timed;
alter table holds set (fillfactor = 70);

alter table slots add column lapsed boolean not null default false;
comment on column slots.lapsed is 'A change took the minute away (H6): it tells what was promised once, counts for nothing, and may be given anew.';

create table looks (
  brand_id uuid primary key references brands,
  calendar integer not null
);
comment on table looks is 'Under which calendar all that waits was looked at (H6): where the head has another, some may be left.';
comment on column looks.calendar is 'A policy_heads.calendar. Whatever is written later has that number or a higher one.';

alter table looks enable row level security;
alter table looks force row level security;
create policy brand on looks using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
do $$ begin execute format('create policy owner on looks to %I using (true)', current_user); end $$;
grant select, insert, update on looks to oto_runtime;

-- What opens again where a contact was not sent is found without walking through all of it.
create index suggestions_closed on suggestions (brand_id, closed_by) where closed_by is not null;
create index handovers_by_attempt on handovers (brand_id, attempt_id);

create or replace function brands_with_due(by_app timestamptz, by_host timestamptz) returns setof uuid
  language sql stable security definer set search_path = public
  as $$
    select p.brand_id from policy_heads p left join looks l using (brand_id)
    where exists (select from holds h where h.brand_id = p.brand_id and h.ended_at is null and h.parked_at is null
        and h.due_at <= by_app and (h.lease_until is null or h.lease_until <= by_host))
      or (l.calendar is distinct from p.calendar
        and exists (select from holds h where h.brand_id = p.brand_id and h.ended_at is null))
  $$;

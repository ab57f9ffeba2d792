-- Two tables get names that say what they contain. Servers of the version before go on under the old names, which are views
-- now; a later migration drops the views. The rights and the row-level security of the login that queries a view apply.
alter table looks rename to retiming_progress;
comment on table retiming_progress is
  'The timing revision (column calendar) under which all waiting holds of a brand were checked last (H6). If the policy head has another one, holds may have to be checked.';
comment on column retiming_progress.calendar is 'A policy_heads.calendar. The number only grows.';
create view looks with (security_invoker = true) as select brand_id, calendar from retiming_progress;
grant select, insert on looks to oto_runtime;
grant update (calendar) on looks to oto_runtime;
comment on view looks is 'The name of retiming_progress before version 0.2.0.';

alter table support_looks rename to support_access_log;
alter index support_looks_recent rename to support_access_log_recent;
comment on table support_access_log is 'Each access of the vendor''s support to data of a brand: what was opened or searched, and why.';
create view support_looks with (security_invoker = true) as
  select brand_id, id, at, support_id, support_name, what, reason, attempt_id, searched from support_access_log;
grant select, insert on support_looks to oto_runtime;
comment on view support_looks is 'The name of support_access_log before version 0.2.0.';

create or replace function public.brands_with_due(by_app timestamptz, by_host timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select p.brand_id from public.policy_heads p left join public.retiming_progress l using (brand_id)
    where exists (select from public.holds h where h.brand_id = p.brand_id and h.ended_at is null and h.parked_at is null
        and h.due_at <= by_app and public.lease_is_over(h.lease_until, by_host))
      or (l.calendar is distinct from p.calendar
        and exists (select from public.holds h where h.brand_id = p.brand_id and h.ended_at is null))
  $$;

-- Figures of ended days, so that a report of months is read and not counted again (decision 0057). A day is entered after it
-- ended, counted a minute later at the earliest, and counted again after something changed for one of its attempts. Triggers notice
-- these changes, so that servers of the version before notice them too.

create table report_days (
  brand_id uuid not null,
  store_id uuid not null,
  counted_on date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  layout text not null,
  entered_at timestamptz not null,
  changes integer not null default 0,
  counted_changes integer,
  primary key (brand_id, store_id, counted_on),
  foreign key (brand_id, store_id) references stores (brand_id, id)
);
comment on table report_days is 'Each row is an ended date of a store, and says whether its figures in report_hours are up to date.';
comment on column report_days.counted_on is 'The date on the store''s clock.';
comment on column report_days.starts_at is 'The first instant of the date.';
comment on column report_days.ends_at is 'Noon of the next date, at which the evening of the date is over as well.';
comment on column report_days.layout is 'The times at which the date begins and ends and the store is closed and quiet. Another layout needs another count.';
comment on column report_days.entered_at is 'The instant at which the row was entered with this layout, by the host''s clock.';
comment on column report_days.changes is 'Grows with each change of an attempt of the date.';
comment on column report_days.counted_changes is 'The value of changes that the last count read. The figures are up to date if both are equal. Null: never counted.';
create index report_days_by_end on report_days (brand_id, store_id, ends_at);
create index report_days_uncounted on report_days (brand_id, counted_on) where counted_changes is distinct from changes;

create table report_hours (
  brand_id uuid not null,
  seller_id uuid not null,
  counted_on date not null,
  store_id uuid not null,
  hour smallint not null check (hour between 0 and 24),
  attempts integer not null,
  allowed integer not null,
  put_off integer not null,
  warned integer not null,
  turned_back integer not null,
  held integer not null,
  sent integer not null,
  sent_after_warning integer not null,
  sent_after_refusal integer not null,
  answered integer not null,
  sold integer not null,
  no_answer integer not null,
  stopped integer not null,
  wrong_number integer not null,
  outside_hours integer not null,
  evenings_worked integer not null,
  evenings_spared integer not null,
  primary key (brand_id, seller_id, counted_on, store_id, hour)
);
comment on table report_hours is 'Each row has the figures of one hour of an ended date of a store. Hours without any event have no row.';
comment on column report_hours.seller_id is 'The seller. The zero UUID means all sellers of the store together.';
comment on column report_hours.hour is 'The hour on the store''s clock. 24 means the evening, which begins on the date and ends at noon of the next one.';

do $$
declare t text;
begin
  foreach t in array array['report_days', 'report_hours'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert on %I to oto_runtime', t);
  end loop;
end $$;
grant update (starts_at, ends_at, layout, entered_at, changes, counted_changes) on report_days to oto_runtime;
grant delete on report_hours to oto_runtime;

-- Marks each entered date on which something happened to the attempt of the changed row. Today and tomorrow are not entered yet.
create function public.mark_report_days() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    of_attempt uuid;
  begin
    if tg_table_name = 'attempts' then of_attempt := new.id; else of_attempt := new.attempt_id; end if;
    with moments as (
      select a.store_id, a.created_at as at from public.attempts a where a.brand_id = new.brand_id and a.id = of_attempt
      union select r.store_id, r.decided_at from public.receipts r where r.brand_id = new.brand_id and r.attempt_id = of_attempt
      union select h.store_id, h.handed_at from public.handovers h where h.brand_id = new.brand_id and h.attempt_id = of_attempt
      union select d.store_id, d.held_at from public.holds d where d.brand_id = new.brand_id and d.attempt_id = of_attempt
    ), days as (
      select d.store_id, d.counted_on from public.report_days d
      where d.brand_id = new.brand_id and d.store_id in (select m.store_id from moments m)
        and d.ends_at > (select min(m.at) from moments m)
        and exists (select from moments m where m.store_id = d.store_id and m.at >= d.starts_at and m.at < d.ends_at)
      order by d.store_id, d.counted_on for no key update
    )
    update public.report_days d set changes = d.changes + 1 from days
    where d.brand_id = new.brand_id and d.store_id = days.store_id and d.counted_on = days.counted_on;
    return null;
  end $$;
revoke execute on function public.mark_report_days() from public;

create trigger mark_report_days after update on attempts for each row
  when (old.outcome is distinct from new.outcome or old.seller_id is distinct from new.seller_id)
  execute function public.mark_report_days();
create trigger mark_report_days after update on handovers for each row
  when (old.withdrawn_at is distinct from new.withdrawn_at) execute function public.mark_report_days();
-- A hand-over after a warning changes the figure turned_back of the day of the warning, which may be an earlier one.
create trigger mark_warned_day after insert on handovers for each row
  when (new.after_warning) execute function public.mark_report_days();
create trigger mark_report_days after update on holds for each row
  when (old.seller_id is distinct from new.seller_id) execute function public.mark_report_days();

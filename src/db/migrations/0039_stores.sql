-- The stores that managers set up in the browser: an address, hours of single dates, a log of changes, and closing for good.

alter table stores add column address text not null default '';
alter table stores add column closed_at timestamptz;
alter table stores add column closed_by uuid;
grant update (address, closed_at, closed_by) on stores to oto_runtime;
comment on column stores.address is 'The street, number and district, as a manager wrote them. Empty: not known.';
comment on column stores.closed_at is 'The instant at which a manager closed the store for good. Null: the store works.';
comment on column stores.closed_by is 'The person who closed the store.';

create table store_dates (
  brand_id uuid not null,
  store_id uuid not null,
  on_date date not null,
  opens_minute smallint check (opens_minute between 0 and 1439),
  closes_minute smallint check (closes_minute between 1 and 1440),
  label text not null default '' check (length(label) <= 80),
  primary key (brand_id, store_id, on_date),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  check ((opens_minute is null) = (closes_minute is null))
);
comment on table store_dates is 'Each row has the opening hours of one date, which replace the hours of the weekday. Without minutes the store is closed on that date.';
comment on column store_dates.closes_minute is 'A closing minute that is not after the opening minute is on the next day.';
comment on column store_dates.label is 'The name of the holiday, or another word of the manager.';

create table store_changes (
  brand_id uuid not null,
  id uuid not null,
  store_id uuid not null,
  at timestamptz not null,
  by_id uuid not null,
  kind text not null check (kind in ('created', 'changed', 'sign_in_created', 'password_given', 'devices_ended', 'closed')),
  fields text[] not null default '{}',
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  foreign key (brand_id, by_id) references people (brand_id, id)
);
create index store_changes_of_store on store_changes (brand_id, store_id, at desc);
comment on table store_changes is 'Each row is a change that a manager made to a store in the browser: what changed, when, and by whom.';
comment on column store_changes.fields is 'The names of the changed fields, such as hours or zone.';

do $$
declare t text;
begin
  foreach t in array array['store_dates', 'store_changes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert on %I to oto_runtime', t);
  end loop;
end $$;
grant delete on store_dates to oto_runtime;

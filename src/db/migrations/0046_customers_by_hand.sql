-- Customers that people add and edit: tags, and the history of each permission.

create table customer_tags (
  brand_id uuid not null,
  tag text collate "C" not null check (length(tag) between 1 and 30),
  customer_id uuid not null,
  primary key (brand_id, tag, customer_id),
  foreign key (brand_id, customer_id) references customers (brand_id, id) on delete cascade
);
comment on table customer_tags is 'Each row is a tag of a customer. A tag is normalised, so that one word is one tag in the whole brand.';
create index customer_tags_of on customer_tags (brand_id, customer_id);

create table permission_changes (
  brand_id uuid not null,
  customer_id uuid not null,
  nr integer not null check (nr > 0),
  at timestamptz not null,
  was text not null check (was in ('granted', 'refused', 'unknown')),
  was_on date,
  permission text not null check (permission in ('granted', 'refused', 'unknown')),
  said_on date,
  origin text not null check (origin in ('person', 'import', 'merge')),
  by_id uuid,
  primary key (brand_id, customer_id, nr),
  foreign key (brand_id, customer_id) references customers (brand_id, id) on delete cascade,
  foreign key (brand_id, by_id) references people (brand_id, id)
);
comment on table permission_changes is 'Each row is a change of a customer''s permission. A customer without rows has the permission of the first import.';
comment on column permission_changes.nr is 'Numbers the changes of a customer from 1 in the order in which they were written, also where two have one instant.';
comment on column permission_changes.at is 'The instant at which the change was written, by the app''s clock.';
comment on column permission_changes.was_on is 'The day of the earlier permission; null if that day was never recorded.';
comment on column permission_changes.said_on is 'The day on which the customer gave or refused permission; null if the day was never recorded.';
comment on column permission_changes.by_id is 'The person who wrote the change down. Null: the change came from an import.';

do $$
declare t text;
begin
  foreach t in array array['customer_tags', 'permission_changes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert on %I to oto_runtime', t);
  end loop;
end $$;
grant delete on customer_tags to oto_runtime;
grant update (told_zone) on customers to oto_runtime;

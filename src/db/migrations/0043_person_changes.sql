-- The log of what managers changed of people, as store_changes is the log of stores.

create table person_changes (
  brand_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  by_id uuid,
  kind text not null check (kind in ('created', 'invited', 'changed', 'activated', 'deactivated', 'pin_given', 'unlocked')),
  fields text[] not null default '{}',
  primary key (brand_id, id),
  foreign key (brand_id, person_id) references people (brand_id, id),
  foreign key (brand_id, by_id) references people (brand_id, id)
);
create index person_changes_of_person on person_changes (brand_id, person_id, at desc);
comment on table person_changes is 'Each row is a change that a manager or support made to a person: what changed, when, and by whom.';
comment on column person_changes.by_id is 'The manager who made the change. Null: support made the change.';
comment on column person_changes.fields is 'The names of the changed fields, such as name or role.';

alter table person_changes enable row level security;
alter table person_changes force row level security;
create policy brand on person_changes using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
do $$ begin execute format('create policy owner on person_changes to %I using (true)', current_user); end $$;
grant select, insert on person_changes to oto_runtime;

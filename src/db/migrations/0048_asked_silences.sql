-- Silences that customers asked for (D4b): hours on weekdays, or no contact until a date. They bind the customer's row and the
-- number, so that they hold for duplicates, after a new import and after a change of the number.

create table asked_silences (
  brand_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  number_hash bytea,
  days text[] check (days <@ array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] and cardinality(days) > 0),
  starts text check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' or ends = '24:00'),
  until_on date,
  made_at timestamptz not null,
  made_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers (brand_id, id) on delete cascade,
  foreign key (brand_id, made_by) references people (brand_id, id),
  foreign key (brand_id, ended_by) references people (brand_id, id),
  check ((days is null) = (starts is null) and (days is null) = (ends is null) and (days is null) = (until_on is not null)),
  check ((ended_at is null) = (ended_by is null))
);
comment on table asked_silences is 'Each row is a silence that a customer asked for (D4b). A row that ended stays as history.';
comment on column asked_silences.number_hash is 'The keyed hash of the number at the time of the wish, as in customers.number_hash. Null: the customer had no number.';
comment on column asked_silences.days is 'The weekdays on which the hours start. Null: the silence lasts until a date.';
comment on column asked_silences.until_on is 'The last date of the silence on the customer''s clock, inclusive. Null: the silence has hours.';
comment on column asked_silences.made_by is 'The person who wrote the wish down.';
comment on column asked_silences.ended_at is 'The instant at which a person ended the silence, by the app''s clock. Null: nobody ended it.';
create index asked_silences_of_customer on asked_silences (brand_id, customer_id) where ended_at is null;
create index asked_silences_of_number on asked_silences (brand_id, number_hash) where ended_at is null and number_hash is not null;

alter table asked_silences enable row level security;
alter table asked_silences force row level security;
create policy brand on asked_silences using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
do $$
begin
  execute format('create policy owner on asked_silences to %I using (true)', current_user);
end $$;
grant select, insert on asked_silences to oto_runtime;
grant update (ended_at, ended_by) on asked_silences to oto_runtime;

alter table receipts add column asked_silences jsonb not null default '[]';
comment on column receipts.asked_silences is
  'The silences that the decision read, as weekdays and times or as a date; empty for receipts before rules 5 (D4b).';

-- An erasure deletes the silences too.
create or replace function wipe_erased_customers(ids uuid[], searches text[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    of_brand uuid := nullif(current_setting('oto.brand', true), '')::uuid;
    erased uuid[];
  begin
    erased := array(select c.id from public.customers c
      where c.brand_id = of_brand and c.id = any(ids) and c.availability = 'erased');
    delete from public.asked_silences z where z.brand_id = of_brand and z.customer_id = any(erased);
    delete from public.purchases u where u.brand_id = of_brand and u.customer_id = any(erased);
    update public.suggestions s set reason = '{}' where s.brand_id = of_brand and s.customer_id = any(erased);
    update public.holds h set parked_why = null where h.brand_id = of_brand and h.parked_why is not null
      and h.attempt_id in (select a.id from public.attempts a where a.brand_id = of_brand and a.customer_id = any(erased));
    if cardinality(erased) > 0 then
      update public.support_access_log l set searched = '•••' where l.brand_id = of_brand and l.searched = any(searches);
      update public.support_access_log l set reason = '•••' where l.brand_id = of_brand and l.reason is not null
        and l.attempt_id in (select a.id from public.attempts a where a.brand_id = of_brand and a.customer_id = any(erased));
    end if;
  end $$;

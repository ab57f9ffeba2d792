-- Erasing a customer, and the log of erasures and exports. An erased row stays, because attempts and receipts refer to it; the
-- check below says what such a row may contain.

alter table customers add column code_hash bytea;
comment on column customers.code_hash is
  'The keyed hash of an erased customer''s code, by which an import recognises the customer and leaves the row erased. Null for all others.';
alter table customers add constraint customers_erased_empty check (availability <> 'erased' or (
  name = '' and code is null and phone is null and number_hash is null and email is null and born_on is null and city is null
  and state is null and told_zone is null and note is null and contact_from_minute is null and customer_since is null)) not valid;
grant update (code_hash) on customers to oto_runtime;

alter table idempotency_keys add column customer_id uuid;
comment on column idempotency_keys.customer_id is
  'The customer whom the answer is about, so that an erasure deletes the answer. Null in rows of versions before this column, which live for seven days.';

create table privacy_log (
  brand_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  what text not null check (what in ('erasure', 'export')),
  customer_id uuid not null,
  by_id uuid not null,
  reason text,
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers (brand_id, id),
  foreign key (brand_id, by_id) references people (brand_id, id),
  check ((what = 'erasure') = (reason is not null))
);
comment on table privacy_log is 'Each row is an erasure of a customer or an export of a customer''s data.';
comment on column privacy_log.at is 'The instant by the host''s clock.';
comment on column privacy_log.reason is 'The reason of the erasure, without the customer''s name, number, code and e-mail address.';
alter table privacy_log enable row level security;
alter table privacy_log force row level security;
create policy brand on privacy_log using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
do $$
begin
  execute format('create policy owner on privacy_log to %I using (true)', current_user);
end $$;
grant select, insert on privacy_log to oto_runtime;

-- The runtime login may delete no purchases and may change neither a suggestion's reason nor the log of support's access. This
-- function does so for customers whose rows are erased already, in the brand of the transaction. `searches`: what support typed
-- when it looked for them.
create function wipe_erased_customers(ids uuid[], searches text[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    of_brand uuid := nullif(current_setting('oto.brand', true), '')::uuid;
    erased uuid[];
  begin
    erased := array(select c.id from public.customers c
      where c.brand_id = of_brand and c.id = any(ids) and c.availability = 'erased');
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
revoke execute on function wipe_erased_customers(uuid[], text[]) from public;
grant execute on function wipe_erased_customers(uuid[], text[]) to oto_runtime;

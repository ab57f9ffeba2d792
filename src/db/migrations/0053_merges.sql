-- Customers that people merge by hand, with what each merge changed, so that the merge can be undone for a day. The merged row
-- stays with its number: a stop, a listing, a silence and a cool-down of that number bind the surviving customer.

create table customer_merges (
  brand_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  into_id uuid not null check (into_id <> from_id),
  merged_at timestamptz not null,
  merged_by uuid not null,
  filled text[] not null,
  tags_added text[] not null,
  permission_was text not null check (permission_was in ('granted', 'refused', 'unknown')),
  permission_was_on date,
  permission_became text not null check (permission_became in ('granted', 'refused', 'unknown')),
  permission_became_on date,
  opted_out_was timestamptz,
  from_stopped_at timestamptz,
  contact_from_was smallint,
  customer_since_was date,
  state_was text,
  duplicate_ids uuid[] not null,
  attempt_ids uuid[] not null,
  suggestion_ids uuid[] not null,
  suggestion_seller_ids uuid[] not null,
  undone_at timestamptz,
  undone_by uuid,
  primary key (brand_id, id),
  foreign key (brand_id, from_id) references customers (brand_id, id),
  foreign key (brand_id, into_id) references customers (brand_id, id),
  foreign key (brand_id, merged_by) references people (brand_id, id),
  foreign key (brand_id, undone_by) references people (brand_id, id),
  check ((undone_at is null) = (undone_by is null))
);
comment on table customer_merges is 'Each row is a customer that a person merged into another one. An erasure of either empties what the row says about them.';
comment on column customer_merges.from_id is 'The customer that was merged and that nobody contacts any more.';
comment on column customer_merges.into_id is 'The surviving customer.';
comment on column customer_merges.merged_at is 'The instant of the merge, by the app''s clock. The merge can be undone for a day from then on.';
comment on column customer_merges.filled is 'The fields of the surviving customer that the merge filled from the merged one.';
comment on column customer_merges.tags_added is 'The tags that the surviving customer got by the merge.';
comment on column customer_merges.permission_was is 'The surviving customer''s permission before the merge.';
comment on column customer_merges.permission_became is 'The surviving customer''s permission after the merge: the stricter one.';
comment on column customer_merges.opted_out_was is 'The surviving customer''s mark of a stop before the merge; null: there was none.';
comment on column customer_merges.from_stopped_at is 'The running stop of the merged customer at the merge, which an undo restores; null: there was none.';
comment on column customer_merges.contact_from_was is 'The surviving customer''s contact-from minute before the merge.';
comment on column customer_merges.customer_since_was is 'The surviving customer''s first date before the merge.';
comment on column customer_merges.state_was is 'The surviving customer''s state before the merge.';
comment on column customer_merges.duplicate_ids is 'The earlier duplicates of the merged customer, which became duplicates of the surviving one.';
comment on column customer_merges.attempt_ids is 'The attempts whose held contacts went on for the surviving customer.';
comment on column customer_merges.suggestion_ids is 'The open suggestions that went on for the surviving customer.';
comment on column customer_merges.suggestion_seller_ids is 'The seller of each of these suggestions before the merge, in the same order.';
comment on column customer_merges.undone_at is 'The instant at which a person undid the merge, by the app''s clock; null: nobody did.';
create index customer_merges_of_into on customer_merges (brand_id, into_id, merged_at desc) where undone_at is null;
create unique index customer_merges_of_from on customer_merges (brand_id, from_id) where undone_at is null;

alter table customer_merges enable row level security;
alter table customer_merges force row level security;
create policy brand on customer_merges using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
do $$
begin
  execute format('create policy owner on customer_merges to %I using (true)', current_user);
end $$;
grant select, insert on customer_merges to oto_runtime;
grant update (undone_at, undone_by, filled, tags_added, customer_since_was, state_was) on customer_merges to oto_runtime;

-- What is held or suggested goes on for the surviving customer; the receipts keep the id that they were decided for.
grant update (customer_id) on suggestions to oto_runtime;

-- Gives attempts with their holds to another customer, in the brand of the transaction: to the customer into whom theirs is
-- merged, and back to the merged one. The runtime login may not change the customer of any other attempt. A server that has
-- claimed one of the holds loses the claim, because the server has read the facts of the earlier customer.
create function move_merged_attempts(ids uuid[], to_id uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    of_brand uuid := nullif(current_setting('oto.brand', true), '')::uuid;
    moved uuid[];
  begin
    moved := array(select a.id from public.attempts a where a.brand_id = of_brand and a.id = any(ids)
      and (exists (select from public.customers f where f.brand_id = of_brand and f.id = a.customer_id and f.merged_into = to_id)
        or exists (select from public.customer_merges g where g.brand_id = of_brand and g.into_id = a.customer_id
          and g.from_id = to_id and a.id = any(g.attempt_ids))));
    update public.holds h set customer_id = to_id, fence = h.fence + 1, lease_until = null
      where h.brand_id = of_brand and h.attempt_id = any(moved);
    update public.attempts a set customer_id = to_id where a.brand_id = of_brand and a.id = any(moved);
  end $$;
revoke execute on function move_merged_attempts(uuid[], uuid) from public;
grant execute on function move_merged_attempts(uuid[], uuid) to oto_runtime;

-- The undo of an import deletes no customer of a merge.
create or replace function delete_imported_customers(of_import uuid, of_step integer) returns setof uuid
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    delete from public.customers c
    using public.import_rows r join public.imports i on i.brand_id = r.brand_id and i.id = r.import_id
    where r.brand_id = nullif(current_setting('oto.brand', true), '')::uuid
      and r.import_id = of_import and r.step = of_step and r.before is null and i.undoing and i.kind = 'customers'
      and c.brand_id = r.brand_id and c.id = r.record_id
      and not exists (select from public.attempts x where x.brand_id = c.brand_id and x.customer_id = c.id)
      and not exists (select from public.holds x where x.brand_id = c.brand_id and x.customer_id = c.id)
      and not exists (select from public.suggestions x where x.brand_id = c.brand_id and x.customer_id = c.id)
      and not exists (select from public.purchases x where x.brand_id = c.brand_id and x.customer_id = c.id)
      and not exists (select from public.customer_merges x where x.brand_id = c.brand_id and c.id in (x.from_id, x.into_id))
    returning c.id
  $$;

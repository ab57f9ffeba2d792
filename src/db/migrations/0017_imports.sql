-- Imports are staged first and then written in short transactions, so that no decision waits for a whole file. A staged row
-- holds the record before and after, so that a failed import can be undone, and one whose process died can be finished.

create table imports (
  brand_id uuid not null references brands,
  id uuid not null,
  kind text not null check (kind in ('stores', 'sellers', 'customers', 'purchases')),
  state text not null check (state in ('staged', 'applying', 'applied', 'failed', 'undone')),
  undoing boolean not null default false,
  fence bigint not null default 0,
  steps integer not null default 0,
  steps_done integer not null default 0,
  counts jsonb not null,
  failure text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (brand_id, id),
  check (steps_done between 0 and steps),
  check (not undoing or state = 'applying'),
  check ((state in ('staged', 'applying')) = (ended_at is null)),
  check ((state = 'failed') = (failure is not null))
);
comment on table imports is 'Each import of a file that was not refused. Nothing of the brand has changed while the state is staged.';
comment on column imports.undoing is 'A step failed: the steps already written are being undone, last first. Then the state is failed.';
comment on column imports.fence is 'Grows each time a process takes over the import. A process with an older number writes no step.';
comment on column imports.steps_done is 'Steps of import_rows that are written; while undoing, steps that are not undone yet.';
create unique index imports_applying on imports (brand_id) where state = 'applying';
create index imports_open on imports (brand_id, created_at) where ended_at is null;

create table import_rows (
  brand_id uuid not null,
  import_id uuid not null,
  step integer not null check (step >= 0),
  record_id uuid not null,
  before jsonb,
  after jsonb not null,
  refuses boolean not null default false,
  primary key (brand_id, import_id, step, record_id),
  foreign key (brand_id, import_id) references imports (brand_id, id)
);
comment on table import_rows is 'What an import will write. No decision reads these rows; they are deleted when the import has ended.';
comment on column import_rows.before is 'The record when the import was planned; null: the import creates it.';
comment on column import_rows.refuses is 'The row brings a refusal: it is written before anything else of the import (D2).';

do $$
declare t text;
begin
  foreach t in array array['imports', 'import_rows'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert on %I to oto_runtime', t);
  end loop;
end $$;
grant delete on import_rows to oto_runtime;
grant update (state, undoing, fence, steps_done, failure, ended_at) on imports to oto_runtime;

-- The runtime login may not delete customers or purchases. These functions delete only what an import that is being undone
-- has created, in the brand of the transaction. A customer whom somebody used meanwhile stays; the answer is who was deleted.
create function delete_imported_customers(of_import uuid, of_step integer) returns setof uuid
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
    returning c.id
  $$;

create function delete_imported_purchases(of_import uuid, of_step integer) returns setof uuid
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    delete from public.purchases u
    using public.import_rows r join public.imports i on i.brand_id = r.brand_id and i.id = r.import_id
    where r.brand_id = nullif(current_setting('oto.brand', true), '')::uuid
      and r.import_id = of_import and r.step = of_step and r.before is null and i.undoing and i.kind = 'purchases'
      and u.brand_id = r.brand_id and u.id = r.record_id
    returning u.id
  $$;

revoke execute on function delete_imported_customers(uuid, integer) from public;
revoke execute on function delete_imported_purchases(uuid, integer) from public;
grant execute on function delete_imported_customers(uuid, integer) to oto_runtime;
grant execute on function delete_imported_purchases(uuid, integer) to oto_runtime;

-- Imports in the browser. The file is stored in the database in parts, so that any server of several can read and apply it. A
-- row of `imports` then stays staged until a person applies the import, and the staged rows of an applied import are kept for
-- a day, for its undo. The command's imports have uploaded = false and null in the other new columns.
alter table imports
  add column uploaded boolean not null default false,
  add column person_id uuid,
  add column file_name text,
  add column file_bytes bigint,
  add column columns jsonb,
  add column summary jsonb,
  add column started_at timestamptz,
  add column interrupted boolean not null default false,
  add column undo_asked boolean not null default false;
comment on column imports.uploaded is 'Whether a person uploaded the file in the browser. Such an import stays staged until a person applies the import.';
comment on column imports.person_id is 'The person who uploaded the file.';
comment on column imports.file_name is 'The name of the uploaded file.';
comment on column imports.file_bytes is 'The size of the uploaded file. Null while the file is still arriving.';
comment on column imports.columns is 'The field of each column as a person chose them. Null: the fields were found from the names of the columns.';
comment on column imports.summary is 'What the last reading of the uploaded file found: assumptions, columns, first rows, counts.';
comment on column imports.started_at is 'The instant at which a server began to apply or to undo the import. Null while no server works on the import.';
comment on column imports.interrupted is 'Whether the server that last worked on the import ended before it had written a row.';
comment on column imports.undo_asked is 'Whether a person asked to undo the import. Then the state at the end is undone.';

create table import_files (
  brand_id uuid not null,
  import_id uuid not null,
  part integer not null check (part >= 0),
  bytes bytea not null,
  primary key (brand_id, import_id, part),
  foreign key (brand_id, import_id) references imports (brand_id, id)
);
comment on table import_files is 'Each row is a part of an uploaded file. The rows are deleted when the import has ended, or a day after the upload.';

create table import_findings (
  brand_id uuid not null,
  import_id uuid not null,
  part integer not null check (part >= 0),
  findings jsonb not null,
  primary key (brand_id, import_id, part),
  foreign key (brand_id, import_id) references imports (brand_id, id)
);
comment on table import_findings is 'Each row lists up to 500 refused rows of an uploaded file with their cells and faults. The rows are deleted a day after the upload.';

do $$
declare t text;
begin
  foreach t in array array['import_files', 'import_findings'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert, delete on %I to oto_runtime', t);
  end loop;
end $$;
grant update (steps, counts, file_bytes, columns, summary, started_at, interrupted, undo_asked) on imports to oto_runtime;

-- The runtime login may not delete stores or people. These functions delete only what an uploaded import has created, in the
-- brand of the transaction, while that import is being undone. A row that something refers to is not deleted: the deletion
-- fails, and with it the whole undo.
create function delete_imported_stores(of_import uuid) returns setof uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare created uuid[];
  begin
    created := array(
      select r.record_id from public.import_rows r
      join public.imports i on i.brand_id = r.brand_id and i.id = r.import_id
      where r.brand_id = nullif(current_setting('oto.brand', true), '')::uuid
        and r.import_id = of_import and r.before is null and i.undo_asked and i.kind = 'stores');
    delete from public.store_hours h
      where h.brand_id = nullif(current_setting('oto.brand', true), '')::uuid and h.store_id = any(created);
    return query delete from public.stores s
      where s.brand_id = nullif(current_setting('oto.brand', true), '')::uuid and s.id = any(created) returning s.id;
  end $$;

create function delete_imported_people(of_import uuid) returns setof uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare created uuid[];
  begin
    created := array(
      select r.record_id from public.import_rows r
      join public.imports i on i.brand_id = r.brand_id and i.id = r.import_id
      where r.brand_id = nullif(current_setting('oto.brand', true), '')::uuid
        and r.import_id = of_import and r.before is null and i.undo_asked and i.kind = 'sellers');
    delete from public.pins p
      where p.brand_id = nullif(current_setting('oto.brand', true), '')::uuid and p.person_id = any(created) and p.one_time;
    return query delete from public.people p
      where p.brand_id = nullif(current_setting('oto.brand', true), '')::uuid and p.id = any(created) returning p.id;
  end $$;

revoke execute on function delete_imported_stores(uuid) from public;
revoke execute on function delete_imported_people(uuid) from public;
grant execute on function delete_imported_stores(uuid) to oto_runtime;
grant execute on function delete_imported_people(uuid) to oto_runtime;

-- Open screens of the brand's managers hear how an import goes on.
alter table live_events drop constraint live_events_kind_check;
alter table live_events add constraint live_events_kind_check
  check (kind in ('quiet-hours', 'attempt', 'suggestion', 'ticket', 'import')) not valid;
alter table live_events validate constraint live_events_kind_check;

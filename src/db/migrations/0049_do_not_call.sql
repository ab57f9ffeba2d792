-- Lists of numbers that nobody of a brand calls (D2c, "Não me ligue"). A number is kept as its keyed hash alone, as on the stop
-- list. A number that a person removes keeps its row: the first listing's date must survive a list that is imported again.

create table do_not_call_numbers (
  brand_id uuid not null,
  number_hash bytea not null check (length(number_hash) = 32),
  first_listed_on date not null,
  removed_at timestamptz,
  primary key (brand_id, number_hash)
);
comment on table do_not_call_numbers is 'Each row is a number of the brand''s do-not-call list (D2c).';
comment on column do_not_call_numbers.number_hash is 'The keyed hash of the number, as in customers.number_hash.';
comment on column do_not_call_numbers.first_listed_on is 'The earliest date of a list that contained the number. A consent dated after this day lifts the number.';
comment on column do_not_call_numbers.removed_at is 'The instant at which a person removed the number from the list. Null: the number is listed.';

create table do_not_call_changes (
  brand_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  person_id uuid not null,
  kind text not null check (kind in ('add', 'replace', 'remove')),
  listed_on date check ((kind = 'remove') = (listed_on is null)),
  file_name text not null,
  file_numbers integer not null check (file_numbers >= 0),
  unread_rows integer not null check (unread_rows >= 0),
  added integer not null check (added >= 0),
  removed integer not null check (removed >= 0),
  listed integer not null check (listed >= 0),
  primary key (brand_id, id),
  foreign key (brand_id, person_id) references people (brand_id, id)
);
comment on table do_not_call_changes is 'Each row is a change of the brand''s do-not-call list by a file. The table contains counts and no number.';
comment on column do_not_call_changes.listed_on is 'The date of the list, as the person gave it. Null: the change removed numbers.';
comment on column do_not_call_changes.file_numbers is 'The distinct numbers of the file.';
comment on column do_not_call_changes.unread_rows is 'The rows of the file without a number that could be read.';
comment on column do_not_call_changes.listed is 'The numbers on the list after the change.';

do $$
declare t text;
begin
  foreach t in array array['do_not_call_numbers', 'do_not_call_changes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert on %I to oto_runtime', t);
  end loop;
end $$;
grant update (first_listed_on, removed_at) on do_not_call_numbers to oto_runtime;

alter table receipts
  add column do_not_call_on date,
  add column consented_on date;
comment on column receipts.do_not_call_on is 'The first listing''s date of the number, if the decision found the number on the do-not-call list; null for receipts before rules 6 (D2c).';
comment on column receipts.consented_on is 'The date of the customer''s consent, if the number was on the do-not-call list (D2c).';

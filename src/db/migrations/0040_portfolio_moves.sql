-- Moves of portfolios, which can be undone for a day, and days off, during which colleagues get a seller's suggestions and
-- held contacts. Both are written in short steps: a move is planned first, so that a move whose server died is finished.

create table portfolio_moves (
  brand_id uuid not null references brands,
  id uuid not null,
  kind text not null check (kind in ('portfolio', 'absence')),
  from_id uuid not null,
  store_id uuid not null,
  to_id uuid,
  held text not null check (held in ('end', 'pass_on')),
  state text not null check (state in ('moving', 'moved', 'returning', 'returned')),
  customers integer not null default 0,
  suggestions integer not null default 0,
  holds_passed integer not null default 0,
  holds_ended integer not null default 0,
  moved_at timestamptz not null,
  moved_by uuid not null,
  undo_until timestamptz,
  returned_at timestamptz,
  returned_by uuid,
  primary key (brand_id, id),
  foreign key (brand_id, from_id) references people (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  foreign key (brand_id, to_id) references people (brand_id, id),
  foreign key (brand_id, moved_by) references people (brand_id, id),
  foreign key (brand_id, returned_by) references people (brand_id, id),
  check ((kind = 'portfolio') = (undo_until is not null)),
  check ((state in ('returning', 'returned')) = (returned_at is not null))
);
comment on table portfolio_moves is 'Each row says that what a seller had was given to colleagues: the portfolio, or, for a day off, suggestions and held contacts alone.';
comment on column portfolio_moves.to_id is 'The person who gets everything. Null: the active sellers of the store get equal shares.';
comment on column portfolio_moves.held is 'Held contacts that no manager had passed on end as reassigned (H3), or go with the customer and keep their minute (H4).';
comment on column portfolio_moves.state is 'While the state is moving or returning, steps are left to write. A server that finds such a row continues.';
comment on column portfolio_moves.undo_until is 'The instant until which the move can be undone, by the app''s clock.';
create unique index portfolio_moves_running on portfolio_moves (brand_id, from_id) where state in ('moving', 'returning');
create index portfolio_moves_of_person on portfolio_moves (brand_id, from_id, moved_at desc);

create table portfolio_move_customers (
  brand_id uuid not null,
  move_id uuid not null,
  customer_id uuid not null,
  to_id uuid not null,
  state text not null default 'planned' check (state in ('planned', 'moved', 'skipped', 'returned', 'stayed')),
  stayed_because text check (stayed_because in ('moved_on', 'other_store', 'gone')),
  primary key (brand_id, move_id, customer_id),
  foreign key (brand_id, move_id) references portfolio_moves (brand_id, id),
  check ((state = 'stayed') = (stayed_because is not null))
);
comment on table portfolio_move_customers is 'Each row says who gets a customer by a move, and what became of it. The rows are deleted a month after the move.';
comment on column portfolio_move_customers.state is 'Skipped: the customer had left the portfolio before the step. Returned and stayed: the result of the undo.';
create index portfolio_move_customers_open on portfolio_move_customers (brand_id, move_id, state, customer_id)
  where state in ('planned', 'moved');

create table portfolio_move_items (
  brand_id uuid not null,
  move_id uuid not null,
  customer_id uuid not null,
  kind text not null check (kind in ('hold', 'suggestion')),
  item_id uuid not null,
  is_returned boolean not null default false,
  primary key (brand_id, move_id, customer_id, kind, item_id),
  foreign key (brand_id, move_id) references portfolio_moves (brand_id, id)
);
comment on table portfolio_move_items is 'Each row is a held contact or a suggestion that a move gave to a colleague. The rows are deleted with those of the customers.';

create table absences (
  brand_id uuid not null references brands,
  id uuid not null,
  person_id uuid not null,
  store_id uuid not null,
  from_on date not null,
  until_on date not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  passes text not null check (passes in ('nothing', 'to_one', 'spread')),
  pass_to_id uuid,
  move_id uuid,
  is_started boolean not null default false,
  created_at timestamptz not null,
  created_by uuid not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (brand_id, id),
  foreign key (brand_id, person_id) references people (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  foreign key (brand_id, pass_to_id) references people (brand_id, id),
  foreign key (brand_id, move_id) references portfolio_moves (brand_id, id),
  foreign key (brand_id, created_by) references people (brand_id, id),
  foreign key (brand_id, ended_by) references people (brand_id, id),
  check (until_on >= from_on),
  check (ends_at > starts_at),
  check ((passes = 'to_one') = (pass_to_id is not null))
);
comment on table absences is 'Each row is a seller''s days off, from the first to the last date on the store''s clock.';
comment on column absences.passes is 'What happens when the absence starts: suggestions and held contacts stay, go to one colleague, or are shared out among those who are there.';
comment on column absences.move_id is 'The move that passed suggestions and held contacts on. What was not used returns when the absence ends.';
comment on column absences.is_started is 'True: the start of the absence has been carried out.';
comment on column absences.ended_by is 'The person who ended the absence early. Null with an ended_at: the absence ended by itself.';
create index absences_of_person on absences (brand_id, person_id, starts_at desc);
create index absences_open on absences (brand_id, store_id, starts_at) where ended_at is null;

alter table suggestions add column passed_by uuid;
comment on column suggestions.passed_by is 'The manager who gave the suggestion to its present seller for the days off of another one. Such a suggestion may be used although the customer is in the other portfolio.';
grant update (seller_id, passed_by) on suggestions to oto_runtime;

do $$
declare t text;
begin
  foreach t in array array['portfolio_moves', 'portfolio_move_customers', 'portfolio_move_items', 'absences'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert on %I to oto_runtime', t);
  end loop;
end $$;
grant update (state, customers, suggestions, holds_passed, holds_ended, returned_at, returned_by) on portfolio_moves to oto_runtime;
grant update (state, stayed_because) on portfolio_move_customers to oto_runtime;
grant update (is_returned) on portfolio_move_items to oto_runtime;
grant update (move_id, is_started, ended_at, ended_by) on absences to oto_runtime;
grant delete on portfolio_move_customers, portfolio_move_items to oto_runtime;

-- Finds the brands with a move to continue, or with an absence that starts or ends. Ids only.
create function public.brands_with_moves_due(by_app timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select m.brand_id from public.portfolio_moves m where m.state in ('moving', 'returning')
    union
    select a.brand_id from public.absences a where a.ended_at is null
      and (a.ends_at <= by_app or (not a.is_started and a.starts_at <= by_app))
  $$;
revoke execute on function public.brands_with_moves_due(timestamptz) from public;
grant execute on function public.brands_with_moves_due(timestamptz) to oto_runtime;

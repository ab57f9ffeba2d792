-- concurrently
-- What a move is going to write lies in one row for each step, in place of one row for each customer: 20,000 customers
-- are 80 rows. A customer gets a row when the step is written.

create table portfolio_move_steps (
  brand_id uuid not null,
  move_id uuid not null,
  number integer not null,
  customer_ids uuid[] not null,
  to_ids uuid[] not null,
  primary key (brand_id, move_id, number),
  foreign key (brand_id, move_id) references portfolio_moves (brand_id, id),
  check (cardinality(customer_ids) > 0 and cardinality(customer_ids) = cardinality(to_ids))
);

comment on table portfolio_move_steps is 'Each row is a step of a move that is not written yet: who gets which customer. The step deletes the row.';

comment on column portfolio_move_steps.number is 'The steps of a move are written in the order of their numbers.';

comment on column portfolio_move_steps.to_ids is 'The new seller of each customer, in the order of customer_ids.';

do $$
begin
  alter table portfolio_move_steps enable row level security;
  alter table portfolio_move_steps force row level security;
  create policy brand on portfolio_move_steps using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
  execute format('create policy owner on portfolio_move_steps to %I using (true)', current_user);
  grant select, insert, delete on portfolio_move_steps to oto_runtime;
end $$;

-- Moves that are being written go on.
-- repeat
with planned as (
  delete from portfolio_move_customers where (brand_id, move_id, customer_id) in (
    select p.brand_id, p.move_id, p.customer_id from portfolio_move_customers p
    where p.state = 'planned' order by p.brand_id, p.move_id, p.customer_id limit 250)
  returning brand_id, move_id, customer_id, to_id
)
insert into portfolio_move_steps
select p.brand_id, p.move_id,
  1 + coalesce((select max(s.number) from portfolio_move_steps s where s.brand_id = p.brand_id and s.move_id = p.move_id), -1),
  array_agg(p.customer_id order by p.customer_id), array_agg(p.to_id order by p.customer_id)
from planned p
group by p.brand_id, p.move_id;

alter table portfolio_move_customers alter column state drop default;

alter table portfolio_move_customers drop constraint portfolio_move_customers_state_check;

alter table portfolio_move_customers add constraint portfolio_move_customers_state_check
  check (state in ('moved', 'skipped', 'returned', 'stayed')) not valid;

alter table portfolio_move_customers validate constraint portfolio_move_customers_state_check;

create index concurrently portfolio_move_customers_moved on portfolio_move_customers (brand_id, move_id, customer_id)
  where state = 'moved';

drop index concurrently if exists portfolio_move_customers_open;

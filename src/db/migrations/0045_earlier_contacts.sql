-- concurrently
-- A brand's cool-down and its count of unanswered contacts (D6, D6b). Hand-overs keep the keyed hash of the number, so that a
-- contact counts for the number and not for the customer's row. Servers of the version before write hand-overs without the
-- hash: a trigger fills it in.

alter table brands
  add column cool_down_days smallint not null default 0,
  add column unanswered_after smallint not null default 0;

alter table brands add constraint brands_cool_down_days check (cool_down_days between 0 and 365) not valid;

alter table brands validate constraint brands_cool_down_days;

alter table brands
  add constraint brands_unanswered_after check (unanswered_after = 0 or unanswered_after between 2 and 10) not valid;

alter table brands validate constraint brands_unanswered_after;

comment on column brands.cool_down_days is
  'The days of 24 hours for which nobody begins another contact with a number after the last one (D6). 0 means that the brand has no cool-down.';

comment on column brands.unanswered_after is
  'The number of unanswered contacts after which nobody begins another contact with the number (D6b). 0 means that the brand does not count them.';

grant update (cool_down_days, unanswered_after) on brands to oto_runtime;

alter table receipts
  add column cool_down_days smallint not null default 0,
  add column contacted_at timestamptz,
  add column unanswered_after smallint not null default 0,
  add column unanswered_at timestamptz[] not null default '{}';

comment on column receipts.cool_down_days is 'The days of the cool-down that the decision read; 0 for receipts before rules 4 (D6).';

comment on column receipts.contacted_at is 'The last contact with the number, if the cool-down since then ran at the decision (D6).';

comment on column receipts.unanswered_after is 'The brand''s number of unanswered contacts that the decision read; 0 for receipts before rules 4 (D6b).';

comment on column receipts.unanswered_at is 'The unanswered contacts with the number that the decision read, newest first (D6b).';

alter table handovers add column number_hash bytea;

comment on column handovers.number_hash is
  'The keyed hash of the number that got the contact, as in customers.number_hash. A trigger copies it from the customer.';

create function public.fill_number_of_handover() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp
  as $$
    begin
      new.number_hash := (select c.number_hash from public.attempts a
        join public.customers c on c.brand_id = a.brand_id and c.id = a.customer_id
        where a.brand_id = new.brand_id and a.id = new.attempt_id);
      return new;
    end
  $$;

revoke execute on function public.fill_number_of_handover() from public;

create trigger fill_number before insert on handovers
  for each row when (new.number_hash is null) execute function public.fill_number_of_handover();

create index concurrently handovers_of_number on handovers (brand_id, number_hash, handed_at)
  where withdrawn_at is null and number_hash is not null;

create index concurrently handovers_unnumbered on handovers (brand_id, attempt_id) where number_hash is null;

-- Hand-overs to customers without a number keep null, and are last in the order so that they end the repetition.
-- repeat
update handovers h set number_hash = c.number_hash
from attempts a join customers c on c.brand_id = a.brand_id and c.id = a.customer_id
where a.brand_id = h.brand_id and a.id = h.attempt_id and h.number_hash is null and c.number_hash is not null
  and (h.brand_id, h.attempt_id, h.receipt_id) in (
    select n.brand_id, n.attempt_id, n.receipt_id from handovers n
    join attempts t on t.brand_id = n.brand_id and t.id = n.attempt_id
    join customers d on d.brand_id = t.brand_id and d.id = t.customer_id and d.number_hash is not null
    where n.number_hash is null limit 5000);

drop index concurrently if exists handovers_unnumbered;

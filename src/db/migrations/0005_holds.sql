-- Held contacts: what waits, when it comes back and why then, how it ended; the slots they are spread over; and what
-- decisions look at besides quiet: a seller's last contacts (D7) and the host's clock (D8).

alter table policy_heads add column calendar integer not null default 0;
comment on column policy_heads.calendar is
  'Counts whatever the time of a held contact depends on: the policy''s log, the plan, the stores'' zones and hours. What was timed under another number is looked at anew (H6).';

alter table customers add column contact_from_minute smallint check (contact_from_minute between 0 and 1439);
comment on column customers.contact_from_minute is 'The hour before which the customer asked not to be written to, as a minute of the store''s day (H7).';

alter table attempts drop constraint attempts_state_check;
alter table attempts add constraint attempts_state_check check (state in
  ('refused', 'warned', 'held', 'ready', 'handed_over', 'sent', 'abandoned', 'cancelled', 'expired', 'failed', 'unknown'));

create table holds (
  brand_id uuid not null,
  id uuid not null,
  attempt_id uuid not null,
  customer_id uuid not null,
  seller_id uuid not null,
  store_id uuid not null,
  origin text not null check (origin in ('suggestion', 'profile')),
  state text not null check (state in ('waiting', 'ready', 'ended')),
  due_at timestamptz not null,
  promised_at timestamptz not null,
  opening_at timestamptz,
  held_at timestamptz not null,
  expires_at timestamptz not null,
  ready_at timestamptz,
  held_again smallint not null default 0,
  returned boolean not null default false,
  passed_by uuid,
  calendar integer not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('sent', 'cancelled', 'expired', 'failed', 'unknown')),
  end_reason text check (end_reason in ('handed_over', 'seller', 'manager', 'customer_wrote', 'opted_out', 'reassigned',
    'customer_erased', 'too_late', 'held_too_often', 'not_sent', 'unavailable')),
  ended_by uuid,
  news text check (news in ('moved', 'did_not_fit', 'returned', 'passed_on', 'ended')),
  news_at timestamptz,
  seen_at timestamptz,
  fence bigint not null default 0,
  lease_until timestamptz,
  failures smallint not null default 0,
  parked_at timestamptz,
  parked_why text,
  primary key (brand_id, id),
  foreign key (brand_id, attempt_id) references attempts (brand_id, id),
  foreign key (brand_id, customer_id) references customers (brand_id, id),
  foreign key (brand_id, seller_id) references people (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  check ((state = 'ended') = (ended_at is not null)),
  check ((state = 'ended') = (ended_as is not null)),
  check ((state = 'ended') = (end_reason is not null))
);
comment on table holds is 'A contact left for later. The row is the queue (H1); its end is one of five (H3), and no row is ever removed.';
comment on column holds.due_at is 'When its next step is due by the application''s clock: while waiting, the release; when ready, the next quiet start.';
comment on column holds.promised_at is 'The minute that its seller was last told: nothing is released before it (H6).';
comment on column holds.opening_at is 'The opening whose slot it has (P3); null: the seller chose the minute.';
comment on column holds.returned is 'It was ready once, and not sent before the next quiet start (H4).';
comment on column holds.passed_by is 'The manager who gave it to its present seller: then a portfolio that moves does not take it away.';
comment on column holds.calendar is 'The number of policy_heads.calendar under which it was timed.';
comment on column holds.fence is 'Grows with each claim: whoever holds an older number changes nothing any more.';
comment on column holds.lease_until is 'By the host''s clock: until then it is in the hands of the server that claimed it.';
comment on column holds.parked_at is 'It failed too often to be tried again by itself, and stops nobody.';
create unique index holds_of_attempt on holds (brand_id, attempt_id) where ended_at is null;
create unique index holds_of_pair on holds (brand_id, customer_id, seller_id) where ended_at is null;
create index holds_due on holds (brand_id, due_at) where ended_at is null and parked_at is null;
create index holds_timed on holds (brand_id, calendar) where ended_at is null;
create index holds_of_seller on holds (brand_id, seller_id, due_at) where ended_at is null;
create index holds_of_store on holds (brand_id, store_id, due_at) where ended_at is null;
create index holds_ended on holds (brand_id, store_id, ended_at desc) where ended_at is not null;
create index holds_by_attempt on holds (brand_id, attempt_id, held_at desc);

create table slots (
  brand_id uuid not null,
  queue_id uuid not null,
  at timestamptz not null,
  opening_at timestamptz,
  hold_id uuid not null,
  freed_at timestamptz,
  primary key (brand_id, queue_id, at),
  foreign key (brand_id, hold_id) references holds (brand_id, id)
);
create index slots_of_opening on slots (brand_id, queue_id, opening_at);
create index slots_of_hold on slots (brand_id, hold_id);
comment on table slots is 'Minutes that are given away (P3). A queue is a seller on the handset. A freed one stays empty, except for a contact that would expire first.';

alter table ledgers add column holds_created bigint not null default 0;
comment on column ledgers.holds_created is 'How many holds there must be: created = sent + cancelled + expired + failed + unknown + waiting (H3).';

alter table receipts
  add column paced_at timestamptz[] not null default '{}',
  add column clock_unsafe boolean not null default false,
  drop constraint receipts_actor_kind_check,
  add constraint receipts_actor_kind_check check (actor_kind in ('person', 'machine', 'release'));
comment on column receipts.paced_at is 'The seller''s contacts that the sliding limit looked at, newest first (D7, P1).';
comment on column receipts.clock_unsafe is 'The host''s clock had jumped (D8).';

-- P1 counts a seller's hand-overs, not their attempts.
alter table handovers add column seller_id uuid;
update handovers h set seller_id = a.seller_id from attempts a where a.brand_id = h.brand_id and a.id = h.attempt_id;
alter table handovers
  alter column seller_id set not null,
  add foreign key (brand_id, seller_id) references people (brand_id, id);
create index handovers_of_seller on handovers (brand_id, seller_id, handed_at desc) where withdrawn_at is null;

do $$
declare t text;
begin
  foreach t in array array['holds', 'slots'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert, update on %I to oto_runtime', t);
  end loop;
end $$;
grant delete on slots to oto_runtime;

-- Which brands have something to do: held contacts that are due and in nobody's hands, or timed under another calendar.
create function brands_with_due(by_app timestamptz, by_host timestamptz) returns setof uuid
  language sql stable security definer set search_path = public
  as $$
    select p.brand_id from policy_heads p
    where exists (select from holds h where h.brand_id = p.brand_id and h.ended_at is null and h.parked_at is null
        and h.due_at <= by_app and (h.lease_until is null or h.lease_until <= by_host))
      or exists (select from holds h where h.brand_id = p.brand_id and h.ended_at is null and h.calendar <> p.calendar)
  $$;
revoke execute on function brands_with_due(timestamptz, timestamptz) from public;
grant execute on function brands_with_due(timestamptz, timestamptz) to oto_runtime;

-- Notifications: the devices that are told when contacts are ready. And the indexes by which a day's spread is counted.

create table push_subscriptions (
  brand_id uuid not null,
  device_key text not null,
  person_id uuid not null,
  session_id uuid not null,
  endpoint text not null check (length(endpoint) between 1 and 1000),
  p256dh text not null check (length(p256dh) = 87),
  auth text not null check (length(auth) = 22),
  language text not null check (language in ('pt-BR', 'en', 'es')),
  renewed_at timestamptz not null,
  primary key (brand_id, device_key),
  unique (brand_id, endpoint),
  foreign key (brand_id, person_id) references people (brand_id, id)
);
create index push_subscriptions_of_person on push_subscriptions (brand_id, person_id, renewed_at desc);
comment on table push_subscriptions is 'Whom a device tells that contacts are ready: the one person who asked on it. Gone when they sign out there.';
comment on column push_subscriptions.session_id is 'The device''s session: while somebody else holds it, or held it last, nothing is sent there.';
comment on column push_subscriptions.renewed_at is 'By the host''s clock: the app says again that it is there; what stays silent for long is not written to.';

create index turns_of_session on turns (brand_id, session_id, began_at desc);

alter table push_subscriptions enable row level security;
alter table push_subscriptions force row level security;
create policy brand on push_subscriptions using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
do $$ begin execute format('create policy owner on push_subscriptions to %I using (true)', current_user); end $$;
grant select, insert, update, delete on push_subscriptions to oto_runtime;

-- P5: a day's contacts, and what was left for later on it, without walking through the years before.
alter table handovers add column store_id uuid, add column after_warning boolean not null default false;
update handovers h set store_id = r.store_id, after_warning = cardinality(r.acknowledged) > 0
  from receipts r where r.brand_id = h.brand_id and r.id = h.receipt_id;
comment on column handovers.store_id is 'As on the receipt: kept here too, so that a day is counted from an index alone.';
comment on column handovers.after_warning is 'Something was acknowledged for it, as its receipt says.';
create index handovers_of_store on handovers (brand_id, store_id, handed_at) include (seller_id, after_warning)
  where withdrawn_at is null;
create index holds_by_time on holds (brand_id, held_at);
create index receipts_put_off on receipts (brand_id, decided_at) include (store_id, actor_id, attempt_id)
  where verdict = 'block' and reason in ('quiet_hours', 'zone_uncertain') and actor_kind = 'person';

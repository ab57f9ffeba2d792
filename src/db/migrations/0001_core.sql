-- The brand's memory: who there is, what was suggested, decided and handed over.
-- Every tenant table starts every key with brand_id, so that the same schema can be sharded by brand.
-- Instants are timestamptz with milliseconds; ids are UUIDv7 from the application; no time arithmetic here.

create table brands (
  brand_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
  name text not null check (length(name) between 1 and 80),
  article text not null default '' check (article in ('a', 'o', '')),
  plan text not null check (plan in ('starter', 'growth', 'enterprise')),
  zone text not null,
  portfolio_only boolean not null default false,
  store_zones text[] not null default '{}',
  created_at timestamptz not null
);
comment on column brands.article is 'The article of the name in Portuguese sentences: a Aurora, o Cais.';
comment on column brands.portfolio_only is 'Sellers may contact only customers of their own portfolio.';
comment on column brands.store_zones is 'Distinct zones of the stores, kept with them: the candidates of C4 without reading every store.';

create table stores (
  brand_id uuid not null references brands,
  id uuid not null,
  code text not null,
  name text not null,
  city text not null,
  state text not null check (state ~ '^[A-Z]{2}$'),
  zone text not null,
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, code)
);

create table store_hours (
  brand_id uuid not null,
  store_id uuid not null,
  weekday smallint not null check (weekday between 0 and 6),
  opens_minute smallint not null check (opens_minute between 0 and 1439),
  closes_minute smallint not null check (closes_minute between 1 and 1440),
  primary key (brand_id, store_id, weekday),
  foreign key (brand_id, store_id) references stores (brand_id, id)
);
comment on table store_hours is 'Opening hours, Monday = 0. A closing minute not after the opening one is on the next day. No row: closed.';

create table people (
  brand_id uuid not null references brands,
  id uuid not null,
  role text not null check (role in ('seller', 'store_manager', 'brand_manager')),
  store_id uuid,
  code text,
  name text not null check (length(name) between 1 and 120),
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, code),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  check ((role = 'brand_manager') = (store_id is null))
);
create index people_by_store on people (brand_id, store_id, name);

create table customers (
  brand_id uuid not null references brands,
  id uuid not null,
  code text,
  name text not null,
  store_id uuid not null,
  seller_id uuid,
  phone text,
  phone_kind text not null default 'none' check (phone_kind in ('mobile', 'landline', 'none')),
  permission text not null check (permission in ('granted', 'refused', 'unknown')),
  email text,
  born_on date,
  city text,
  state text,
  told_zone text,
  note text,
  number_hash bytea,
  opted_out_at timestamptz,
  wrong_number_at timestamptz,
  availability text not null default 'present' check (availability in ('present', 'erased', 'merged')),
  last_contact_at timestamptz,
  customer_since date,
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, code),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  foreign key (brand_id, seller_id) references people (brand_id, id),
  check ((phone is null) = (phone_kind = 'none')),
  check ((phone is null) = (number_hash is null)),
  check (phone is null or phone ~ '^\+[1-9][0-9]{6,14}$')
);
comment on column customers.number_hash is 'HMAC of the number under a key of the house: what opt_outs are found by (D2).';
comment on column customers.opted_out_at is 'Copy of the number''s running stop, kept by every writer of phone or opt_outs: a decision reads it under the row''s lock.';
create index customers_by_number on customers (brand_id, number_hash) where number_hash is not null;
create unique index customers_by_phone on customers (brand_id, phone) where phone is not null and availability = 'present';
create index customers_by_store on customers (brand_id, store_id, name, id);
create index customers_by_seller on customers (brand_id, seller_id, name, id);
create index customers_by_last_contact on customers (brand_id, store_id, last_contact_at);

create table customer_words (
  brand_id uuid not null,
  word text not null,
  customer_id uuid not null,
  primary key (brand_id, word, customer_id),
  foreign key (brand_id, customer_id) references customers (brand_id, id) on delete cascade
);
create index customer_words_of on customer_words (brand_id, customer_id);
comment on table customer_words is
  'What a customer is found by: plain lower-case words of the name, and the number''s digits. A range over the key finds prefixes, also under row-level security, where a text-search index may not be used.';

create table opt_outs (
  brand_id uuid not null references brands,
  number_hash bytea not null,
  stopped_at timestamptz not null,
  source text not null check (source in ('seller', 'import')),
  recorded_by uuid,
  lifted_at timestamptz,
  primary key (brand_id, number_hash, stopped_at)
);
comment on table opt_outs is 'A stop binds the number, not the row (D2): kept as a keyed hash, so that it survives merge, re-import and erasure.';

create table purchases (
  brand_id uuid not null references brands,
  id uuid not null,
  customer_id uuid not null,
  store_id uuid not null,
  seller_id uuid,
  bought_on date not null,
  total_cents bigint not null check (total_cents >= 0),
  items text not null,
  import_key bytea,
  primary key (brand_id, id),
  unique (brand_id, import_key),
  foreign key (brand_id, customer_id) references customers (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  foreign key (brand_id, seller_id) references people (brand_id, id)
);
create index purchases_by_customer on purchases (brand_id, customer_id, bought_on desc);

create table campaigns (
  brand_id uuid not null references brands,
  id uuid not null,
  name text not null,
  template text not null check (length(template) between 1 and 1024),
  priority smallint not null check (priority between 1 and 100),
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, name)
);

create table suggestions (
  brand_id uuid not null references brands,
  id uuid not null,
  campaign_id uuid not null,
  customer_id uuid not null,
  seller_id uuid not null,
  priority smallint not null,
  reason jsonb not null,
  state text not null default 'open' check (state in ('open', 'done', 'dismissed')),
  not_before timestamptz,
  closed_at timestamptz,
  closed_by uuid,
  closed_reason text check (closed_reason in ('contacted', 'not_relevant', 'already_talked', 'other')),
  created_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, campaign_id) references campaigns (brand_id, id),
  foreign key (brand_id, customer_id) references customers (brand_id, id),
  foreign key (brand_id, seller_id) references people (brand_id, id),
  check ((state = 'open') = (closed_at is null))
);
create index suggestions_open on suggestions (brand_id, seller_id, priority, id) where state = 'open';
comment on column suggestions.closed_by is 'The attempt that completed it: "not sent" opens it again (D14).';
create index suggestions_of_customer on suggestions (brand_id, customer_id) where state = 'open';

-- The policy's history is a log: versions, suspensions and resumptions, never changed.
-- The head counts it; a decision reads it FOR SHARE, a publication takes it FOR UPDATE (A5).
create table policy_heads (
  brand_id uuid primary key references brands,
  revision integer not null default 0,
  version integer not null default 0
);

create table policy_events (
  brand_id uuid not null references brands,
  revision integer not null check (revision > 0),
  at timestamptz not null,
  kind text not null check (kind in ('publish', 'suspend', 'resume')),
  version integer,
  policy jsonb,
  effective_at timestamptz,
  suspended_from timestamptz,
  suspended_until timestamptz,
  cause text not null check (cause in ('support', 'plan')),
  author_name text not null,
  author_id text not null,
  reason text not null,
  primary key (brand_id, revision),
  unique (brand_id, version),
  check ((kind = 'publish') = (version is not null and policy is not null and effective_at is not null)),
  check ((kind = 'suspend') = (suspended_from is not null))
);

create table support_looks (
  brand_id uuid not null references brands,
  id uuid not null,
  at timestamptz not null,
  support_id text not null,
  support_name text not null,
  what text not null,
  primary key (brand_id, id)
);
comment on table support_looks is 'Each time the vendor''s support looked into a brand, and at what.';

create table notices_seen (
  brand_id uuid not null,
  person_id uuid not null,
  notice text not null,
  seen_at timestamptz not null,
  primary key (brand_id, person_id, notice),
  foreign key (brand_id, person_id) references people (brand_id, id)
);
comment on table notices_seen is 'A8: what a person has been told once.';

create table attempts (
  brand_id uuid not null references brands,
  id uuid not null,
  customer_id uuid not null,
  seller_id uuid not null,
  store_id uuid,
  suggestion_id uuid,
  origin text not null check (origin in ('suggestion', 'profile')),
  channel text not null check (channel in ('handset')),
  state text not null check (state in ('refused', 'warned', 'handed_over', 'sent', 'abandoned')),
  outcome text check (outcome in ('sent', 'not_sent', 'stop', 'wrong_number', 'talked', 'sold', 'no_answer')),
  text text,
  refused_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (brand_id, id),
  foreign key (brand_id, customer_id) references customers (brand_id, id),
  foreign key (brand_id, seller_id) references people (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  foreign key (brand_id, suggestion_id) references suggestions (brand_id, id)
);
create index attempts_of_seller on attempts (brand_id, seller_id, created_at desc, id desc);
create index attempts_of_customer on attempts (brand_id, customer_id, created_at desc);
create index attempts_recent on attempts (brand_id, created_at desc, id desc);
create index attempts_refused on attempts (brand_id, seller_id, customer_id, refused_at desc) where refused_at is not null;
comment on column attempts.refused_at is 'When it was last refused because of quiet hours: what makes a later one afterRefusal.';
comment on column attempts.text is 'Personal: emptied on erasure. The receipts hold no word of it.';

-- One row a decision: its context whole, in columns, and what came of it (R1). No personal data.
create table receipts (
  brand_id uuid not null references brands,
  id uuid not null,
  number bigint not null check (number > 0),
  attempt_id uuid not null,
  rules smallint not null,
  decided_at timestamptz not null,
  tz_version text not null,
  actor_kind text not null check (actor_kind in ('person', 'machine')),
  actor_id uuid not null,
  turn_id uuid,
  store_id uuid,
  customer_id uuid not null,
  suggestion_id uuid,
  suggestion_open boolean not null,
  origin_asked text,
  channel text not null,
  message_kind text not null,
  plan text not null,
  policy_revision integer not null,
  zone_store text,
  zone_brand text not null,
  zones_customer text[] not null,
  zones_customer_from text check (zones_customer_from in ('told', 'address', 'area_code', 'country')),
  zones_brand_stores text[] not null,
  availability text not null,
  reachable boolean not null,
  permission text not null,
  opted_out_at timestamptz,
  last_inbound_at timestamptz,
  last_outbound_at timestamptz,
  refused_at timestamptz,
  acknowledged text[] not null,
  acknowledged_because text,
  verdict text not null check (verdict in ('allow', 'warn', 'block')),
  reason text,
  reasons jsonb not null,
  origin text not null,
  origin_claimed text,
  after_refusal boolean not null,
  because_needed boolean not null,
  policy_version integer,
  quiet_since timestamptz,
  quiet_until timestamptz,
  quiet_clock text,
  quiet_zone text,
  opens_at timestamptz,
  changes_at timestamptz,
  link bytea not null,
  primary key (brand_id, id),
  unique (brand_id, number),
  unique (brand_id, attempt_id, id, verdict),
  foreign key (brand_id, attempt_id) references attempts (brand_id, id)
);

-- The head of the brand's chain and of its live log: locked last in a transaction (R3), so that
-- receipts and events are numbered in the order of their commits.
create table ledgers (
  brand_id uuid primary key references brands,
  receipt_number bigint not null default 0,
  link bytea not null,
  event_number bigint not null default 0
);

-- A way out to WhatsApp hangs on the receipt that allowed it; the database itself refuses any other.
create table handovers (
  brand_id uuid not null references brands,
  id uuid not null,
  attempt_id uuid not null,
  receipt_id uuid not null,
  allowed text not null generated always as ('allow') stored,
  channel text not null check (channel in ('handset')),
  handed_at timestamptz not null,
  valid_until timestamptz not null,
  withdrawn_at timestamptz,
  primary key (brand_id, id),
  unique (brand_id, receipt_id),
  foreign key (brand_id, attempt_id, receipt_id, allowed) references receipts (brand_id, attempt_id, id, verdict)
);
create unique index handovers_live on handovers (brand_id, attempt_id) where withdrawn_at is null;

-- A warning's acknowledgement: stored hashed, good for two minutes, once (D13).
create table acknowledgements (
  brand_id uuid not null references brands,
  token_hash bytea not null,
  attempt_id uuid not null,
  person_id uuid not null,
  turn_id uuid,
  origin text not null,
  channel text not null,
  text_digest bytea not null,
  policy_version integer,
  reasons text[] not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz,
  primary key (brand_id, token_hash),
  foreign key (brand_id, attempt_id) references attempts (brand_id, id)
);
create index acknowledgements_of_attempt on acknowledgements (brand_id, attempt_id);

-- The answer once given to a key is given again (kept seven days).
create table idempotency_keys (
  brand_id uuid not null references brands,
  actor_id uuid not null,
  key uuid not null,
  fingerprint bytea not null,
  status smallint not null,
  answer jsonb not null,
  valid_until timestamptz,
  created_at timestamptz not null,
  primary key (brand_id, actor_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (brand_id, created_at);

-- What open screens are told; kept an hour.
create table live_events (
  brand_id uuid not null references brands,
  number bigint not null,
  at timestamptz not null,
  kind text not null check (kind in ('quiet-hours', 'attempt', 'suggestion')),
  person_id uuid,
  store_id uuid,
  body jsonb not null,
  primary key (brand_id, number)
);

-- The demo's clock: the app's instants are the host's plus a shift, or stand still. One row, all servers.
create table demo_clock (
  single boolean primary key default true check (single),
  shift_ms bigint not null default 0,
  frozen_at timestamptz,
  moved integer not null default 0
);
insert into demo_clock default values;

do $$
declare t text;
begin
  foreach t in array array['brands','stores','store_hours','people','customers','customer_words','opt_outs','purchases',
    'campaigns','suggestions','policy_heads','policy_events','support_looks','notices_seen','attempts','receipts','ledgers',
    'handovers','acknowledgements','idempotency_keys','live_events'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert, update on %I to oto_runtime', t);
  end loop;
end $$;

revoke update on receipts, policy_events, support_looks from oto_runtime;
grant delete on idempotency_keys, live_events, acknowledgements, customer_words, store_hours to oto_runtime;
grant select, update on demo_clock to oto_runtime;

-- What must cross brands: a closed list, ids only.
create function brand_ids() returns setof uuid
  language sql stable security definer set search_path = public
  as 'select brand_id from brands order by slug';
revoke execute on function brand_ids() from public;
grant execute on function brand_ids() to oto_runtime;

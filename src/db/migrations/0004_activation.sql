-- From the brand's ticket to quiet in every store: tickets with their threads, leads of brands whose plan lacks the
-- feature, what readers think of the help article, and when support was shown a customer's data.

create table tickets (
  brand_id uuid not null references brands,
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('activate', 'change', 'deactivate')),
  start_time text check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  end_time text check (end_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
  reason text not null check (length(reason) between 1 and 2000),
  state text not null default 'open' check (state in ('open', 'answered', 'closed')),
  opened_by uuid not null,
  opened_name text not null,
  version integer,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (brand_id, id),
  unique (brand_id, number),
  foreign key (brand_id, opened_by) references people (brand_id, id),
  foreign key (brand_id, version) references policy_events (brand_id, version),
  check ((kind = 'deactivate') = (start_time is null)),
  check ((start_time is null) = (end_time is null))
);
comment on column tickets.state is 'open: the brand waits for support; answered: support for the brand; closed: settled. A word of the brand opens it again.';
comment on column tickets.version is 'The version of the policy that was published for it.';
create index tickets_by_state on tickets (state, updated_at, id);
create index tickets_recent on tickets (brand_id, created_at desc, id desc);

create table ticket_messages (
  brand_id uuid not null,
  id uuid not null,
  ticket_id uuid not null,
  at timestamptz not null,
  side text not null check (side in ('brand', 'support')),
  author_id text not null,
  author_name text not null,
  text text not null check (length(text) between 1 and 4000),
  version integer,
  primary key (brand_id, id),
  foreign key (brand_id, ticket_id) references tickets (brand_id, id),
  foreign key (brand_id, version) references policy_events (brand_id, version)
);
comment on column ticket_messages.version is 'The version of the policy that this answer tells of.';
create index ticket_messages_of on ticket_messages (brand_id, ticket_id, at, id);

create table tickets_seen (
  brand_id uuid not null,
  ticket_id uuid not null,
  person_id uuid not null,
  seen_at timestamptz not null,
  primary key (brand_id, ticket_id, person_id),
  foreign key (brand_id, ticket_id) references tickets (brand_id, id),
  foreign key (brand_id, person_id) references people (brand_id, id)
);
comment on table tickets_seen is 'Up to when a person of the brand has read a ticket: support''s later messages are news.';

create table leads (
  brand_id uuid not null references brands,
  id uuid not null,
  person_id uuid not null,
  person_name text not null,
  contact text not null check (length(contact) between 1 and 200),
  wish text not null check (length(wish) between 1 and 2000),
  state text not null default 'open' check (state in ('open', 'done')),
  created_at timestamptz not null,
  done_at timestamptz,
  done_by text,
  primary key (brand_id, id),
  foreign key (brand_id, person_id) references people (brand_id, id),
  check ((state = 'done') = (done_at is not null))
);
create index leads_by_state on leads (state, created_at, id);

-- Support sees masked data until it says why it needs them; each time is kept, and the brand can read it.
alter table support_looks add column reason text, add column attempt_id uuid;
create index support_looks_recent on support_looks (brand_id, at desc, id desc);

create table reveals (
  brand_id uuid not null references brands,
  support_id text not null,
  attempt_id uuid not null,
  revealed_at timestamptz not null,
  until timestamptz not null,
  primary key (brand_id, support_id, attempt_id),
  foreign key (brand_id, attempt_id) references attempts (brand_id, id)
);
comment on table reveals is 'For whom of support the customer of an attempt is unmasked, and until when. The reason stands in support_looks.';

-- Of the vendor's own article, and of no brand: whoever reads it answers once for each version of its text.
create table help_answers (
  article text not null check (length(article) between 1 and 60),
  version integer not null check (version > 0),
  reader_id uuid not null,
  language text not null check (language in ('pt-BR', 'en', 'es')),
  helpful boolean not null,
  comment text check (length(comment) between 1 and 2000),
  answered_at timestamptz not null,
  primary key (article, version, reader_id)
);
create index help_answers_recent on help_answers (article, answered_at desc, reader_id);

create index attempts_of_store on attempts (brand_id, store_id, created_at desc, id desc);
create index receipts_by_time on receipts (brand_id, decided_at);
create index attempts_stopped on attempts (brand_id, id) where outcome = 'stop';

alter table live_events drop constraint live_events_kind_check;
alter table live_events add constraint live_events_kind_check check (kind in ('quiet-hours', 'attempt', 'suggestion', 'ticket'));

do $$
declare t text;
begin
  foreach t in array array['tickets', 'ticket_messages', 'tickets_seen', 'leads', 'reveals'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert, update on %I to oto_runtime', t);
  end loop;
end $$;

revoke update on ticket_messages from oto_runtime;
grant select, insert, update on help_answers to oto_runtime;

-- What must cross brands: ids only, for support's queues. The oldest first: who waits longest is next.
create function ticket_ids(of_state text, after_at timestamptz, after_id uuid, most integer)
  returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = public
  as $$
    select t.brand_id, t.id from tickets t
    where t.state = of_state and (after_at is null or (t.updated_at, t.id) > (after_at, after_id))
    order by t.updated_at, t.id limit least(most, 200)
  $$;

create function brand_of_ticket(of_id uuid) returns uuid
  language sql stable security definer set search_path = public
  as 'select t.brand_id from tickets t where t.id = of_id';

create function lead_ids(of_state text, after_at timestamptz, after_id uuid, most integer)
  returns table (brand_id uuid, id uuid)
  language sql stable security definer set search_path = public
  as $$
    select l.brand_id, l.id from leads l
    where l.state = of_state and (after_at is null or (l.created_at, l.id) > (after_at, after_id))
    order by l.created_at, l.id limit least(most, 200)
  $$;

create function brand_of_lead(of_id uuid) returns uuid
  language sql stable security definer set search_path = public
  as 'select l.brand_id from leads l where l.id = of_id';

revoke execute on function ticket_ids(text, timestamptz, uuid, integer) from public;
revoke execute on function brand_of_ticket(uuid) from public;
revoke execute on function lead_ids(text, timestamptz, uuid, integer) from public;
revoke execute on function brand_of_lead(uuid) from public;
grant execute on function ticket_ids(text, timestamptz, uuid, integer) to oto_runtime;
grant execute on function brand_of_ticket(uuid) to oto_runtime;
grant execute on function lead_ids(text, timestamptz, uuid, integer) to oto_runtime;
grant execute on function brand_of_lead(uuid) to oto_runtime;

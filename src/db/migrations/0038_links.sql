-- One-time links: each lets its reader make one account or choose one new password. The token of a link is in no table: only
-- its hash is stored, so that a copy of the database opens no link. A new link for the same e-mail or account takes the row of
-- the earlier unused link, which is thereby over.
create table auth.links (
  id uuid primary key,
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('first_support', 'invitation', 'reset')),
  kind text not null check (kind in ('store', 'person', 'support')),
  account_id uuid references auth."user" ("id") on delete cascade,
  name text,
  email text check (email = lower(email)),
  brand_id uuid,
  person_id uuid,
  created_by uuid references auth."user" ("id") on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'reset') = (account_id is not null)),
  check ((purpose = 'invitation') = (name is not null and email is not null)),
  check ((purpose = 'invitation' and kind = 'person') = (brand_id is not null and person_id is not null))
);
create unique index links_of_first_support on auth.links (purpose) where purpose = 'first_support' and used_at is null;
create unique index links_of_email on auth.links (email) where purpose = 'invitation' and used_at is null;
create unique index links_of_account on auth.links (account_id) where purpose = 'reset' and used_at is null;
create index links_by_end on auth.links (expires_at);
comment on table auth.links is 'Each row is a one-time link: for the first support person, for an invited person, or for a new password.';
comment on column auth.links.token_hash is 'SHA-256 of the 256 random bits in the link.';
comment on column auth.links.created_by is 'The support person who made the link. Null: the server, a command, or the account''s own user.';

grant select, insert, update, delete on auth.links to oto_auth;

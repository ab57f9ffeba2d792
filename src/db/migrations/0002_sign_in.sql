-- Who may come in: accounts and their sessions, apart in schema auth; who holds a store's device, and the PINs.

-- Accounts belong to no tenant: a sign-in begins before any brand is known. Their schema has a login of its own,
-- oto_auth, which sees nothing else; the runtime login sees nothing of it. The tables user, session, account and
-- verification are better-auth's and bear its names; columns of ours among them are its "additional fields".
create schema auth;

create table auth."user" (
  "id" uuid primary key,
  "name" text not null,
  "email" text not null unique check ("email" = lower("email")),
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "kind" text not null check ("kind" in ('store', 'person', 'support')),
  "brandId" uuid,
  "storeId" uuid,
  "personId" uuid,
  "mustChangePassword" boolean not null default false,
  "active" boolean not null default true,
  check (("kind" = 'support') = ("brandId" is null)),
  check (("kind" = 'store') = ("storeId" is not null)),
  check (("kind" = 'person') = ("personId" is not null))
);
create index user_of_store on auth."user" ("brandId", "storeId") where "storeId" is not null;
create unique index user_of_person on auth."user" ("brandId", "personId") where "personId" is not null;
comment on column auth."user"."active" is 'False: no sign-in, and every session of the account is over at its next request.';

-- The cookie is the token and a signature by a key that is not in the database: a copy of this table opens nothing.
create table auth.session (
  "id" uuid primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "deviceKey" text not null default ''
);
create index session_of_user on auth.session ("userId");
comment on column auth.session."deviceKey" is 'Hash of the device''s own cookie, in hex: what PINs are counted by, whatever happens to that cookie later. Empty: just made and not confirmed, good for nothing.';

create table auth.account (
  "id" uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references auth."user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  unique ("providerId", "accountId")
);
create index account_of_user on auth.account ("userId");

create table auth.verification (
  "id" uuid primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index verification_by_identifier on auth.verification ("identifier");

create table auth.known_devices (
  user_id uuid not null references auth."user" ("id") on delete cascade,
  device_key text not null,
  seen_at timestamptz not null,
  primary key (user_id, device_key)
);
comment on table auth.known_devices is 'Devices on which an account was once signed in: they keep their own count of tries, so that an attack from elsewhere does not shut them out.';

create table auth.throttles (
  key bytea primary key,
  paid_until timestamptz not null
);
create index throttles_by_age on auth.throttles (paid_until);
comment on table auth.throttles is 'Tries to sign in, by account, network and device: keyed hashes, no address in clear.';

grant usage on schema auth to oto_auth;
grant select, insert, update, delete on all tables in schema auth to oto_auth;

-- From here on, tenants' tables.

create table turns (
  brand_id uuid not null references brands,
  id uuid not null,
  session_id uuid not null,
  store_id uuid not null,
  person_id uuid not null,
  began_at timestamptz not null,
  touched_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_how text check (ended_how in ('idle', 'switched', 'signed_out')),
  primary key (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id),
  foreign key (brand_id, person_id) references people (brand_id, id),
  check ((ended_at is null) = (ended_how is null))
);
create unique index turns_open on turns (brand_id, session_id) where ended_at is null;
create index turns_of_person on turns (brand_id, person_id, began_at desc);
comment on table turns is 'Who held a store''s device, from when to when. Over at ends_at by the host''s clock, also before that is written into ended_at.';

create table pins (
  brand_id uuid not null,
  person_id uuid not null,
  store_id uuid not null,
  digest bytea not null,
  one_time boolean not null,
  wrong smallint not null default 0,
  set_at timestamptz not null,
  primary key (brand_id, person_id),
  constraint pins_unique_in_store unique (brand_id, store_id, digest),
  foreign key (brand_id, person_id) references people (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id)
);
comment on column pins.digest is 'argon2id with the store''s salt and a key that is not in the database: one value to check a PIN by and to find its owner by.';
comment on column pins.wrong is 'Wrong ones in a row for this name, over all devices.';

create table pin_locks (
  brand_id uuid not null,
  person_id uuid not null,
  device_key text not null,
  wrong smallint not null,
  locked_until timestamptz,
  primary key (brand_id, person_id, device_key),
  foreign key (brand_id, person_id) references pins (brand_id, person_id) on delete cascade
);
comment on table pin_locks is 'Wrong ones in a row for this name on this device.';

create table pin_waits (
  brand_id uuid not null,
  store_id uuid not null,
  device_key text not null,
  proven boolean not null default false,
  wrong integer not null default 0,
  wait_until timestamptz,
  guesses_paid_until timestamptz,
  primary key (brand_id, store_id, device_key),
  foreign key (brand_id, store_id) references stores (brand_id, id)
);
comment on table pin_waits is 'Wrong PINs without a name, by device; the device '''' stands for all on which no PIN of the store was ever right.';
comment on column pin_waits.proven is 'A PIN of this store was once right on this device.';

do $$
declare t text;
begin
  foreach t in array array['turns','pins','pin_locks','pin_waits'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert, update on %I to oto_runtime', t);
  end loop;
end $$;
grant delete on pin_locks to oto_runtime;

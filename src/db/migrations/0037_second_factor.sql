-- The second factor of an account (TOTP), and the instant at which a session's person last gave the password or a code.

-- better-auth's table with better-auth's names. Secret and recovery codes are encrypted under a key that is not in the database.
create table auth."twoFactor" (
  "id" uuid primary key,
  "userId" uuid not null unique references auth."user" ("id") on delete cascade,
  "secret" text not null,
  "backupCodes" text not null,
  "verified" boolean not null default true,
  "failedVerificationCount" integer not null default 0,
  "lockedUntil" timestamptz
);
comment on column auth."twoFactor"."verified" is 'False: set up and not yet confirmed with a code; such a second factor is not asked for.';

alter table auth."user" add column "twoFactorEnabled" boolean not null default false;
alter table auth.session add column "confirmedAt" timestamptz;
comment on column auth.session."confirmedAt" is 'The instant at which the password or a code was last given after the sign-in. Null: only at the sign-in.';

create table auth.second_factor_steps (
  user_id uuid primary key references auth."user" ("id") on delete cascade,
  step bigint not null
);
comment on table auth.second_factor_steps is 'The 30-second step of the last accepted code of each account, so that no code is accepted twice.';

create table auth.second_factor_removals (
  id uuid primary key,
  user_id uuid not null references auth."user" ("id") on delete cascade,
  removed_by text not null,
  reason text not null,
  removed_at timestamptz not null
);
create index second_factor_removals_of_user on auth.second_factor_removals (user_id);
comment on table auth.second_factor_removals is 'Each removal of a second factor by another person or by an operator: by whom, and why.';

grant select, insert, update, delete on auth."twoFactor", auth.second_factor_steps to oto_auth;
grant select, insert on auth.second_factor_removals to oto_auth;

alter table brands add column second_factor_required boolean not null default false;
grant update (second_factor_required) on brands to oto_runtime;
comment on column brands.second_factor_required is 'True: managers who sign in with an account of their own must have a second factor.';

-- Finds who asks, as find_caller does, and adds the columns from has_second_factor on. find_caller stays for servers of the
-- version before, and a later migration drops it.
create function public.identify_caller(of_token text, asked_at timestamptz, touched_until timestamptz)
  returns table (session_id uuid, account_id uuid, kind text, account_name text, email text, brand_id uuid, store_id uuid,
    account_person_id uuid, device_key text, began_at timestamptz, ends_at timestamptz, turn_id uuid,
    turn_ends_at timestamptz, person_id uuid, person_name text, person_role text, person_store_id uuid,
    has_second_factor boolean, second_factor_required boolean, confirmed_at timestamptz)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  #variable_conflict use_column
  begin
    select s."id", u."id", u."kind", u."name", u."email", u."brandId", u."storeId", u."personId", s."deviceKey",
        s."createdAt", s."expiresAt", t.id, t.ends_at, p.id, p.name, p.role, p.store_id,
        u."twoFactorEnabled", coalesce(b.second_factor_required, false), greatest(s."createdAt", s."confirmedAt")
      into session_id, account_id, kind, account_name, email, brand_id, store_id, account_person_id, device_key,
        began_at, ends_at, turn_id, turn_ends_at, person_id, person_name, person_role, person_store_id,
        has_second_factor, second_factor_required, confirmed_at
      from auth.session s
      join auth."user" u on u."id" = s."userId"
      left join public.turns t on u."kind" = 'store' and t.brand_id = u."brandId" and t.session_id = s."id"
        and t.ended_at is null and t.ends_at > asked_at
      left join public.people p on p.brand_id = u."brandId" and p.id = coalesce(t.person_id, u."personId") and p.active
        and (t.id is null or p.store_id = t.store_id)
      left join public.brands b on u."kind" = 'person' and b.brand_id = u."brandId"
      where s."token" = of_token and s."expiresAt" > asked_at and s."deviceKey" <> '' and u."active";
    if not found then
      return;
    end if;
    if turn_id is not null and person_id is not null and touched_until > turn_ends_at then
      -- A crash may forget a touch; the PIN is then asked for a little early.
      perform set_config('synchronous_commit', 'off', true);
      update public.turns t set touched_at = asked_at, ends_at = touched_until
        where t.brand_id = identify_caller.brand_id and t.id = (select o.id from public.turns o
          where o.brand_id = identify_caller.brand_id and o.id = turn_id and o.ended_at is null
          for no key update skip locked);
      if found then
        turn_ends_at := touched_until;
      end if;
    end if;
    return next;
  end
  $$;

revoke execute on function public.identify_caller(text, timestamptz, timestamptz) from public;
grant execute on function public.identify_caller(text, timestamptz, timestamptz) to oto_runtime;

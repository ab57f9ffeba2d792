-- Who asks, found by one statement: the session of a token, its account, and the person who holds the device. It reads the
-- accounts for the runtime login, which itself sees nothing of schema auth, and tells it of one session alone: that of a
-- token which the caller has shown. Where `touched_until` is given and later than the turn's end, the turn is touched; a turn
-- whose row somebody else has locked is left as it is, since a touch, a hand-over or the turn's end is being written there.
create function public.find_caller(of_token text, asked_at timestamptz, touched_until timestamptz)
  returns table (session_id uuid, account_id uuid, kind text, account_name text, email text, brand_id uuid, store_id uuid,
    account_person_id uuid, device_key text, began_at timestamptz, ends_at timestamptz, turn_id uuid,
    turn_ends_at timestamptz, person_id uuid, person_name text, person_role text, person_store_id uuid)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  #variable_conflict use_column
  begin
    select s."id", u."id", u."kind", u."name", u."email", u."brandId", u."storeId", u."personId", s."deviceKey",
        s."createdAt", s."expiresAt", t.id, t.ends_at, p.id, p.name, p.role, p.store_id
      into session_id, account_id, kind, account_name, email, brand_id, store_id, account_person_id, device_key,
        began_at, ends_at, turn_id, turn_ends_at, person_id, person_name, person_role, person_store_id
      from auth.session s
      join auth."user" u on u."id" = s."userId"
      left join public.turns t on u."kind" = 'store' and t.brand_id = u."brandId" and t.session_id = s."id"
        and t.ended_at is null and t.ends_at > asked_at
      left join public.people p on p.brand_id = u."brandId" and p.id = coalesce(t.person_id, u."personId") and p.active
        and (t.id is null or p.store_id = t.store_id)
      where s."token" = of_token and s."expiresAt" > asked_at and s."deviceKey" <> '' and u."active";
    if not found then
      return;
    end if;
    if turn_id is not null and person_id is not null and touched_until > turn_ends_at then
      -- A crash may forget a touch; the PIN is then asked for a little early.
      perform set_config('synchronous_commit', 'off', true);
      update public.turns t set touched_at = asked_at, ends_at = touched_until
        where t.brand_id = find_caller.brand_id and t.id = (select o.id from public.turns o
          where o.brand_id = find_caller.brand_id and o.id = turn_id and o.ended_at is null
          for no key update skip locked);
      if found then
        turn_ends_at := touched_until;
      end if;
    end if;
    return next;
  end
  $$;

revoke execute on function public.find_caller(text, timestamptz, timestamptz) from public;
grant execute on function public.find_caller(text, timestamptz, timestamptz) to oto_runtime;

comment on column public.turns.touched_at is 'The last touch that moved ends_at.';

-- Mails with the summary of a week (decision 0064). A row of week_mails is written in the transaction that queues the mails of a
-- brand's week, so that any number of servers queue them once.
alter table auth.outgoing_mails add column week_on date;
comment on column auth.outgoing_mails.week_on is 'The Monday of the week that a summary tells. Null: the mail tells no week.';

create table week_mails (
  brand_id uuid not null references brands (brand_id),
  week_on date not null,
  queued_at timestamptz not null,
  primary key (brand_id, week_on)
);
comment on table week_mails is 'Each row is a week whose summary was queued as mails to the brand''s managers.';
comment on column week_mails.week_on is 'The Monday of the week.';
comment on column week_mails.queued_at is 'The instant by the host''s clock at which the mails were queued.';
alter table week_mails enable row level security;
alter table week_mails force row level security;
create policy brand on week_mails using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid);
do $$ begin execute format('create policy owner on week_mails to %I using (true)', current_user); end $$;
grant select, insert on week_mails to oto_runtime;

-- Queues the summary of a week to each manager of the brand or of a store who has an account. The function writes for the brand
-- of the transaction only, like insert_mails_to_brand.
create function public.insert_week_mails(of_brand uuid, of_week date, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    insert into auth.outgoing_mails (account_id, kind, brand_id, week_on, queued_at, next_try_at)
      select u."id", 'week_summary', of_brand, of_week, at, at from auth."user" u
        join public.people p on p.brand_id = u."brandId" and p.id = u."personId" and p.active
          and p.role in ('brand_manager', 'store_manager')
      where u."kind" = 'person' and u."active" and u."brandId" = of_brand
        and of_brand = nullif(current_setting('oto.brand', true), '')::uuid;
    select pg_notify('oto_mails', '');
  $$;
revoke execute on function public.insert_week_mails(uuid, date, timestamptz) from public;
grant execute on function public.insert_week_mails(uuid, date, timestamptz) to oto_runtime;

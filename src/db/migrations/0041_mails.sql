-- Mails that the product sends by itself. A row holds no text and no address: both are looked up when the mail is sent, and
-- the row is deleted afterwards.
alter table auth."user" add column "language" text check ("language" in ('pt-BR', 'en', 'es'));
alter table auth."user" add column "mailsOff" text[] not null default '{}';
comment on column auth."user"."language" is
  'The language in which the account was last used, for mails. Null: not used since version 0.3.0, and mails are in Portuguese.';
comment on column auth."user"."mailsOff" is
  'The kinds of mails that the account''s user has switched off (rules/mail/mail-kinds.ts).';

create table auth.outgoing_mails (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references auth."user" ("id") on delete cascade,
  kind text not null,
  brand_id uuid,
  ticket_id uuid,
  policy_revision integer,
  queued_at timestamptz not null,
  next_try_at timestamptz not null,
  tries integer not null default 0
);
create index outgoing_mails_by_next_try on auth.outgoing_mails (next_try_at);
create index outgoing_mails_of_account on auth.outgoing_mails (account_id);
-- Several messages in one ticket make one mail, as long as nobody has begun to send that mail.
create unique index outgoing_mails_of_ticket on auth.outgoing_mails (account_id, kind, ticket_id)
  where tries = 0 and kind in ('ticket_message', 'ticket_answered');
comment on table auth.outgoing_mails is
  'Each row is a mail that waits to be sent to one account. A job sends the mail and deletes the row; the job also deletes a mail that could not be sent six times.';
comment on column auth.outgoing_mails.kind is 'What the mail tells, as one name of a closed list (rules/mail/mail-kinds.ts).';
comment on column auth.outgoing_mails.policy_revision is 'The revision of the policy''s event that a mail about quiet hours tells. Null: the mail is about a ticket or an account.';
comment on column auth.outgoing_mails.next_try_at is
  'The instant from which a server may try to send the mail. While a server tries, the instant lies some minutes ahead, so that another server sends the mail if the first one crashes.';
comment on column auth.outgoing_mails.tries is 'Number of times that a server has begun to send the mail.';

grant select, insert, update, delete on auth.outgoing_mails to oto_auth;

-- The login of requests may not read accounts, so that these two functions choose the readers. Both write for the brand of the
-- transaction only.
create function public.insert_mails_to_support(of_kind text, of_brand uuid, of_ticket uuid, at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    insert into auth.outgoing_mails (account_id, kind, brand_id, ticket_id, queued_at, next_try_at)
      select u."id", of_kind, of_brand, of_ticket, at, at from auth."user" u
      where u."kind" = 'support' and u."active" and of_brand = nullif(current_setting('oto.brand', true), '')::uuid
      on conflict do nothing;
    select pg_notify('oto_mails', '');
  $$;

-- Writes to the person who opened the ticket. Without a ticket, or where that person has no account with an e-mail, writes to
-- the brand's managers.
create function public.insert_mails_to_brand(of_kind text, of_brand uuid, of_ticket uuid, of_revision integer, at timestamptz)
  returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
    with readers as (
      select u."id" as account_id, coalesce(p.id = (select t.opened_by from public.tickets t
          where t.brand_id = of_brand and t.id = of_ticket), false) as has_asked
        from auth."user" u
        join public.people p on p.brand_id = u."brandId" and p.id = u."personId" and p.active and p.role = 'brand_manager'
        where u."kind" = 'person' and u."active" and u."brandId" = of_brand
          and of_brand = nullif(current_setting('oto.brand', true), '')::uuid)
    insert into auth.outgoing_mails (account_id, kind, brand_id, ticket_id, policy_revision, queued_at, next_try_at)
      select r.account_id, of_kind, of_brand, of_ticket, of_revision, at, at from readers r
      where r.has_asked or not exists (select from readers o where o.has_asked)
      on conflict do nothing;
    select pg_notify('oto_mails', '');
  $$;

revoke execute on function public.insert_mails_to_support(text, uuid, uuid, timestamptz) from public;
revoke execute on function public.insert_mails_to_brand(text, uuid, uuid, integer, timestamptz) from public;
grant execute on function public.insert_mails_to_support(text, uuid, uuid, timestamptz) to oto_runtime;
grant execute on function public.insert_mails_to_brand(text, uuid, uuid, integer, timestamptz) to oto_runtime;

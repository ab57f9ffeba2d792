-- concurrently
-- Campaigns that managers write, and what the chore of each morning needs: whom a campaign means, what a suggestion was made from,
-- how far a store's day has come, and how many customers were left out and why. Servers of the version before read
-- `campaigns.active`, which stays true exactly while a campaign runs.

-- The campaigns that exist had no audience. They end, and the chore closes their open suggestions.
alter table campaigns
  add column state text not null default 'ended',
  add column audience jsonb not null default '{}',
  add column from_on date,
  add column to_on date,
  add column cool_down_days smallint not null default 0,
  add column per_seller_day smallint not null default 20,
  add column legal_basis text not null default 'consent',
  add column legal_reason text,
  add column version integer not null default 1,
  add column started_at timestamptz,
  add column ended_at timestamptz,
  add column updated_at timestamptz;

alter table campaigns alter column state set default 'draft', alter column active set default false;

-- repeat
update campaigns set active = false where (brand_id, id) in (
  select c.brand_id, c.id from campaigns c where c.active and c.state <> 'running' limit 1000);

alter table campaigns
  drop constraint if exists campaigns_template_check,
  add constraint campaigns_template check (length(template) <= 1024) not valid;

alter table campaigns validate constraint campaigns_template;

alter table campaigns add constraint campaigns_state check (state in ('draft', 'running', 'paused', 'ended')) not valid;

alter table campaigns validate constraint campaigns_state;

alter table campaigns add constraint campaigns_active check (active = (state = 'running')) not valid;

alter table campaigns validate constraint campaigns_active;

alter table campaigns add constraint campaigns_cool_down_days check (cool_down_days between 0 and 365) not valid;

alter table campaigns validate constraint campaigns_cool_down_days;

alter table campaigns add constraint campaigns_per_seller_day check (per_seller_day between 1 and 100) not valid;

alter table campaigns validate constraint campaigns_per_seller_day;

alter table campaigns
  add constraint campaigns_legal_basis check (legal_basis in ('consent', 'legitimate_interest')) not valid;

alter table campaigns validate constraint campaigns_legal_basis;

comment on column campaigns.audience is 'The filters that say which customers the campaign means, as in the rules of campaigns.';

comment on column campaigns.active is 'True exactly while the campaign runs, for servers that know no state.';

comment on column campaigns.from_on is 'The first day of the campaign on the clock of each store. Null: the campaign begins when it starts.';

comment on column campaigns.to_on is 'The last day of the campaign on the clock of each store, inclusive. Null: the campaign has no last day.';

comment on column campaigns.cool_down_days is
  'The days of 24 hours for which the campaign contacts no number after the last contact (D6). The longer of the brand''s and the campaign''s days counts.';

comment on column campaigns.per_seller_day is 'The most suggestions of the campaign that a seller has open on a day.';

comment on column campaigns.legal_basis is 'The legal basis that the brand recorded. The legal basis permits no contact that a check forbids (D2b).';

comment on column campaigns.version is 'The number of the campaign''s present version in campaign_versions. A campaign from before 0051 has no row there.';

comment on column campaigns.started_at is 'The instant at which the campaign first started, by the app''s clock.';

grant update (name, template, priority, active, state, audience, from_on, to_on, cool_down_days, per_seller_day, legal_basis,
  legal_reason, version, started_at, ended_at, updated_at) on campaigns to oto_runtime;

create table campaign_versions (
  brand_id uuid not null,
  campaign_id uuid not null,
  version integer not null check (version > 0),
  at timestamptz not null,
  by_id uuid not null,
  body jsonb not null,
  primary key (brand_id, campaign_id, version),
  foreign key (brand_id, campaign_id) references campaigns (brand_id, id),
  foreign key (brand_id, by_id) references people (brand_id, id)
);

comment on table campaign_versions is 'Each row is what a campaign said at one time. A suggestion shows the text of its own version.';

comment on column campaign_versions.body is 'The whole campaign, as in the rules of campaigns.';

create table suggestion_runs (
  brand_id uuid not null,
  store_id uuid not null,
  on_date date not null,
  fence integer not null default 0,
  lease_until timestamptz,
  finished_at timestamptz,
  primary key (brand_id, store_id, on_date),
  foreign key (brand_id, store_id) references stores (brand_id, id)
);

comment on table suggestion_runs is 'Each row says how far the suggestions of a store''s day have come. The rows are deleted a month later.';

comment on column suggestion_runs.on_date is 'The day on the store''s clock.';

comment on column suggestion_runs.fence is
  'The fence number, which grows with each claim and each request. A server whose fence number is outdated writes nothing.';

comment on column suggestion_runs.lease_until is 'The end of the lease by the host''s clock. Until this instant the run belongs to the server that claimed the run.';

comment on column suggestion_runs.finished_at is 'The instant at which the day''s suggestions were written, by the app''s clock. Null: the run is not finished.';

create table campaign_days (
  brand_id uuid not null,
  campaign_id uuid not null,
  store_id uuid not null,
  on_date date not null,
  matched integer not null default 0 check (matched >= 0),
  suggested integer not null default 0 check (suggested >= 0),
  left_out jsonb not null default '{}',
  without_seller integer not null default 0 check (without_seller >= 0),
  primary key (brand_id, campaign_id, store_id, on_date),
  foreign key (brand_id, campaign_id) references campaigns (brand_id, id),
  foreign key (brand_id, store_id) references stores (brand_id, id)
);

comment on table campaign_days is 'Each row has the figures of a campaign in one store on one day.';

comment on column campaign_days.matched is 'The customers whom the filters of the campaign met.';

comment on column campaign_days.suggested is 'The suggestions that were made on the day.';

comment on column campaign_days.left_out is 'The number of customers who were met and got no suggestion, by reason.';

comment on column campaign_days.without_seller is 'The customers who wait for a new portfolio, because their seller is no longer active.';

do $$
declare t text;
begin
  foreach t in array array['campaign_versions', 'suggestion_runs', 'campaign_days'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert on %I to oto_runtime', t);
  end loop;
end $$;

grant update (fence, lease_until, finished_at) on suggestion_runs to oto_runtime;

grant delete on suggestion_runs to oto_runtime;

grant update (matched, suggested, left_out, without_seller) on campaign_days to oto_runtime;

alter table suggestions
  add column campaign_version integer,
  add column suggested_on date,
  add column ends_on date,
  add column touched_at timestamptz;

comment on column suggestions.campaign_version is 'The version of the campaign from which the suggestion was made. Null: the suggestion is older than campaign_versions.';

comment on column suggestions.suggested_on is 'The day on the store''s clock for which the suggestion was made. Null: the suggestion is older than this column.';

comment on column suggestions.ends_on is 'The last day on the store''s clock on which the reason is true. Null: the reason has no last day.';

comment on column suggestions.touched_at is 'The instant at which the seller first opened the suggestion. Null: nobody opened the suggestion.';

grant update (touched_at) on suggestions to oto_runtime;

alter table suggestions
  drop constraint suggestions_state_check,
  add constraint suggestions_state check (state in ('open', 'done', 'dismissed', 'ended')) not valid;

alter table suggestions validate constraint suggestions_state;

alter table suggestions
  drop constraint suggestions_closed_reason_check,
  add constraint suggestions_closed_reason check (closed_reason in ('contacted', 'not_relevant', 'already_talked', 'other',
    'reason_past', 'campaign_paused', 'campaign_ended', 'not_used', 'bought', 'stopped', 'taken_over', 'unreachable')) not valid;

alter table suggestions validate constraint suggestions_closed_reason;

-- A suggestion is not opened again beside another open one of the customer: "not sent" leaves such a suggestion done (D14). The
-- trigger also serves the version before, which opens every suggestion that the attempt had completed.
create function public.keep_one_open_suggestion() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp
  as $$
    begin
      if exists (select from public.suggestions o where o.brand_id = new.brand_id and o.customer_id = new.customer_id
        and o.state = 'open' and o.id <> new.id) then
        return null;
      end if;
      return new;
    end
  $$;

revoke execute on function public.keep_one_open_suggestion() from public;

create trigger keep_one_open before update of state on suggestions
  for each row when (new.state = 'open' and old.state <> 'open') execute function public.keep_one_open_suggestion();

-- Of several open suggestions of a customer the one of the first campaign stays.
-- repeat
update suggestions s set state = 'ended', closed_at = now(), closed_reason = 'taken_over'
where (s.brand_id, s.id) in (
  select l.brand_id, l.id from suggestions l
  where l.state = 'open' and exists (select from suggestions o
    where o.brand_id = l.brand_id and o.customer_id = l.customer_id and o.state = 'open' and (o.priority, o.id) < (l.priority, l.id))
  limit 2000);

create unique index concurrently suggestions_one_open on suggestions (brand_id, customer_id) where state = 'open';

drop index concurrently if exists suggestions_of_customer;

create index concurrently suggestions_of_campaign on suggestions (brand_id, campaign_id, created_at);

alter table brands add column suggestions_per_seller_day smallint not null default 20;

alter table brands
  add constraint brands_suggestions_per_seller_day check (suggestions_per_seller_day between 1 and 100) not valid;

alter table brands validate constraint brands_suggestions_per_seller_day;

comment on column brands.suggestions_per_seller_day is 'The most suggestions that a seller has open on a day, over all campaigns.';

grant update (suggestions_per_seller_day) on brands to oto_runtime;

-- Finds the brands for which the chore of suggestions has work: a campaign runs, or a suggestion is open. Ids only.
create function public.brands_with_suggestions() returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp
  as $$
    select b.brand_id from public.brands b
    where exists (select from public.campaigns c where c.brand_id = b.brand_id and c.state = 'running')
      or exists (select from public.suggestions s where s.brand_id = b.brand_id and s.state = 'open')
    order by 1
  $$;

revoke execute on function public.brands_with_suggestions() from public;

grant execute on function public.brands_with_suggestions() to oto_runtime;

-- Receipts also stay as long as the longest cool-down of a campaign.
create or replace function delete_old_receipts(most integer, out last_number bigint, out last_link bytea, out receipts integer)
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    of_brand uuid := nullif(current_setting('oto.brand', true), '')::uuid;
    cutoff timestamptz;
    stays bigint;
    touched uuid[];
    gone uuid[];
    gone_holds uuid[];
  begin
    select now() - make_interval(days => greatest(b.receipts_days, 180, b.cool_down_days,
        (select max(c.cool_down_days) from public.campaigns c where c.brand_id = of_brand))) into cutoff
      from public.brands b where b.brand_id = of_brand;
    select min(h.number) filter (where h.decided_at >= cutoff), max(h.number)
      into stays, last_number
      from (select r.number, r.decided_at from public.receipts r where r.brand_id = of_brand
        order by r.number limit least(most, 2000)) h;
    if stays is not null then
      select max(r.number) into last_number from public.receipts r where r.brand_id = of_brand and r.number < stays;
    end if;
    receipts := 0;
    if last_number is null then return; end if;
    select r.link into last_link from public.receipts r where r.brand_id = of_brand and r.number = last_number;
    touched := array(select distinct r.attempt_id from public.receipts r where r.brand_id = of_brand and r.number <= last_number);
    delete from public.handovers d using public.receipts r
      where r.brand_id = of_brand and r.number <= last_number
        and d.brand_id = r.brand_id and d.attempt_id = r.attempt_id and d.receipt_id = r.id;
    delete from public.receipts r where r.brand_id = of_brand and r.number <= last_number;
    get diagnostics receipts = row_count;
    gone := array(select a.id from public.attempts a where a.brand_id = of_brand and a.id = any(touched)
      and not exists (select from public.receipts r where r.brand_id = of_brand and r.attempt_id = a.id)
      and not exists (select from public.holds h where h.brand_id = of_brand and h.attempt_id = a.id and h.ended_at is null));
    gone_holds := array(select h.id from public.holds h where h.brand_id = of_brand and h.attempt_id = any(gone));
    delete from public.acknowledgements k where k.brand_id = of_brand and k.attempt_id = any(gone);
    delete from public.reveals v where v.brand_id = of_brand and v.attempt_id = any(gone);
    delete from public.slots s where s.brand_id = of_brand and s.hold_id = any(gone_holds);
    delete from public.hold_events e where e.brand_id = of_brand and e.hold_id = any(gone_holds);
    delete from public.holds h where h.brand_id = of_brand and h.id = any(gone_holds);
    delete from public.attempts a where a.brand_id = of_brand and a.id = any(gone);
    if cardinality(gone_holds) > 0 then
      update public.ledgers l set holds_created = l.holds_created - cardinality(gone_holds) where l.brand_id = of_brand;
    end if;
  end $$;

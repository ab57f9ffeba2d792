-- concurrently
-- A draft of a campaign keeps whatever its author wrote: an empty name, a name that another campaign has, a number out of range.
-- What has started keeps all of these rules.

create unique index concurrently campaigns_started_name on campaigns (brand_id, name) where started_at is not null;

alter table campaigns drop constraint if exists campaigns_brand_id_name_key;

alter table campaigns
  drop constraint if exists campaigns_priority_check,
  add constraint campaigns_priority check (started_at is null or priority between 1 and 100) not valid;

alter table campaigns validate constraint campaigns_priority;

alter table campaigns
  drop constraint campaigns_cool_down_days,
  add constraint campaigns_cool_down_days check (started_at is null or cool_down_days between 0 and 365) not valid;

alter table campaigns validate constraint campaigns_cool_down_days;

alter table campaigns
  drop constraint campaigns_per_seller_day,
  add constraint campaigns_per_seller_day check (started_at is null or per_seller_day between 1 and 100) not valid;

alter table campaigns validate constraint campaigns_per_seller_day;

comment on column campaigns.name is 'The name that sellers see. A draft may have an empty name, or that of another campaign.';

alter table campaigns add column running_since timestamptz;

comment on column campaigns.running_since is
  'The instant at which the campaign last began to run, by the app''s clock: the start, or the resumption after a pause. Null: the campaign is older than this column, and started_at counts.';

grant update (running_since) on campaigns to oto_runtime;

-- How long a brand keeps texts, drafts and receipts, and the functions that delete what is older. They check the age themselves,
-- by the database's clock, so that no caller can delete anything younger (R1).

alter table brands
  add column texts_days smallint not null default 180,
  add column drafts_days smallint not null default 30,
  add column receipts_days smallint not null default 1825;
alter table brands add constraint brands_texts_days check (texts_days between 7 and 3650) not valid;
alter table brands validate constraint brands_texts_days;
alter table brands add constraint brands_drafts_days check (drafts_days between 1 and 365) not valid;
alter table brands validate constraint brands_drafts_days;
alter table brands add constraint brands_receipts_days check (receipts_days between 180 and 3650) not valid;
alter table brands validate constraint brands_receipts_days;
comment on column brands.texts_days is 'The days for which the texts of messages that went to WhatsApp are kept.';
comment on column brands.drafts_days is 'The days for which the texts of messages that did not go, and ended turns, are kept.';
comment on column brands.receipts_days is
  'The days for which receipts are kept with their attempts. Receipts stay longer where the cool-down is longer.';
grant update (texts_days, drafts_days, receipts_days) on brands to oto_runtime;

create table retention_progress (
  brand_id uuid primary key references brands,
  done_on date,
  texts_to timestamptz,
  drafts_to timestamptz
);
comment on table retention_progress is 'Each row says how far the deletion of old data has come in a brand.';
comment on column retention_progress.done_on is 'The last day, by the host''s clock, on which everything old was deleted.';
comment on column retention_progress.texts_to is 'The instant up to which the texts of older attempts that went to WhatsApp are emptied.';
comment on column retention_progress.drafts_to is 'The instant up to which the texts of older attempts that did not go are emptied.';

create table record_marks (
  brand_id uuid primary key references brands,
  number bigint not null check (number > 0),
  link bytea not null,
  day date not null,
  seal bytea not null
);
comment on table record_marks is 'Each row says up to which receipt retention has deleted a brand''s record (R3).';
comment on column record_marks.number is 'The number of the last deleted receipt.';
comment on column record_marks.link is 'The link of the last deleted receipt, from which the chain goes on.';
comment on column record_marks.day is 'The day of the deletion, by the host''s clock.';
comment on column record_marks.seal is 'The HMAC of brand, number, link and day under the key of the chain, which is not in the database.';

do $$
declare t text;
begin
  foreach t in array array['retention_progress', 'record_marks'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy brand on %I using (brand_id = nullif(current_setting('oto.brand', true), '')::uuid)$p$, t);
    execute format('create policy owner on %I to %I using (true)', t, current_user);
    execute format('grant select, insert on %I to oto_runtime', t);
  end loop;
end $$;
grant update (done_on, texts_to, drafts_to) on retention_progress to oto_runtime;
grant update (number, link, day, seal) on record_marks to oto_runtime;
grant delete on turns to oto_runtime;

-- Deletes the oldest receipts of the transaction's brand: a run of numbers from the first one, at most `most` of them, that ends
-- before the first receipt that is young enough to stay. An attempt goes when its last receipt goes, with its hand-overs and holds.
create function delete_old_receipts(most integer, out last_number bigint, out last_link bytea, out receipts integer)
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
    select now() - make_interval(days => greatest(b.receipts_days, 180, b.cool_down_days)) into cutoff
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

create function delete_old_support_accesses(most integer) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
  as $$
  declare
    of_brand uuid := nullif(current_setting('oto.brand', true), '')::uuid;
    deleted integer;
  begin
    delete from public.support_access_log l where l.brand_id = of_brand and l.id = any(array(
      select o.id from public.support_access_log o
      where o.brand_id = of_brand and o.at < now() - interval '730 days' order by o.at limit least(most, 2000)));
    get diagnostics deleted = row_count;
    return deleted;
  end $$;

revoke execute on function delete_old_receipts(integer) from public;
revoke execute on function delete_old_support_accesses(integer) from public;
grant execute on function delete_old_receipts(integer) to oto_runtime;
grant execute on function delete_old_support_accesses(integer) to oto_runtime;

-- concurrently
-- Each word of a customer keeps the name that customers are sorted by, so that a search reads its page in order from one index
-- (decision 0007). Servers of the version before write words without it: a trigger fills it in.

alter table customer_words add column sort_name text collate "C";

comment on column customer_words.sort_name is 'Copy of the customer''s sort_name, kept by triggers.';

grant update (sort_name) on customer_words to oto_runtime;

create function public.fill_sort_name_of_word() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp
  as $$
    begin
      new.sort_name := (select c.sort_name from public.customers c where c.brand_id = new.brand_id and c.id = new.customer_id);
      return new;
    end
  $$;

create function public.rename_words_of_customer() returns trigger
  language plpgsql set search_path = pg_catalog, public, pg_temp
  as $$
    begin
      update public.customer_words w set sort_name = new.sort_name
      where w.brand_id = new.brand_id and w.customer_id = new.id and w.sort_name is distinct from new.sort_name;
      return null;
    end
  $$;

revoke execute on function public.fill_sort_name_of_word() from public;
revoke execute on function public.rename_words_of_customer() from public;

create trigger fill_sort_name before insert on customer_words
  for each row when (new.sort_name is null) execute function public.fill_sort_name_of_word();

create trigger rename_words after update of name on customers
  for each row when (old.sort_name is distinct from new.sort_name) execute function public.rename_words_of_customer();

create index concurrently customer_words_unsorted on customer_words (brand_id, customer_id) where sort_name is null;

-- A word that the trigger has renamed meanwhile is not null any more, and is left as it is.
-- repeat
update customer_words w set sort_name = c.sort_name
from customers c
where c.brand_id = w.brand_id and c.id = w.customer_id and w.sort_name is null
  and (w.brand_id, w.word, w.customer_id) in (
    select n.brand_id, n.word, n.customer_id from customer_words n
    where n.sort_name is null order by n.brand_id, n.customer_id limit 5000);

drop index concurrently if exists customer_words_unsorted;

alter table customer_words add constraint customer_words_sorted check (sort_name is not null) not valid;

alter table customer_words validate constraint customer_words_sorted;

alter table customer_words alter column sort_name set not null;

alter table customer_words drop constraint customer_words_sorted;

create unique index concurrently customer_words_in_order on customer_words (brand_id, word, sort_name, customer_id);

alter table customer_words
  drop constraint customer_words_pkey,
  add constraint customer_words_pkey primary key using index customer_words_in_order;

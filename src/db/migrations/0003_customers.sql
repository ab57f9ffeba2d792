-- Customers as they are found and joined: an order that no collation changes, and duplicates that keep their code.

alter table customers
  add column merged_into uuid,
  add column permission_on date,
  add column sort_name text collate "C" not null
    generated always as (lower(regexp_replace(normalize(name, nfkd), '[\u0300-\u036f]', '', 'g') collate "C")) stored,
  add foreign key (brand_id, merged_into) references customers (brand_id, id),
  add check (merged_into is null or availability = 'merged');
comment on column customers.merged_into is 'The one customer that a duplicate''s code stands for; its purchases stay under the code they came with.';
comment on column customers.permission_on is 'The day on which the customer said so, as far as somebody wrote it down (D2).';
comment on column customers.sort_name is 'The name without accents and case: the order of every list, the same in every database.';
create index customers_merged_into on customers (brand_id, merged_into) where merged_into is not null;

drop index customers_by_store, customers_by_seller;
create index customers_by_store on customers (brand_id, store_id, sort_name, id) where availability = 'present';
create index customers_by_seller on customers (brand_id, seller_id, sort_name, id) where availability = 'present';
create index customers_by_name on customers (brand_id, sort_name, id) where availability = 'present';

-- Prefixes are ranges, and a range must not depend on the database's collation.
alter table customer_words alter column word type text collate "C";

create function brand_id_of_slug(slug text) returns uuid
  language sql stable security definer set search_path = public
  as 'select brand_id from brands where brands.slug = brand_id_of_slug.slug';
revoke execute on function brand_id_of_slug(text) from public;
grant execute on function brand_id_of_slug(text) to oto_runtime;

-- concurrently
-- Every decision asks which rows were merged into the customer. Without this index each reads all customers of all brands.

create index concurrently customers_merged_into on customers (brand_id, merged_into) where merged_into is not null;

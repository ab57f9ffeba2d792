-- concurrently
-- So that lists and searches find a page in their own order at any size: a rare state took 10 s at a million attempts.

create index concurrently attempts_by_state on attempts (brand_id, state, created_at desc, id desc);

create index concurrently attempts_of_store_by_state on attempts (brand_id, store_id, state, created_at desc, id desc);

create index concurrently holds_live on holds (brand_id, state, due_at, id) where ended_at is null;

create index concurrently holds_ended_of_brand on holds (brand_id, ended_at desc, id desc) where ended_at is not null;

create index concurrently holds_ended_of_store on holds (brand_id, store_id, ended_at desc, id desc) where ended_at is not null;

create index concurrently holds_ended_of_seller on holds (brand_id, seller_id, ended_at desc, id desc) where ended_at is not null;

-- Replaced by holds_ended_of_store, which has the order of the page whole.
drop index concurrently if exists holds_ended;

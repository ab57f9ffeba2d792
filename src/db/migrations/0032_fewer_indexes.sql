-- concurrently
-- An attempt took 2,453 bytes for ever, more than half of them in indexes (decision 0038). Keys that served twice become one, an
-- index in the order of time grows at its end, where its pages fill up, and an id is left out where an instant alone orders enough.

-- The key that hand-overs refer to becomes the primary key of the receipts.
create unique index concurrently receipts_of_attempt on receipts (brand_id, attempt_id, id, verdict);

alter table receipts
  drop constraint receipts_pkey,
  add constraint receipts_pkey primary key using index receipts_of_attempt;

-- Without columns the reference is to the primary key. The reference to the old key stays until the new one is validated, so that
-- no hand-over is written without its permit in between (decision 0004).
alter table handovers add constraint handovers_permit foreign key (brand_id, attempt_id, receipt_id, allowed)
  references receipts not valid;

alter table handovers validate constraint handovers_permit;

alter table handovers drop constraint handovers_brand_id_attempt_id_receipt_id_allowed_fkey;

alter table receipts drop constraint receipts_brand_id_attempt_id_id_verdict_key;

-- Finds the hand-overs of an attempt and allows one for each receipt. Nothing is found by the hand-over's own id.
create unique index concurrently handovers_of_attempt on handovers (brand_id, attempt_id, receipt_id);

alter table handovers
  drop constraint handovers_pkey,
  add constraint handovers_pkey primary key using index handovers_of_attempt,
  drop constraint handovers_brand_id_receipt_id_key;

drop index concurrently if exists handovers_by_attempt;

-- A report counts the contacts of a stretch, of all stores of its reader.
create index concurrently handovers_by_time on handovers (brand_id, handed_at) where withdrawn_at is null;

drop index concurrently if exists handovers_of_store;

-- A customer's attempts are few and are sorted where they are read. Without an instant each customer is in the index once.
create index concurrently attempts_by_customer on attempts (brand_id, customer_id);

drop index concurrently if exists attempts_of_customer;

create index concurrently attempts_by_time on attempts (brand_id, created_at);

drop index concurrently if exists attempts_recent;

create index concurrently attempts_by_seller on attempts (brand_id, seller_id, created_at);

drop index concurrently if exists attempts_of_seller;

create index concurrently attempts_by_store on attempts (brand_id, store_id, created_at);

drop index concurrently if exists attempts_of_store;

create index concurrently attempts_in_state on attempts (brand_id, state, created_at);

drop index concurrently if exists attempts_by_state;

-- Most attempts of a store are contacts, and are found by their time or by the brand's index on the state.
create index concurrently attempts_of_store_in_state on attempts (brand_id, store_id, state, created_at)
  where state not in ('handed_over', 'sent');

drop index concurrently if exists attempts_of_store_by_state;

-- concurrently
-- A page of tickets or leads in one state is read in the order of the page. A page of leads had no index of its brand.

create index concurrently tickets_of_brand_by_state on tickets (brand_id, state, created_at desc, id desc);

create index concurrently leads_recent on leads (brand_id, created_at desc, id desc);

create index concurrently leads_of_brand_by_state on leads (brand_id, state, created_at desc, id desc);

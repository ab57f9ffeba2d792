-- concurrently
-- Deleting a customer asks who was joined to it and who was contacted: each by key.

create index concurrently holds_of_customer on holds (brand_id, customer_id);

create index concurrently suggestions_by_customer on suggestions (brand_id, customer_id);

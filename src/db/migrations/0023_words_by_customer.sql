-- concurrently
-- Whether a customer has a word is answered by the index alone: a frequent name asks this of thousands of customers.

create index concurrently customer_words_by_customer on customer_words (brand_id, customer_id, word);

-- Replaced by customer_words_by_customer, which begins with its columns.
drop index concurrently if exists customer_words_of;

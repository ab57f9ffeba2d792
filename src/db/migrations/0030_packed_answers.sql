-- The answer under an idempotency key is packed against the request that its caller repeats (decision 0036). Answers that were
-- written before stay readable in `answer` for their seven days; a later version drops the column.

alter table idempotency_keys add column packed bytea;

alter table idempotency_keys alter column answer drop not null;

alter table idempotency_keys add constraint idempotency_keys_answered check (packed is not null or answer is not null) not valid;

comment on column idempotency_keys.packed is
  'The answer as JSON, deflated against the request of the same key: its caller, customer and text. The first byte is the format.';

comment on column idempotency_keys.answer is 'The answer of a version before the answers were packed; null since.';

comment on column idempotency_keys.created_at is 'Rounded up to the hour, so that the index by age holds each hour once.';

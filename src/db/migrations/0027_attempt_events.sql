-- concurrently
-- What was warned, and what was sent after a warning, is counted and listed by when it happened: from an index alone.

create index concurrently receipts_warned on receipts (brand_id, decided_at, attempt_id)
  where verdict = 'warn' and actor_kind = 'person';

create index concurrently handovers_after_warning on handovers (brand_id, handed_at, attempt_id)
  where after_warning and withdrawn_at is null;

-- concurrently
-- Managers read who is locked out now: by the ends of the locks, and not by walking through every device of the brand.

create index concurrently pin_locks_until on pin_locks (brand_id, locked_until) where locked_until is not null;

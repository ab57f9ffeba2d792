-- concurrently
-- A customer's seller is told once that a colleague wrote a silence down or ended it (D4b). *Hoje* reads what the seller has not
-- read yet by the index.

alter table asked_silences add column unread_by uuid;
comment on column asked_silences.unread_by is 'The customer''s seller, who has not read yet that a colleague wrote the silence down or ended it. Null: nobody has to be told.';
create index concurrently asked_silences_unread on asked_silences (brand_id, unread_by) where unread_by is not null;
grant update (unread_by) on asked_silences to oto_runtime;

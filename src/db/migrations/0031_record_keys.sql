-- The public halves of the keys that sign the record's daily heads: one of each OTO_SECRET, each signed by the one before
-- it. The private halves derive from the secret and are nowhere. The keys belong to the installation, not to a brand.

create table record_keys (
  number integer primary key check (number > 0),
  public_key bytea not null check (length(public_key) = 32),
  since timestamptz not null,
  signature bytea not null check (length(signature) = 64),
  previous_signature bytea check (length(previous_signature) = 64),
  check ((number = 1) = (previous_signature is null))
);
comment on table record_keys is 'Written by the owner alone, at a start or `npm run migrate`; published as they are.';
grant select on record_keys to oto_runtime;

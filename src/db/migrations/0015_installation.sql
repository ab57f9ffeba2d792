-- Which secret this installation was made with, and how its logins are called: what every command checks before it works.

create table installation (
  single boolean primary key default true check (single),
  secret_fingerprint bytea not null check (length(secret_fingerprint) = 32),
  runtime_login text not null,
  auth_login text not null,
  former_logins text[] not null default '{}',
  prepared_at timestamptz not null default now()
);
comment on table installation is 'One row, written and read by the owner alone: neither login sees it.';
comment on column installation.secret_fingerprint is 'A key derived from OTO_SECRET, which tells nothing of the secret.';
comment on column installation.former_logins is 'Logins under earlier names that still have rights here, because somebody was connected with them.';

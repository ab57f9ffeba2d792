-- One's own account: the device of each session, and wrong passwords that the account's owner is told of.
alter table auth.session add column browser text;
alter table auth.session add column system text;
comment on column auth.session.browser is
  'The browser that signed in, as one name of a closed list (rules/sign-in/device-name.ts). Null: unknown, or a session from before version 0.3.0.';
comment on column auth.session.system is
  'The operating system of the device that signed in, as one name of the same list. Null: unknown, or a session from before version 0.3.0.';

create table auth.wrong_passwords (
  account_id uuid primary key,
  wrong integer not null,
  since timestamptz not null,
  last_at timestamptz not null
);
comment on table auth.wrong_passwords is
  'Wrong passwords of each account since its owner last closed the warning, or since the last right one where there were too few to warn. The row of the id of zeros counts the tries for addresses without an account, so that both kinds of try write one row and take equally long.';
grant select, insert, update, delete on auth.wrong_passwords to oto_auth;

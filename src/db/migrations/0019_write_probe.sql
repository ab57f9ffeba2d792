-- What readiness writes to find out whether writes succeed: a full disk and a read-only server answer every read. One row
-- for each of a few slots, so that servers seldom wait for one another. It belongs to no brand.

create table write_probes (
  slot smallint primary key check (slot between 0 and 63),
  probed_at timestamptz not null
);
grant select, insert, update (probed_at) on write_probes to oto_runtime;

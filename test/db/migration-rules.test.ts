/** Checks that no migration newer than the tenth locks or rewrites a table in use (decision 0025). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMigrations } from '#db/core/installation/migrate.ts';
import { migrationFaults } from '#kit/migration-rules.ts';

/** Migrations up to this number were applied everywhere before the rules existed. */
const EXEMPT = 10;

test('every migration follows the rules for tables in use', () => {
  const faults = readMigrations()
    .filter(({ number }) => number > EXEMPT)
    .flatMap(({ name, sql }) => migrationFaults(sql).map((fault) => `${name}: ${fault}`));
  assert.deepEqual(faults, []);
});

test('each statement that would lock or rewrite a table in use is found', () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ['create index a on attempts (id);', /index on attempts is created concurrently/],
    ['create unique index a on attempts (id);', /index on attempts is created concurrently/],
    ['drop index attempts_recent;', /dropped concurrently/],
    ['create index concurrently a on attempts (id);', /needs `-- concurrently`/],
    ['alter table attempts alter column state type integer using 1;', /type stays/],
    ['alter table attempts alter state set data type text;', /type stays/],
    ['alter table attempts alter column state set not null;', /follows a check/],
    ['alter table attempts add column a uuid default gen_random_uuid();', /default is the same/],
    ['alter table attempts add a uuid not null default gen_random_uuid();', /default is the same/],
    ['alter table attempts add constraint a check (state is not null);', /added `not valid`/],
    ['alter table attempts add constraint a foreign key (id) references b (id);', /added `not valid`/],
    ['alter table attempts add constraint a unique (id);', /using index/],
    ['update attempts set state = 1;', /change in batches/],
    ['delete from attempts;', /change in batches/],
    ['-- repeat\nupdate attempts set state = 1;', /has a limit/],
  ];
  for (const [sql, says] of cases) {
    const faults = migrationFaults(sql);
    assert.equal(faults.length, 1, `${sql} ${faults}`);
    assert.match(faults[0] ?? '', says);
  }
});

test('a statement with a short lock is allowed, and so is any statement on a table of the same file', () => {
  const allowed = [
    '-- concurrently\ncreate index concurrently a on attempts (id); drop index concurrently b;',
    'create table t (id uuid); create index a on t (id); alter table t add constraint b unique (id); update t set id = null;',
    "alter table attempts add column a text not null default '', add column b timestamptz default now();",
    `-- concurrently
    alter table attempts add constraint a check (state is not null) not valid;
    alter table attempts validate constraint a;
    alter table attempts alter column state set not null;
    -- repeat
    update attempts set state = '' where ctid in (select ctid from attempts where state is null limit 1000);`,
    "create function f() returns void language sql as $$ update attempts set state = '' $$; comment on table t is 'drop index a;';",
  ];
  for (const sql of allowed) assert.deepEqual(migrationFaults(sql), [], sql);
});

/** Tests that an SQL file is split at the ends of statements and nowhere else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitStatements } from './sql-statements.ts';

const texts = (sql: string) => splitStatements(sql).map(({ text }) => text);

test('semicolons in texts, names, bodies and comments end no statement', () => {
  assert.deepEqual(texts(`select 'a;''b'; select "c;d" -- e; f\n, 1; /* g;h */ select 2`), [
    `select 'a;''b'`,
    `select "c;d" -- e; f\n, 1`,
    '/* g;h */ select 2',
  ]);
  assert.deepEqual(texts('do $$ begin perform 1; end $$; do $x$ $$;$$ $x$;'), [
    'do $$ begin perform 1; end $$',
    'do $x$ $$;$$ $x$',
  ]);
  assert.deepEqual(texts('select 1 - 2, 4 / 2, $1;\n\n'), ['select 1 - 2, 4 / 2, $1']);
});

test('a statement has the comment lines directly above it', () => {
  const [first, second] = splitStatements('-- concurrently\n-- why\n\nselect 1;\n-- repeat\nselect 2;');
  assert.deepEqual(first, { text: 'select 1', comments: ['-- concurrently', '-- why'] });
  assert.deepEqual(second, { text: 'select 2', comments: ['-- repeat'] });
});

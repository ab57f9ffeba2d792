/**
 * Plain words in the database (CONTRIBUTING, "How a file reads"): the comments that `psql` shows, and that
 * `src/db/schema.ts` repeats, are full sentences. Comments of migrations before 0035 count as far as no later one
 * replaced them.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDatabase } from '#kit/database.ts';
import { FORBIDDEN_IN_DESCRIPTIONS, FORBIDDEN_WORDS, findForbidden } from './plain-words-list.ts';

const { owner } = await withDatabase();

test('each comment of the database is made of full sentences in plain words', async () => {
  const comments = await listComments();
  assert.ok(comments.length > 80, `${comments.length} comments were found`);
  const hits = comments.flatMap(({ object, text }) => [
    ...findForbidden([...FORBIDDEN_WORDS, ...FORBIDDEN_IN_DESCRIPTIONS], object, 1, text),
    ...(/^[\p{Lu}a-z]/u.test(text) && text.endsWith('.') ? [] : [`${object}: "${text}": end with a full stop`]),
  ]);
  assert.ok(hits.length === 0, `${hits.length} to rewrite in a new migration:\n${hits.join('\n')}`);
});

/** Lists the comments on all objects of the schemas `public` and `auth`: tables, columns, indexes, views, functions, policies. */
async function listComments(): Promise<{ object: string; text: string }[]> {
  const { rows } = await owner.query<{ object: string; text: string }>(`
    select pg_describe_object(classoid, objoid, objsubid) as object, description as text
    from pg_description d
    cross join pg_identify_object(classoid, objoid, objsubid) i
    where i.type <> 'schema'
      and (i.schema in ('public', 'auth') or i.identity ~ '(^| on )(public|auth)\\.')
    order by 1`);
  return rows;
}

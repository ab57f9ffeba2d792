/**
 * “Este artigo foi útil?”: one answer for each reader and version of the article, and the ratings that support reads.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Client } from '#kit/client.ts';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
const NOON = '2026-11-23T15:00:00.000Z';
await product.at(NOON);
await product.owner.query('truncate help_answers');

const ana = await product.held('paulista@aurora.example', '1111');
const bruno = await product.held('paulista@aurora.example', '2222');
const aurora = await product.person('gestao@aurora.example');
const nina = await product.held('loja@brisa.example', '1111');
const support = await product.person('suporte@oto.example');

const FEEDBACK = '/api/v1/help/horario-de-silencio/feedback';
const RATINGS = '/api/v1/help/horario-de-silencio/ratings';

async function answerAs(client: Client, answer: unknown, language = 'pt-BR') {
  const { status, body } = await client.post(FEEDBACK, answer, { 'accept-language': language });
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

test('a reader’s second answer replaces the first one together with its comment', async () => {
  const asked = { article: 'horario-de-silencio', version: 4 };
  assert.deepEqual((await ana.get(FEEDBACK)).body, { ...asked, answer: null });
  await answerAs(ana, { helpful: false, comment: '  Faltou o domingo. ' });
  assert.deepEqual((await ana.get(FEEDBACK)).body, {
    ...asked,
    answer: { helpful: false, comment: 'Faltou o domingo.' },
  });
  assert.deepEqual(await answerAs(ana, { helpful: true }), { ...asked, answer: { helpful: true, comment: null } });
  assert.equal((await bruno.get(FEEDBACK)).body.answer, null, 'the answer belongs to the person, not to the device');
  const { versions, comments } = (await support.get(RATINGS)).body;
  assert.deepEqual([versions, comments.items], [[{ version: 4, helpful: 1, notHelpful: 0 }], []]);
});

test('readers of every brand and role may answer, and so may support', async () => {
  await answerAs(bruno, { helpful: true, comment: 'Claro.' });
  await product.at('2026-11-23T15:01:00.000Z');
  await answerAs(aurora, { helpful: false, comment: 'What about holidays?' }, 'en');
  await product.at('2026-11-23T15:02:00.000Z');
  await answerAs(nina, { helpful: false, comment: '¿Y los domingos?' }, 'es');
  await answerAs(support, { helpful: true });
  const { body } = await support.get(RATINGS);
  assert.deepEqual(body, {
    article: 'horario-de-silencio',
    versions: [{ version: 4, helpful: 3, notHelpful: 2 }],
    comments: {
      items: [
        { version: 4, helpful: false, comment: '¿Y los domingos?', language: 'es', at: '2026-11-23T15:02:00.000Z' },
        { version: 4, helpful: false, comment: 'What about holidays?', language: 'en', at: '2026-11-23T15:01:00.000Z' },
        { version: 4, helpful: true, comment: 'Claro.', language: 'pt-BR', at: NOON },
      ],
      next: null,
    },
  });
});

test('a device without a person’s turn cannot answer, and an unknown article has no answers', async () => {
  const device = product.device();
  await device.post('/api/v1/session', { email: 'paulista@aurora.example', password: 'aurora-demo' });
  for (const answer of [await device.post(FEEDBACK, { helpful: true }), await device.get(FEEDBACK)]) {
    assert.deepEqual([answer.status, answer.body.type], [401, '/problems/turn-needed']);
  }
  const unknown = '/api/v1/help/outro-artigo';
  assert.equal((await ana.get(`${unknown}/feedback`)).status, 404);
  assert.equal((await ana.post(`${unknown}/feedback`, { helpful: true })).status, 404);
  assert.equal((await support.get(`${unknown}/ratings`)).status, 404);
  for (const answer of [
    {},
    { helpful: 'yes' },
    { helpful: true, comment: ' ' },
    { helpful: true, comment: 'x'.repeat(2001) },
  ]) {
    assert.equal((await ana.post(FEEDBACK, answer)).status, 400);
  }
});

test('only support may read the ratings', async () => {
  for (const client of [ana, aurora, nina]) assert.equal((await client.get(RATINGS)).status, 403);
});

test('each version is counted by itself; the pages list each comment once, newest first, and tell no reader’s id', async () => {
  await product.owner.query('truncate help_answers');
  await product.owner.query(
    `insert into help_answers (brand_id, article, version, reader_id, language, helpful, comment, answered_at)
     select case n % 3 when 0 then '00000000-0000-0000-0000-000000000000' else (array(select brand_ids()))[n % 3] end,
       'horario-de-silencio', 1 + n % 2, gen_random_uuid(), 'pt-BR', n % 3 = 0, case when n < 170 then n::text end,
       case when n < 30 then '2026-11-24T00:00Z' when n < 160 then '2026-11-23T00:00Z' else '2026-11-22T00:00Z' end::timestamptz
     from generate_series(0, 179) n`,
  );
  const seenComments: string[] = [];
  const instants: string[] = [];
  const pages: number[] = [];
  let next: string | null = '';
  while (next !== null) {
    const { body } = await support.get(`${RATINGS}${next && `?cursor=${encodeURIComponent(next)}`}`);
    assert.deepEqual(body.versions, [
      { version: 2, helpful: 30, notHelpful: 60 },
      { version: 1, helpful: 30, notHelpful: 60 },
    ]);
    for (const { comment, at } of body.comments.items) {
      seenComments.push(comment);
      instants.push(at);
    }
    pages.push(body.comments.items.length);
    next = body.comments.next;
    if (next !== null) assert.doesNotMatch(Buffer.from(next, 'base64url').toString(), /[0-9a-f]{8}-/);
  }
  assert.deepEqual(pages, [50, 50, 50, 20]);
  assert.equal(new Set(seenComments).size, 170);
  assert.deepEqual(instants, instants.toSorted().toReversed());
  const strange = ['x', ['a', 1], [1, 'a'], [1, -1], [1e300, 0]].map((keys) =>
    Buffer.from(JSON.stringify(keys)).toString('base64url'),
  );
  for (const cursor of strange) assert.equal((await support.get(`${RATINGS}?cursor=${cursor}`)).status, 400);
});

test('an answer is stored under its reader’s brand, and no other brand can read it', async () => {
  await product.owner.query('truncate help_answers');
  await answerAs(ana, { helpful: false, comment: 'Da Ana.' });
  await answerAs(nina, { helpful: true });
  await answerAs(support, { helpful: true });
  const { rows } = await product.owner.query(
    `select coalesce(b.slug, a.brand_id::text) as of from help_answers a left join brands b using (brand_id) order by 1`,
  );
  assert.deepEqual(rows, [{ of: '00000000-0000-0000-0000-000000000000' }, { of: 'aurora' }, { of: 'brisa' }]);
  const { rows: brands } = await product.owner.query<{ id: string; own: string }>(
    `select brand_id as id, (select count(*) from help_answers a where a.brand_id = b.brand_id)::text as own from brands b`,
  );
  for (const { id, own } of brands) {
    const seen = await product.db.read(id, ({ q }) => q.selectFrom('helpAnswers').select('brandId').execute());
    assert.deepEqual(seen, Array(Number(own)).fill({ brandId: id }));
  }
  const outside = await product.db.readOutside(({ q }) => q.selectFrom('helpAnswers').select('comment').execute());
  assert.deepEqual(outside, []);
});

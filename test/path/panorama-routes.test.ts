/** Tests the Panorama over HTTP: who may read which stores, and the exported file as a spreadsheet opens it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00Z');
const manager = await product.person('gestao@aurora.example');
const carla = await product.held('paulista@aurora.example', '9999');
const ana = await product.held('paulista@aurora.example', '1111');

const cookieOf = ({ cookies }: typeof carla) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
const PERIOD = 'from=2026-10-25&to=2026-11-22';
const panorama = async (client: typeof carla, query = '') =>
  (await client.get(`/api/v1/reports/panorama?${PERIOD}${query}`)).body;

test('a brand manager reads all stores, whose figures add up; a store manager reads the own store; a seller none', async () => {
  const all = await panorama(manager);
  assert.ok(all.figures.sent > 100 && all.figures.putOff > 10, JSON.stringify(all.figures));
  for (const figure of Object.keys(all.figures))
    assert.equal(
      all.stores.reduce(
        (sum: number, store: { figures: Record<string, number> }) => sum + (store.figures[figure] ?? 0),
        0,
      ),
      all.figures[figure],
      figure,
    );
  const own = await panorama(carla);
  assert.deepEqual(
    own.stores.map(({ name }: { name: string }) => name),
    ['Paulista'],
  );
  assert.deepEqual(await panorama(manager, `&storeId=${own.stores[0].id}`), own);
  const other = all.stores.find(({ name }: { name: string }) => name !== 'Paulista');
  assert.equal((await carla.get(`/api/v1/reports/panorama?storeId=${other.id}`)).status, 403);
  assert.equal((await carla.get(`/api/v1/reports/attempts?event=sent&storeId=${other.id}`)).status, 403);
  for (const path of ['panorama', 'attempts?event=sent', 'attempts.csv?event=sent'])
    assert.equal((await ana.get(`/api/v1/reports/${path}`)).status, 403, path);
});

test('a figure equals the old overview and the distribution of the same days', async () => {
  const { figures } = await panorama(carla);
  const { body } = await carla.get(`/api/v1/reports/distribution?${PERIOD}`);
  assert.deepEqual(
    [figures.sent, figures.putOff, figures.sentAfterWarning],
    [body.contacts, body.putOff, body.afterWarning],
  );
});

test('the export has a line for each attempt of the figure, for Excel in the reader’s language, and no formula', async () => {
  await product.owner.query(
    "update people set name = '=1+1;\"x' where id = (select id from people where name like 'Ana%' and store_id is not null limit 1)",
  );
  const { figures } = await panorama(carla);
  const answer = await fetch(`${product.base}/api/v1/reports/attempts.csv?event=sent&${PERIOD}`, {
    headers: { cookie: cookieOf(carla), 'accept-language': 'pt-BR' },
  });
  assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').slice(1).split('\r\n').filter(Boolean);
  assert.equal(lines[0], 'data;hora;fuso;loja;vendedor(a);cliente;origem;situação;como foi;código');
  assert.equal(lines.length - 1, figures.sent);
  for (const line of lines.slice(1)) assert.match(line, /^\d\d\/\d\d\/2026;\d\d:\d\d;America\/Sao_Paulo;Paulista;/);
  assert.ok(lines.some((line) => line.includes(`"'=1+1;""x"`)));
});

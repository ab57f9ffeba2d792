/**
 * The current day in each zone of a brand: the quiet and open stretches that the brand's page draws, by the clock of
 * each zone.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();

interface Zone {
  readonly zone: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly stores: number;
  readonly storesWithHours: number;
  readonly quiet: readonly Stretch[];
  readonly open: readonly Stretch[];
}
interface Stretch {
  readonly start: string;
  readonly end: string;
}

async function readToday(email: string, at: string): Promise<readonly Zone[]> {
  await product.at(at);
  const manager = await product.person(email);
  const { status, body } = await manager.get('/api/v1/quiet-hours/today');
  assert.equal(status, 200, JSON.stringify(body));
  return body.zones;
}
const clockAt = (text: string, offset: number) =>
  new Date(Date.parse(text) + offset * 3_600_000).toISOString().slice(11, 16);
const hoursOf = (stretches: readonly Stretch[], offset: number) =>
  stretches.map(({ start, end }) => [clockAt(start, offset), clockAt(end, offset)]);

test('each zone has its own day, with quiet stretches by the policy and open stretches by the stores of the zone', async () => {
  // A Monday, 23:30 in São Paulo: in Fernando de Noronha it is Tuesday already.
  const zones = await readToday('gestao@aurora.example', '2026-11-23T23:30:00-03:00');
  assert.deepEqual(
    zones.map(({ zone, date, stores }) => [zone, date, stores]),
    [
      ['America/Noronha', '2026-11-24', 1],
      ['America/Sao_Paulo', '2026-11-23', 1],
      ['America/Manaus', '2026-11-23', 1],
      ['America/Rio_Branco', '2026-11-23', 1],
    ],
  );
  const night = [
    ['00:00', '08:00'],
    ['20:00', '00:00'],
  ];
  for (const [index, offset] of [-2, -3, -4, -5].entries())
    assert.deepEqual(hoursOf(zones[index]?.quiet ?? [], offset), night, String(zones[index]?.zone));
  const paulista = zones[1];
  assert.deepEqual([paulista?.from, paulista?.to], ['2026-11-23T03:00:00.000Z', '2026-11-24T03:00:00.000Z']);
  assert.deepEqual(hoursOf(paulista?.open ?? [], -3), [['10:00', '22:00']]);
});

test('the stores of a zone are open from the first opening to the last closing, and stores without hours are counted apart', async () => {
  const { owner } = product;
  const brand = (await owner.query(`select brand_id from brands where slug = 'aurora'`)).rows[0].brand_id;
  await owner.query(`update stores set zone = 'America/Sao_Paulo' where brand_id = $1`, [brand]);
  const { rows } = await owner.query(`select id, name from stores where brand_id = $1 order by name`, [brand]);
  const idOf = (name: string) => rows.find((row: { id: string; name: string }) => row.name.includes(name))?.id;
  await owner.query(`delete from store_hours where brand_id = $1 and store_id <> $2`, [brand, idOf('Paulista')]);
  await owner.query(
    `insert into store_hours (brand_id, store_id, weekday, opens_minute, closes_minute) values ($1, $2, 0, 480, 600), ($1, $3, 0, 1320, 60)`,
    [brand, idOf('Adrianópolis'), idOf('Bosque')],
  );
  const [zone, ...more] = await readToday('gestao@aurora.example', '2026-11-23T12:00:00-03:00');
  assert.deepEqual(more, []);
  assert.deepEqual([zone?.stores, zone?.storesWithHours], [4, 3]);
  assert.deepEqual(hoursOf(zone?.open ?? [], -3), [['08:00', '00:00']]);
});

test('a brand without quiet hours has no quiet stretches, and only a brand manager may read the day', async () => {
  const zones = await readToday('gestao@brisa.example', '2026-11-23T12:00:00-03:00');
  assert.ok(zones.length > 0);
  assert.deepEqual(
    zones.flatMap(({ quiet }) => quiet),
    [],
  );
  const carla = await product.held('paulista@aurora.example', '9999');
  assert.equal((await carla.get('/api/v1/quiet-hours/today')).status, 403);
});

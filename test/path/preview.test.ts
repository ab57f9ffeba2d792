/**
 * What support reads before it publishes, over HTTP: recommendation, holidays, the coming week, lints and conflicts
 * (A2–A4).
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';

const product = await startDemoServer();
await product.at('2026-11-23T15:00:00.000Z');
const support = await product.person('suporte@oto.example');
const { body: brands } = await support.get('/api/v1/brands');
const [aurora] = brands.items;
const hours = `/api/v1/brands/${aurora.id}/quiet-hours`;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const preview = async (policy: unknown, more: Record<string, unknown> = {}, headers?: Record<string, string>) =>
  support.post(`${hours}/preview`, { policy, impact: false, ...more }, headers);

test('A3: the recommendation names the stores that decided, the comfort limit, and the stores that are open in quiet hours', async () => {
  const { body } = await support.get(`${hours}/recommendation`);
  assert.deepEqual([body.start, body.end], ['21:00', '09:00']);
  assert.equal(body.sentence, 'A última loja fecha às 22:00, a primeira abre às 09:00. Limite de conforto: 21:00.');
  assert.equal(body.because.latestClosing.time, '22:00');
  assert.equal(body.because.earliestOpening.storeName, 'Bosque');
  assert.deepEqual(
    body.conflicts.map(({ storeName, minutesAWeek }: Record<string, unknown>) => [storeName, minutesAWeek]),
    [
      ['Paulista', 360],
      ['Adrianópolis', 360],
    ],
  );
});

test('A2: the preview has a week of whole days for every zone, with the quiet stretches on that zone’s clock', async () => {
  const { status, body } = await preview({ windows: [{ days, start: '21:00', end: '08:00' }] });
  assert.equal(status, 200);
  assert.equal(body.sentence, 'Todos os dias, das 21:00 às 08:00, no relógio de cada loja.');
  const zones = body.week.map(({ zone }: { zone: string }) => zone);
  assert.deepEqual(zones.toSorted(), ['America/Manaus', 'America/Noronha', 'America/Rio_Branco', 'America/Sao_Paulo']);
  const manaus = body.week.find(({ zone }: { zone: string }) => zone === 'America/Manaus');
  assert.equal(manaus.days.length, 7);
  assert.deepEqual(manaus.days[0], {
    date: '2026-11-23',
    from: '2026-11-23T04:00:00.000Z',
    until: '2026-11-24T04:00:00.000Z',
    quiet: [
      { start: '2026-11-23T04:00:00.000Z', end: '2026-11-23T12:00:00.000Z' },
      { start: '2026-11-24T01:00:00.000Z', end: '2026-11-24T04:00:00.000Z' },
    ],
    clockChange: null,
  });
  assert.deepEqual(body.lints, []);
  assert.equal(body.conflicts.length, 2);
  assert.equal(body.impact, null);
});

test('A2: the week begins when the policy takes effect, and with C3 there is one week for the whole brand', async () => {
  const { body } = await preview({ clocks: 'brand' }, { effective: '2027-01-04T09:00:00-03:00' });
  assert.deepEqual(
    body.week.map(({ zone, stores }: Record<string, unknown>) => [zone, stores]),
    [['America/Sao_Paulo', 4]],
  );
  assert.equal(body.week[0].days[0].date, '2027-01-04');
  const past = await preview({}, { effective: '2020-01-01T09:00:00-03:00' });
  assert.equal(past.body.week[0].days[0].date, '2026-11-23');
});

test('A4: each lint has its place in the policy and a sentence in the reader’s language', async () => {
  const policy = {
    windows: [{ days, start: '20:00', end: '23:59' }],
    exceptions: [{ date: '2026-12-25', windows: [] }],
  };
  for (const [language, says] of [
    ['pt-BR', /o último minuto do dia fica aberto/],
    ['en', /the last minute of the day stays open/],
    ['es', /el último minuto del día queda abierto/],
  ] as const) {
    const { body } = await preview(policy, {}, { 'accept-language': language });
    const lint = body.lints.find(({ code }: { code: string }) => code === 'end_2359');
    assert.deepEqual(lint.places, ['windows[0].end']);
    assert.match(lint.sentence, says);
  }
});

test('A4: a store that loses more than 6 opening hours a week is named with the number of hours', async () => {
  const lintOf = async (start: string) => {
    const { body } = await preview({ windows: [{ days, start, end: '08:00' }] });
    return body.lints.find(({ code }: { code: string }) => code === 'hours_lost');
  };
  const { places, sentence } = await lintOf('20:00');
  assert.deepEqual(places, ['windows']);
  assert.match(sentence, /ficam no silêncio: .*Paulista \(12 h\)/);
  assert.equal(await lintOf('21:00'), undefined, '6 hours are not more than 6');
});

test('T3: a malformed policy is refused with the place of each fault', async () => {
  const { status, body } = await preview({ windows: [{ days, start: '20:00', end: '20:00' }], clocks: 'moon' });
  assert.equal(status, 400);
  assert.deepEqual(
    body.faults.map(({ path }: { path: string }) => path),
    ['policy.windows[0].end', 'policy.clocks'],
  );
  for (const { message } of body.faults) assert.match(message, /\S/);
});

test('the holidays of the coming 13 months are the national ones and those of the stores’ states, with their source', async () => {
  const { body } = await support.get(`${hours}/holidays`);
  const found = (date: string) => body.items.find((each: { date: string }) => each.date === date);
  assert.equal(found('2026-12-25').scope, 'national');
  assert.deepEqual(found('2027-07-09').states, ['SP']);
  assert.equal(found('2027-07-02'), undefined, 'no store is in Bahia');
  assert.match(found('2027-07-09').source, /Lei/);
  const dates = body.items.map(({ date }: { date: string }) => date);
  assert.deepEqual(dates, dates.toSorted());
});

test('only support may read these for a brand, and only for a brand that exists', async () => {
  const others = [
    await product.person('gestao@aurora.example'),
    await product.held('paulista@aurora.example', '9999'),
    await product.held('paulista@aurora.example', '1111'),
  ];
  const unknownBrand = hours.replace(aurora.id, '01990000-0000-7000-8000-000000000000');
  for (const path of ['recommendation', 'holidays']) {
    for (const other of others) assert.equal((await other.get(`${hours}/${path}`)).status, 403);
    assert.equal((await support.get(`${unknownBrand}/${path}`)).status, 404);
  }
  for (const other of others) assert.equal((await other.post(`${hours}/preview`, { policy: {} })).status, 403);
  assert.equal((await support.post(`${unknownBrand}/preview`, { policy: {}, impact: false })).status, 404);
});

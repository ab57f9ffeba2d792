/** A customer's seller who was away is told once that a colleague wrote a silence down or ended it (D4b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSuggestions } from '#flows/campaigns/read-suggestions.ts';
import { mergeCustomer } from '#flows/customers/merge/merge-customer.ts';
import { askSilence, endSilence } from '#flows/customers/silences/ask-silence.ts';
import { markSilenceSeen } from '#flows/customers/silences/silence-news.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { aBrand, NUMBER_KEY, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import type { AskedSilence } from '#rules/contact/asked-silence.ts';
import { WEEKDAYS } from '#rules/time/calendar.ts';

const { db, owner } = await withDatabase();

const MORNING = '2026-11-24T13:00:00.000Z';
const AFTER_TWO: AskedSilence = { days: WEEKDAYS, start: '00:00', end: '14:00' };

async function prepareBrand() {
  const brand = await aBrand(owner);
  const deps = createFlowDeps(db, MORNING);
  const marina = await brand.customer(brand.ana);
  const ask = async (author: Someone, wish = AFTER_TWO) => {
    const added = await askSilence(deps, actorOf(author), marina, wish);
    assert.ok(added.kind === 'added');
    return { customerId: marina, silenceId: added.id };
  };
  const newsOf = async (reader: Someone) => {
    const page = { after: null, limit: 10 };
    const { silenceNews } = await readSuggestions(db, actorOf(reader), page, deps.now());
    return silenceNews.map(({ firstName, silence, isEnded, by }) => ({ firstName, silence, isEnded, by }));
  };
  return { brand, deps, marina, ask, newsOf };
}

function actorOf({ turnId, ...person }: Someone): PersonActor {
  return { ...person, kind: 'person', name: 'Ana', turnId, sessionKey: 'test' };
}

test('D4b: Ana, who was away, reads once what Bruno wrote down for her customer; nobody else is told', async () => {
  const { brand, deps, ask, newsOf } = await prepareBrand();
  const asked = await ask(brand.bruno);
  const news = [{ firstName: 'Marina', silence: AFTER_TWO, isEnded: false, by: 'Bruno' }];
  assert.deepEqual(await newsOf(brand.ana), news);
  assert.deepEqual(await newsOf(brand.bruno), []);
  assert.deepEqual(await newsOf(brand.carla), []);
  assert.equal(await markSilenceSeen(deps, actorOf(brand.bruno), asked), false);
  assert.deepEqual(await newsOf(brand.ana), news);
  assert.equal(await markSilenceSeen(deps, actorOf(brand.ana), asked), true);
  assert.deepEqual(await newsOf(brand.ana), []);
});

test('D4b: the seller who wrote a silence down is not told, and is told that a colleague ended it', async () => {
  const { brand, deps, ask, newsOf } = await prepareBrand();
  const asked = await ask(brand.ana);
  assert.deepEqual(await newsOf(brand.ana), []);
  assert.equal(await endSilence(deps, actorOf(brand.carla), asked), 'ended');
  assert.deepEqual(await newsOf(brand.ana), [{ firstName: 'Marina', silence: AFTER_TWO, isEnded: true, by: 'Carla' }]);
  assert.equal(await markSilenceSeen(deps, actorOf(brand.ana), asked), true);
  assert.deepEqual(await newsOf(brand.ana), []);
});

test('D4b: of a silence that was written down and ended meanwhile the end alone is told; the own end is no news', async () => {
  const { brand, deps, ask, newsOf } = await prepareBrand();
  const asked = await ask(brand.bruno);
  assert.equal(await endSilence(deps, actorOf(brand.bruno), asked), 'ended');
  assert.deepEqual(
    (await newsOf(brand.ana)).map(({ isEnded }) => isEnded),
    [true],
  );
  const other = await ask(brand.bruno);
  assert.equal(await endSilence(deps, actorOf(brand.ana), other), 'ended');
  assert.equal((await newsOf(brand.ana)).length, 1);
});

test('D4b: no news is left of a silence whose date is over, nor of a customer who went to another seller', async () => {
  const { brand, deps, marina, ask, newsOf } = await prepareBrand();
  await ask(brand.bruno, { until: '2026-11-25' });
  deps.moveTo('2026-11-26T02:59:00.000Z');
  assert.equal((await newsOf(brand.ana)).length, 1);
  deps.moveTo('2026-11-26T03:00:00.000Z');
  assert.deepEqual(await newsOf(brand.ana), []);
  await ask(brand.bruno);
  await owner.query('update customers set seller_id = $2 where id = $1', [marina, brand.bruno.personId]);
  assert.deepEqual([await newsOf(brand.ana), await newsOf(brand.bruno)], [[], []]);
});

test('D4b: news of a customer who was merged names the surviving customer, and can be read there', async () => {
  const { brand, deps, marina, ask, newsOf } = await prepareBrand();
  const { silenceId } = await ask(brand.bruno);
  const maria = await brand.customer(brand.ana, { name: 'Maria Alves' });
  const pair = { fromId: marina, intoId: maria };
  const merged = await mergeCustomer({ ...deps, numberKey: NUMBER_KEY }, actorOf(brand.carla), pair, { dryRun: false });
  assert.equal(merged.kind, 'merged');
  assert.deepEqual(
    (await newsOf(brand.ana)).map(({ firstName }) => firstName),
    ['Maria'],
  );
  assert.equal(await markSilenceSeen(deps, actorOf(brand.ana), { customerId: maria, silenceId }), true);
});

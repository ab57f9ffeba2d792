/** Tests the migration that creates the log of holds: older holds get events derived from other tables, and unknown facts are marked. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { migrate, readMigrations } from '#db/core/installation/migrate.ts';
import { PLAIN_NAMES } from '#db/core/installation/role-names.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { cancelHold, changeHold, restoreHold } from '#flows/holds/change-hold.ts';
import { publishPolicy } from '#flows/policy/change-policy.ts';
import { withDatabase } from '#kit/database.ts';
import { aWish, dispatch, hold, holdRow } from '#kit/hold-helpers.ts';
import { eventsOf, logFaults } from '#kit/hold-log.ts';
import { aPublication } from '#kit/publication-body.ts';
import { aLife, aNight, ENDS_AT_11, liveThrough, SUPPORT } from '#kit/random-hold-lives.ts';

const { db, owner, logins } = await withDatabase();

const NOON = '2026-11-24T15:00:00.000Z';
const QUIET_START = '2026-11-24T23:00:00.000Z';

/** Changes the database to the version before the log, with all its rows, and then applies the migration. */
async function migrateFromBeforeTheLog() {
  const migrations = readMigrations();
  const { number } =
    migrations.find(({ name }) => name.includes('hold_events')) ?? assert.fail('there is no such file');
  await owner.query(`drop table hold_events; alter table holds drop column event_count;
    update holds set news_at = null where ended_at is null and state = 'waiting' and news is null;
    delete from schema_migrations where number >= ${number}`);
  const upToTheLog = migrations.filter((each) => each.number <= number);
  await migrate(logins.ownerUrl, upToTheLog, PLAIN_NAMES);
  const { rows } = await owner.query('select count(*)::int as n from holds where event_count = 0');
  assert.equal(rows[0].n, 0, 'every hold has events');
}

/** Returns the events of a hold as texts such as `held` and `moved hours`, with a question mark where a fact is not known. */
async function eventTexts(attemptId: string): Promise<string[]> {
  const { id } = await holdRow(owner, attemptId);
  return (await eventsOf(owner, id)).map(
    ({ kind, cause, reason, known }) => [kind, cause ?? reason].filter(Boolean).join(' ') + (known ? '' : '?'),
  );
}

test('a hold of every state gets the events that other tables prove, and a mark where a fact is not known', async () => {
  const { brand, flowDeps } = await aNight(db, owner);
  const { ana, bruno, carla, brandId } = brand;
  const holdContact = async (more: object = {}) =>
    (await hold(flowDeps, ana, await brand.customer(ana), more)).attempt.id;
  const afternoon = Date.parse('2026-11-24T18:00:00Z');
  const nobody = { text: null, heldUntil: null, sellerId: null };
  const late = Date.parse('2026-11-26T15:00:00Z');

  const waiting = await holdContact({ hold: late });
  const retimed = await holdContact();
  await changeHold(flowDeps, ana, retimed, { ...nobody, heldUntil: late + 120_000 });
  const passed = await holdContact({ hold: late + 180_000 });
  await changeHold(flowDeps, carla, passed, { ...nobody, sellerId: bruno.personId });
  const cancelled = await holdContact();
  await cancelHold(flowDeps, carla, cancelled);
  const restored = await holdContact({ hold: afternoon });
  await cancelHold(flowDeps, carla, restored);
  await restoreHold(flowDeps, carla, restored);
  const forgotten = await holdContact();
  const elsewhere = await holdContact({ hold: late + 60_000 });
  const unsent = await holdContact();
  const sent = await holdContact();
  const ready = await holdContact({ hold: afternoon + 60_000 });
  await publishPolicy(flowDeps, brandId, aPublication(ENDS_AT_11), SUPPORT);
  await dispatch(flowDeps, brandId);
  await owner.query('delete from slots where hold_id in (select id from holds where attempt_id = any($1))', [
    [forgotten, elsewhere],
  ]);
  flowDeps.moveTo(NOON);
  await dispatch(flowDeps, brandId);
  for (const attemptId of [sent, unsent]) {
    const { rows } = await owner.query('select customer_id from attempts where id = $1', [attemptId]);
    const going = await attemptContact(flowDeps, ana, aWish(rows[0].customer_id, { attemptId }));
    assert.equal(going.kind, 'allowed');
  }
  await recordOutcome(flowDeps, ana, unsent, 'not_sent');
  flowDeps.moveTo('2026-11-24T18:30:00.000Z');
  await dispatch(flowDeps, brandId);
  const returned = restored;
  flowDeps.moveTo(QUIET_START);
  await dispatch(flowDeps, brandId);

  await migrateFromBeforeTheLog();
  assert.deepEqual(await logFaults(owner, brandId), []);
  assert.deepEqual(await eventTexts(waiting), ['held']);
  assert.deepEqual(await eventTexts(retimed), ['held', 'moved person?']);
  assert.deepEqual(await eventTexts(passed), ['held', 'passed']);
  assert.deepEqual(await eventTexts(cancelled), ['held', 'ended manager']);
  assert.deepEqual(await eventTexts(returned), ['held', 'ready', 'returned']);
  assert.deepEqual(await eventTexts(ready), ['held', 'ready', 'returned']);
  assert.deepEqual(await eventTexts(sent), ['held', 'moved?', 'ready', 'ended handed_over']);
  assert.deepEqual(await eventTexts(unsent), ['held', 'ready', 'ended handed_over', 'ended seller']);
  const [first] = await eventTexts(forgotten);
  assert.equal(first, 'held?', 'the first minute is not known');
  assert.deepEqual(
    await eventTexts(elsewhere),
    ['held'],
    'the hold was never moved, so its first minute is its present one',
  );
});

test('the derived events of a hold with a random history add up to its row', async () => {
  const lives = fc.sample(aLife, { numRuns: 12, seed: 23 });
  const brandIds: string[] = [];
  for (const life of lives) brandIds.push(await liveThrough(db, owner, life));
  await migrateFromBeforeTheLog();
  for (const brandId of brandIds) assert.deepEqual(await logFaults(owner, brandId), []);
});

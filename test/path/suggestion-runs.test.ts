/** The suggestions of a store's day with a real database: made once, by whichever server, and by nobody who was too slow. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { lockSuggestionRun } from '#db/campaigns/suggestion-runs.ts';
import { countAudience } from '#flows/campaigns/count-audience.ts';
import { endSuggestionsOfCampaign } from '#flows/campaigns/end-suggestions.ts';
import { pauseCampaign, startCampaign } from '#flows/campaigns/run-campaign.ts';
import { runSuggestions, wakeSuggestions } from '#flows/campaigns/run-suggestions.ts';
import { suggestStoreDay } from '#flows/campaigns/suggest-store-day.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { doSuggestionRound } from '#jobs/campaigns/suggestion-rounds.ts';
import { aBrand, type BrandSetting } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish } from '#kit/hold-helpers.ts';
import type { Audience } from '#rules/campaigns/campaign.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { dayOf } from '#rules/time/calendar.ts';

const { db, owner } = await withDatabase();
const MORNING = '2026-11-24T12:00:00.000Z';
const DAY = dayOf('2026-11-24') as number;

/** A brand whose own campaign suggests nobody, with one campaign of the test. */
async function prepare(audience: Audience = {}, given: Record<string, unknown> = {}, setting: BrandSetting = {}) {
  const brand = await aBrand(owner, setting);
  const { brandId } = brand;
  const deps = { ...createFlowDeps(db, MORNING), onError: (error: unknown) => assert.fail(String(error)) };
  await owner.query(`update campaigns set state = 'ended', active = false where brand_id = $1`, [brandId]);
  const campaign = async (audience: Audience, row: Record<string, unknown> = {}) => {
    const id = uuidv7();
    const all = {
      ...{
        brand_id: brandId,
        id,
        name: id,
        template: 'Oi, {primeiro_nome}!',
        priority: 5,
        audience: JSON.stringify(audience),
      },
      ...{ state: 'running', active: true, started_at: MORNING, created_at: MORNING, ...row },
    };
    const columns = Object.keys(all);
    await owner.query(
      `insert into campaigns (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
      Object.values(all),
    );
    return id;
  };
  const campaignId = await campaign(audience, given);
  const open = async () =>
    (
      await owner.query<{ customer_id: string; seller_id: string; campaign_id: string; on: string }>(
        `select customer_id, seller_id, campaign_id, suggested_on::text as on from suggestions
         where brand_id = $1 and state = 'open' order by id`,
        [brandId],
      )
    ).rows;
  const closed = async () =>
    (
      await owner.query<{ reason: string }>(
        `select closed_reason as reason from suggestions where brand_id = $1 and state = 'ended' order by id`,
        [brandId],
      )
    ).rows.map(({ reason }) => reason);
  const round = () => runSuggestions(deps, brandId);
  const again = () => db.inBrand(brandId, async (tx) => wakeSuggestions(tx, brandId, deps.now()));
  const store = { id: brand.stores.paulista, zone: 'America/Sao_Paulo', hours: [], dates: [] };
  return { ...brand, deps, campaign, campaignId, open, closed, round, again, store };
}

beforeEach(() => owner.query(`update brands set suggestions_per_seller_day = 20`));

test('a run suggests each reachable customer to the seller of the portfolio, once, and counts the others', async () => {
  const { customer, ana, davi, open, round, again, brandId, campaignId } = await prepare();
  const [marina, beto] = [await customer(ana), await customer(davi)];
  await customer(ana, { permission: 'unknown' });
  await customer(ana, { opted_out_at: MORNING });
  await customer(ana, { phone_kind: 'landline' });
  await round();
  await round();
  const made = await open();
  assert.deepEqual(
    new Set(made.map(({ customer_id, seller_id }) => `${customer_id} ${seller_id}`)),
    new Set([`${marina} ${ana.personId}`, `${beto} ${davi.personId}`]),
  );
  await again();
  await round();
  assert.deepEqual(await open(), made, 'a run that is due again finds nothing more');
  const { rows } = await owner.query(
    `select matched, suggested, left_out as "leftOut" from campaign_days where brand_id = $1 and campaign_id = $2
       and matched > 1`,
    [brandId, campaignId],
  );
  const leftOut = { no_permission: 1, opted_out: 1, customer_unavailable: 1 };
  assert.deepEqual(rows, [{ matched: 4, suggested: 1, leftOut }]);
});

test('two servers at the same time make the suggestions of a day once', async () => {
  const { customer, ana, open, deps, brandId, store } = await prepare();
  for (let i = 0; i < 5; i++) await customer(ana);
  const made = await Promise.all([1, 2, 3].map(() => suggestStoreDay(deps, brandId, store, DAY)));
  assert.deepEqual(
    made.filter((each) => each !== null).map(({ suggested }) => suggested),
    [5],
  );
  assert.equal((await open()).length, 5);
});

test('a server that was paused beyond its lease writes nothing after another one did the day', async () => {
  const { customer, ana, open, deps, brandId, store } = await prepare();
  await customer(ana);
  const paused = Promise.withResolvers<void>();
  const reads = Promise.withResolvers<void>();
  const pausing = {
    ...deps,
    db: {
      ...db,
      inBrand: db.inBrand.bind(db),
      read: (async (id: string, work: never) => {
        reads.resolve();
        await paused.promise;
        return db.read(id, work);
      }) as typeof db.read,
    },
  };
  const slow = suggestStoreDay(pausing as typeof deps, brandId, store, DAY);
  await reads.promise;
  const other = { ...deps, hostNow: () => deps.hostNow() + 6 * 60_000 };
  assert.equal((await suggestStoreDay(other, brandId, store, DAY))?.suggested, 1);
  paused.resolve();
  assert.equal(await slow, null);
  assert.equal((await open()).length, 1);
});

test('a run whose server died is done by another one after the lease, and not before', async () => {
  const { customer, ana, open, deps, brandId, store } = await prepare();
  await customer(ana);
  const broken = { ...deps, timelines: { at: () => Promise.reject(new Error('killed')) } } as unknown as typeof deps;
  const dead = { ...broken, db: { ...db, read: db.read.bind(db), inBrand: onlyOnce() } } as typeof deps;
  await assert.rejects(suggestStoreDay(dead, brandId, store, DAY), /killed/);
  assert.equal(await suggestStoreDay(deps, brandId, store, DAY), null);
  const later = { ...deps, hostNow: () => deps.hostNow() + 6 * 60_000 };
  assert.equal((await suggestStoreDay(later, brandId, store, DAY))?.suggested, 1);
  assert.equal((await open()).length, 1);

  /** The first transaction claims the run; the one that would give it back never happens. */
  function onlyOnce(): typeof db.inBrand {
    let count = 0;
    return (id, work) => (count++ === 0 ? db.inBrand(id, work) : Promise.reject(new Error('killed')));
  }
});

test('a customer who stopped after the plan was made gets no suggestion', async () => {
  const { customer, ana, open, deps, brandId, store } = await prepare();
  const marina = await customer(ana);
  const stopping = {
    ...deps,
    db: {
      ...db,
      read: db.read.bind(db),
      inBrand: (async (id: string, work: (tx: never) => Promise<unknown>) =>
        db.inBrand(id, async (tx) => {
          const run = tx.run.bind(tx);
          tx.run = (async (statement: { name: string }, args: never) => {
            if (statement.name === lockSuggestionRun.name)
              await owner.query('update customers set opted_out_at = now() where id = $1', [marina]);
            return run(statement as never, args);
          }) as typeof tx.run;
          return work(tx as never);
        })) as typeof db.inBrand,
    },
  } as typeof deps;
  assert.equal((await suggestStoreDay(stopping, brandId, store, DAY))?.suggested, 0);
  assert.deepEqual(await open(), []);
});

test('a seller’s day is filled to the brand’s number over all campaigns, and what was used today counts', async () => {
  const { customer, ana, open, round, again, brandId, deps, campaign } = await prepare({}, { per_seller_day: 2 });
  await campaign({}, { priority: 9 });
  await owner.query('update brands set suggestions_per_seller_day = 3 where brand_id = $1', [brandId]);
  for (let i = 0; i < 8; i++) await customer(ana);
  await round();
  const made = await open();
  assert.deepEqual(made.length, 3);
  assert.equal(new Set(made.map(({ campaign_id }) => campaign_id)).size, 2);
  const [first] = made;
  const contact = aWish(first?.customer_id ?? '', {});
  deps.moveTo('2026-11-24T15:00:00.000Z');
  assert.equal((await attemptContact(deps, ana, contact)).kind, 'allowed');
  await owner.query(`update suggestions set state = 'done', closed_at = now() where customer_id = $1`, [
    first?.customer_id,
  ]);
  await again();
  await round();
  assert.equal((await open()).length, 2, 'the day of the seller is not filled twice');
  deps.moveTo('2026-11-25T15:00:00.000Z');
  await round();
  const [served] = made;
  const next = await open();
  assert.equal(next.length, 3, 'the next morning fills the day again');
  const ofCampaign = next.filter(({ campaign_id }) => campaign_id === served?.campaign_id);
  assert.ok(
    !ofCampaign.some(({ customer_id }) => customer_id === served?.customer_id),
    'not again for the same reason',
  );
});

test('a campaign that fails in one brand stops no other brand', async () => {
  const broken = await prepare();
  const sound = await prepare();
  await owner.query(`update stores set zone = 'America/Sao_Paulo' where brand_id = $1`, [broken.brandId]);
  await owner.query(`update campaigns set audience = '{"tags": 5}' where id = $1`, [broken.campaignId]);
  await broken.customer(broken.ana);
  await sound.customer(sound.ana);
  const failures: unknown[] = [];
  await doSuggestionRound({ ...sound.deps, onError: (error) => failures.push(error) });
  assert.ok(failures.length > 0);
  assert.equal((await sound.open()).length, 1);
});

test('open suggestions end with their campaign, and on the day after its last one', async () => {
  const { customer, ana, open, closed, round, deps, brandId, campaignId } = await prepare({}, { to_on: '2026-11-24' });
  await customer(ana);
  await round();
  assert.equal((await open()).length, 1);
  deps.moveTo('2026-11-25T15:00:00.000Z');
  await round();
  assert.deepEqual([await open(), await closed()], [[], ['campaign_ended']]);
  const { rows } = await owner.query('select state, active from campaigns where id = $1', [campaignId]);
  assert.deepEqual(rows, [{ state: 'ended', active: false }]);
  const other = await prepare();
  await other.customer(other.ana);
  await other.round();
  const ended = await db.inBrand(other.brandId, (tx) =>
    endSuggestionsOfCampaign(
      tx,
      { brandId: other.brandId, campaignId: other.campaignId, at: deps.now() },
      'campaign_paused',
    ),
  );
  assert.deepEqual([ended.length, await other.closed()], [1, ['campaign_paused']]);
  assert.notEqual(brandId, other.brandId);
});

test('a campaign that was resumed takes over what another one suggested meanwhile, and what was touched stays', async () => {
  const { customer, ana, davi, open, round, deps, brandId, campaign, campaignId } = await prepare({}, { priority: 2 });
  const first = await campaign({}, { priority: 1 });
  const [marina, beto] = [await customer(ana), await customer(davi)];
  const author = { brandId, personId: ana.personId } as Parameters<typeof startCampaign>[1];
  assert.equal((await pauseCampaign(deps, author, first)).kind, 'stopped');
  await round();
  assert.deepEqual(new Set((await open()).map(({ campaign_id }) => campaign_id)), new Set([campaignId]));
  await owner.query('update suggestions set touched_at = $1 where customer_id = $2', [MORNING, beto]);
  deps.moveTo('2026-11-24T12:30:00.000Z');
  assert.equal((await startCampaign(deps, author, first, { partial: false })).kind, 'started');
  await round();
  const after = new Map((await open()).map(({ customer_id, campaign_id }) => [customer_id, campaign_id]));
  assert.deepEqual([after.get(marina), after.get(beto)], [first, campaignId]);
});

test('quiet hours of the whole day leave nobody out, and a campaign whose days are all quiet does not start', async () => {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const policy = { ...DEFAULT_POLICY, windows: [{ days, start: '00:00', end: '24:00' }] };
  const { customer, ana, open, round, deps, brandId, campaign } = await prepare({}, {}, { policy });
  await customer(ana);
  await round();
  assert.equal((await open()).length, 1);
  const draft = await campaign({}, { state: 'draft', active: false, started_at: null });
  const author = { brandId, personId: ana.personId } as Parameters<typeof startCampaign>[1];
  const answer = await startCampaign(deps, author, draft, { partial: true });
  assert.deepEqual(answer, { kind: 'impossible', reason: 'quiet_period' });
});

test('a customer who asked for silence on all open hours of the day is left out', async () => {
  const { customer, ana, davi, open, round, brandId, stores } = await prepare();
  const [silent, partly] = [await customer(ana), await customer(davi)];
  for (const storeId of Object.values(stores))
    await owner.query('insert into store_hours values ($1, $2, 1, 600, 1320)', [brandId, storeId]);
  for (const [customerId, ends] of [
    [silent, '22:00'],
    [partly, '14:00'],
  ])
    await owner.query(
      `insert into asked_silences (brand_id, id, customer_id, days, starts, ends, made_at, made_by)
       values ($1, $2, $3, '{tue}', '08:00', $4, now(), $5)`,
      [brandId, uuidv7(), customerId, ends, ana.personId],
    );
  await round();
  assert.deepEqual(
    (await open()).map(({ customer_id }) => customer_id),
    [partly],
  );
});

test('a customer into whom a stopped, listed, silent or just contacted number was merged is left out', async () => {
  const { customer, ana, deps, open, round, brandId, stores } = await prepare({}, { cool_down_days: 7 });
  await owner.query('insert into store_hours values ($1, $2, 1, 600, 1320)', [brandId, stores.paulista]);
  const free = await customer(ana);
  const contacted = await customer(ana);
  assert.equal((await attemptContact(deps, ana, aWish(contacted))).kind, 'allowed');
  const merge = async (givenId?: string) => {
    const [intoId, id] = [await customer(ana), givenId ?? (await customer(ana))];
    const { rows } = await owner.query(
      `update customers set availability = 'merged', merged_into = $2 where id = $1 returning number_hash as hash`,
      [id, intoId],
    );
    return { intoId, id, hash: rows[0].hash };
  };
  const [stopped, listed, silent, untouched] = [await merge(), await merge(), await merge(), await merge()];
  await merge(contacted);
  const add = (table: string, columns: string, values: string, hash: unknown) =>
    owner.query(`insert into ${table} (brand_id, number_hash, ${columns}) values ($1, $2, ${values})`, [brandId, hash]);
  await add('opt_outs', 'stopped_at, source', `'2026-11-01T12:00:00Z', 'import'`, stopped.hash);
  await add('do_not_call_numbers', 'first_listed_on', `'2026-11-01'`, listed.hash);
  await add(
    'asked_silences',
    'id, customer_id, until_on, made_at, made_by',
    `gen_random_uuid(), '${silent.id}', '2026-11-30', now(), '${ana.personId}'`,
    silent.hash,
  );
  await round();
  assert.deepEqual(new Set((await open()).map(({ customer_id }) => customer_id)), new Set([free, untouched.intoId]));
});

test('an audience is counted with its left-out customers and three filled texts', async () => {
  const { customer, ana, brandId, deps } = await prepare();
  for (let i = 0; i < 4; i++) await customer(ana, { name: `Cliente ${i}` });
  await customer(ana, { permission: 'refused' });
  const campaign = { audience: {}, coolDownDays: 0, text: 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca}.' };
  for (const sample of [true, false]) {
    const counted = await countAudience(deps, brandId, campaign, deps.now(), { sample });
    const { examples = [], ...numbers } = counted ?? {};
    assert.deepEqual(numbers, {
      ...{ isEstimate: false, matched: 5, reachable: 4, leftOut: [{ reason: 'opted_out', count: 1 }] },
    });
    assert.deepEqual(
      examples.map(({ text }) => text),
      [...['Cliente', 'Cliente', 'Cliente'].map((name) => `Oi, ${name}! Aqui é Ana, da Aurora.`)],
    );
  }
});

test('a large audience is estimated from a sample', async () => {
  const { ana, brandId, deps } = await prepare();
  await owner.query(
    `insert into customers (brand_id, id, name, store_id, seller_id, phone, phone_kind, number_hash, permission, created_at)
     select $1, uuidv7(), 'Cliente ' || n, $2, $3, '+55118' || lpad(n::text, 8, '0'), 'mobile',
       sha256(n::text::bytea),
       case when n % 4 = 0 then 'unknown' else 'granted' end, now() from generate_series(1, 4000) n`,
    [brandId, ana.storeId, ana.personId],
  );
  const campaign = { audience: {}, coolDownDays: 0, text: 'Oi!' };
  const counted = await countAudience(deps, brandId, campaign, deps.now(), { sample: true });
  assert.ok(counted?.isEstimate);
  assert.ok(Math.abs(counted.matched - 4000) < 1000, `${counted.matched} of 4,000`);
  assert.ok(Math.abs(counted.reachable - 3000) < 900, `${counted.reachable} of 3,000`);
  const exact = await countAudience(deps, brandId, campaign, deps.now(), { sample: false });
  assert.deepEqual([exact?.matched, exact?.reachable, exact?.isEstimate], [4000, 3000, false]);
});

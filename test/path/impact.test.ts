/**
 * The impact engine over a real record: the policies in force give back the record, and another policy what it would
 * have decided (A2, A6).
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { urlOf } from '#db/core/installation/roles.ts';
import { listReceiptsFrom, receiptOfRow } from '#db/record/receipts.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { changePlan, publishPolicy, suspendPolicy } from '#flows/policy/change-policy.ts';
import { countSlices, type ImpactQuestion, slicesOf } from '#flows/policy/impact.ts';
import { BrandClocks } from '#flows/policy/timelines.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aPublication } from '#kit/publication-body.ts';
import { impactEngine } from '#main/policy/impact-engine.ts';
import { decide } from '#rules/contact/decide.ts';
import type { ImpactTally } from '#rules/impact/impact-tally.ts';
import { DEFAULT_POLICY, type Policy, parsePolicy } from '#rules/policy/policy.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import { contextOfReceipt, zonesOf } from '#rules/record/receipt-replay.ts';

// Registered before the database's own hook: hooks run in order, so the worker threads disconnect before the database
// closes.
const closers: (() => Promise<void>)[] = [];
after(() => Promise.all(closers.map((close) => close())));
const { db, owner, logins } = await withDatabase();
const engine = impactEngine({ url: urlOf('oto_runtime', logins) });
closers.push(() => engine.close());

const SUPPORT = { authorId: 'sofia', authorName: 'Sofia', reason: 'Chamado 7' };
const STARTED_AT = Date.parse('2026-11-20T12:00:00Z');
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const policyOf = (wanted: unknown): Policy => {
  const parsed = parsePolicy(wanted);
  assert.ok(parsed.ok);
  return parsed.policy;
};

/**
 * Makes three days of attempts with a new version, a suspension and a change of plan; every second warning of a
 * profile contact is acknowledged.
 */
async function makeHistory() {
  const brand = await aBrand(owner);
  const flowDeps = createFlowDeps(db, new Date(STARTED_AT).toISOString());
  const wish = { origin: null, attemptId: null, acknowledgement: null, because: null, hold: null, text: 'Oi' };
  for (let hour = 0; hour < 60; hour++) {
    flowDeps.moveTo(new Date(STARTED_AT + hour * 3_600_000 + 59_000).toISOString());
    const seller = hour % 3 === 0 ? brand.davi : brand.ana;
    const customerId = await brand.customer(seller, hour % 7 === 0 ? { permission: 'unknown' } : {});
    const suggestionId = hour % 2 === 0 ? await brand.suggestion(seller, customerId) : null;
    const asked = { ...wish, key: uuidv7(), customerId, suggestionId };
    const answer = await attemptContact(flowDeps, seller, asked);
    if (answer.kind === 'warned' && hour % 4 === 1) {
      const { token } = answer.acknowledgement;
      await attemptContact(flowDeps, seller, { ...asked, key: uuidv7(), acknowledgement: token });
    }
    if (hour === 20) {
      const wanted = { windows: [{ days, start: '19:00', end: '09:00' }], clocks: 'store-and-customer' };
      await publishPolicy(flowDeps, brand.brandId, aPublication(wanted), SUPPORT);
    }
    if (hour === 30) await suspendPolicy(flowDeps, brand.brandId, flowDeps.now() + 4 * 3_600_000, SUPPORT);
    if (hour === 45) await changePlan(flowDeps, brand.brandId, 'starter', SUPPORT);
  }
  await owner.query(
    `update attempts set outcome = 'stop' where brand_id = $1 and id in
       (select attempt_id from receipts where brand_id = $1 and verdict = 'allow' order by number desc limit 7)`,
    [brand.brandId],
  );
  return brand;
}

const brand = await makeHistory();
const question = (policy: Policy | null): ImpactQuestion => ({
  brandId: brand.brandId,
  from: STARTED_AT - 30 * 86_400_000,
  until: STARTED_AT + 10 * 86_400_000,
  policy,
});

/** Counts slowly and plainly: decides the first decision of each attempt again, one by one, as a replay does. */
async function countPlainly(policy: Policy, { brandId } = brand) {
  const rows = await db.read(brandId, (reads) => reads.run(listReceiptsFrom, { brandId, after: 0, limit: 1_000 }));
  const effectiveAt = Number.NEGATIVE_INFINITY;
  const clocks = new BrandClocks(
    timelineOf([{ revision: 1, at: 0, kind: 'publish', version: 1, policy, effectiveAt }]),
  );
  const seenAttempts = new Set<string>();
  const counts = { attempts: 0, suggestion: 0, profile: 0, different: 0 };
  for (const receipt of rows.map(receiptOfRow)) {
    if (seenAttempts.has(receipt.attemptId)) continue;
    seenAttempts.add(receipt.attemptId);
    const quiet = clocks.around(receipt.decidedAt, zonesOf(receipt));
    const { decision } = decide({ ...contextOfReceipt(receipt, clocks.timeline, quiet), plan: 'growth' });
    counts.attempts++;
    if (decision.reason === 'quiet_hours' && decision.origin === 'suggestion') counts.suggestion++;
    if (decision.reason === 'quiet_hours' && decision.origin === 'profile') counts.profile++;
    if (JSON.stringify(decision.reasons) !== JSON.stringify(receipt.reasons)) counts.different++;
  }
  return counts;
}

const summary = ({ attempts, would, different }: ImpactTally) => ({ attempts, ...would, different });
const POLICIES = [
  DEFAULT_POLICY,
  policyOf({ windows: [{ days, start: '18:00', end: '10:00' }] }),
  policyOf({ windows: [{ days: ['sat', 'sun'], start: '00:00', end: '24:00' }], clocks: 'brand' }),
  policyOf({ windows: [{ days, start: '21:00', end: '07:00' }], clocks: 'store-and-customer' }),
];

test('A6: the policies that were in force give back the recorded decisions, over versions, a suspension and a lost plan', async () => {
  const tally = await engine.ask(question(null));
  assert.equal(tally.attempts, 60, 'each attempt counts once, by its first decision');
  assert.equal(tally.different, 0);
  assert.deepEqual(tally.would, tally.did);
  assert.ok(tally.did.suggestion > 5 && tally.did.profile > 5, JSON.stringify(tally.did));
});

test('A6: a version judged over its own record has no difference', async () => {
  const first = { ...question(DEFAULT_POLICY), until: STARTED_AT + 20 * 3_600_000 };
  const { attempts, different, examples } = await engine.ask(first);
  assert.deepEqual([attempts, different, examples], [20, 0, []]);
});

test('the worker threads count the same as a plain loop over the record, and the same as one thread', async () => {
  for (const policy of POLICIES) {
    const asked = question(policy);
    const tally = await engine.ask(asked);
    assert.deepEqual(summary(tally), await countPlainly(policy));
    assert.deepEqual(tally, await countSlices(db, asked, slicesOf(asked)));
  }
});

test('A6: silences that customers asked for stay in force: the same policy has no difference, another one keeps their refusals', async () => {
  const other = await aBrand(owner);
  const flowDeps = createFlowDeps(db, new Date(STARTED_AT).toISOString());
  const wish = { origin: null, attemptId: null, acknowledgement: null, because: null, hold: null, text: 'Oi' };
  const silences = [{ days: ['sat', 'sun'], starts: '00:00', ends: '16:00' }, { until: '2026-11-22' }];
  for (let hour = 0; hour < 96; hour += 2) {
    flowDeps.moveTo(new Date(STARTED_AT + hour * 3_600_000).toISOString());
    const customerId = await other.customer(other.ana);
    const { days: on, starts, ends, until } = { ...NOTHING, ...silences[(hour / 2) % 3] };
    await owner.query(
      `insert into asked_silences (brand_id, id, customer_id, days, starts, ends, until_on, made_at, made_by)
       select $1, $2, $3, $4, $5, $6, $7, now(), $8 where $4::text[] is not null or $7::date is not null`,
      [other.brandId, uuidv7(), customerId, on, starts, ends, until, other.ana.personId],
    );
    const suggestionId = hour % 4 === 0 ? await other.suggestion(other.ana, customerId) : null;
    await attemptContact(flowDeps, other.ana, { ...wish, key: uuidv7(), customerId, suggestionId });
  }
  const { rows } = await owner.query(
    `select reason, verdict, count(*)::int as n from receipts where brand_id = $1 group by 1, 2 order by 1, 2`,
    [other.brandId],
  );
  const askedAlone = rows.filter(({ reason }) => reason === 'customer_asked_silence').map(({ n }) => n);
  assert.ok(askedAlone.length === 2 && Math.min(...askedAlone) > 3, JSON.stringify(rows));
  for (const policy of [null, DEFAULT_POLICY]) {
    const { attempts, different, did, would } = await engine.ask({ ...question(policy), brandId: other.brandId });
    assert.deepEqual([attempts, different, would], [48, 0, did]);
  }
  for (const policy of POLICIES) {
    const asked = { ...question(policy), brandId: other.brandId };
    assert.deepEqual(summary(await engine.ask(asked)), await countPlainly(policy, other));
  }
  const none = policyOf({ windows: [] });
  const freed = await engine.ask({ ...question(none), brandId: other.brandId });
  assert.deepEqual(freed.would, { suggestion: 0, profile: 0 });
  assert.ok(freed.examples.length > 0);
  const { rows: kept } = await owner.query(
    `select count(*)::int as n from receipts where brand_id = $1 and reasons @> '[{"reason": "quiet_hours"}]'`,
    [other.brandId],
  );
  assert.equal(
    freed.different,
    kept[0].n,
    'without quiet hours only the contacts that they had refused or warned differ',
  );
});

const NOTHING = { days: null, starts: null, ends: null, until: null };

test('only the first decision of an attempt counts, wherever in the record its later decisions lie', async () => {
  const other = await aBrand(owner);
  const flowDeps = createFlowDeps(db, new Date(STARTED_AT).toISOString());
  const wish = { origin: null, attemptId: null, acknowledgement: null, because: null, hold: null, text: 'Oi' };
  for (let n = 0; n < 12; n++) {
    flowDeps.moveTo(new Date(STARTED_AT + n * 3_600_000).toISOString());
    const customerId = await other.customer(other.ana);
    await attemptContact(flowDeps, other.ana, { ...wish, key: uuidv7(), customerId, suggestionId: null });
  }
  // Each is decided again: in the same slice, in slices before and after, and outside of the stretch asked about.
  const days = [0, 0, 7, 7, -7, -7, 60, -60];
  for (const [n, offset] of days.entries()) {
    await owner.query(
      `insert into receipts select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', $3::int,
         'decided_at', r.decided_at + $4::int * interval '1 day' + interval '1 minute'))).*
       from receipts r where brand_id = $1 and number = $2`,
      [other.brandId, n + 1, 1_000 + n, offset],
    );
  }
  const asked = { ...question(POLICIES[1] ?? DEFAULT_POLICY), brandId: other.brandId };
  const { rows } = await owner.query(
    `select count(*)::int as n from (select distinct on (attempt_id) decided_at from receipts where brand_id = $1
       order by attempt_id, number) f where decided_at >= to_timestamp($2) and decided_at < to_timestamp($3)`,
    [other.brandId, asked.from / 1_000, asked.until / 1_000],
  );
  assert.equal((await countSlices(db, asked, slicesOf(asked))).attempts, rows[0].n);
  assert.equal(rows[0].n, 12);
  const late = { ...asked, from: STARTED_AT + 6 * 86_400_000 };
  assert.equal((await countSlices(db, late, slicesOf(late))).attempts, 0, 'later decisions alone are no attempts');
});

test('A2: the counts by hour and by store add up to the totals, and stops and examples are of this brand', async () => {
  const tally = await engine.ask(question(POLICIES[1] ?? DEFAULT_POLICY));
  const sum = (counts: Iterable<{ attempts: number; suggestion: number; profile: number }>) => {
    const all = [...counts];
    const of = (key: 'attempts' | 'suggestion' | 'profile') => all.reduce((before, each) => before + each[key], 0);
    return [of('attempts'), of('suggestion') + of('profile')];
  };
  const expected = [60, tally.would.suggestion + tally.would.profile];
  assert.deepEqual(sum(tally.hours), expected);
  assert.deepEqual(sum(tally.stores.values()), expected);
  assert.equal(tally.stops.all, 7);
  assert.equal(tally.stops.inQuiet, 2, 'the stops at 19:00 and 20:00 in São Paulo');
  const { rows } = await owner.query('select id from attempts where brand_id = $1', [brand.brandId]);
  const ids = new Set(rows.map(({ id }) => id));
  assert.ok(tally.examples.length > 0 && tally.examples.every(({ attemptId }) => ids.has(attemptId)));
});

test('another brand’s record is not counted, and a brand without a record has no attempts', async () => {
  const other = await aBrand(owner);
  const { attempts } = await engine.ask({ ...question(DEFAULT_POLICY), brandId: other.brandId });
  assert.equal(attempts, 0);
});

test('the server’s own thread runs other work while the worker threads count', async () => {
  let turns = 0;
  let counting = true;
  const asked = engine.ask(question(DEFAULT_POLICY)).finally(() => {
    counting = false;
  });
  while (counting) {
    await new Promise((resolve) => setImmediate(resolve));
    turns++;
  }
  await asked;
  assert.ok(turns > 20, `the event loop ran only ${turns} times while the worker threads counted`);
});

test('a worker thread that cannot count makes the question fail with an error, and the next question is answered', async () => {
  const url = urlOf('oto_runtime', logins).replace(/\/[^/]*$/, '/nowhere');
  const unreachable = impactEngine({ url });
  closers.push(() => unreachable.close());
  await assert.rejects(unreachable.ask(question(null)), /no impact/);
  assert.equal((await engine.ask(question(null))).attempts, 60);
});

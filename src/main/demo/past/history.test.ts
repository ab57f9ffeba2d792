/** Tests of the demo's history: its record verifies and replays like any other, and today's suggestions stay open. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { urlOf } from '#db/core/installation/roles.ts';
import { countSlices, IMPACT_MS, type ImpactQuestion, slicesOf } from '#flows/policy/impact.ts';
import { quietFigure } from '#flows/policy/quiet-figure.ts';
import { Timelines } from '#flows/policy/timelines.ts';
import { replayRecord } from '#flows/record/replay-record.ts';
import { verifyRecord } from '#flows/record/verify-record.ts';
import { type TestDatabase, withDatabase } from '#kit/database.ts';
import { secret } from '#kit/postgres.ts';
import { keysOf } from '#main/core/secrets/keys.ts';
import { tzVersion } from '#main/core/tz-version.ts';
import { DEMO_BRANDS } from '#main/demo/brands.ts';
import { fillDemo } from '#main/demo/fill-demo.ts';
import { createAuth } from '#main/sign-in/auth.ts';
import { pinDigestsBy } from '#main/sign-in/pin-digests.ts';
import { parsePolicy } from '#rules/policy/policy.ts';

// Registered before the hooks of the databases: hooks run in order, and connections must be closed before they are dropped.
const closing: (() => Promise<void>)[] = [];
after(() => Promise.all(closing.map((close) => close())));
const DAY_MS = 86_400_000;
const TODAY = Date.parse('2026-11-22T00:00:00Z');
const keys = keysOf(secret);

async function filledAt(instant: string): Promise<TestDatabase> {
  const database = await withDatabase();
  const hostNow = () => Date.parse(instant);
  const onError = (error: unknown) => {
    throw error;
  };
  const auth = createAuth({
    url: urlOf('oto_auth', database.logins),
    cookieKeys: [keys.sessions],
    hostNow,
    onError,
  });
  closing.push(auth.close);
  const { db } = database;
  await fillDemo({ db, accounts: auth.accounts, keys, hostNow, pinDigests: pinDigestsBy([keys.pins]) });
  return database;
}

const { db, owner } = await filledAt('2026-11-22T15:00:00Z');
const other = await filledAt('2026-11-22T23:59:59Z');
const rowsOf = async (query: string) => (await owner.query(query)).rows;
const brands: readonly { id: string; slug: string }[] = await rowsOf('select brand_id as id, slug from brands');
const everything = (brandId: string): ImpactQuestion => ({
  brandId,
  from: TODAY - 100 * DAY_MS,
  until: TODAY,
  policy: null,
});

test('two starts on one day make the same history, to the byte', async () => {
  const tables = ['suggestions', 'turns', 'attempts', 'receipts', 'handovers', 'opt_outs', 'policy_events', 'ledgers'];
  const more = ['customers', 'purchases', 'tickets', 'ticket_messages', 'tickets_seen', 'leads', 'help_answers'];
  for (const table of [...tables, ...more]) {
    // The suggestions of the day have ids of their own, as in production.
    const which = table === 'suggestions' ? `where suggested_on < '2026-11-21'` : '';
    const query = `select count(*)::int as n, md5(string_agg(t::text, '' order by t::text)) as bytes from ${table} t ${which}`;
    const [mine] = await rowsOf(query);
    assert.ok(mine.n > 0, `${table} is not empty`);
    assert.deepEqual((await other.owner.query(query)).rows, [mine], table);
  }
});

test('R2, R3: the chain is whole, and replaying gives every decision again, to the byte', async () => {
  for (const { id, slug } of brands) {
    const { receipts, broken } = await verifyRecord(db, keys.receipts, id);
    const differences: unknown[] = [];
    const judged = await replayRecord({ db, timelines: new Timelines(), tzVersion }, id, (each) =>
      differences.push(each),
    );
    assert.deepEqual([broken, differences], [null, []], slug);
    assert.ok(judged === receipts && receipts > 200, `${slug}: ${receipts} receipts`);
  }
  const astray = await rowsOf(
    `select b.number from receipts a join receipts b on b.brand_id = a.brand_id and b.number = a.number + 1
     where b.decided_at < a.decided_at`,
  );
  assert.deepEqual(astray, [], 'receipts are in the order of their decisions');
});

test('A6: the impact of the policy log equals the record; the impact of the version alone differs by the suspension', async () => {
  for (const { id, slug } of brands) {
    const question = everything(id);
    const tally = await countSlices(db, question, slicesOf(question));
    assert.equal(tally.different, 0, slug);
    assert.deepEqual(tally.would, tally.did, slug);
    const parsed = parsePolicy(DEMO_BRANDS.find((brand) => brand.slug === slug)?.policy ?? {});
    assert.ok(parsed.ok);
    const { different } = await countSlices(db, { ...question, policy: parsed.policy }, slicesOf(question));
    assert.ok(different > 0, `${slug} had other hours for a time, or a pause, or nothing in force`);
  }
});

test('the history begins 91 days ago, ends before yesterday, and leaves no hand-over without an outcome', async () => {
  const [span] = await rowsOf('select min(created_at) as first, max(updated_at) as last from attempts');
  assert.ok(span.first >= TODAY - 91 * DAY_MS && span.last < TODAY, JSON.stringify(span));
  const waiting = `select state, outcome from attempts where state = 'handed_over' or outcome = 'sent'`;
  assert.deepEqual(await rowsOf(waiting), []);
  assert.deepEqual(await rowsOf('select id from turns where ended_at is null'), []);
});

test('open suggestions are the day’s, 5 to 12 for each seller, of customers whom nobody stopped and nobody contacted for a week', async () => {
  const open = await rowsOf(
    `select p.name, count(g.id)::int as n, min(g.suggested_on)::text as first from people p
     left join suggestions g on g.brand_id = p.brand_id and g.seller_id = p.id and g.state = 'open'
     where p.role <> 'brand_manager' group by p.brand_id, p.id, p.name`,
  );
  for (const { name, n, first } of open)
    assert.ok(n >= 5 && n <= 12 && first >= '2026-11-21', `${name}: ${n}, ${first}`);
  const disturbed = await rowsOf(
    `select c.name, c.last_contact_at, a.created_at from suggestions g
     join customers c on c.brand_id = g.brand_id and c.id = g.customer_id
     left join attempts a on a.brand_id = c.brand_id and a.customer_id = c.id and a.state = 'sent'
     where g.state = 'open' and (c.opted_out_at is not null or c.wrong_number_at is not null
       or c.permission <> 'granted' or greatest(c.last_contact_at, a.created_at) >= '2026-11-15T15:00:00Z')`,
  );
  assert.deepEqual(disturbed, []);
  const early = await rowsOf(
    `select a.id from attempts a join customers c on c.brand_id = a.brand_id and c.id = a.customer_id
     where a.created_at < c.customer_since`,
  );
  assert.deepEqual(early, [], 'no customer was contacted before the first purchase');
});

test('customers’ rows agree with the record: last contact, stops and wrong numbers', async () => {
  const contacts = await rowsOf(
    `select c.name from customers c join (
       select a.brand_id, a.customer_id, max(h.handed_at) filter (where h.withdrawn_at is null) as at
       from handovers h join attempts a on a.brand_id = h.brand_id and a.id = h.attempt_id group by 1, 2) h
     on h.brand_id = c.brand_id and h.customer_id = c.id
     where h.at is not null and c.last_contact_at is distinct from h.at`,
  );
  assert.deepEqual(contacts, []);
  const said = await rowsOf(
    `select a.outcome from attempts a join customers c on c.brand_id = a.brand_id and c.id = a.customer_id
     where (a.outcome = 'wrong_number' and c.wrong_number_at is distinct from a.updated_at)
       or (a.outcome = 'stop' and (c.opted_out_at is distinct from a.updated_at or not exists (
         select from opt_outs o where o.brand_id = c.brand_id and o.number_hash = c.number_hash
           and o.stopped_at = a.updated_at)))
       or (a.outcome = 'not_sent' and exists (select from handovers h
         where h.brand_id = a.brand_id and h.attempt_id = a.id and h.withdrawn_at is null))`,
  );
  assert.deepEqual(said, []);
  const links = `select id from handovers where valid_until > handed_at + interval '2 minutes' or valid_until <= handed_at`;
  assert.deepEqual(await rowsOf(links), []);
});

test('the history is lifelike in its late, refused, repeated, warned and stopped contacts', async () => {
  for (const { id, slug } of brands) {
    const figures = Object.fromEntries(
      (await rowsOf(`select * from (${FIGURES}) f where brand_id = '${id}'`)).flatMap(Object.entries),
    );
    const { days, suggested, late, refused, back, warned, gone_on: on, round, stops } = figures;
    const told = `${slug}: ${JSON.stringify(figures)}`;
    assert.ok(days > 0.5 && days < 4, told);
    assert.ok(suggested > 0.6 && suggested < 0.85, told);
    assert.ok(late > 0.06 && late < 0.2, told);
    assert.ok(stops > 0, told);
    if (slug === 'brisa') {
      assert.deepEqual([refused, warned], [0, 0], told);
      continue;
    }
    assert.ok(refused > 10 && back > 0.4 && back < 0.95, told);
    assert.ok(warned > 10 && on > 0.25 && on < 0.7 && round > 0, told);
  }
  const reasons = await rowsOf(
    `select distinct b.slug, r.acknowledged_because is not null as named from receipts r join brands b using (brand_id)
     where 'quiet_hours' = any(r.acknowledged) order by 1`,
  );
  assert.deepEqual(reasons, [
    { slug: 'aurora', named: false },
    { slug: 'cais', named: true },
  ]);
});

/** For each brand: attempts per person and day, shares of suggestions and of evenings, and what followed refusals and warnings. */
const FIGURES = `
  select a.brand_id,
    count(*) / 90 / count(distinct a.seller_id)::float8 as days,
    avg((a.suggestion_id is not null)::int)::float8 as suggested,
    avg((date_part('hour', a.created_at at time zone s.zone) >= 20)::int)::float8 as late,
    (count(*) filter (where a.refused_at is not null))::int as refused,
    (avg((exists (select from attempts b where b.brand_id = a.brand_id and b.suggestion_id = a.suggestion_id
      and b.created_at > a.created_at))::int) filter (where a.refused_at is not null))::float8 as back,
    (count(*) filter (where r.verdict = 'warn' and r.reason = 'quiet_hours'))::int as warned,
    (avg((a.state <> 'warned')::int) filter (where r.verdict = 'warn' and r.reason = 'quiet_hours'))::float8 as gone_on,
    (count(*) filter (where r.after_refusal))::int as round,
    (count(*) filter (where a.outcome = 'stop'))::int as stops
  from attempts a join stores s on s.brand_id = a.brand_id and s.id = a.store_id
  join lateral (select * from receipts r where r.brand_id = a.brand_id and r.attempt_id = a.id
    order by r.number limit 1) r on true
  group by a.brand_id`;

test('Cais made contacts in the hour for which its quiet hours were suspended', async () => {
  const [pause] = await rowsOf(
    `select e.suspended_from as from, e.suspended_until as until, count(r.*)::int as n from policy_events e
     join receipts r on r.brand_id = e.brand_id and r.decided_at >= e.suspended_from and r.decided_at < e.suspended_until
     where r.verdict = 'allow' and r.policy_version is null group by 1, 2`,
  );
  assert.equal(
    new Date(pause.from).toISOString(),
    '2026-10-29T23:00:00.000Z',
    'the suspension is not on Finados or the weekend before',
  );
  assert.equal(pause.until - pause.from, 3_600_000);
  assert.ok(pause.n > 0);
  const untold = await rowsOf(
    `select p.name from people p join brands b using (brand_id) where b.slug = 'cais' and not exists (
       select from notices_seen n where n.brand_id = p.brand_id and n.person_id = p.id and n.notice = 'suspend:2')`,
  );
  assert.deepEqual(untold, [], 'everybody has seen the notice of the suspension');
});

test('A1: Aurora has an open ticket, Brisa has an open lead, and Brisa’s own figure shows late contacts', async () => {
  const tickets = await rowsOf(
    `select number, kind, start_time, end_time, state, version, opened_name from tickets order by number`,
  );
  const ofGabriela = { opened_name: 'Gabriela Paz' };
  assert.deepEqual(tickets, [
    { number: 1, kind: 'activate', start_time: '20:00', end_time: '08:00', state: 'closed', version: 1, ...ofGabriela },
    { number: 2, kind: 'change', start_time: '21:00', end_time: '08:00', state: 'open', version: null, ...ofGabriela },
  ]);
  assert.deepEqual(await rowsOf('select person_name, state from leads'), [
    { person_name: 'Marcos Teles', state: 'open' },
  ]);
  const brisa = brands.find(({ slug }) => slug === 'brisa')?.id ?? '';
  const engine = { ask: (question: ImpactQuestion) => countSlices(db, question, slicesOf(question)) };
  const { contacts } = await quietFigure({ db, engine, now: () => TODAY }, brisa);
  assert.ok((contacts ?? 0) > 10 && IMPACT_MS === 90 * DAY_MS, `${contacts} late contacts`);
});

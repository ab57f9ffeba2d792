/**
 * The rehearsal of a campaign says in which minute each contact is held, ready and sent. The days that follow do just that,
 * where sellers use each suggestion at the minute that the rehearsal assumes.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from 'uuidv7';
import { type Chance, chanceOf } from '#chaos/seeded-random.ts';
import { readBrandTerms, readFacts } from '#flows/campaigns/read-facts.ts';
import { readRehearsedCustomers } from '#flows/campaigns/rehearsal/read-customers.ts';
import { rehearseStores, type StoresQuestion } from '#flows/campaigns/rehearsal/rehearse-stores.ts';
import { runSuggestions } from '#flows/campaigns/run-suggestions.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { makeAbsence } from '#flows/customers/absences/make-absence.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { quietFrom, SAO_PAULO } from '#kit/context-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { aWish, dispatch, openDaily } from '#kit/hold-helpers.ts';
import type { AudienceFacts } from '#rules/campaigns/audience-facts.ts';
import { minutesOfUse } from '#rules/campaigns/rehearsal/minutes-of-use.ts';
import { openTimes, runTime, usableTimes } from '#rules/campaigns/run-time.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { dayOf } from '#rules/time/calendar.ts';
import { dateText } from '#rules/time/local-day.ts';
import type { OpenStore } from '#rules/time/store-hours.ts';

const { db, owner } = await withDatabase();

const MINUTE = 60_000;
const DAY = dayOf('2026-11-24') as number;
const LAST_DAY = DAY + 3;

type FlowDeps = ReturnType<typeof createFlowDeps>;
type Brand = Awaited<ReturnType<typeof aBrand>>;

async function insertCampaign(brandId: string, row: Record<string, unknown>): Promise<string> {
  const id = uuidv7();
  const all = {
    ...{ brand_id: brandId, id, name: id, template: 'Oi, {primeiro_nome}!', created_at: new Date() },
    ...row,
  };
  const columns = Object.keys(all);
  await owner.query(
    `insert into campaigns (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(all),
  );
  return id;
}

/** A brand with random hours, limits, customers, days off and a second campaign that shares the quotas. */
async function randomBrand(chance: Chance) {
  const pace = chance.pick([
    DEFAULT_POLICY.pace,
    { ...DEFAULT_POLICY.pace, seller: { max: 1, perMinutes: 50, action: 'block' as const }, releaseSpreadMinutes: 30 },
    { ...DEFAULT_POLICY.pace, seller: { max: 2, perMinutes: 90, action: 'warn' as const }, releaseSpreadMinutes: 5 },
  ]);
  const policy = quietFrom(chance.pick(['20:00', '17:30', '13:00']), chance.pick(['08:00', '11:15']), { pace });
  const brand = await aBrand(owner, { policy });
  const { brandId, stores } = brand;
  const closes = chance.pick([1320, 840, 1000]);
  await openDaily(owner, brandId, stores.paulista, 600, closes);
  if (chance.happens(40))
    await owner.query(`delete from store_hours where store_id = $1 and weekday = 2`, [stores.paulista]);
  const now = chance.pick(['2026-11-24T12:00:00.000Z', '2026-11-24T17:22:30.000Z', '2026-11-25T00:40:00.000Z']);
  await owner.query(`update campaigns set state = 'ended', active = false where brand_id = $1`, [brandId]);
  const quota = chance.pick([2, 4, 20]);
  await owner.query(`update brands set suggestions_per_seller_day = $2, cool_down_days = $3 where brand_id = $1`, [
    ...[brandId, quota, chance.pick([0, 2])],
  ]);
  for (let i = 0; i < 14; i++) {
    const of = chance.pick([brand.ana, brand.bruno]);
    const customerId = await brand.customer(of, {
      last_contact_at: chance.pick([null, '2026-11-01T15:00:00.000Z', '2026-10-01T15:00:00.000Z']),
      permission: chance.happens(10) ? 'unknown' : 'granted',
      contact_from_minute: chance.happens(10) ? 780 : null,
      seller_id: chance.happens(15) ? null : of.personId,
    });
    const boughtOn = dateText(DAY - chance.pick([3, 28, 29, 60]));
    await owner.query(
      `insert into purchases (brand_id, id, customer_id, store_id, bought_on, items, total_cents)
       values ($1, $2, $3, $4, $5, 'vestido', 1000)`,
      [brandId, uuidv7(), customerId, stores.paulista, boughtOn],
    );
    if (!chance.happens(15)) continue;
    await owner.query(
      `insert into asked_silences (brand_id, id, customer_id, days, starts, ends, made_at, made_by)
       values ($1, $2, $3, '{mon,tue,wed,thu,fri,sat,sun}', '00:00', $4, $5, $6)`,
      [brandId, uuidv7(), customerId, chance.pick(['14:00', '24:00', '10:30']), now, of.personId],
    );
  }
  const ofOthers = {
    state: 'running',
    active: true,
    started_at: now,
    priority: chance.pick([1, 9]),
    per_seller_day: 2,
  };
  await insertCampaign(brandId, { ...ofOthers, audience: JSON.stringify({ lastPurchaseDays: { min: 0, max: 29 } }) });
  const campaign = {
    ...{ name: 'Ensaio', text: 'Oi, {primeiro_nome}!', priority: 5, from: null, to: dateText(LAST_DAY) },
    ...{ coolDownDays: chance.pick([0, 5]), perSellerDay: chance.pick([1, 3]), legalReason: null, version: 1 },
    ...{ legalBasis: 'consent' as const, audience: chance.pick([{}, { lastPurchaseDays: { min: 30, max: null } }]) },
  };
  const { audience, text: template, priority, to, coolDownDays, perSellerDay } = campaign;
  const id = await insertCampaign(brandId, {
    ...{ name: 'Ensaio', template, priority, to_on: to, cool_down_days: coolDownDays, per_seller_day: perSellerDay },
    audience: JSON.stringify(audience),
  });
  const flowDeps = createFlowDeps(db, now);
  if (chance.happens(40)) {
    const [from, until] = [dateText(DAY + 1), dateText(DAY + 2)];
    const wish = { from, until, pass: 'nothing', dryRun: false };
    await makeAbsence(flowDeps, brand.gestora as never, brand.ana.personId, wish);
  }
  return { brand, flowDeps, campaign: { ...campaign, id } };
}

/** Rehearses the campaign as the processes beside the server do. */
async function rehearse(
  { brandId }: Brand,
  flowDeps: FlowDeps,
  campaign: StoresQuestion['campaign'],
  storeIds: string[],
) {
  const events: string[] = [];
  const question = { brandId, campaign, policy: null, now: flowDeps.now(), lastDay: LAST_DAY, storeIds, fixes: false };
  const answer = await rehearseStores(flowDeps, question, (kind, id, at) =>
    events.push(`${new Date(at).toISOString()} ${kind} ${id}`),
  );
  return { ...answer.rehearsed, events: events.toSorted() };
}

interface Use {
  readonly at: number;
  readonly order: number;
  readonly suggestionId: string;
  readonly sellerId: string;
  readonly customerId: string;
  readonly until: number;
}

/** Lives through the days: makes the suggestions when they are due, uses them as assumed, and sends what becomes ready. */
async function liveThroughDays(flowDeps: FlowDeps, brand: Brand): Promise<void> {
  const { brandId, stores, ana, bruno, carla } = brand;
  const people = new Map([ana, bruno, carla].map((each) => [each.personId, each]));
  const { rows: hours } = await owner.query(
    `select weekday, opens_minute as "opensMinute", closes_minute as "closesMinute" from store_hours where store_id = $1`,
    [stores.paulista],
  );
  const store = { zone: SAO_PAULO, hours, dates: [] };
  const deps = { ...flowDeps, onError: (error: unknown) => assert.fail(String(error)) };
  const began = flowDeps.now();
  const plans = [began];
  for (let day = DAY; day <= LAST_DAY; day++) if (runTime(store, day) > began) plans.push(runTime(store, day));
  let uses: Use[] = [];
  let count = 0;
  for (;;) {
    const { rows } = await owner.query(
      `select min(due_at) as at from holds where brand_id = $1 and ended_at is null and state = 'waiting'`,
      [brandId],
    );
    const dueAt = rows[0].at === null ? Number.POSITIVE_INFINITY : Number(rows[0].at);
    const at = Math.min(dueAt, plans[0] ?? Number.POSITIVE_INFINITY, ...uses.map((use) => use.at));
    if (at === Number.POSITIVE_INFINITY) return;
    flowDeps.moveTo(new Date(Math.max(at, flowDeps.now())).toISOString());
    if (plans[0] === at) {
      plans.shift();
      await runSuggestions(deps, brandId);
      uses = await usesFrom(brand, store, at, () => count++);
      continue;
    }
    if (dueAt === at) await releaseAndSend(flowDeps, brandId, people);
    for (const use of uses.filter((each) => each.at === at).toSorted((a, b) => a.order - b.order)) {
      const again = await tryUse(flowDeps, people.get(use.sellerId) as Someone, use);
      uses = uses.filter((each) => each !== use);
      if (again !== null && again < use.until) uses.push({ ...use, at: again, order: count++ });
    }
  }
}

type StoreHours = Pick<OpenStore, 'zone' | 'hours' | 'dates'>;

async function usesFrom({ brandId, stores }: Brand, store: StoreHours, from: number, next: () => number) {
  const day = [DAY, DAY + 1, DAY + 2, DAY + 3].findLast((each) => from >= runTime(store, each)) ?? DAY - 1;
  const { rows: open } = await owner.query(
    `select g.id, g.seller_id, g.customer_id from suggestions g
     where g.brand_id = $1 and g.state = 'open' and not exists (select from holds h join attempts a on a.id = h.attempt_id
       where h.brand_id = g.brand_id and h.ended_at is null and a.suggestion_id = g.id)
       and not exists (select from absences b where b.person_id = g.seller_id and b.from_on <= $2 and b.until_on >= $2)
     order by g.priority, g.id`,
    [brandId, dateText(day)],
  );
  const times = openTimes(store, day).flatMap(({ start, end }) =>
    end > from ? [{ start: Math.max(start, from), end }] : [],
  );
  const spans = times.map((each) => ({ ...each, weight: 1 }));
  const until = times.at(-1)?.end ?? 0;
  const { rows: team } = await owner.query(`select id from people where store_id = $1 order by id`, [stores.paulista]);
  return team.flatMap(({ id: sellerId }) => {
    const list = open.filter((each) => each.seller_id === sellerId);
    return minutesOfUse(list.length, spans).map((at, i): Use => {
      return { at, order: next(), suggestionId: list[i].id, sellerId, customerId: list[i].customer_id, until };
    });
  });
}

/** Returns the minute at which the seller tries again, where the limit of contacts is reached. */
async function tryUse(flowDeps: FlowDeps, seller: Someone, { suggestionId, customerId }: Use): Promise<number | null> {
  const asked = { suggestionId, origin: 'suggestion' as const };
  const answer = await attemptContact(flowDeps, seller, aWish(customerId, asked));
  if (answer.kind === 'allowed') return null;
  assert.ok(answer.kind === 'refused' || answer.kind === 'warned', `the answer is ${answer.kind}`);
  const { reasons, opensAt } = answer.decision;
  if (reasons.every(({ reason }) => reason === 'pace')) return Math.ceil((opensAt as number) / MINUTE) * MINUTE;
  await attemptContact(
    flowDeps,
    seller,
    aWish(customerId, { ...asked, attemptId: answer.attempt.id, hold: 'offered' }),
  );
  return null;
}

async function releaseAndSend(flowDeps: FlowDeps, brandId: string, people: ReadonlyMap<string, Someone>) {
  await dispatch(flowDeps, brandId);
  const { rows } = await owner.query(
    `select attempt_id, customer_id, seller_id from holds where brand_id = $1 and state = 'ready' and ended_at is null order by id`,
    [brandId],
  );
  for (const { attempt_id: attemptId, customer_id: customerId, seller_id: sellerId } of rows) {
    const answer = await attemptContact(flowDeps, people.get(sellerId) as Someone, aWish(customerId, { attemptId }));
    assert.equal(answer.kind, 'allowed');
  }
}

/** Reads what happened to the contacts of the campaign from what the product recorded. */
async function readEvents(campaignId: string): Promise<readonly string[]> {
  const { rows } = await owner.query(
    `with mine as (select a.id, a.brand_id, g.customer_id from attempts a join suggestions g on g.id = a.suggestion_id
       where g.campaign_id = $1)
     select h.held_at as at, 'held' as kind, m.customer_id from mine m join holds h on h.attempt_id = m.id
     union all select h.ready_at, 'ready', m.customer_id from mine m join holds h on h.attempt_id = m.id where h.ready_at is not null
     union all select d.handed_at, 'sent', m.customer_id from mine m join handovers d on d.attempt_id = m.id`,
    [campaignId],
  );
  return rows.map(({ at, kind, customer_id: id }) => `${new Date(Number(at)).toISOString()} ${kind} ${id}`).toSorted();
}

for (let seed = 1; seed <= 10; seed++) {
  test(`the days do to the minute what the rehearsal of the campaign said (${seed})`, async () => {
    const { brand, flowDeps, campaign } = await randomBrand(chanceOf(seed));
    const { events, days } = await rehearse(brand, flowDeps, campaign, [brand.stores.paulista]);
    const startedAt = new Date(flowDeps.now());
    await owner.query(`update campaigns set state = 'running', active = true, started_at = $2 where id = $1`, [
      campaign.id,
      startedAt,
    ]);
    await liveThroughDays(flowDeps, brand);
    assert.deepEqual(events, await readEvents(campaign.id));
    const { rows } = await owner.query(`select count(*)::int as count from suggestions where campaign_id = $1`, [
      campaign.id,
    ]);
    assert.equal(
      [...days.values()].reduce((sum, { suggested }) => sum + suggested, 0),
      rows[0].count,
    );
  });
}

test('the few columns of the rehearsal tell the same about every customer as the facts of a day’s plan', async () => {
  const { brand, flowDeps } = await randomBrand(chanceOf(99));
  const { brandId, ana, stores } = brand;
  const at = flowDeps.now();
  const ids = [];
  for (const row of [{}, { permission: 'refused' }, { opted_out_at: new Date(at) }, { phone_kind: 'landline' }]) {
    ids.push(await brand.customer(ana, row));
  }
  await brand.suggestion(ana, ids[0] as string);
  await owner.query(`insert into customer_tags (brand_id, customer_id, tag) values ($1, $2, 'vip')`, [brandId, ids[1]]);
  const terms = await readBrandTerms(flowDeps, brandId);
  assert.ok(terms);
  const usable = usableTimes({ zone: SAO_PAULO, hours: [], dates: [] }, DAY);
  const store = { id: stores.paulista, zone: SAO_PAULO, day: DAY, usable };
  const campaigns = [
    { audience: { tags: ['vip'] }, coolDownDays: 7 },
    { audience: { spent: { sinceDays: 90, minCents: 1 } }, coolDownDays: 0 },
  ];
  const read = await readRehearsedCustomers(db, { terms, store, campaigns, at });
  const byId = new Map<string, AudienceFacts>();
  for await (const page of readFacts(db, terms, store, campaigns, { at, suggestions: true })) {
    for (const facts of page) byId.set(facts.id, facts);
  }
  assert.ok(read.length >= 18);
  for (const { facts } of read) assert.deepEqual(facts, byId.get(facts.id));
});

/**
 * Tests the figures of the Panorama over random histories: report, list and export agree with a slow recount, in every
 * filter, whether days are counted live or were stored, across zones and clock changes (decision 0057).
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { markDaysAfter } from '#db/reports/report-days.ts';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { countEndedDays } from '#flows/reports/count-days.ts';
import { type PanoramaRead, readPanorama } from '#flows/reports/read-panorama.ts';
import { exportReportAttempts, listReportAttempts } from '#flows/reports/report-attempts.ts';
import { aBrand, type Someone } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { type CountedEvent, figuresOf, recountSlowly } from '#kit/slow-recount.ts';
import type { Figure } from '#rules/reports/figures.ts';

const { db, owner } = await withDatabase();

const HOUR = 3_600_000;
const EVENTS = {
  attempted: 'attempts',
  allowed: 'allowed',
  put_off: 'putOff',
  warned: 'warned',
  turned_back: 'turnedBack',
  held: 'held',
  sent: 'sent',
  sent_after_warning: 'sentAfterWarning',
  sent_after_refusal: 'sentAfterRefusal',
  answered: 'answered',
  sold: 'sold',
  no_answer: 'noAnswer',
  stopped: 'stopped',
  wrong_number: 'wrongNumber',
  outside_hours: 'outsideHours',
} as const satisfies Record<string, Figure>;

/** Two zones whose clocks change in these days, or have odd minutes. */
const PLACES = [
  {
    zones: ['America/New_York', 'Asia/Kathmandu'],
    start: '2027-03-12T12:00:00Z',
    from: '2027-03-12',
    to: '2027-03-17',
  },
  {
    zones: ['Australia/Lord_Howe', 'America/St_Johns'],
    start: '2027-04-02T12:00:00Z',
    from: '2027-04-02',
    to: '2027-04-07',
  },
] as const;

type Brand = Awaited<ReturnType<typeof aBrand>>;

async function aBrandIn(zones: readonly string[]): Promise<Brand> {
  const brand = await aBrand(owner);
  const ids = [brand.stores.paulista, brand.stores.adrianopolis];
  for (const [index, id] of ids.entries()) {
    await owner.query('update stores set zone = $2 where id = $1', [id, zones[index]]);
    const hours = [0, 1, 2, 3, 4, 5].map((weekday) => `('${brand.brandId}', '${id}', ${weekday}, 605, 1200)`);
    await owner.query(
      `insert into store_hours (brand_id, store_id, weekday, opens_minute, closes_minute) values ${hours.join(', ')}`,
    );
  }
  await owner.query('update brands set store_zones = $2 where brand_id = $1', [brand.brandId, zones]);
  return brand;
}

const aStep = fc.record({
  wait: fc.integer({ min: 1, max: 5 * 60 }),
  who: fc.constantFrom('ana', 'bruno', 'davi'),
  suggested: fc.boolean(),
  again: fc.boolean(),
  hold: fc.boolean(),
  goesOn: fc.boolean(),
  outcome: fc.constantFrom(null, 'talked', 'sold', 'no_answer', 'stop', 'wrong_number', 'not_sent'),
  outcomeOfEarlier: fc.boolean(),
  counts: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
});
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

type Deps = ReturnType<typeof createFlowDeps>;

/** Lives the history through the flows, and counts ended days now and then, as the chores do. */
async function live(deps: Deps, brand: Brand, steps: readonly Step[], start: number): Promise<number> {
  let at = start;
  const sent: { person: Someone; id: string }[] = [];
  const move = (to: number) => deps.moveTo(new Date(to).toISOString());
  for (const step of steps) {
    at += step.wait * 60_000;
    move(at);
    const person = brand[step.who as 'ana'];
    const customerId = await brand.customer(person);
    const suggestionId = step.suggested ? await brand.suggestion(person, customerId) : null;
    const nothing = { origin: null, text: 'Oi!', attemptId: null, because: null, acknowledgement: null } as const;
    const wish = { ...nothing, customerId, suggestionId, hold: step.hold ? ('offered' as const) : null, key: uuidv7() };
    let answer = await attemptContact(deps, person, wish);
    if (step.again && 'attempt' in answer && answer.kind === 'refused') {
      at += 60_000;
      move(at);
      answer = await attemptContact(deps, person, { ...wish, suggestionId: null, hold: null, key: uuidv7() });
    }
    if (answer.kind === 'warned' && step.goesOn) {
      const acknowledgement = answer.acknowledgement.token;
      answer = await attemptContact(deps, person, {
        ...wish,
        suggestionId: step.again ? null : suggestionId,
        hold: null,
        key: uuidv7(),
        acknowledgement,
      });
    }
    if (answer.kind === 'allowed') sent.push({ person, id: answer.attempt.id });
    const of = step.outcomeOfEarlier ? sent[0] : sent.at(-1);
    if (step.outcome !== null && of !== undefined) await recordOutcome(deps, of.person, of.id, step.outcome);
    if (step.counts) at = await count(deps, brand.brandId, at);
  }
  return at;
}

/** Runs two rounds of the count: the first enters the days that ended, the second counts them. */
async function count(deps: Deps, brandId: string, at: number): Promise<number> {
  await countEndedDays(deps, brandId);
  deps.moveTo(new Date(at + 120_000).toISOString());
  await countEndedDays(deps, brandId);
  return at + 120_000;
}

interface Filter {
  readonly storeId: string | null;
  readonly sellerId: string | null;
  readonly from: string;
  readonly to: string;
}

async function report(deps: Deps, brandId: string, filter: Filter): Promise<PanoramaRead> {
  const read = await readPanorama(deps, brandId, filter, deps.now());
  assert.ok(read !== null && read !== 'unusable');
  return read;
}

async function compare(deps: Deps, brand: Brand, all: readonly CountedEvent[], filter: Filter): Promise<void> {
  const events = all.filter(
    ({ storeId, sellerId, on }) =>
      (filter.storeId === null || storeId === filter.storeId) &&
      (filter.sellerId === null || sellerId === filter.sellerId) &&
      on >= filter.from &&
      on <= filter.to,
  );
  const read = await report(deps, brand.brandId, filter);
  assert.deepEqual(read.figures, figuresOf(events));
  for (const store of read.stores)
    assert.deepEqual(store.figures, figuresOf(events.filter(({ storeId }) => storeId === store.id)));
  if (filter.storeId !== null)
    for (const { id, figures } of read.sellers)
      assert.deepEqual(figures, figuresOf(events.filter(({ sellerId }) => sellerId === id)));
  const sent = events.filter(({ figure }) => figure === 'sent');
  const outside = events.filter(({ figure }) => figure === 'outsideHours');
  for (const [hour, figures] of read.hours.entries()) {
    assert.equal(figures.sent, sent.filter((event) => event.hour === hour).length);
    assert.equal(figures.outsideHours, outside.filter((event) => event.hour === hour).length);
  }
  assert.equal(
    read.week.flat().reduce((sum, each) => sum + each, 0),
    sent.length,
  );
}

async function compareLists(deps: Deps, brandId: string, all: readonly CountedEvent[], filter: Filter): Promise<void> {
  for (const [event, figure] of Object.entries(EVENTS) as [keyof typeof EVENTS, Figure][]) {
    const wanted = all
      .filter((each) => each.figure === figure && each.on >= filter.from && each.on <= filter.to)
      .filter(
        ({ storeId, sellerId }) =>
          [null, storeId].includes(filter.storeId) && [null, sellerId].includes(filter.sellerId),
      );
    const wish = { ...filter, event, hour: null, version: null };
    const listed: string[] = [];
    let after = null as { at: number; id: string } | null;
    do {
      const page = await listReportAttempts(deps, brandId, wish, deps.now(), { after, limit: 3 });
      assert.ok(page !== null && page !== 'unusable');
      listed.push(...page.rows.map(({ id }) => id));
      after = page.last;
    } while (after !== null);
    assert.deepEqual(listed.toSorted(), wanted.map(({ attemptId }) => attemptId).toSorted(), event);
    const pages = await exportReportAttempts(deps, brandId, wish, deps.now());
    assert.ok(pages !== null && pages !== 'unusable');
    const exported = (await Array.fromAsync(pages)).flat().map(({ id }) => id);
    assert.deepEqual(exported, listed, event);
  }
}

for (const place of PLACES)
  test(`report = list = export = slow recount over random histories, in ${place.zones.join(' and ')}`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 12, maxLength: 30 }), async (steps) => {
        const brand = await aBrandIn(place.zones);
        const deps = createFlowDeps(db, place.start);
        const at = await live(deps, brand, steps, Date.parse(place.start));
        const all = await recountSlowly(owner, brand.brandId, at);
        const period = { from: place.from, to: place.to };
        const filters: readonly Filter[] = [
          { ...period, storeId: null, sellerId: null },
          { ...period, storeId: brand.stores.paulista, sellerId: null },
          { ...period, storeId: brand.stores.paulista, sellerId: brand.ana.personId },
          { storeId: null, sellerId: null, from: '2027-03-14', to: '2027-04-04' },
        ];
        for (const filter of filters) await compare(deps, brand, all, filter);
        await compareLists(deps, brand.brandId, all, filters[0] as Filter);
        await compareLists(deps, brand.brandId, all, filters[2] as Filter);
        // Long after: every day is stored.
        await count(deps, brand.brandId, at + 72 * HOUR);
        for (const filter of filters) await compare(deps, brand, all, filter);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

describe('stored days', () => {
  const PERIOD = { from: '2027-03-12', to: '2027-03-14', storeId: null, sellerId: null };

  /** Makes a contact in open hours, and returns the attempt's id. */
  async function contactOf(deps: Deps, brand: Brand): Promise<string> {
    const customerId = await brand.customer(brand.ana);
    const nothing = {
      origin: null,
      suggestionId: null,
      attemptId: null,
      because: null,
      acknowledgement: null,
    } as const;
    const wish = { ...nothing, text: 'Oi!', hold: null, customerId, key: uuidv7() };
    const answer = await attemptContact(deps, brand.ana, wish);
    assert.ok(answer.kind === 'allowed');
    return answer.attempt.id;
  }

  async function aStoredDay() {
    const brand = await aBrandIn(['America/Sao_Paulo', 'America/Manaus']);
    const deps = createFlowDeps(db, '2027-03-12T15:00:00Z');
    const id = await contactOf(deps, brand);
    const later = Date.parse('2027-03-15T15:00:00Z');
    deps.moveTo(new Date(later).toISOString());
    await count(deps, brand.brandId, later);
    return { brand, deps, id };
  }

  const storedSums = async (brandId: string) =>
    (
      await owner.query(
        `select coalesce(sum(sent), 0)::int as sent, coalesce(sum(answered), 0)::int as answered from report_hours
         where brand_id = $1 and seller_id = '00000000-0000-0000-0000-000000000000'`,
        [brandId],
      )
    ).rows[0];

  test('a report reads stored days and does not count them again', async () => {
    const { brand, deps } = await aStoredDay();
    assert.deepEqual(await storedSums(brand.brandId), { sent: 1, answered: 0 });
    await owner.query('update report_hours set sent = 41 where brand_id = $1', [brand.brandId]);
    assert.equal((await report(deps, brand.brandId, PERIOD)).figures.sent, 41);
  });

  test('a day that is over no more, because the clock was moved back, is not counted before it is over again', async () => {
    const { brand, deps } = await aStoredDay();
    deps.moveTo('2027-03-12T12:00:00Z');
    await db.inBrand(brand.brandId, async (tx) => tx.send(markDaysAfter, { brandId: brand.brandId, at: deps.now() }));
    await countEndedDays(deps, brand.brandId);
    deps.moveTo('2027-03-15T15:00:00Z');
    assert.equal((await report(deps, brand.brandId, PERIOD)).figures.sent, 1);
  });

  test('an outcome that is told days later is in the report at once, and is stored by the next round', async () => {
    const { brand, deps, id } = await aStoredDay();
    await recordOutcome(deps, brand.ana, id, 'sold');
    assert.equal((await report(deps, brand.brandId, PERIOD)).figures.sold, 1);
    assert.deepEqual(await storedSums(brand.brandId), { sent: 1, answered: 0 });
    await countEndedDays(deps, brand.brandId);
    assert.deepEqual(await storedSums(brand.brandId), { sent: 1, answered: 1 });
  });

  test('other opening hours or another zone make a stored day void', async () => {
    const { brand, deps } = await aStoredDay();
    assert.equal((await report(deps, brand.brandId, PERIOD)).figures.outsideHours, 0);
    await owner.query('update store_hours set opens_minute = 800 where brand_id = $1', [brand.brandId]);
    assert.equal((await report(deps, brand.brandId, PERIOD)).figures.outsideHours, 1);
    await owner.query("update stores set zone = 'Asia/Kathmandu' where id = $1", [brand.stores.paulista]);
    const { hours } = await report(deps, brand.brandId, PERIOD);
    assert.equal(
      hours.findIndex(({ sent }) => sent === 1),
      20,
    );
  });

  test('a day keeps its figures after retention deleted its receipts', async () => {
    const { brand, deps, id } = await aStoredDay();
    await contactOf(deps, brand);
    await owner.query(
      `insert into record_marks (brand_id, number, link, day, seal)
       select $1, 1, link, '2027-03-20', link from ledgers where brand_id = $1`,
      [brand.brandId],
    );
    await owner.query('update handovers set withdrawn_at = handed_at where attempt_id = $1', [id]);
    await countEndedDays(deps, brand.brandId);
    assert.equal((await report(deps, brand.brandId, PERIOD)).figures.sent, 1);
    assert.equal((await storedSums(brand.brandId)).sent, 1);
  });
});

test('a period of more than 92 days, or one that ends before it begins, is not read', async () => {
  const brand = await aBrandIn(['America/Sao_Paulo', 'America/Manaus']);
  const deps = createFlowDeps(db, '2027-03-12T15:00:00Z');
  for (const [from, to] of [
    ['2027-01-01', '2027-06-01'],
    ['2027-03-02', '2027-03-01'],
  ] as const)
    assert.equal(
      await readPanorama(deps, brand.brandId, { storeId: null, sellerId: null, from, to }, deps.now()),
      'unusable',
    );
});

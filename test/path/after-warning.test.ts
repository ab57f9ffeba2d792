/**
 * Tests the report on contacts that went on after a warning, and the bursts, over random histories: report, list and export
 * agree with a slow recount of the rows.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import {
  type ContactAfterWarning,
  exportAfterWarning,
  listAfterWarning,
  readAfterWarning,
} from '#flows/reports/read-after-warning.ts';
import { readDistribution } from '#flows/reports/read-distribution.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

type Deps = ReturnType<typeof createFlowDeps>;
type Brand = Awaited<ReturnType<typeof aBrand>>;

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
/** 20:30 in São Paulo and 19:30 in Manaus. */
const START = Date.parse('2027-03-15T23:30:00Z');
const REASONED = {
  ...DEFAULT_POLICY,
  actions: { ...DEFAULT_POLICY.actions, profile: 'warn-with-reason' as const },
};

const aStep = fc.record({
  wait: fc.constantFrom(10_000, 40_000, 3 * MINUTE, 50 * MINUTE, 7 * HOUR, 30 * HOUR),
  who: fc.constantFrom('ana' as const, 'bruno' as const, 'davi' as const),
  refusedFirst: fc.boolean(),
  reads: fc.integer({ min: 1, max: 100 }),
  goesOn: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
  because: fc.constantFrom('customer_asked' as const, 'order_today' as const, 'other' as const),
  said: fc.constantFrom(
    null,
    'talked' as const,
    'sold' as const,
    'no_answer' as const,
    'stop' as const,
    'not_sent' as const,
  ),
  saidAfter: fc.constantFrom(5 * MINUTE, 20 * HOUR, 30 * HOUR, 8 * DAY),
});
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

/** Lives the steps, and says the outcomes in the order of time. Returns the instant after the last step. */
async function live(deps: Deps, brand: Brand, steps: readonly Step[]): Promise<number> {
  let at = START;
  const words: { at: number; say: () => Promise<unknown> }[] = [];
  const moveTo = async (to: number) => {
    for (const word of words.filter((each) => each.at <= to).toSorted((a, b) => a.at - b.at)) {
      words.splice(words.indexOf(word), 1);
      deps.moveTo(new Date(word.at).toISOString());
      await word.say();
    }
    at = to;
    deps.moveTo(new Date(to).toISOString());
  };
  for (const step of steps) {
    await moveTo(at + step.wait);
    const person = brand[step.who];
    const customerId = await brand.customer(person);
    const nothing = { origin: null, attemptId: null, hold: null, text: 'Oi!', customerId } as const;
    if (step.refusedFirst) {
      const suggestionId = await brand.suggestion(person, customerId);
      const first = { ...nothing, suggestionId, because: null, acknowledgement: null, key: uuidv7() };
      const answer = await attemptContact(deps, person, first);
      if (answer.kind === 'allowed') continue;
      await moveTo(at + MINUTE);
    }
    const wish = { ...nothing, suggestionId: null };
    let answer = await attemptContact(deps, person, { ...wish, because: null, acknowledgement: null, key: uuidv7() });
    if (answer.kind === 'warned' && step.goesOn) {
      await moveTo(at + step.reads * 1_000);
      const { token: acknowledgement } = answer.acknowledgement;
      answer = await attemptContact(deps, person, { ...wish, because: step.because, acknowledgement, key: uuidv7() });
    }
    const { said } = step;
    if (answer.kind !== 'allowed' || said === null) continue;
    const { id } = answer.attempt;
    words.push({ at: at + step.saidAfter, say: () => recordOutcome(deps, person, id, said) });
  }
  await moveTo(at + 2 * DAY);
  return at;
}

const rowsOf = async (table: string, brandId: string) =>
  (await owner.query(`select * from ${table} where brand_id = $1`, [brandId])).rows;

/** Reads the contacts after a warning once more, row by row. */
async function recount(brandId: string, now: number) {
  const [handovers, attempts, receipts, stops] = await Promise.all(
    ['handovers', 'attempts', 'receipts', 'opt_outs'].map((table) => rowsOf(table, brandId)),
  );
  return (handovers ?? [])
    .filter((row) => row.after_warning && row.withdrawn_at === null)
    .map((row) => {
      const attempt = attempts?.find(({ id }) => id === row.attempt_id);
      const own = receipts?.filter(({ attempt_id }) => attempt_id === row.attempt_id) ?? [];
      const receipt = own.find(({ id }) => id === row.receipt_id);
      const warnings = own.filter((each) => each.verdict === 'warn' && each.decided_at < receipt.decided_at);
      const warnedAt = Math.max(...warnings.map((each) => Number(each.decided_at)));
      const handedAt = Number(row.handed_at);
      const stopped = (stops ?? [])
        .filter(
          (each) => Buffer.compare(each.number_hash, row.number_hash) === 0 && Number(each.stopped_at) >= handedAt,
        )
        .map((each) => Number(each.stopped_at));
      const followed = (within: number) => {
        const until = handedAt + within;
        if (stopped.some((each) => each <= until)) return 'stop';
        const said = { talked: 'answer', sold: 'sale', no_answer: 'silence' }[String(attempt.outcome)];
        if (said !== undefined && Number(attempt.updated_at) <= until) return said;
        return until > now ? 'open' : 'silence';
      };
      return {
        id: row.attempt_id,
        sellerId: row.seller_id,
        storeId: row.store_id,
        because: receipt.acknowledged_because,
        afterRefusal: receipt.after_refusal,
        readSeconds: Math.round((Number(receipt.decided_at) - warnedAt) / 1_000),
        followedDay: followed(DAY),
        followedWeek: followed(7 * DAY),
      };
    });
}

const countBy = <T>(rows: readonly T[], keyOf: (row: T) => string) =>
  Object.fromEntries([...Map.groupBy(rows, keyOf)].map(([key, group]) => [key, group.length]).toSorted());
const withoutZeros = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(counts)
      .filter(([, n]) => n > 0)
      .toSorted(),
  );

test('report = list = export = slow recount: reasons, reading, refusals before, and what followed in a day and a week', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 12, maxLength: 25 }), async (steps) => {
      const brand = await aBrand(owner, { policy: REASONED });
      const deps = createFlowDeps(db, new Date(START).toISOString());
      const now = await live(deps, brand, steps);
      const all = await recount(brand.brandId, now);
      for (const filter of [
        { storeId: null, sellerId: null },
        { storeId: brand.stores.paulista, sellerId: null },
        { storeId: null, sellerId: brand.ana.personId },
      ]) {
        const wish = { ...filter, from: '2027-03-14', to: '2027-06-10' };
        const mine = all.filter(
          (row) => [null, row.storeId].includes(filter.storeId) && [null, row.sellerId].includes(filter.sellerId),
        );
        const read = await readAfterWarning(deps, brand.brandId, wish, now);
        assert.ok(read !== null && read !== 'unusable');
        assert.deepEqual([read.sent, read.afterRefusal], [mine.length, mine.filter((row) => row.afterRefusal).length]);
        assert.deepEqual(
          withoutZeros(Object.fromEntries(read.reasons.map(({ because, contacts }) => [String(because), contacts]))),
          countBy(mine, ({ because }) => String(because)),
        );
        assert.deepEqual(
          withoutZeros(read.followedDay),
          countBy(mine, ({ followedDay }) => followedDay),
        );
        assert.deepEqual(
          withoutZeros(read.followedWeek),
          countBy(mine, ({ followedWeek }) => followedWeek),
        );
        const seconds = mine.map(({ readSeconds }) => readSeconds).toSorted((a, b) => a - b);
        assert.equal(read.readMedian, seconds[Math.ceil(seconds.length / 2) - 1] ?? null);
        const listed: ContactAfterWarning[] = [];
        let after = null as { at: number; id: string } | null;
        do {
          const page = await listAfterWarning(deps, brand.brandId, wish, now, { after, limit: 4 });
          assert.ok(page !== null && page !== 'unusable');
          listed.push(...page.rows);
          after = page.last;
        } while (after !== null);
        const facts = (rows: readonly ContactAfterWarning[]) =>
          rows
            .map(({ id, because, afterRefusal, readSeconds, followedDay, followedWeek }) =>
              JSON.stringify({ id, because, afterRefusal, readSeconds, followedDay, followedWeek }),
            )
            .toSorted();
        assert.deepEqual(facts(listed), facts(mine as unknown as ContactAfterWarning[]));
        const pages = await exportAfterWarning(deps, brand.brandId, wish, now);
        assert.ok(pages !== null && pages !== 'unusable');
        assert.deepEqual((await Array.fromAsync(pages)).flat(), listed);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

test('people are named only where each has twenty contacts or more; the share that turned back needs twenty warnings', async () => {
  const brand = await aBrand(owner);
  const deps = createFlowDeps(db, new Date(START).toISOString());
  const step = {
    refusedFirst: false,
    reads: 9,
    because: 'other',
    said: null,
    saidAfter: MINUTE,
    wait: 3 * MINUTE,
  } as const;
  const wish = { storeId: brand.stores.paulista, sellerId: null, from: '2027-03-15', to: '2027-03-16' };
  const read = async () => {
    const found = await readAfterWarning(deps, brand.brandId, wish, deps.now());
    assert.ok(found !== null && found !== 'unusable');
    return found;
  };
  await live(
    deps,
    brand,
    Array.from({ length: 19 }, () => ({ ...step, who: 'ana' as const, goesOn: true })),
  );
  const few = await read();
  assert.deepEqual([few.sent, few.sellers, few.turnedBackShare], [19, [], null]);
  await live(deps, brand, [{ ...step, who: 'ana', goesOn: true }]);
  const enough = await read();
  assert.deepEqual(
    enough.sellers.map(({ name, sent }) => [name, sent]),
    [['Ana Lima', 20]],
  );
  assert.equal(enough.turnedBackShare?.value, 0);
});

test('bursts are counted by the sliding limit as decisions count, and runs end with a pause of two minutes', async () => {
  const aGap = fc.constantFrom(5_000, 20_000, 70_000, 119_000, 121_000, 10 * MINUTE - 1_000, 10 * MINUTE, 40 * MINUTE);
  await fc.assert(
    fc.asyncProperty(fc.array(aGap, { minLength: 15, maxLength: 45 }), async (gaps) => {
      const policy = {
        ...DEFAULT_POLICY,
        pace: { ...DEFAULT_POLICY.pace, seller: { max: 3, perMinutes: 10, action: 'warn' as const } },
      };
      const brand = await aBrand(owner, { policy });
      const deps = createFlowDeps(db, '2027-03-15T12:00:00Z');
      const step = {
        refusedFirst: false,
        reads: 1,
        goesOn: true,
        because: 'other',
        said: null,
        saidAfter: MINUTE,
      } as const;
      let at = Date.parse('2027-03-15T12:00:00Z');
      for (const wait of gaps) {
        at += wait;
        deps.moveTo(new Date(at).toISOString());
        const customerId = await brand.customer(brand.ana);
        const wish = {
          origin: null,
          attemptId: null,
          hold: null,
          text: 'Oi!',
          customerId,
          suggestionId: null,
        } as const;
        const answer = await attemptContact(deps, brand.ana, {
          ...wish,
          because: null,
          acknowledgement: null,
          key: uuidv7(),
        });
        if (answer.kind !== 'warned') continue;
        const { token: acknowledgement } = answer.acknowledgement;
        await attemptContact(deps, brand.ana, { ...wish, because: step.because, acknowledgement, key: uuidv7() });
      }
      const times = (await rowsOf('handovers', brand.brandId))
        .map(({ handed_at }) => Number(handed_at))
        .toSorted((a, b) => a - b);
      let [bursts, most, run, longestRun] = [0, 0, 0, 0];
      let wasOver = false;
      for (const [index, each] of times.entries()) {
        const within = times.filter((other) => other > each - 10 * MINUTE && other <= each).length;
        if (within > 3 && !wasOver) bursts += 1;
        wasOver = within > 3;
        most = Math.max(most, within);
        run = index > 0 && each - (times[index - 1] ?? 0) < 2 * MINUTE ? run + 1 : 1;
        longestRun = Math.max(longestRun, run);
      }
      const stretch = { kind: 'days', from: '2027-03-15', to: '2027-03-17' } as const;
      const wish = { storeId: brand.stores.paulista, sellerId: null, stretch, withBursts: true };
      const read = await readDistribution(deps, brand.brandId, wish, at + HOUR);
      assert.ok(read !== null && read !== 'unusable');
      const ana = read.sellers.find(({ id }) => id === brand.ana.personId);
      for (const found of [read.bursts, ana?.bursts, read.stores[0]?.bursts])
        assert.deepEqual(found, { bursts, most, longestRun });
    }),
    { numRuns: 4, endOnFailure: true },
  );
});

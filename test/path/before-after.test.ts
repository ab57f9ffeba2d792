/**
 * Tests the comparison of the weeks before and after a change of the quiet hours over random histories: each week equals a
 * slow recount and its list, whether days are counted live or were stored.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { attemptContact } from '#flows/contact/attempt-contact.ts';
import { recordOutcome } from '#flows/contact/record-outcome.ts';
import { countEndedDays } from '#flows/reports/count-days.ts';
import { type BeforeAfterRead, type BeforeAfterWish, readBeforeAfter } from '#flows/reports/read-before-after.ts';
import { exportReportAttempts } from '#flows/reports/report-attempts.ts';
import { aBrand, type BrandSetting } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';
import { createFlowDeps } from '#kit/flow-deps.ts';
import { type CountedEvent, recountSlowly } from '#kit/slow-recount.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const { db, owner } = await withDatabase();

type Deps = ReturnType<typeof createFlowDeps>;
type Brand = Awaited<ReturnType<typeof aBrand>>;

const DAY = 86_400_000;
/** A Monday, 20:00 in São Paulo and 19:00 in Manaus. */
const CUT = Date.parse('2027-03-15T23:00:00Z');
const ANY = { storeId: null, sellerId: null, from: null, to: null, version: null } as const;

/** Publishes a second version at the cut. The first one has the same hours, so that the slow recount knows the evenings. */
async function withTwoVersions(setting: BrandSetting = {}): Promise<Brand> {
  const brand = await aBrand(owner, setting);
  await owner.query(
    `insert into policy_events (brand_id, revision, at, kind, version, policy, effective_at, cause, author_name, author_id, reason)
     select brand_id, 2, $2, kind, 2, $3, $2, cause, author_name, author_id, reason from policy_events where brand_id = $1`,
    [brand.brandId, new Date(CUT).toISOString(), JSON.stringify(DEFAULT_POLICY)],
  );
  await owner.query('update policy_heads set revision = 2, version = 2 where brand_id = $1', [brand.brandId]);
  return brand;
}

interface Contact {
  readonly at: number;
  readonly who: 'ana' | 'bruno' | 'davi';
  readonly outcome: 'talked' | 'sold' | 'no_answer' | 'stop' | 'not_sent' | null;
}

async function contact(deps: Deps, brand: Brand, { at, who, outcome }: Contact): Promise<void> {
  deps.moveTo(new Date(at).toISOString());
  const person = brand[who];
  const customerId = await brand.customer(person);
  const nothing = { origin: null, suggestionId: null, attemptId: null, because: null, hold: null } as const;
  const wish = { ...nothing, text: 'Oi!', customerId, acknowledgement: null };
  let answer = await attemptContact(deps, person, { ...wish, key: uuidv7() });
  if (answer.kind === 'warned') {
    const acknowledgement = answer.acknowledgement.token;
    answer = await attemptContact(deps, person, { ...wish, key: uuidv7(), acknowledgement });
  }
  if (answer.kind === 'allowed' && outcome !== null) await recordOutcome(deps, person, answer.attempt.id, outcome);
}

async function compared(deps: Deps, brandId: string, wish: Partial<BeforeAfterWish> = {}): Promise<BeforeAfterRead> {
  const read = await readBeforeAfter(deps, brandId, { ...ANY, ...wish }, deps.now());
  assert.ok(read !== null && read !== 'unusable');
  return read;
}

/** Checks each week of each measure against the slow recount and against the list that the week opens. */
async function check(deps: Deps, brand: Brand, all: readonly CountedEvent[], wish: Partial<BeforeAfterWish>) {
  const { storeId = null, sellerId = null } = wish;
  const read = await compared(deps, brand.brandId, wish);
  const mine = all.filter((each) => [null, each.storeId].includes(storeId) && [null, each.sellerId].includes(sellerId));
  for (const { measure, weeks } of read.measures)
    for (const { from, to, part, of } of weeks) {
      const inWeek = (figure: string) =>
        mine.filter((each) => each.figure === figure && each.on >= from && each.on <= to);
      const sent = inWeek('sent');
      const wanted = {
        late: () => sent.filter(({ hour }) => hour >= 20 || hour < 8),
        outside: () => inWeek('outsideHours'),
        stopped: () => inWeek('stopped'),
        answered: () => inWeek('answered'),
        contacts: () => sent,
      }[measure]();
      assert.deepEqual([part, of], [wanted.length, measure === 'contacts' ? 7 : sent.length], `${measure} ${from}`);
      const event = ({ outside: 'outside_hours', stopped: 'stopped', answered: 'answered' } as const)[
        measure as 'outside'
      ];
      const listed = await exportReportAttempts(
        deps,
        brand.brandId,
        { storeId, sellerId, from, to, event: event ?? 'sent', hour: null, version: measure === 'late' ? 2 : null },
        deps.now(),
      );
      assert.ok(listed !== null && listed !== 'unusable');
      const ids = (await Array.fromAsync(listed)).flat().map(({ id }) => id);
      assert.deepEqual(ids.toSorted(), wanted.map(({ attemptId }) => attemptId).toSorted(), `${measure} ${from}`);
    }
}

const aContact = fc.record({
  at: fc.integer({ min: CUT - 30 * DAY, max: CUT + 20 * DAY }),
  who: fc.constantFrom('ana' as const, 'bruno' as const, 'davi' as const),
  outcome: fc.constantFrom('talked' as const, 'sold' as const, 'stop' as const, 'not_sent' as const, null),
});

test('each week equals the slow recount and the list behind it, with every filter, live and stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aContact, { minLength: 15, maxLength: 30 }), async (contacts) => {
      const brand = await withTwoVersions();
      const deps = createFlowDeps(db, '2027-02-01T12:00:00Z');
      const sure = [CUT - 12 * DAY, CUT - 5 * DAY, CUT + 9 * DAY].map((at) => ({
        at,
        who: 'ana' as const,
        outcome: null,
      }));
      for (const each of [...contacts, ...sure].toSorted((a, b) => a.at - b.at)) await contact(deps, brand, each);
      deps.moveTo(new Date(CUT + 23 * DAY).toISOString());
      const all = await recountSlowly(owner, brand.brandId, deps.now());
      const { measures } = await compared(deps, brand.brandId);
      assert.equal(measures[0]?.weeks.filter(({ isAfter }) => isAfter).length, 3);
      const filters = [{}, { storeId: brand.stores.paulista }, { sellerId: brand.ana.personId }];
      for (const filter of filters) await check(deps, brand, all, filter);
      await countEndedDays(deps, brand.brandId);
      deps.moveTo(new Date(CUT + 23 * DAY + 120_000).toISOString());
      await countEndedDays(deps, brand.brandId);
      for (const filter of filters) await check(deps, brand, all, filter);
    }),
    { numRuns: 2, endOnFailure: true },
  );
});

test('without a week of contacts on one side there is no base of comparison, nor before a brand’s first version', async () => {
  const brand = await withTwoVersions();
  const deps = createFlowDeps(db, '2027-02-01T12:00:00Z');
  deps.moveTo(new Date(CUT + 9 * DAY).toISOString());
  assert.equal((await compared(deps, brand.brandId)).state, 'no_before');
  await contact(deps, brand, { at: CUT + 9 * DAY, who: 'ana', outcome: null });
  deps.moveTo(new Date(CUT + 20 * DAY).toISOString());
  const read = await compared(deps, brand.brandId);
  assert.deepEqual([read.state, read.measures, read.cut?.version], ['no_before', [], 2]);
  assert.deepEqual(
    read.versions.map(({ version }) => version),
    [2, 1],
  );
  const activation = await compared(deps, brand.brandId, { version: 1 });
  assert.deepEqual([activation.state, activation.cut?.isActivation], ['no_before', true]);
  const none = await aBrand(owner, { policy: null });
  assert.equal((await compared(deps, none.brandId)).state, 'no_version');
  assert.equal(await readBeforeAfter(deps, brand.brandId, { ...ANY, version: 3 }, deps.now()), null);
  const turned = { ...ANY, from: '2027-03-02', to: '2027-03-01' };
  assert.equal(await readBeforeAfter(deps, brand.brandId, turned, deps.now()), 'unusable');
});

test('a verdict needs 100 contacts on each side; fewer are told as few', async () => {
  const brand = await withTwoVersions();
  const deps = createFlowDeps(db, '2027-02-01T12:00:00Z');
  for (const at of [CUT - 20 * DAY, CUT - 10 * DAY, CUT + 4 * DAY])
    await contact(deps, brand, { at, who: 'ana', outcome: 'talked' });
  deps.moveTo(new Date(CUT + 20 * DAY).toISOString());
  await countEndedDays(deps, brand.brandId);
  deps.moveTo(new Date(CUT + 20 * DAY + 120_000).toISOString());
  await countEndedDays(deps, brand.brandId);
  const verdicts = async () =>
    Object.fromEntries(
      (await compared(deps, brand.brandId)).measures.map(({ measure, verdict }) => [measure, verdict]),
    );
  assert.deepEqual(await verdicts(), { late: 'few', outside: 'few', stopped: 'few', answered: 'few', contacts: null });
  await owner.query(
    `update report_hours set sent = 200, answered = case when counted_on < '2027-03-15' then 40 else 90 end,
       stopped = case when counted_on < '2027-03-15' then 30 else 2 end
     where brand_id = $1 and hour <> 24`,
    [brand.brandId],
  );
  assert.deepEqual(await verdicts(), {
    ...{ late: 'alike', outside: 'alike', stopped: 'less', answered: 'more', contacts: null },
  });
});

/** Tests of the demo on different start days: its printed text, suggestions and notes fit each of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { factsOf } from '#kit/audience-facts.ts';
import { startDayPlan } from '#rules/campaigns/plan-day.ts';
import { dateText } from '#rules/time/local-day.ts';
import { suggestionReason } from '#words/campaigns/suggestion.ts';
import { DEMO_BRANDS } from './brands.ts';
import { assignIds, type MadeBrand, type MadeStore, makeBrand } from './demo-brand.ts';
import { demoSignIns } from './sign-ins.ts';
import { CAMPAIGNS, NOTES, OWN_WORDS } from './vocabulary.ts';

const DAY_MS = 86_400_000;
/** A Wednesday, a Saturday, the last day of a year, and 28 February with and without a leap day after it. */
const START_DAYS = ['2026-11-25', '2026-11-28', '2026-12-31', '2027-02-28', '2028-02-28'];
/** Adjectives and participles with a gender, such as "Alérgica", which cannot fit every customer's name. */
const GENDERED = /\b\p{L}+(?:ad|id|ic|os|iv)[ao](?!\p{L})/giu;
const MONTH = /janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro/i;
const NEUTRAL = new Set(['vestido']);

for (const day of START_DAYS) {
  const today = Date.parse(`${day}T00:00:00Z`);
  const brands = DEMO_BRANDS.map((brand) => makeBrand(assignIds(brand), today));
  const stores = brands.flatMap(({ stores }) => stores);
  const everyStore = brands.flatMap((made) => made.stores.map((store) => ({ made, store })));

  test(`started on ${day}, the printed command sets the clock to the evening of that day in São Paulo`, () => {
    for (const time of ['00:10', '09:00', '20:59', '23:30']) {
      const said = demoSignIns('http://localhost:3000', Date.parse(`${day}T${time}:00-03:00`));
      assert.deepEqual(said.match(/\d{4}-\d\d-\d\d/g), [day], time);
      assert.ok(said.includes(`"now":"${day}T21:00:00-03:00"`), time);
    }
  });

  test(`started on ${day}, every seller has five suggestions or more at whatever day the clock shows`, () => {
    for (const shift of [-90, -30, -7, 0, 1, 2, 3, 7, 30, 100, 365, 1_000]) {
      for (const { made, store } of everyStore) {
        const { suggestions } = planDay(made, store, today / DAY_MS + shift);
        for (const { id, name } of store.store.staff) {
          const own = suggestions.filter(({ sellerId }) => sellerId === id);
          assert.ok(own.length >= 5, `${name} has ${own.length} ${shift} days after ${day}`);
        }
      }
    }
  });

  test(`started on ${day}, birthdays are within a week, and no reason is over`, () => {
    let read = 0;
    for (const { made, store } of everyStore) {
      for (const { reason, endsOn } of planDay(made, store, today / DAY_MS).suggestions) {
        const text = suggestionReason('pt-BR', reason, day);
        assert.ok(endsOn === null || endsOn >= day, text);
        assert.doesNotMatch(text, /\bm[eê]s|\bano\b/, `${JSON.stringify(reason)} on ${day}`);
        if (reason.code !== 'birthday') continue;
        read += 1;
        assert.doesNotMatch(text, /\bhá\b/, text);
      }
    }
    assert.ok(read > 20, `${read} were read`);
  });

  test(`started on ${day}, no note names a customer's gender`, () => {
    const notes = stores.flatMap(({ customers }) => customers.flatMap(({ note }) => note ?? []));
    assert.ok(notes.length > 20);
    for (const text of [...new Set(notes), ...OWN_WORDS]) {
      const found = (text.match(GENDERED) ?? []).filter((word) => !NEUTRAL.has(word.toLowerCase()));
      assert.deepEqual(found, [], text);
    }
  });
}

test('no note speaks against a contact in open hours, and none has quotation marks, because screens quote it', () => {
  for (const note of NOTES) {
    assert.doesNotMatch(note, /[“”"]/, note);
    assert.doesNotMatch(note, /de manhã|depois das|antes das|\d+ ?h\b|só responde/i, note);
    assert.doesNotMatch(note, MONTH, note);
  }
});

test('the text of a campaign names no day or time that a moved clock of the demo makes untrue', () => {
  for (const { template } of CAMPAIGNS) {
    assert.doesNotMatch(template, /está chegando|amanhã|hoje|ontem|bom dia|boa (tarde|noite)|esta semana/i, template);
    assert.doesNotMatch(template, MONTH, template);
  }
});

test('the commands in docs/demo.md set the clock on the current day in São Paulo', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'demo.md'), 'utf8');
  const set = [...page.matchAll(/"now\\": \\"(.*?)T\d\d:\d\d/g)].map(([, date]) => date);
  assert.ok(set.length >= 2);
  assert.deepEqual([...new Set(set)], ['$(TZ=America/Sao_Paulo date +%F)']);
});

/** Plans a store's day by the rules of the chore, without the demo's history. */
function planDay({ campaigns }: MadeBrand, { store, customers, reserved }: MadeStore, day: number) {
  const at = day * DAY_MS + 15 * 3_600_000;
  const on = dateText(day);
  const sellers = store.staff.map(({ id }) => ({ id, isAway: false, takesShared: true }));
  const started = campaigns.map((campaign) => ({ ...campaign, runningSince: 0 }));
  const plan = startDayPlan({ day, at, campaigns: started, sellers, perSellerDay: 12, usedToday: [] });
  for (const customer of customers.filter(({ id }) => reserved.has(id))) {
    const purchases = customer.purchases
      .filter(({ boughtOn }) => boughtOn <= on)
      .map(({ boughtOn, totalCents: cents, items }) => ({ boughtOn, cents, items }));
    const { id, storeId, sellerId, name, city, bornOn } = customer;
    plan.offer(factsOf({ id, storeId, sellerId, name, city, bornOn, purchases }));
  }
  return plan.finish();
}

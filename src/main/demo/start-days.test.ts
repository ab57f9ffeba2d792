/** Tests of the demo on different start days: its printed text, suggestions and notes fit each of them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { suggestionReason } from '#words/campaigns/suggestion.ts';
import { DEMO_BRANDS } from './brands.ts';
import { assignIds, makeBrand } from './demo-brand.ts';
import { demoSignIns } from './sign-ins.ts';
import { CAMPAIGNS, NOTES, OWN_WORDS } from './vocabulary.ts';

const DAY_MS = 86_400_000;
/** A Wednesday, a Saturday, the last day of a year, and 28 February with and without a leap day after it. */
const START_DAYS = ['2026-11-25', '2026-11-28', '2026-12-31', '2027-02-28', '2028-02-28'];
/** Adjectives and participles with a gender, such as "Alérgica", which cannot fit every customer's name. */
const GENDERED = /\b\p{L}+(?:ad|id|ic|os|iv)[ao](?!\p{L})/giu;
const MONTH = /janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro/i;
const NEUTRAL = new Set(['vestido']);

/** Returns the dates that a reason can mean: the day a cashback ends, or the birthday in the start's year and in the next. */
function comingDates(reason: { code: 'birthday'; on: string } | { code: 'cashback'; untilOn: string }, day: string) {
  if (reason.code === 'cashback') return [reason.untilOn];
  const year = Number(day.slice(0, 4));
  return [year, year + 1].map((each) => `${each}-${reason.on}`);
}

for (const day of START_DAYS) {
  const today = Date.parse(`${day}T00:00:00Z`);
  const brands = DEMO_BRANDS.map((brand) => makeBrand(assignIds(brand), today));
  const stores = brands.flatMap(({ stores }) => stores);

  test(`started on ${day}, the printed command sets the clock to the evening of that day in São Paulo`, () => {
    for (const time of ['00:10', '09:00', '20:59', '23:30']) {
      const said = demoSignIns('http://localhost:3000', Date.parse(`${day}T${time}:00-03:00`));
      assert.deepEqual(said.match(/\d{4}-\d\d-\d\d/g), [day], time);
      assert.ok(said.includes(`"now":"${day}T21:00:00-03:00"`), time);
    }
  });

  test(`started on ${day}, birthdays are within a week and cashback within eleven days, today and tomorrow`, () => {
    let read = 0;
    for (const { reason } of stores.flatMap(({ suggestions }) => suggestions)) {
      for (const shift of [0, 1]) {
        const on = new Date(today + shift * DAY_MS).toISOString().slice(0, 10);
        const text = suggestionReason('pt-BR', reason, on);
        if (reason.code !== 'birthday' && reason.code !== 'cashback') {
          assert.doesNotMatch(text, /\bem \d+ dias|amanhã/, `${reason.code} on ${on}`);
          continue;
        }
        read += 1;
        const last = new Date(today + (reason.code === 'birthday' ? 7 : 11) * DAY_MS).toISOString().slice(0, 10);
        assert.ok(
          comingDates(reason, day).some((date) => date >= on && date <= last),
          `${text} on ${on}`,
        );
        assert.doesNotMatch(text, /\bm[eê]s|\bano\b|\bontem|\bhá\b/, `${JSON.stringify(reason)} on ${on}`);
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

for (const day of START_DAYS)
  test(`started on ${day}, a week later no cashback has run out and every birthday is near`, () => {
    const today = Date.parse(`${day}T00:00:00Z`);
    const weekLater = new Date(today + 7 * DAY_MS).toISOString().slice(0, 10);
    const made = DEMO_BRANDS.map((brand) => makeBrand(assignIds(brand), today));
    let read = 0;
    for (const { reason } of made.flatMap(({ stores }) => stores).flatMap(({ suggestions }) => suggestions)) {
      if (reason.code !== 'cashback' && reason.code !== 'birthday') continue;
      read += 1;
      const text = suggestionReason('pt-BR', reason, weekLater);
      assert.doesNotMatch(text, /venceu|\d{4}/, `${JSON.stringify(reason)} on ${weekLater}`);
    }
    assert.ok(read > 20, `${read} were read`);
  });

test('the commands in docs/demo.md set the clock on the current day in São Paulo', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'demo.md'), 'utf8');
  const set = [...page.matchAll(/"now\\": \\"(.*?)T\d\d:\d\d/g)].map(([, date]) => date);
  assert.ok(set.length >= 2);
  assert.deepEqual([...new Set(set)], ['$(TZ=America/Sao_Paulo date +%F)']);
});

/** Tests the summary of a week: its three figures, what can be compared, and the order in which one thing is chosen to notice. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type CountedWeek, isClearlyHigher, type StoreWeek } from './counted-week.ts';
import { addFigures, FIGURES, type Figures, figuresSum, type SomeFigures } from './figures.ts';
import { summarizeWeek } from './week-summary.ts';

function aStore(name: string, some: SomeFigures, quietEvenings = 7): StoreWeek {
  const figures = figuresSum();
  addFigures(figures, some);
  return { id: name, name, figures, quietEvenings };
}

function aWeek(...stores: readonly StoreWeek[]): CountedWeek {
  const figures = figuresSum();
  for (const store of stores) addFigures(figures, store.figures);
  return { figures, stores };
}

const CALM: SomeFigures = { attempts: 60, sent: 50, eveningsWorked: 4 };

test('a week with quiet hours tells contacts, evenings worked and contacts sent after the warning', () => {
  const { figures } = summarizeWeek(
    aWeek(aStore('a', { attempts: 60, sent: 50, eveningsWorked: 4, sentAfterWarning: 3 })),
    aWeek(aStore('a', { attempts: 50, sent: 40, eveningsWorked: 6, sentAfterWarning: 3 })),
  );
  assert.deepEqual(figures, [
    { figure: 'sent', now: 50, before: 40 },
    { figure: 'eveningsWorked', now: 4, before: 6 },
    { figure: 'sentAfterWarning', now: 3, before: 3 },
  ]);
});

test('a week without quiet hours tells contacts, talks or sales, and contacts while the store was closed', () => {
  const { figures } = summarizeWeek(
    aWeek(aStore('a', { attempts: 60, sent: 50, answered: 9, outsideHours: 2 }, 0)),
    aWeek(aStore('a', { attempts: 60, sent: 50, answered: 7 }, 0)),
  );
  assert.deepEqual(figures, [
    { figure: 'sent', now: 50, before: 50 },
    { figure: 'answered', now: 9, before: 7 },
    { figure: 'outsideHours', now: 2, before: 0 },
  ]);
});

test('nothing is compared with a week in which nothing happened', () => {
  const { figures } = summarizeWeek(aWeek(aStore('a', CALM)), aWeek(aStore('a', {})));
  assert.deepEqual(
    figures.map(({ before }) => before),
    [null, null, null],
  );
});

test('evenings are not compared with a week of fewer quiet evenings, such as the one before the activation', () => {
  const week = aWeek(aStore('a', { ...CALM, eveningsWorked: 30 }));
  const { figures, highlight } = summarizeWeek(week, aWeek(aStore('a', { attempts: 60, sent: 50 }, 2)));
  assert.deepEqual(
    figures.map(({ before }) => before),
    [50, null, null],
  );
  assert.equal(highlight.kind, 'calm');
});

describe('the one thing to notice', () => {
  const base = { ...CALM, sent: 200, attempts: 200 };
  const CASES: readonly (readonly [string, CountedWeek, CountedWeek, string, (string | null)?])[] = [
    [
      'five evenings against none, which is the least',
      aWeek(aStore('a', { ...base, eveningsWorked: 5 })),
      aWeek(aStore('a', { ...base, eveningsWorked: 0 })),
      'evenings_rose',
      'a',
    ],
    [
      'four evenings against none are too few',
      aWeek(aStore('a', { ...base, eveningsWorked: 4 })),
      aWeek(aStore('a', { ...base, eveningsWorked: 0 })),
      'calm',
    ],
    [
      'the store whose evenings rose most, before everything else',
      aWeek(
        aStore('a', { ...base, eveningsWorked: 9, outsideHours: 80 }),
        aStore('b', { ...base, eveningsWorked: 20, stopped: 50 }),
      ),
      aWeek(aStore('a', { ...base, eveningsWorked: 1 }), aStore('b', { ...base, eveningsWorked: 5 })),
      'evenings_rose',
      'b',
    ],
    [
      'no evenings of a store without a week before',
      aWeek(aStore('a', { ...base, eveningsWorked: 9 }), aStore('b', base)),
      aWeek(aStore('a', {}), aStore('b', { ...base, eveningsWorked: 13 })),
      'calm',
    ],
    [
      'the store with the most contacts while closed, from twenty on',
      aWeek(aStore('a', { ...base, outsideHours: 20 }), aStore('b', { ...base, outsideHours: 21 })),
      aWeek(aStore('a', base), aStore('b', base)),
      'outside_hours',
      'b',
    ],
    [
      'nineteen contacts while closed are too few',
      aWeek(aStore('a', { ...base, outsideHours: 19 })),
      aWeek(aStore('a', base)),
      'calm',
    ],
    [
      'stop requests whose rate clearly rose',
      aWeek(aStore('a', { ...base, stopped: 12 })),
      aWeek(aStore('a', { ...base, stopped: 2 })),
      'stops_rose',
      null,
    ],
    [
      'no rate under a hundred contacts in either week',
      aWeek(aStore('a', { ...base, sent: 99, stopped: 12 })),
      aWeek(aStore('a', base)),
      'calm',
    ],
    [
      'as many stop requests for more contacts are no worse',
      aWeek(aStore('a', { ...base, sent: 400, stopped: 24 })),
      aWeek(aStore('a', { ...base, sent: 200, stopped: 12 })),
      'calm',
    ],
    [
      'the good news that evenings clearly fell, before evenings spared',
      aWeek(aStore('a', { ...base, eveningsWorked: 1, eveningsSpared: 3 })),
      aWeek(aStore('a', { ...base, eveningsWorked: 12 })),
      'evenings_fell',
      null,
    ],
    [
      'the good news of evenings spared',
      aWeek(aStore('a', { ...base, sent: 3, eveningsSpared: 1 })),
      aWeek(aStore('a', base)),
      'evenings_spared',
      null,
    ],
    ['nineteen contacts say nothing', aWeek(aStore('a', { attempts: 19, sent: 19 })), aWeek(aStore('a', base)), 'few'],
    ['a calm week of twenty contacts', aWeek(aStore('a', { attempts: 20, sent: 20 })), aWeek(), 'calm'],
  ];
  for (const [name, week, before, kind, store = null] of CASES)
    test(name, () => {
      const { highlight } = summarizeWeek(week, before);
      assert.deepEqual([highlight.kind, highlight.store?.name ?? null], [kind, store]);
    });

  test('the rates of stop requests are told for 1,000 contacts, to a tenth', () => {
    const { highlight } = summarizeWeek(
      aWeek(aStore('a', { attempts: 300, sent: 300, stopped: 20 })),
      aWeek(aStore('a', { attempts: 300, sent: 300, stopped: 1 })),
    );
    assert.deepEqual(highlight, { kind: 'stops_rose', store: null, now: 66.7, before: 3.3 });
  });
});

describe('over random weeks', () => {
  const someFigures = fc.record(
    Object.fromEntries(FIGURES.map((figure) => [figure, fc.nat(60)])) as Record<keyof Figures, fc.Arbitrary<number>>,
  );
  const aRandomStore = (name: string) =>
    fc.tuple(someFigures, fc.nat(7)).map(([figures, evenings]) => aStore(name, figures, evenings));
  const aRandomWeek = fc.tuple(aRandomStore('a'), aRandomStore('b')).map((stores) => aWeek(...stores));

  test('a week that equals the one before is neither worse nor better, and every figure can be compared', () => {
    fc.assert(
      fc.property(aRandomWeek, (week) => {
        const { figures, highlight } = summarizeWeek(week, week);
        assert.ok(!/rose|fell/.test(highlight.kind), highlight.kind);
        const { attempts, sent, putOff } = week.figures;
        if (attempts + sent + putOff > 0) for (const { now, before } of figures) assert.equal(before, now);
      }),
    );
  });

  test('a change is pointed out only if it is clear, and a store is named only with its own figures', () => {
    fc.assert(
      fc.property(aRandomWeek, aRandomWeek, (week, before) => {
        const { figures, highlight } = summarizeWeek(week, before);
        assert.equal(figures.length, 3);
        for (const { figure, now } of figures) assert.equal(now, week.figures[figure]);
        const { kind, store, now, before: then } = highlight;
        const own = week.stores.find(({ id }) => id === store?.id);
        assert.equal(own !== undefined, kind === 'evenings_rose' || kind === 'outside_hours');
        if (kind === 'evenings_rose') {
          assert.equal(now, own?.figures.eveningsWorked);
          assert.ok(isClearlyHigher(now, then as number));
        }
        if (kind === 'evenings_fell') assert.ok(isClearlyHigher(then as number, now));
        if (kind === 'outside_hours') assert.equal(now, own?.figures.outsideHours);
      }),
    );
  });
});

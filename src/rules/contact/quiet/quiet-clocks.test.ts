/** Tests which quiet clocks are compiled and kept (T8, C1–C4). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aContext, MANAUS, published, quietFrom, SAO_PAULO } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Zones } from '#rules/contact/decision-context.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import { quietClocks } from './quiet-clocks.ts';

const NOW = 1_786_000_000_000;
const DAY = 86_400_000;
const NORONHA = 'America/Noronha';
const RECIFE = 'America/Recife';
const ZONES: Zones = {
  store: SAO_PAULO,
  brand: MANAUS,
  customer: [NORONHA],
  customerFrom: 'told',
  brandStores: [SAO_PAULO, RECIFE],
};
const timeline = (...clocks: ('store' | 'brand' | 'store-and-customer')[]) =>
  timelineOf(clocks.map((clock, i) => published(i + 1, quietFrom('20:00', '08:00', { clocks: clock }), NOW + i * DAY)));
const compiled = (zones: Partial<Zones>, ...clocks: Parameters<typeof timeline>) =>
  [...quietClocks(timeline(...clocks), { ...ZONES, ...zones }, NOW).keys()].toSorted();

test('C1–C3: there is a clock for each zone that any version may read, and for no other', () => {
  assert.deepEqual(compiled({}, 'store'), [SAO_PAULO]);
  assert.deepEqual(compiled({ store: null }, 'store'), [MANAUS]);
  assert.deepEqual(compiled({}, 'brand'), [MANAUS, SAO_PAULO]);
  assert.deepEqual(compiled({}, 'store-and-customer'), [NORONHA, SAO_PAULO]);
  assert.deepEqual(compiled({}, 'store', 'store-and-customer', 'brand'), [MANAUS, NORONHA, SAO_PAULO]);
  assert.deepEqual(compiled({}), [], 'D9: nothing published, nothing to compile');
});

test('C4: an unknown zone gets no clock, and the zones of the stores get clocks instead', () => {
  assert.deepEqual(compiled({ store: 'Nowhere/Atall' }, 'store'), [RECIFE, SAO_PAULO]);
  assert.deepEqual(compiled({ customer: ['-03:00'] }, 'store-and-customer'), [RECIFE, SAO_PAULO]);
  assert.deepEqual(compiled({ store: 'Nowhere/Atall', brandStores: ['x', RECIFE] }, 'store'), [RECIFE]);
});

test('kept clocks are reused while they cover the instants, and compiled again otherwise', () => {
  const kept = quietClocks(timeline('store'), ZONES, NOW);
  for (const days of [0, 1, -60, 160]) {
    assert.equal(quietClocks(timeline('store'), ZONES, NOW + days * DAY, kept), kept, `${days} days`);
  }
  for (const days of [-65, 165, 400]) {
    const fresh = quietClocks(timeline('store'), ZONES, NOW + days * DAY, kept);
    assert.notEqual(fresh, kept, `${days} days`);
    assert.notEqual(fresh.get(SAO_PAULO), kept.get(SAO_PAULO));
  }
});

test('a missing zone is added to the kept ones', () => {
  const kept = quietClocks(timeline('store'), ZONES, NOW);
  const more = quietClocks(timeline('store'), { ...ZONES, store: RECIFE }, NOW, kept);
  assert.deepEqual([...more.keys()], [SAO_PAULO, RECIFE]);
  assert.equal(more.get(SAO_PAULO), kept.get(SAO_PAULO));
  assert.deepEqual([...kept.keys()], [SAO_PAULO]);
});

test('T9: at the edge of the kept clocks a decision still covers 400 days ahead and 100 back', () => {
  const always = timelineOf([published(1, quietFrom('00:00', '24:00'), 0)]);
  const early = quietClocks(always, ZONES, NOW);
  for (const days of [-64, -63, 163, 164]) {
    const now = NOW + days * DAY;
    const quiet = quietClocks(always, ZONES, now, early);
    const { decision } = decide(aContext({ now, timeline: always, quiet }));
    assert.equal(decision.opensAt, null);
    assert.equal(decision.quiet?.until, null);
  }
});

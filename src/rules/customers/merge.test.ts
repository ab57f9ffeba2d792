/** A merge keeps what either record knows, the stricter permission holds, and the undo restores the surviving record. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isListed } from '#rules/contact/do-not-call.ts';
import { type Bound, type MergeFields, mergeFields, mergePermissions, unmergeFields } from './merge.ts';

const text = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
const day = fc.option(fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'), { nil: null });
const fieldsOf = (): fc.Arbitrary<MergeFields> =>
  fc
    .record({
      ...{ email: text, bornOn: day, city: text, state: text, note: text, toldZone: text, customerSince: day },
      ...{ contactFromMinute: fc.option(fc.constantFrom(540, 600), { nil: null }), sellerId: text, phone: text },
    })
    .map((fields) => ({ ...fields, phoneKind: fields.phone === null ? ('none' as const) : ('mobile' as const) }));

const bound = (): fc.Arbitrary<Bound> =>
  fc.record({ state: fc.constantFrom('granted', 'refused', 'unknown'), on: day, listedOn: day });

test('a merge empties no field, fills each that the other record has, and the undo gives back the surviving record', () => {
  fc.assert(
    fc.property(fieldsOf(), fieldsOf(), (into, from) => {
      const { fields, filled } = mergeFields(into, from);
      for (const field of Object.keys(into) as (keyof MergeFields)[]) {
        if (field === 'state' || field === 'phoneKind') continue;
        if (into[field] !== null || from[field] !== null) assert.notEqual(fields[field], null, field);
      }
      const replaced = { ...into };
      assert.deepEqual(unmergeFields(fields, from, filled, replaced), into);
    }),
  );
});

test('a field that changed after the merge stays after the undo', () => {
  fc.assert(
    fc.property(fieldsOf(), fieldsOf(), (into, from) => {
      const { fields, filled } = mergeFields(into, from);
      const changed = { ...fields, email: 'new', note: 'new', city: 'new' };
      const back = unmergeFields(changed, from, filled, { ...into });
      assert.deepEqual([back.email, back.note, back.city], ['new', 'new', 'new']);
    }),
  );
});

test('D2, D2c: a merge never allows what a refusal or a listing of either record forbade', () => {
  fc.assert(
    fc.property(bound(), bound(), (into, from) => {
      const both = [into, from];
      const merged = mergePermissions(into, from);
      if (both.some(({ state }) => state === 'refused')) assert.equal(merged.state, 'refused');
      const consentOf = ({ state, on }: { state: string; on: string | null }) => (state === 'granted' ? on : null);
      const wasListed = both.some(
        (each) => each.listedOn !== null && isListed({ listedOn: each.listedOn, consentOn: consentOf(each) }),
      );
      const days = both.flatMap(({ listedOn }) => listedOn ?? []).toSorted();
      const listedOn = days.at(-1);
      if (wasListed && listedOn !== undefined) assert.equal(isListed({ listedOn, consentOn: consentOf(merged) }), true);
    }),
  );
});

test('the stricter permission: tables', () => {
  const merge = (a: [Bound['state'], string | null], b: [Bound['state'], string | null]) =>
    mergePermissions({ state: a[0], on: a[1], listedOn: null }, { state: b[0], on: b[1], listedOn: null });
  assert.deepEqual(merge(['granted', '2026-05-01'], ['refused', '2026-03-01']), { state: 'refused', on: '2026-03-01' });
  assert.deepEqual(merge(['refused', '2026-03-01'], ['refused', null]), { state: 'refused', on: null });
  assert.deepEqual(merge(['refused', '2026-03-01'], ['refused', '2026-04-01']), { state: 'refused', on: '2026-04-01' });
  assert.deepEqual(merge(['granted', '2026-05-01'], ['granted', '2026-04-01']), { state: 'granted', on: '2026-04-01' });
  assert.deepEqual(merge(['granted', '2026-05-01'], ['unknown', null]), { state: 'granted', on: '2026-05-01' });
  assert.deepEqual(merge(['unknown', null], ['unknown', null]), { state: 'unknown', on: null });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeOf, EMPTY_DRAFT, withValue } from './customer-draft.ts';

const start = { ...EMPTY_DRAFT, name: 'Marina', note: 'azul', tags: ['vip'] };

test('only the fields that differ are sent, with the values that were read', () => {
  const draft = { ...start, note: '', city: ' Recife ', permission: { state: 'granted' as const, on: '' } };
  assert.deepEqual(changeOf(start, draft), {
    fields: ['city', 'note', 'permission'],
    change: { city: 'Recife', note: null, permission: { state: 'granted', on: null } },
    seen: { city: null, note: 'azul', permission: { state: 'unknown', on: null } },
  });
  assert.deepEqual(changeOf(start, { ...start, name: ' Marina ' }).fields, []);
});

test('a field as the server sent it becomes a field of the draft', () => {
  assert.equal(withValue(start, 'note', null).note, '');
  assert.deepEqual(withValue(start, 'permission', { state: 'refused', on: null }).permission, {
    state: 'refused',
    on: '',
  });
  assert.deepEqual(withValue(start, 'tags', ['a']).tags, ['a']);
});

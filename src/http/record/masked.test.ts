import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedName, maskedPhone } from './masked.ts';

test('a masked name keeps its initials and no more', () => {
  assert.equal(maskedName('Marina Alves'), 'M••••• A••••');
  assert.equal(maskedName('  Érico  D’Ávila Zé '), 'É•••• D••••• Z•');
  assert.equal(maskedName('O'), 'O•');
});

test('a masked number keeps its last four digits', () => {
  assert.equal(maskedPhone('+5511987654321'), '•••• 4321');
  assert.equal(maskedPhone(null), null);
});

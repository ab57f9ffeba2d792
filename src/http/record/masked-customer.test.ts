/** Tests how names and numbers are masked for support. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskName, maskPhone } from './masked-customer.ts';

test('a masked name keeps its initials and no more', () => {
  assert.equal(maskName('Marina Alves'), 'M••••• A••••');
  assert.equal(maskName('  Érico  D’Ávila Zé '), 'É•••• D••••• Z•');
  assert.equal(maskName('O'), 'O•');
});

test('a masked number keeps its last four digits', () => {
  assert.equal(maskPhone('+5511987654321'), '•••• 4321');
  assert.equal(maskPhone(null), null);
});

/** Tests the notification of ready contacts in each language, for one and for several. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readyNotice } from './ready-notice.ts';

test('the notification counts the messages and names no person', () => {
  assert.equal(readyNotice('pt-BR', 1), 'Você tem 1 mensagem para enviar.');
  assert.equal(readyNotice('pt-BR', 7), 'Você tem 7 mensagens para enviar.');
  assert.equal(readyNotice('en', 1), 'You have 1 message to send.');
  assert.equal(readyNotice('en', 2), 'You have 2 messages to send.');
  assert.equal(readyNotice('es', 1), 'Tienes 1 mensaje para enviar.');
  assert.equal(readyNotice('es', 2), 'Tienes 2 mensajes para enviar.');
});

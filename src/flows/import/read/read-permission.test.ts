/** Checks which texts and columns grant or refuse permission (D2, D2b). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isPermissionColumn,
  isPermissionDateColumn,
  isPossibleRefusalColumn,
  isRefusalColumn,
} from './permission-columns.ts';
import { asksToStop, readPermission, readPossibleRefusal, readRefusal } from './read-permission.ts';

test('only clear words grant permission', () => {
  for (const text of ['sim', 'SIM!', 's', '1', '1,00', 'true', 'Sim, autoriza', 'aceito', 'opt-in', '✓']) {
    assert.equal(readPermission(text), 'granted', text);
  }
});

test('every usual way to say no is a refusal', () => {
  const refusals =
    'não|NAO|N|0|0,00|false|no|off|✗|❌|stop|descadastrar|descadastrado|bloqueado|opt-out|não quer receber|não contatar|pediu para parar|sim, mas não agora|sair da lista|cancelado|n\ufffdo|recusou';
  for (const text of refusals.split('|')) assert.equal(readPermission(text), 'refused', text);
});

test('unknown words never grant, an empty cell says nothing, and a mark is unclear', () => {
  for (const text of ['talvez', 'si', 'nÆo', 'prefere e-mail', 'WhatsApp']) {
    assert.equal(readPermission(text), 'not_understood', text);
  }
  for (const text of ['', '-', '?', 'n/a', 'não informado', 'pendente'])
    assert.equal(readPermission(text), 'nothing', text);
  for (const text of ['x', 'V', '2', '05/03/2026']) assert.equal(readPermission(text), 'unclear', text);
});

test('in a column of refusals “sim” refuses, a bare “não” says nothing, and every other text refuses', () => {
  for (const text of ['sim', '1', 'x', '05/03/2026', 'muitas mensagens', 'não quer', '✓']) {
    assert.equal(readRefusal(text), 'refused', text);
  }
  for (const text of ['', 'não', '0', 'false', '-']) assert.equal(readRefusal(text), 'nothing', text);
  assert.deepEqual(['sim', 'não', 'Maria'].map(readPossibleRefusal), ['nothing', 'refused', 'nothing']);
});

test('columns that may be about permission are recognised, for and against', () => {
  const kindOf = (name: string) =>
    isRefusalColumn(name)
      ? 'refusal'
      : isPermissionDateColumn(name)
        ? 'date'
        : isPermissionColumn(name)
          ? 'permission'
          : isPossibleRefusalColumn(name)
            ? 'possible'
            : 'none';
  const kinds: Record<string, string> = {
    refusal:
      'opt_out optout nao_contatar nao_perturbe nao_enviar_whatsapp descadastrado bloqueado data_opt_out unsubscribed',
    permission:
      'permite_whatsapp aceita_contato autoriza_contato_whatsapp opt_in consentimento aceite_lgpd receber_ofertas',
    date: 'data_permissao data_aceite consentimento_em',
    possible: 'lgpd marketing contato aceita_cartao aceita_termos status_whatsapp',
    none: 'bloqueio_credito aceita_email ultimo_contato cidade',
  };
  for (const [kind, names] of Object.entries(kinds)) {
    for (const name of names.split(' ')) assert.equal(kindOf(name), kind, name);
  }
});

test('free text asks to stop only where it is about messages', () => {
  for (const text of [
    'pediu para parar',
    'Não quer mais receber',
    'parar de enviar msg',
    'cliente descadastrada',
    'tirar da lista',
  ]) {
    assert.equal(asksToStop(text), true, text);
  }
  for (const text of ['Não ligar antes das 14h', 'não gosta de azul', 'pediu para trocar', 'não enviar para casa']) {
    assert.equal(asksToStop(text), false, text);
  }
});

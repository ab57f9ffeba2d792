/**
 * The sentences of the search for attempts and of the explanation page, in Portuguese, the source. Support and managers
 * read the same ones.
 */

import { states } from '#words/contact/attempt-states.pt-BR.ts';
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  attempts: 'Tentativas',
  attempt: 'Tentativa de contato',
  loading: 'Carregando',
  again: 'Tentar de novo',
  unread: 'Não conseguimos mostrar isto agora.',
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',
  code: (code: string) => `Código ${code}`,
  back: 'Voltar para as tentativas',
  gone: 'Esta tentativa não existe, ou é de outra loja.',

  customer: 'Cliente',
  customerHint: 'Nome ou número.',
  customerHintMasked: 'Palavras e números inteiros: clientes ficam ocultos.',
  seller: 'Vendedor(a)',
  state: 'Situação',
  anyState: 'Todas',
  states,
  from: 'De',
  to: 'Até',
  filters: (n: number, set: string) => (n === 0 ? 'Filtros' : `Filtros (${n}): ${set}`),
  event: 'Passou por',
  anyEvent: 'Tanto faz',
  events: { put_off: 'adiamento', warned: 'aviso', sent_after_warning: 'envio após o aviso' },
  saidEvents: { put_off: 'com adiamento', warned: 'com aviso', sent_after_warning: 'com envio após o aviso' },
  find: 'Buscar',
  clear: 'Limpar',
  found: (n: number, more: boolean) =>
    more
      ? `As ${n} tentativas mais recentes`
      : many(n, '1 tentativa', `${n} tentativas, da mais recente à mais antiga`),
  none: 'Nenhuma tentativa assim.',
  noneMore: 'Confira o nome e o período, ou limpe a busca.',
  noneYet: 'Ainda não há tentativas de contato.',
  more: 'Mostrar mais',
  open: 'Abrir',
  openFor: (customer: string, when: string) => ` a tentativa com ${customer}, ${when}`,

  phone: 'Número',
  store: 'Loja',
  when: 'Quando',
  text: 'Texto',
  noText: 'Sem texto.',
  comesBack: 'Volta',
  readyUntil: 'Pronto até',
  heldUntil: (when: string) => `volta ${when}`,
  readyTill: (when: string) => `até ${when}`,
  verdicts: { allow: 'liberado', warn: 'avisado', block: 'adiado' },
  decision: (n: number, of: number, when: string) =>
    of === 1 ? `A decisão, ${when}` : `Decisão ${n} de ${of}, ${when}`,
  clocks: 'Relógios',
  noClocks: 'Nenhum Horário de Silêncio estava em vigor.',
  checks: 'Verificações',
  whatIf: 'E se fosse…',
  receipt: 'Recibo',
  after: 'O que veio depois',
  nothingAfter: 'Nada registrado depois.',

  masked: 'Cliente oculto',
  maskedMore: 'Nome, número e texto aparecem só com um motivo. A marca vê quem abriu, quando e por quê.',
  reveal: 'Mostrar cliente',
  revealTitle: 'Mostrar quem é?',
  revealLead: 'Só nesta tentativa e só para você, por 30 minutos. A marca lê o motivo.',
  reason: 'Motivo',
  reasonHint: 'Por exemplo: a loja ligou e perguntou por que o contato foi adiado.',
  missingReason: 'Escreva o motivo em poucas palavras.',
  stay: 'Voltar',
  revealed: (minutes: number) =>
    many(minutes, 'Visível para você por mais 1 minuto.', `Visível para você por mais ${minutes} minutos.`),
  revealedMore: 'A marca vê este acesso e o motivo.',
};
export type AttemptsWords = typeof words;

/** The sentences of tickets, for the brand and for support, in Portuguese, the source. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  tickets: 'Chamados',
  numbered: (number: number) => `Chamado ${number}`,
  asked: {
    activate: (hours: string) => `Ativar o silêncio ${hours}`,
    change: (hours: string) => `Mudar o silêncio: ${hours}`,
    deactivate: () => 'Desativar o silêncio',
  },
  states: {
    brand: { open: 'aguardando o suporte', answered: 'respondido', closed: 'encerrado' },
    support: { open: 'aguarda resposta', answered: 'aguarda a marca', closed: 'encerrado' },
  },
  version: (version: number) => `Versão ${version} publicada`,
  news: 'novidade',
  newsCount: (n: number) => many(n, '1 chamado com novidade', `${n} chamados com novidade`),
  since: (when: string) => `desde ${when}`,
  openedBy: (who: string, when: string) => `${who}, ${when}`,
  open: 'Abrir',
  back: 'Chamados',
  noTicketsBrand: 'Nenhum chamado ainda.',
  noTicketsBrandMore: 'Quando a marca pedir uma mudança, o pedido e a resposta ficam aqui.',
  noTicketsSupport: {
    open: 'Ninguém espera resposta agora.',
    answered: 'Nenhum chamado espera a marca.',
    closed: 'Nenhum chamado encerrado.',
  },
  gone: 'Este chamado não existe.',
  filters: { open: 'Aguardam resposta', answered: 'Respondidos', closed: 'Encerrados' },
  filter: 'Quais chamados',
  more: 'Mostrar mais',
  answeredNow: 'O suporte respondeu um chamado.',
  see: 'Ver',

  thread: 'Conversa',
  sides: { brand: 'marca', support: 'suporte' },
  reply: 'Responder',
  message: 'Mensagem',
  messageMissing: 'Escreva a mensagem.',
  send: 'Enviar',
  sent: 'Mensagem enviada.',
  closing: 'Responder e encerrar',
  closed: 'Chamado encerrado com a resposta.',
  closedHint: 'Encerrado. Uma nova mensagem abre o chamado de novo.',
  unreached: 'Sem resposta do servidor. Seu texto está guardado: tente de novo.',

  ask: { activate: 'Pedir ativação', change: 'Pedir mudança', deactivate: 'Pedir desativação' },
  askLead: {
    activate: 'Conte ao suporte em que horário a marca não quer iniciar conversas. Vale para todas as lojas.',
    change: 'Conte ao suporte o novo horário. Até a resposta, nada muda.',
    deactivate: 'Depois de desativado, sugestões e contatos saem a qualquer hora. Até a resposta, nada muda.',
  },
  start: 'Início',
  end: 'Fim',
  until: 'até',
  why: 'Motivo',
  whyHint: 'O que levou ao pedido: ajuda o suporte a propor o melhor horário.',
  whyMissing: 'Conte o motivo em poucas palavras.',
  timeUnclear: (typed: string) =>
    typed.trim() === ''
      ? 'Escreva a hora, como 20:00.'
      : `“${typed.trim()}” não é uma hora do dia. Escreva como 20:00.`,
  timesEqual: 'Início e fim são iguais. Para o dia inteiro, use 00:00 até 24:00.',
  cancel: 'Voltar',
  askSend: 'Enviar pedido',
  askSent: (number: number) => `Pedido enviado: chamado ${number}.`,
  notSent: 'O pedido não foi enviado',
  alreadyWaiting: {
    title: (n: number) => many(n, 'Um pedido da marca já espera resposta', `${n} pedidos da marca já esperam resposta`),
    more: 'Se for o mesmo assunto, escreva nele. Um pedido novo também vale.',
  },
  alsoWaiting: {
    brand: {
      title: (n: number) =>
        many(n, 'Outro pedido da marca espera resposta', `Mais ${n} pedidos da marca esperam resposta`),
      more: 'O suporte vê todos juntos.',
    },
    support: {
      title: (n: number) =>
        many(n, 'Outro chamado desta marca espera resposta', `Mais ${n} chamados desta marca esperam resposta`),
      more: 'Leia antes de responder: pode ser o mesmo assunto.',
    },
  },

  configure: 'Configurar',
  plan: 'Plano',
  policy: 'Vale agora',
  noPolicy: 'Nenhum horário em vigor.',
  stores: 'Lojas e horários',
  noHours: 'sem horário informado',
  missingHours: (n: number, names: string) =>
    many(n, `Falta o horário de 1 loja: ${names}.`, `Faltam os horários de ${n} lojas: ${names}.`),

  leads: 'Interessados',
  leadsLead: 'Marcas do Starter que querem conversar.',
  noLeads: { open: 'Ninguém espera contato agora.', done: 'Nenhum contato feito ainda.' },
  leadFilters: { open: 'Esperam contato', done: 'Já contatados' },
  leadContact: (contact: string) => `Contato: ${contact}`,
  leadDone: 'Falei com a marca',
  leadReopen: 'Ainda falta falar',
  leadDoneBy: (who: string, when: string) => `${who} falou em ${when}`,
  leadSettled: (brand: string) => `${brand}: anotado.`,
  undo: 'Desfazer',
};
export type TicketWords = typeof words;

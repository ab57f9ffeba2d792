/** The sentences of the silences that customers ask for (D4b), in Portuguese, the source. */
export const words = {
  title: 'Silêncio a pedido',
  none: (name: string) => `${name} não pediu silêncio em nenhum horário.`,
  asked: (name: string) => `${name} pediu para não receber mensagens:`,
  running: 'vale agora',
  noted: (who: string, when: string) => `Anotado por ${who}, ${when}`,
  add: 'Anotar um pedido',
  fromPreferred: (time: string) => `Anotar “só depois das ${time}” como pedido`,
  end: 'Encerrar',
  endOf: (what: string) => ` o pedido: ${what}`,
  ended: 'Pedido encerrado.',
  undo: 'Desfazer',
  sheetTitle: (name: string) => `O que ${name} pediu?`,
  lead: 'Vale para toda a marca, em sugestões e mensagens guardadas. Responder continua possível.',
  kind: 'O pedido',
  kinds: {
    after: 'Só depois de um horário',
    workdays: 'Só em dias úteis',
    until: 'Até um dia',
    other: 'Outros dias e horas',
  },
  after: 'Só depois das',
  until: 'Último dia do silêncio',
  days: 'Dias',
  from: 'Sem mensagens das',
  to: 'Até',
  said: (name: string, what: string) => `${name} não recebe mensagens: ${what}.`,
  save: 'Anotar',
  back: 'Voltar',
  missingTime: 'Escreva um horário, como 14:00.',
  missingDay: 'Escolha pelo menos um dia.',
  missingDate: 'Escolha o último dia.',
  saved: 'Anotado. Toda a marca respeita o pedido.',
  savedMoved: (moved: number) =>
    moved === 1
      ? 'Anotado. 1 mensagem guardada mudou de horário.'
      : `Anotado. ${moved} mensagens guardadas mudaram de horário.`,
  savedNoTime: (name: string) =>
    `Anotado. Com o Horário de Silêncio, não sobra horário para falar com ${name} nos próximos 30 dias.`,
  unsaid: 'Sem resposta do servidor. O pedido não foi anotado; tente de novo quando a internet voltar.',
};

export type AskedSilenceWords = typeof words;

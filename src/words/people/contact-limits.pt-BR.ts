/** The sentences of a brand's contact settings, in Portuguese, the source. */
export const words = {
  loading: 'Carregando',
  title: 'Ajustes da marca: descanso entre contatos',
  lead: 'Valem para todas as lojas. Sugestões esperam; pelo perfil, quem vende vê um aviso. Responder continua possível.',
  coolDown: 'Quarentena, em dias',
  coolDownHint:
    'Depois de um contato, ninguém da marca começa outro com o mesmo número por tantos dias. 0: sem quarentena.',
  coolDownFault: 'Use um número inteiro de 0 a 365.',
  unanswered: 'Contatos sem resposta',
  unansweredHint:
    'Depois de tantos contatos seguidos marcados como “Sem resposta”, o número descansa até responder, comprar ou passarem 180 dias. 0: não contar.',
  unansweredFault: 'Use 0, ou um número inteiro de 2 a 10.',
  perDay: 'Sugestões por pessoa e dia',
  perDayHint: 'Somando todas as campanhas. De 1 a 100.',
  perDayFault: 'Use um número inteiro de 1 a 100.',
  save: 'Salvar ajustes',
  saved: 'Ajustes salvos. Valem a partir de agora.',
  unread: 'Não deu para carregar os ajustes.',
  tryAgain: 'Tentar de novo',
  unreached: 'Sem resposta do servidor. Confira a internet e tente de novo.',
};
export type ContactLimitsWords = typeof words;

/** The sentences with which people choose their mails: on the own account, and by the link in a mail; Portuguese, the source. */
export const words = {
  title: 'E-mails',
  lead: 'O que avisamos por e-mail. Desligue o que você não quer receber.',
  kinds: {
    ticket_opened: { name: 'Chamados novos', says: 'Quando uma marca abre um chamado.' },
    ticket_message: { name: 'Mensagens em chamados', says: 'Quando uma marca escreve em um chamado.' },
    ticket_answered: { name: 'Respostas do suporte', says: 'Quando o suporte responde a um chamado seu.' },
    hours_changed: {
      name: 'Mudanças do Horário de Silêncio',
      says: 'Quando o suporte publica, põe em pausa ou retoma o horário.',
    },
    week_summary: {
      name: 'Resumo da semana',
      says: 'Toda segunda: três números contra a semana anterior e um ponto para olhar.',
    },
  },
  always: 'Avisos sobre a senha e a verificação em duas etapas chegam sempre, para proteger a sua conta.',
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',

  changing: 'Guardando a sua escolha',
  offTitle: 'E-mails desligados',
  off: (name: string) => `Você não recebe mais “${name}”.`,
  turnOn: 'Receber de novo',
  onTitle: 'E-mails ligados',
  on: (name: string) => `Você recebe “${name}” de novo.`,
  turnOff: 'Desligar',
  more: 'Em Minha conta você escolhe todos os e-mails.',
  incompleteTitle: 'O link está incompleto',
  incomplete: 'Abra de novo o link inteiro do e-mail.',
  again: 'Tentar de novo',
  toOto: 'Abrir o Oto',
};
export type MailChoiceWords = typeof words;

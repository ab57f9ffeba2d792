/** The sentences of the mails that the product sends by itself, in Portuguese, the source. */
import type { ProductMailWords } from './product-mail-words.ts';

export const words: ProductMailWords = {
  hello: (name) => `Olá, ${name}.`,
  off: 'Não receber mais e-mails deste tipo',
  buttons: {
    ticket_opened: 'Abrir o chamado',
    ticket_message: 'Abrir o chamado',
    ticket_answered: 'Ler a resposta',
    hours_changed: 'Abrir no Oto',
    week_summary: 'Ver a semana',
    password_changed: 'Escolher outra senha',
    second_factor_removed: 'Escolher outra senha',
  },
  after: {
    ticket_opened: 'Você recebe este e-mail porque faz parte do suporte do Oto.',
    ticket_message: 'Você recebe este e-mail porque faz parte do suporte do Oto.',
    ticket_answered: 'Você recebe este e-mail porque abriu o chamado ou faz a gestão da marca.',
    hours_changed: 'Você recebe este e-mail porque pediu a mudança ou faz a gestão da marca.',
    week_summary: 'Você recebe este e-mail uma vez por semana porque faz a gestão da marca ou de uma loja.',
    password_changed: 'Avisamos sempre que uma senha muda, para proteger a sua conta.',
    second_factor_removed: 'Avisamos sempre que essa proteção é retirada.',
  },
  ticket: {
    ticket_opened: ({ the, of }, number) => ({
      subject: `Chamado ${number} ${of}`,
      line: `${the} abriu o chamado ${number}.`,
    }),
    ticket_message: ({ the, of }, number) => ({
      subject: `Mensagem no chamado ${number} ${of}`,
      line: `${the} escreveu no chamado ${number}.`,
    }),
    ticket_answered: ({ of }, number) => ({
      subject: `Resposta ao chamado ${number}`,
      line: `O suporte do Oto respondeu ao chamado ${number} ${of}.`,
    }),
  },
  hours: {
    publish: (of) => ({
      subject: `Horário de Silêncio ${of}: novo horário`,
      line: `O suporte do Oto publicou o Horário de Silêncio ${of}.`,
    }),
    suspend: (of) => ({
      subject: `Horário de Silêncio ${of}: em pausa`,
      line: `O Horário de Silêncio ${of} está em pausa.`,
    }),
    resume: (of) => ({
      subject: `Horário de Silêncio ${of}: de volta`,
      line: `O Horário de Silêncio ${of} voltou a valer.`,
    }),
    from: (when) => `Vale a partir de ${when}.`,
    until: (when) => `A pausa vai até ${when}.`,
    openEnd: 'A pausa não tem data para terminar.',
  },
  account: {
    password_changed: {
      subject: 'A senha da sua conta foi trocada',
      lines: [
        'A senha da sua conta no Oto foi trocada.',
        'Se foi você, não precisa fazer nada. Se não foi, escolha outra senha agora e avise o suporte.',
      ],
    },
    second_factor_removed: {
      subject: 'A verificação em duas etapas foi retirada',
      lines: [
        'A verificação em duas etapas da sua conta no Oto foi retirada.',
        'Se foi você, ou se você pediu ao suporte, não precisa fazer nada. Se não foi, escolha outra senha agora e avise o suporte.',
      ],
    },
  },
};

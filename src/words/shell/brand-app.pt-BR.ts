/** The sentences of the brand manager's app, in Portuguese, the source. */
import { atTime, plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });
const upTo = (max: number, minutes: number) =>
  `Ritmo: até ${many(max, '1 contato novo', `${max} contatos novos`)} em ${many(minutes, '1 minuto', `${minutes} minutos`)} por vendedor`;

const at = (time: string) => atTime('pt-BR', time);

export const words = {
  ways: 'Áreas da marca',
  stores: 'Lojas',
  day: 'Dia das lojas',
  panorama: 'Panorama',
  policy: 'Política',
  team: 'Equipe',
  campaigns: 'Campanhas',
  imports: 'Importar',
  customers: 'Clientes',
  loading: 'Carregando',
  again: 'Tentar de novo',
  unread: 'Não conseguimos mostrar isto agora.',
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',
  code: (code: string) => `Código ${code}`,

  readOnly: 'Quem altera o horário é o suporte do Oto. Aqui você acompanha e pede.',
  coming: (when: string) => `A partir de ${when}`,
  comingPaused: (when: string) => `Quando voltar, a partir de ${when}`,
  dates: 'Datas especiais',
  allDay: 'o dia inteiro',
  nothing: 'nenhum silêncio começa',
  whatHappens: 'O que acontece no silêncio',
  suggestions: 'Sugestões, listas e campanhas são adiadas, com o motivo e a hora em que abre.',
  profile: {
    warn: 'No perfil do cliente, quem vende recebe um aviso e pode seguir. O envio fica no histórico.',
    'warn-with-reason':
      'No perfil do cliente, quem vende recebe um aviso e pode seguir depois de dizer o motivo. O envio fica no histórico.',
  },
  reply: {
    allow: 'Responder clientes continua livre, a qualquer hora.',
    warn: 'Responder clientes continua possível, com um aviso.',
  },
  pace: {
    warn: (max: number, minutes: number) => `${upTo(max, minutes)}; depois, um aviso propõe um respiro.`,
    block: (max: number, minutes: number) => `${upTo(max, minutes)}; depois, o próximo espera a vez.`,
  },
  clocks: {
    store: 'Cada loja segue o próprio relógio.',
    'store-and-customer': 'Conta o relógio da loja e o de onde o cliente está.',
    brand: 'Todas as lojas seguem um relógio só.',
  },

  history: 'Histórico',
  noHistory: 'Nada foi publicado ainda.',
  published: (version: number) => `Versão ${version}`,
  suspended: 'Em pausa',
  suspendedPlan: 'Em pausa pela mudança de plano',
  resumed: 'Retomado',
  from: (when: string) => `vale a partir de ${when}`,
  until: (when: string) => `até ${when}`,
  openEnd: 'sem data para voltar',
  by: (author: string, when: string) => `${author}, ${when}`,
  nowTag: 'vale agora',
  comingTag: 'vai valer',
  changes: 'O que mudou',
  more: (n: number) => `Mostrar mais ${n}`,

  supportAccess: 'Acessos do suporte',
  supportAccessLead:
    'Cada vez que o suporte do Oto abre dados da marca, fica registrado aqui: quem, quando e o quê. Os clientes ficam ocultos até o suporte dizer o motivo.',
  openSupportAccess: 'Ver acessos',
  noSupportAccess: 'O suporte ainda não abriu dados da marca.',
  openAccessedAttempt: 'Ver tentativa',
  accessSearched: (typed: string) => `Buscou por: ${typed}`,
  accessReason: (reason: string) => `Motivo: ${reason}`,
  moreSupportAccess: 'Mostrar mais',

  starterTitle: 'Horário de Silêncio',
  starterLead: 'À noite, seus clientes em paz e sua equipe fora do expediente de verdade.',
  starterPlan: 'O Horário de Silêncio faz parte dos planos Growth e Enterprise.',
  starterPoints: [
    'Sugestões e campanhas esperam a manhã, com o texto guardado. Nada se perde.',
    'Pelo perfil do cliente, um aviso: quem decide seguir segue, e fica no histórico.',
    'Responder quem escreveu continua livre, a qualquer hora.',
    'O mesmo horário em todas as lojas, no relógio de cada uma.',
  ],
  starterWhy:
    'Mensagem tarde da noite é a que mais irrita: o cliente bloqueia, denuncia ou pede para parar, e o número da loja paga por isso.',
  figure: (n: string, count: number, start: string, end: string) =>
    many(
      count,
      `Nos últimos 90 dias, ${n} contato saiu entre ${start} e ${end}.`,
      `Nos últimos 90 dias, ${n} contatos saíram entre ${start} e ${end}.`,
    ),
  talk: 'Falar com o time do Oto',
  talkLead: 'Conte o que a marca precisa. O time entra em contato.',
  contact: 'Como falar com você',
  contactHint: 'Telefone ou e-mail, e o melhor horário.',
  contactMissing: 'Escreva um telefone ou e-mail.',
  wish: 'O que você gostaria',
  wishMissing: 'Conte em poucas palavras.',
  wishStart: 'Gostaria de conhecer o Horário de Silêncio.',
  talkSend: 'Enviar',
  back: 'Voltar',
  talkSent: (contact: string) => `Recebemos seu pedido. O time entra em contato por ${contact}.`,
  talkWaiting: (when: string) => `Pedido enviado ${when}. O time do Oto entra em contato.`,
  talkDone: (when: string) => `O time do Oto falou com vocês ${when}.`,
  figures: {
    title: (days: number) => `Últimos ${days} dias`,
    putOff: (n: number) => many(n, 'adiado', 'adiados'),
    warned: (n: number) => many(n, 'avisado', 'avisados'),
    sentAfterWarning: (n: number) => many(n, 'enviado após o aviso', 'enviados após o aviso'),
    open: ', ver a lista',
    noAttempts: 'Ainda sem tentativas.',
  },
  page: {
    hoursUnknown: 'Horário das lojas não informado.',
    closedToday: 'Lojas fechadas hoje.',
    openToday: (when: string, stores: number) => `${many(stores, 'Loja aberta', 'Lojas abertas')} ${when}.`,
    legend: { quiet: 'silêncio', open: 'lojas abertas', now: 'agora' },
    title: 'Horário de Silêncio',
    now: 'em silêncio',
    openNow: 'aberto',
    zones: (inBrand: string) => `Agora ${inBrand}, em cada fuso`,
    stores: (n: number) => many(n, '1 loja', `${n} lojas`),
    until: (time: string) => `até ${time}`,
    next: (time: string) => `silêncio ${at(time)}`,
    inactive: 'Nenhum horário em vigor.',
    suspended: (until: string | null) => (until === null ? 'Em pausa.' : `Em pausa até ${until}.`),
  },
};
export type BrandWords = typeof words;

/** The sentences of the coming day of held contacts, in Portuguese, the source. Their type is the type of the other languages. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  /** `day`: "amanhã" or "segunda". */
  title: (day: string) => `Como será ${day}`,
  ready: (n: number) => many(n, '1 mensagem fica pronta', `${n} mensagens ficam prontas`),
  /** Two times, as "10:03" and "11:58". */
  between: (first: string, last: string) => (first === last ? `às ${first}` : `entre ${first} e ${last}`),
  none: 'Nenhuma mensagem fica pronta nesse dia.',
  moves: (n: number) => many(n, '1 passa para outro dia', `${n} passam para outro dia`),
  ends: (n: number) => many(n, '1 termina sem sair', `${n} terminam sem sair`),
  assumes: 'Conta com cada mensagem enviada na sua hora. O que está pronto agora e não for enviado hoje também entra.',
  notWhole: 'Há mensagens demais: aqui estão as primeiras 5.000.',
  chart: 'Mensagens por hora',
  legend: { ready: 'ficam prontas', quiet: 'Horário de Silêncio' },
  open: 'Ver o dia',
  close: 'Fechar o dia',
  head: { time: 'Hora', customer: 'Cliente', seller: 'Vendedor(a)' },
  team: 'Por pessoa',
  capacity: (n: number) => `cabem até ${n}`,
  tooMany: 'Mais do que cabe',
  away: 'De folga',
  thin: (n: number) => many(n, 'Deixar a última para depois', `Deixar as ${n} últimas para depois`),
  thinMore: 'Vão para os primeiros horários livres depois desse dia.',
  thinned: (n: number, when: string) =>
    n === 1 ? `1 mensagem ficou para ${when}.` : `${n} mensagens ficaram para depois, a partir de ${when}.`,
  notThinned: 'Nenhuma mudou: elas já foram enviadas, canceladas ou passaram para outro dia.',
  undo: 'Desfazer',
  undone: 'Desfeito: voltaram para a hora de antes.',
  loading: 'Carregando',
};

/** The sentences that each language must have. */
export type DayAheadWords = typeof words;

/** The sentences of a campaign's rehearsal, in Portuguese, the source. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });
const customers = (n: number) => many(n, '1 cliente', `${n} clientes`);

export const words = {
  title: 'Como será, dia a dia',
  lead: 'Veja o que esta campanha será em cada dia, antes de salvar.',
  leadSaved: 'Veja o que esta campanha será em cada dia, daqui em diante.',
  open: 'Ver como será',
  close: 'Fechar',
  working: 'Calculando os próximos dias…',
  first: 'Primeiros números, a partir de algumas lojas. O cálculo completo chega em instantes.',
  unread: 'Não conseguimos calcular agora.',
  again: 'Tentar de novo',
  correct: 'Corrija os campos com aviso para ver como será.',
  total: (n: number) => `${customers(n)} no período`,
  suggested: (n: number) => many(n, '1 sugerido', `${n} sugeridos`),
  sent: (n: number) => many(n, '1 enviado', `${n} enviados`),
  held: (n: number) => many(n, '1 fica para depois do silêncio', `${n} ficam para depois do silêncio`),
  lastServed: (date: string) => `O último contato sai em ${date}.`,
  nobody: 'Com estes filtros, ninguém recebe a sugestão neste período.',
  chart: 'Contatos enviados por dia. Escolha um dia para ver as horas.',
  days: 'Dias da campanha',
  day: (date: string, sent: number, suggested: number, held: number) =>
    `${date}: ${many(sent, '1 enviado', `${sent} enviados`)}, ${many(suggested, '1 sugerido', `${suggested} sugeridos`)}, ${held} para depois do silêncio`,
  hours: (date: string) => `Contatos enviados por hora em ${date}, no relógio de cada loja`,
  legend: { sent: 'enviados', quiet: 'Horário de Silêncio' },
  table: 'Números por dia',
  head: { date: 'Dia', suggested: 'Sugeridos', held: 'Para depois', ready: 'Ficam prontos', sent: 'Enviados' },
  hourTable: 'Números por hora',
  hourHead: { hour: 'Hora', sent: 'Enviados' },
  sellers: 'Por vendedor',
  seller: (name: string, n: number) => `${name}: ${customers(n)}`,
  moreSellers: (n: number) => many(n, 'e mais 1 pessoa', `e mais ${n} pessoas`),
  leftOut: 'Ficam de fora',
  withoutSeller: 'Sem vendedor na loja',
  doesNotFit: (n: number) => `${customers(n)} não ${n === 1 ? 'cabe' : 'cabem'} no período.`,
  unused: (n: number) =>
    `${many(n, '1 sugestão fica', `${n} sugestões ficam`)} sem uso, porque a loja não abre a tempo.`,
  unusedIn: (names: string) => `Confira o horário de: ${names}`,
  looking: 'Procurando o que faria caber…',
  fits: 'Com uma destas mudanças, todos cabem:',
  noFix: 'Nenhum prazo de até 92 dias nem quota maior faz todos caberem. Filtros mais estreitos ajudam.',
  fixTo: (date: string) => `Terminar em ${date}`,
  fixPerSeller: (n: number) => `Até ${n} por vendedor ao dia nesta campanha`,
  fixPerDay: (n: number) => `Até ${n} sugestões por vendedor ao dia, em Ajustes da marca`,
  changed: 'Rascunho ajustado.',
  undo: 'Desfazer',
  since: (moment: string) => `O que mudou desde ${moment}`,
  changes: {
    draft: 'A campanha foi alterada.',
    hours: 'O Horário de Silêncio foi publicado, pausado ou retomado.',
    stops: (n: number) =>
      n > 0
        ? `${customers(n)} ${n === 1 ? 'pediu' : 'pediram'} para parar.`
        : `${customers(-n)} ${n === -1 ? 'voltou' : 'voltaram'} a aceitar mensagens.`,
    daysOff: (n: number) =>
      n > 0
        ? `${many(n, '1 dia de folga', `${n} dias de folga`)} a mais na equipe.`
        : `${many(-n, '1 dia de folga', `${-n} dias de folga`)} a menos na equipe.`,
    customers: (n: number) => (n > 0 ? `${customers(n)} a mais no período.` : `${customers(-n)} a menos no período.`),
  },
  assumes:
    'O cálculo supõe que cada sugestão é usada no seu dia, no horário de costume de quem vende (ou por igual nas horas abertas), dentro do limite de contatos, e que o que fica pronto é enviado na hora.',
};

export type RehearsalWords = typeof words;

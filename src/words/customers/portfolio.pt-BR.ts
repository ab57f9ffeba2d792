/** The sentences of moving a portfolio and of days off, in Portuguese, the source. */
import { count, joinList, plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });
const customers = (n: number) => many(n, '1 cliente', `${n} clientes`);
const messages = (n: number) => many(n, '1 mensagem guardada', `${n} mensagens guardadas`);
const suggestions = (n: number) => many(n, '1 sugestão', `${n} sugestões`);
const both = (held: number, open: number) =>
  joinList('pt-BR', [held > 0 ? messages(held) : '', open > 0 ? suggestions(open) : ''].filter(Boolean));

export const words = {
  title: (name: string) => `Carteira e folgas de ${name}`,
  back: 'Voltar',
  loading: 'Abrindo a carteira…',
  unread: 'Não conseguimos abrir a carteira.',
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',
  maybeDone: 'Sem resposta do servidor. Pode ser que tenha dado certo: confira antes de tentar de novo.',
  again: 'Tentar de novo',
  code: (code: string) => `Código para o suporte: ${code}`,
  cancel: 'Voltar',
  undo: 'Desfazer',

  portfolio: 'Carteira',
  counts: (n: number, held: number, open: number) =>
    [
      customers(n),
      held > 0 && messages(held),
      open > 0 && many(open, '1 sugestão em aberto', `${open} sugestões em aberto`),
    ]
      .filter(Boolean)
      .join(' · '),
  empty: 'Nenhum cliente na carteira.',
  alone: 'Não há mais ninguém na equipe desta loja para receber a carteira.',
  move: 'Passar a carteira',
  sheetTitle: (name: string) => `Carteira de ${name}`,
  toWhom: 'Para quem vai?',
  spread: 'Dividir entre quem vende na loja',
  away: (name: string) => `${name} (de folga)`,
  heldLegend: 'Mensagens guardadas',
  heldPass: 'Passam junto, no mesmo horário',
  heldEnd: 'São canceladas',
  planning: 'Fazendo as contas…',
  share: (name: string, n: number) => `${name}: ${customers(n)}`,
  passed: (n: number) =>
    many(
      n,
      '1 mensagem guardada vai junto e mantém o horário.',
      `${n} mensagens guardadas vão junto e mantêm o horário.`,
    ),
  ended: (n: number) => many(n, '1 mensagem guardada é cancelada.', `${n} mensagens guardadas são canceladas.`),
  kept: (n: number, name: string) =>
    many(n, `1 mensagem guardada fica com ${name}.`, `${n} mensagens guardadas ficam com ${name}.`),
  open: (n: number) => many(n, '1 sugestão em aberto vai junto.', `${n} sugestões em aberto vão junto.`),
  forADay: 'Dá para desfazer por 24 horas.',
  submit: (n: number) => `Passar ${customers(n)}`,
  moved: (n: number) => many(n, '1 cliente mudou de carteira.', `${n} clientes mudaram de carteira.`),
  undone: (n: number) => many(n, 'Desfeito: 1 cliente voltou.', `Desfeito: ${n} clientes voltaram.`),
  stayed: (movedOn: number, otherStore: number, gone: number) =>
    [
      movedOn > 0 && many(movedOn, '1 já está em outra carteira.', `${movedOn} já estão em outra carteira.`),
      otherStore > 0 && many(otherStore, '1 já é de outra loja.', `${otherStore} já são de outra loja.`),
      gone > 0 && many(gone, '1 cadastro não existe mais.', `${gone} cadastros não existem mais.`),
    ]
      .filter(Boolean)
      .join(' '),
  lastDay: 'Mudanças das últimas 24 horas',
  moveLine: (n: number, to: readonly string[]) => `${customers(n)} para ${joinList('pt-BR', to)}`,
  moveBy: (when: string, by: string) => `${when}, por ${by}`,
  wasUndone: 'Desfeita',
  moveBegan: 'A mudança começou. Aqui você acompanha até o fim.',
  returnBegan: 'A volta começou. Aqui você acompanha até o fim.',
  moving: (done: number, total: number) => `Passando ${count('pt-BR', done)} de ${count('pt-BR', total)} clientes…`,
  returning: (done: number, total: number) => `Voltando ${count('pt-BR', done)} de ${count('pt-BR', total)} clientes…`,
  goesOn: 'Continua mesmo se você sair desta tela.',
  undoOf: (line: string) => ` a mudança de ${line}`,

  absences: 'Folgas',
  absenceLead:
    'Nos dias de folga, mensagens guardadas e sugestões podem ficar com colegas. O que não for usado volta no fim.',
  noAbsence: 'Nenhuma folga marcada.',
  newAbsence: 'Marcar folga',
  absenceTitle: (name: string) => `Folga de ${name}`,
  from: 'Primeiro dia',
  until: 'Último dia',
  dateMissing: 'Escolha o dia.',
  passLegend: 'Mensagens guardadas e sugestões nesses dias',
  passNothing: (name: string) => `Ficam com ${name}`,
  passSpread: 'Dividir entre quem está na loja',
  passNow: (held: number, open: number) =>
    held + open === 0 ? 'Agora não há nada para passar.' : `Agora seriam ${both(held, open)}.`,
  passAtStart: 'A passagem acontece no primeiro dia, com o que houver.',
  save: 'Marcar folga',
  saved: (days: string) => `Folga marcada: ${days}.`,
  days: (from: string, until: string) => (from === until ? from : `${from} a ${until}`),
  states: { coming: 'Marcada', running: 'Em folga', over: 'Encerrada' },
  willPass: (to: string | null) =>
    to === null ? 'No primeiro dia, divide entre quem está na loja.' : `No primeiro dia, passa para ${to}.`,
  hasPassed: (held: number, open: number, to: readonly string[]) => `${both(held, open)} com ${joinList('pt-BR', to)}.`,
  passOn: 'Passar para colegas',
  passOnTitle: (name: string) => `Enquanto ${name} está de folga`,
  passOnLead: 'O que não for usado volta no fim da folga.',
  passedOn: 'Passado. Volta no fim da folga o que não for usado.',
  end: 'Encerrar folga',
  cancelAbsence: 'Cancelar folga',
  endOf: (days: string) => ` de ${days}`,
  endedNothing: 'Folga encerrada.',
  endedBack: (held: number, open: number) =>
    held + open === 0 ? 'Folga encerrada. Nada restava para voltar.' : `Folga encerrada. Voltou: ${both(held, open)}.`,

  ownRunning: (until: string) => `Sua folga vai até ${until}.`,
  ownComing: (days: string) => `Sua folga: ${days}.`,
  ownPassed: (to: readonly string[]) =>
    `Suas mensagens guardadas e sugestões estão com ${joinList('pt-BR', to)} e voltam no fim.`,
  teamAway: (name: string, until: string) => `${name}: folga até ${until}`,
};
export type PortfolioWords = typeof words;

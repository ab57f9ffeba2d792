/** The sentences of *Equipe*, in which managers look after a store's or a brand's people, in Portuguese, the source. */
import { count, plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });
const customers = (n: number) => many(n, '1 cliente', `${n} clientes`);
const messages = (n: number) => many(n, '1 mensagem guardada', `${n} mensagens guardadas`);

export const words = {
  title: 'Equipe',
  loading: 'Carregando a equipe',
  search: 'Buscar por nome ou código',
  store: 'Loja',
  allStores: 'Todas as lojas',
  stores: 'Lojas',
  chooseStore: 'Escolha a loja',
  show: 'Mostrar',
  states: { active: 'Com acesso', away: 'De folga', inactive: 'Sem acesso', all: 'Todas' },
  order: 'Ordem',
  orders: { name: 'Por nome', store: 'Por loja', role: 'Por função' },
  state: 'Situação',
  found: (n: number) => many(n, '1 pessoa', `${count('pt-BR', n)} pessoas`),
  none: 'Ninguém por aqui ainda',
  noneMore: 'Adicione a primeira pessoa. Ela recebe um PIN para entrar.',
  noneFor: (typed: string) => `Ninguém encontrado para “${typed}”`,
  noneForMore: 'Confira o nome, a loja e se a pessoa ainda tem acesso.',
  more: 'Mostrar mais',
  open: (name: string) => `Abrir ${name}`,
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',
  back: 'Voltar',
  done: 'Pronto',
  undo: 'Desfazer',
  save: 'Salvar',

  roles: { seller: 'Vendas', store_manager: 'Gerência da loja', brand_manager: 'Gestão da marca' },
  pins: {
    none: 'Sem PIN nesta loja',
    one_time: 'PIN de uso único, ainda não usado',
    expired: 'PIN de uso único vencido',
    own: 'PIN próprio',
  },
  withAccount: 'Entra com e-mail e senha',
  locked: 'PIN em pausa',
  noAccess: 'Sem acesso',

  add: 'Adicionar pessoa',
  addTitle: 'Adicionar à equipe',
  name: 'Nome',
  nameHint: 'Como aparece na entrada da loja.',
  nameMissing: 'Escreva o nome.',
  role: 'Função',
  email: 'E-mail',
  emailHint: 'O convite vale por 24 horas, uma vez. Venceu? Adicione a pessoa de novo com o mesmo e-mail.',
  emailMissing: 'Escreva o e-mail.',
  storeMissing: 'Escolha a loja.',
  addNow: 'Adicionar',
  invited: (name: string) => `Convite enviado para ${name}.`,

  pinTitle: (name: string) => `PIN de ${name}`,
  pinLead: (until: string) => `Vale para uma entrada, até ${until}. Na entrada, cada pessoa escolhe um PIN só seu.`,
  pinOnce: 'O PIN aparece só agora. Entregue em mãos, de preferência no papel.',
  copy: 'Copiar PIN',
  copied: 'PIN copiado.',
  notCopied: 'Não deu para copiar. Anote o PIN.',

  access: 'Acesso',
  facts: {
    role: 'Função',
    store: 'Loja',
    code: 'Código',
    pin: 'Entrada',
    portfolio: 'Carteira',
    held: 'Guardadas',
    away: 'Folga',
  },
  customers,
  messages,
  noMessages: 'Nenhuma mensagem guardada',

  awayUntil: (until: string) => `De folga até ${until}`,
  awayFrom: (from: string, until: string) => (from === until ? `Folga em ${from}` : `Folga de ${from} a ${until}`),

  invitations: {
    open: (email: string | null) =>
      email === null ? 'Convite ainda não aceito' : `Convite enviado a ${email}, ainda não aceito`,
    over: (email: string | null) => (email === null ? 'Convite vencido' : `O convite enviado a ${email} venceu`),
  },
  inviteAgain: 'Enviar o convite de novo',
  inviteTitle: (name: string) => `Enviar o convite a ${name} de novo`,
  inviteLead: 'O link anterior deixa de valer. Se o e-mail estava errado, corrija aqui.',
  inviteNow: 'Enviar convite',

  changes: 'Histórico',
  changeKinds: {
    created: 'Pessoa adicionada',
    invited: 'Convite enviado',
    changed: 'Dados mudados',
    activated: 'Acesso devolvido',
    deactivated: 'Acesso retirado',
    pin_given: 'PIN novo',
    unlocked: 'PIN liberado',
  },
  changeFields: { name: 'nome', role: 'função', store: 'loja' },
  changeBy: (by: string | null, when: string) => `${when}, por ${by ?? 'suporte'}`,

  rename: 'Mudar o nome',
  renameTitle: (name: string) => `Mudar o nome de ${name}`,
  renamed: (name: string) => `Agora o nome é ${name}.`,

  move: 'Mudar loja ou função',
  moveTitle: (name: string) => `Mudar ${name} de loja ou função`,
  goOn: 'Continuar',
  moveNow: 'Confirmar mudança',
  noChange: 'Nada mudou ainda: escolha outra loja ou outra função.',
  signsInAgain: 'A pessoa precisa entrar de novo.',
  longerPin: 'A gerência usa um PIN de 6 a 8 números: na próxima entrada a pessoa escolhe um, se o atual for menor.',
  moveStays: (n: number, store: string) =>
    n === 0
      ? 'A carteira está vazia.'
      : `${customers(n)} da loja ${store} ficam nesta carteira até você passar a carteira.`,
  moveEnds: (n: number) =>
    n === 0
      ? 'Não há mensagens guardadas.'
      : many(
          n,
          '1 mensagem guardada é cancelada agora. Para não perder, passe antes para outra pessoa, em Agendados.',
          `${n} mensagens guardadas são canceladas agora. Para não perder, passe antes para outra pessoa, em Agendados.`,
        ),
  movePin: 'O PIN atual não vale na outra loja. Depois da mudança, dê um PIN novo.',
  moved: (name: string) => `Pronto. ${name} mudou.`,

  newPin: 'Dar um PIN novo',
  newPinTitle: (name: string) => `Dar um PIN novo a ${name}?`,
  newPinLead: 'O PIN atual deixa de valer agora, e a pessoa sai de todos os aparelhos.',
  newPinNow: 'Dar PIN novo',

  work: 'Carteira e folgas',

  free: 'Liberar PIN',
  freed: (name: string) => `Pronto. ${name} pode tentar de novo.`,

  deactivate: 'Tirar o acesso',
  deactivateTitle: (name: string) => `Tirar o acesso de ${name}?`,
  deactivateLead: 'A pessoa sai de todos os aparelhos agora e não entra mais. O histórico fica.',
  deactivateKeeps: (n: number) =>
    n === 0 ? 'A carteira está vazia.' : `${customers(n)} continuam nesta carteira até você passar a carteira.`,
  deactivateHeld: (n: number) =>
    n === 0
      ? 'Não há mensagens guardadas.'
      : many(
          n,
          '1 mensagem guardada espera. Passe para outra pessoa antes da hora dela, ou será cancelada.',
          `${n} mensagens guardadas esperam. Passe para outra pessoa antes da hora de cada uma, ou serão canceladas.`,
        ),
  deactivated: (name: string) => `${name} não tem mais acesso.`,
  reactivate: 'Devolver o acesso',
  reactivated: (name: string) => `${name} tem acesso de novo.`,

  sheet: 'Folha de PINs',
  sheetLead: 'PINs novos para quem você escolher, em uma folha para imprimir e recortar.',
  sheetNobody: 'Ninguém desta loja pode receber um PIN de você',
  sheetNobodyMore: 'Adicione pessoas à equipe, e elas aparecem aqui.',
  sheetMost: (n: number) => `Até ${n} pessoas por folha.`,
  choosePeople: 'Quem recebe um PIN novo',
  chooseAll: 'Escolher todas',
  chooseNone: 'Limpar escolha',
  makeSheet: (n: number) =>
    n === 0 ? 'Fazer a folha' : many(n, 'Fazer a folha de 1 pessoa', `Fazer a folha de ${n} pessoas`),
  chooseSomebody: 'Escolha ao menos uma pessoa.',
  sheetTitle: (n: number) => many(n, 'Dar um PIN novo a 1 pessoa?', `Dar PINs novos a ${n} pessoas?`),
  sheetConfirm:
    'Os PINs atuais delas deixam de valer agora, e elas saem de todos os aparelhos. Os novos aparecem uma única vez.',
  sheetNow: 'Dar PINs novos',
  print: 'Imprimir',
  printLead: 'Estes PINs aparecem só agora. Imprima antes de sair desta tela.',
  paperTitle: (store: string) => `Seu PIN · ${store}`,
  paperSteps: (until: string) => [
    'No aparelho da loja, toque no seu nome.',
    'Digite o PIN desta folha.',
    'Escolha um PIN só seu e não conte a ninguém.',
    `O PIN desta folha vale uma vez, até ${until}.`,
  ],
  paperName: 'Nome',
  paperPin: 'PIN de uso único',
};
export type PeopleWords = typeof words;

/** The sentences of the screens about campaigns, in Portuguese, the source. */
import { plural } from '#words/core/format.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });
const customers = (n: number) => many(n, '1 cliente', `${n} clientes`);
const days = (n: number) => many(n, '1 dia', `${n} dias`);

export const words = {
  campaigns: 'Campanhas',
  campaign: 'Campanha',
  loading: 'Abrindo as campanhas…',
  unread: 'Não conseguimos abrir as campanhas.',
  unreached: 'Sem resposta do servidor. Tente de novo quando a internet voltar.',
  again: 'Tentar de novo',
  code: (code: string) => `Código para o suporte: ${code}`,
  more: 'Mostrar mais',

  lead: 'Uma campanha escolhe clientes e sugere, a cada manhã, para quem a equipe escrever e com que texto.',
  newCampaign: 'Nova campanha',
  none: 'Ainda não há campanhas',
  noneMore: 'Comece por uma pronta, como aniversário ou 60 dias sem comprar, e ajuste o texto.',
  noneShown: 'Nenhuma campanha aqui',
  noneShownMore: 'Veja as outras campanhas no filtro acima.',
  found: (n: number) => many(n, '1 campanha', `${n} campanhas`),
  open: (name: string) => `Abrir a campanha ${name}`,
  show: 'Quais campanhas',
  shown: { current: 'Atuais', ended: 'Encerradas' },
  columns: {
    name: 'Nome',
    state: 'Situação',
    priority: 'Ordem',
    period: 'Período',
    suggested: 'Sugeridos',
    sent: 'Enviados',
    putOff: 'Adiados',
    answered: 'Responderam',
  },
  states: { draft: 'rascunho', running: 'no ar', paused: 'em pausa', ended: 'encerrada' },
  period: (from: string | null, to: string | null) => {
    if (from === null) return to === null ? 'sem data para acabar' : `até ${to}`;
    return to === null ? `desde ${from}` : `de ${from} a ${to}`;
  },
  figures: 'O que aconteceu',
  figuresLead:
    'Adiados são os contatos que o Horário de Silêncio segurou. Responderam são os clientes com quem a pessoa conversou ou para quem vendeu.',
  inShort: (n: { suggested: number; sent: number; putOff: number; answered: number }) =>
    `${n.suggested} sugeridos, ${n.sent} enviados, ${n.putOff} adiados, ${n.answered} responderam`,

  back: 'Campanhas',
  edit: 'Editar',
  copy: 'Usar como ponto de partida',
  start: 'Colocar no ar',
  resume: 'Retomar',
  pause: 'Pausar',
  end: 'Encerrar',
  discard: 'Descartar o rascunho',
  started: 'A campanha está no ar. As sugestões chegam à equipe em instantes.',
  paused: 'A campanha está em pausa. As sugestões abertas saíram das listas.',
  ended: (cancelled: number) =>
    cancelled === 0
      ? 'A campanha foi encerrada.'
      : `A campanha foi encerrada, com ${many(cancelled, '1 mensagem guardada cancelada', `${cancelled} mensagens guardadas canceladas`)}.`,
  notDone: 'Nada mudou',
  startHint: 'Antes de começar, o texto e o período são conferidos.',
  runningHint: 'O que você editar vale a partir da próxima manhã. Sugestões já abertas continuam com o texto de antes.',
  pausedHint: 'Ninguém recebe sugestões desta campanha até ela ser retomada.',
  endedHint: 'Uma campanha encerrada não volta. Para repetir, use esta como ponto de partida.',

  partialTitle: 'É gente demais para o período',
  partialStart: 'Começar mesmo assim',
  partialEdit: 'Ajustar a campanha',
  pauseTitle: (name: string) => `Pausar “${name}”?`,
  pauseText: (open: number) =>
    open === 0
      ? 'Nenhuma sugestão está aberta. O que está guardado para depois continua, e a campanha pode ser retomada.'
      : `${many(open, '1 sugestão aberta sai', `${open} sugestões abertas saem`)} das listas. O que está guardado para depois continua, e a campanha pode ser retomada.`,
  endTitle: (name: string) => `Encerrar “${name}” de vez?`,
  endText: (open: number) =>
    open === 0
      ? 'A campanha não volta a sugerir ninguém.'
      : `${many(open, '1 sugestão aberta sai', `${open} sugestões abertas saem`)} das listas, e a campanha não volta.`,
  endHeld: (held: number) =>
    `${many(held, '1 mensagem desta campanha está guardada', `${held} mensagens desta campanha estão guardadas`)} para depois. O que fazer?`,
  heldKeep: 'Manter: cada uma sai no seu minuto',
  heldCancel: 'Cancelar todas: quem guardou é avisado',
  goBack: 'Voltar',

  summary: 'Como está',
  audience: 'Para quem',
  everybody: 'Todos os clientes da marca',
  message: 'Texto',
  noText: 'Ainda sem texto.',
  priorityOf: (n: number) => `Ordem ${n}`,
  coolDownOf: (n: number) => (n === 0 ? 'sem quarentena própria' : `quarentena de ${days(n)}`),
  perSellerOf: (n: number) => `até ${n} por pessoa e dia`,
  basisOf: { consent: 'Base legal: consentimento', legitimate_interest: 'Base legal: legítimo interesse' },
  filterText: {
    lastPurchase: (min: number, max: number | null) =>
      max === null ? `Sem comprar há ${days(min)} ou mais` : `Última compra há ${min} a ${days(max)}`,
    birthday: (n: number) => (n === 0 ? 'Aniversário hoje' : `Aniversário em até ${days(n)}`),
    spent: (money: string, sinceDays: number) => `Gastou ${money} ou mais em ${days(sinceDays)}`,
    item: (item: string) => `Comprou “${item}”`,
    stores: (names: string) => `Lojas: ${names}`,
    sellers: (names: string) => `Carteiras de ${names}`,
    tags: (names: string) => `Etiquetas: ${names}`,
    cities: (names: string) => `Cidades: ${names}`,
    permission: { granted: 'Autorizou contato', unknown: 'Ainda não disse se autoriza' },
    neverContacted: 'Nunca foi contatado',
  },

  days: 'Dia a dia',
  noDays: 'Os números aparecem aqui depois da primeira manhã no ar.',
  dayColumns: { date: 'Dia', matched: 'Atendiam', suggested: 'Sugeridos', left: 'Ficaram de fora' },
  withoutSeller: (n: number) => `${customers(n)} sem carteira: a pessoa saiu e a carteira ainda não foi passada`,
  leftOut: (why: string, n: number) => `${why}: ${n}`,
  leftOutWhy: {
    opted_out: 'Pediu para não receber mensagens',
    no_permission: 'Ainda não autorizou contato',
    do_not_call_list: 'Está na lista Não me ligue',
    customer_asked_silence: 'Pediu silêncio em todo o horário da loja',
    contacted_recently: 'Está em quarentena',
    unanswered: 'Não respondeu aos últimos contatos',
    customer_unavailable: 'Não tem um número com WhatsApp',
    variable_empty: 'Não tem o que o texto menciona',
    already_served: 'Já recebeu a sugestão desta campanha',
    other_suggestion: 'Já está em uma sugestão aberta',
    seller_away: 'Quem cuida da carteira está de folga',
    quota: 'Passa do que a equipe atende no dia',
    without_seller: 'Espera por uma carteira',
    other: 'Por outro motivo',
  },
  leftOutTitle: 'Ficam de fora',
  nobodyLeftOut: 'ninguém',
  versions: 'Versões',
  version: (n: number, by: string, when: string) => `Versão ${n}: ${by}, ${when}`,

  unnamed: 'Sem nome',
  toMend: (n: number) => many(n, 'Falta 1 ajuste para colocar no ar', `Faltam ${n} ajustes para colocar no ar`),
  fieldNames: {
    ...{ name: 'Nome', to: 'Último dia', priority: 'Ordem', perSellerDay: 'Por pessoa e dia' },
    ...{ coolDownDays: 'Quarentena', text: 'Texto', legalReason: 'Legítimo interesse' },
    ...{
      'audience.birthdayWithinDays': 'Aniversário',
      'audience.spent': 'Quanto gastou',
      'audience.tags': 'Etiquetas',
    },
  } as Readonly<Record<string, string>>,

  newTitle: 'Nova campanha',
  editTitle: 'Editar campanha',
  readyMade: 'Comece por uma pronta',
  readyMadeLead: 'Ou preencha do seu jeito. Tudo pode ser mudado depois.',
  facts: 'A campanha',
  name: 'Nome',
  nameHint: 'A equipe vê este nome na sugestão.',
  priority: 'Ordem',
  priorityHint: 'De 1 a 99. Se um cliente cabe em duas campanhas, vem a de número menor.',
  from: 'Primeiro dia',
  fromHint: 'Vazio: começa quando for colocada no ar.',
  to: 'Último dia',
  toHint: 'Vazio: vai até você encerrar.',
  perSeller: 'Por pessoa e dia, no máximo',
  perSellerHint: 'Somando todas as campanhas, vale também o limite da marca, em Minha conta.',
  coolDown: 'Quarentena em dias',
  coolDownHint: 'Depois de um contato, o número descansa. Vale o maior: este ou o da marca. 0: só o da marca.',

  audienceLead: 'Só entra quem atende a tudo o que você preencher. O que fica vazio não filtra.',
  lastPurchase: 'Dias desde a última compra',
  atLeast: 'No mínimo',
  atMost: 'No máximo',
  birthday: 'Aniversário em até quantos dias',
  birthdayHint: '0: só no dia. De 0 a 60.',
  spent: 'Quanto gastou',
  spentMin: 'A partir de R$',
  spentDays: 'Nos últimos dias',
  item: 'Comprou o item',
  itemHint: 'Uma parte do nome basta, como “vestido”.',
  stores: 'Lojas',
  storesHint: 'Nenhuma marcada: todas.',
  sellers: 'Carteiras de quem',
  sellersHint: 'Nenhuma marcada: todas.',
  tags: 'Etiquetas',
  tagsHint: 'Separe com vírgula. Basta ter uma delas.',
  cities: 'Cidades',
  citiesHint: 'Separe com vírgula. Basta morar em uma delas.',
  permission: 'Permissão',
  permissions: { '': 'Não filtrar', granted: 'Autorizou contato', unknown: 'Ainda não disse' },
  permissionHint: 'Quem não autorizou contato não recebe sugestões, com ou sem este filtro.',
  neverContacted: 'Só quem nunca foi contatado',

  searchIn: (what: string) => `Procurar em ${what}`,
  searchByName: 'Procurar pelo nome',
  noneFound: 'Nada com este nome.',
  chosen: (n: number) => many(n, '1 marcada', `${n} marcadas`),
  moreFound: (n: number) => `mais ${n}: procure pelo nome`,

  text: 'Texto da mensagem',
  textHint: 'A pessoa pode mudar o texto antes de enviar.',
  variables: 'Inserir no texto',
  variableNames: {
    primeiro_nome: 'primeiro nome',
    nome: 'nome completo',
    vendedor: 'quem vende',
    loja: 'loja',
    marca: 'marca',
    ultimo_item: 'último item',
    dias_sem_comprar: 'dias sem comprar',
  },
  fallbackHint: 'Quem não tem um valor fica de fora, a não ser que o texto dê outra palavra: {ultimo_item|sua compra}.',
  faultAt: (place: number, message: string) => `Na posição ${place}: ${message}`,

  legal: 'Base legal (LGPD)',
  legalLead: 'Fica registrada. Ela não libera contato com quem não autorizou.',
  bases: { consent: 'Consentimento', legitimate_interest: 'Legítimo interesse' },
  legalReason: 'Por que é legítimo',
  legalReasonHint: 'Uma frase que você mostraria a quem perguntar.',

  estimate: 'Quem recebe',
  estimated: 'estimativa',
  exact: 'contagem exata',
  counting: 'Contando…',
  notCounted: 'Não conseguimos contar agora. Salvar continua possível.',
  correctText: 'Corrija o texto para ver a contagem e os exemplos.',
  matched: (n: number) => `${customers(n)} ${n === 1 ? 'atende' : 'atendem'} ao que você pediu`,
  reachable: (n: number) => `${customers(n)} ${n === 1 ? 'poderia' : 'poderiam'} receber a sugestão hoje`,
  examples: 'Como fica para três clientes',
  noExamples: 'Ninguém para mostrar com estes filtros, por enquanto.',
  exampleOf: (name: string) => `Para ${name}`,

  save: 'Salvar rascunho',
  saveChange: 'Salvar',
  saved: (reachable: number, isDraft: boolean) =>
    `${isDraft ? 'Rascunho salvo' : 'Mudanças salvas'}. Hoje, ${customers(reachable)} ${reachable === 1 ? 'receberia' : 'receberiam'} a sugestão.`,
  savedOnly: 'Salvo.',
  notSaved: 'Ainda não foi salvo',
  keptDraft: 'Retomamos o que você tinha começado a escrever.',
  dropDraft: 'Começar do zero',
  keptChange: 'Retomamos as mudanças que você não tinha salvado.',
  dropChange: 'Voltar ao que está salvo',
  leaveHint: 'Se você sair, o que escreveu fica neste aparelho.',

  ready: {
    birthday: {
      title: 'Aniversário',
      text: 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca} {loja}. Separei um mimo de aniversário para você. Posso contar qual é?',
    },
    days30: {
      title: '30 dias sem comprar',
      text: 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca} {loja}. Como está {ultimo_item|a sua última compra}? Chegaram peças que combinam. Posso mostrar?',
    },
    days60: {
      title: '60 dias sem comprar',
      text: 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca} {loja}. Faz um tempo que a gente não se vê. Quer que eu separe as novidades para você?',
    },
    days90: {
      title: '90 dias sem comprar',
      text: 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca} {loja}. Senti sua falta por aqui. Posso separar algo do seu jeito?',
    },
    afterPurchase: {
      title: 'Depois da compra',
      text: 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca} {loja}. Gostou de {ultimo_item|sua compra}? Se precisar de um ajuste, é só me dizer.',
    },
    collection: {
      title: 'Coleção nova',
      text: 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca} {loja}. A coleção nova chegou, e lembrei de você. Posso mandar umas fotos?',
    },
    list: {
      title: 'Lista por etiqueta',
      text: 'Oi, {primeiro_nome}! Aqui é {vendedor}, da {marca} {loja}. Tenho um convite para você. Posso contar?',
    },
  },
  readyTag: 'vip',
};

export type CampaignsWords = typeof words;

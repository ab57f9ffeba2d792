/**
 * The sentences of the message, the profile, the portfolio and the hand-over, in Portuguese, the source. Their type is
 * the type of the other languages.
 */
import { itIs, plural } from '#words/core/format.ts';
import { states } from './attempt-states.pt-BR.ts';

/** Builds a sentence from parts; a part in an array is a figure that the screen emphasises. */
const sentenceOf = (...parts: readonly (string | readonly [string])[]) => parts;
const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  why: {
    read: 'Ler a ajuda',
    title: 'Por que vejo isto?',
    lead: (brand: string) => `${brand} escolheu um horário em que ninguém da equipe inicia conversas.`,
    points: [
      'Mensagem fora de hora incomoda, e quem se incomoda costuma bloquear. O silêncio protege o seu número.',
      'Sugestões esperam: nada sai da sua lista e nenhum texto se perde.',
      'Se um cliente escrever para você, responda à vontade. Responder não é iniciar contato.',
      'Pelo perfil dá para enviar mesmo assim, se for preciso. O envio fica no histórico.',
    ],
  },

  compose: {
    text: 'Mensagem',
    counter: (n: number) => many(n, '1 caractere', `${n} caracteres`),
    counterSaid: (left: number) => many(left, 'Falta 1 caractere', `Faltam ${left} caracteres`),
    send: 'Enviar no WhatsApp',
    sendEmpty: 'Abrir conversa no WhatsApp',
    sending: 'Conferindo',
    as: (name: string) => `Em nome de ${name}`,
    restore: 'Voltar ao texto da campanha',
    kept: 'Texto guardado',
    placeholder: (name: string) => `Oi, ${name}…`,
    confirming: 'Estamos confirmando este envio. Não precisa tocar de novo.',
    unconfirmed: 'Ainda sem resposta do servidor. Seu texto está guardado; confira de novo quando a conexão melhorar.',
    confirmAgain: 'Conferir de novo',
    failed: 'Algo falhou do nosso lado. Nada foi enviado e seu texto está guardado.',
    tooFast: (seconds: number) =>
      `Foram muitas tentativas seguidas. Aguarde ${seconds} s e toque de novo; seu texto está guardado.`,
    profile: 'Ver ficha',
    closed: 'Esta sugestão já não está na lista.',
    closedMore: 'Ela foi feita, dispensada ou passou para outra pessoa.',
    stale: 'Esta tela estava antiga; atualizamos. Confira e toque de novo.',
    lapsed: 'O link deste envio já venceu e nada foi enviado. Toque de novo para conferir a hora.',
  },

  refused: {
    title: 'Agora é Horário de Silêncio',
    hours: (brand: string, start: string, end: string) =>
      sentenceOf(`${brand} não inicia conversas entre `, [start], ' e ', [end], ', para não incomodar clientes.'),
    noHours: (brand: string) => `${brand} não inicia conversas neste momento, para não incomodar clientes.`,
    opens: (opens: string, name: string) => sentenceOf('A partir de ', [opens], ` dá para falar com ${name}.`),
    never: 'Não há horário livre previsto. Fale com a gerência da loja.',
    kept: 'Seu texto e a sugestão estão guardados.',
    keptText: 'Seu texto está guardado.',
    note: (note: string) => `Na ficha: “${note}”`,
    zones: (city: string, until: string, local: string) =>
      `Em ${city}, o silêncio vai até ${until} (${local} no seu relógio).`,
    backToList: 'Voltar à lista',
    back: 'Voltar',
    why: 'Por que vejo isto?',
    over: 'O silêncio terminou',
    overMore: (name: string) => `Já dá para falar com ${name}. Seu texto está guardado.`,
    changed: 'A situação mudou enquanto você lia.',
  },

  warned: {
    title: 'Este horário não é recomendado',
    clock: (time: string, city: string, until: string | null) =>
      sentenceOf(
        itIs('pt-BR', time).slice(0, -time.length),
        [time],
        ` em ${city}, e o Horário de Silêncio ${until === null ? 'está em vigor' : 'vai até '}`,
        [until ?? ''],
        '. Uma mensagem agora pode incomodar, e quem se incomoda costuma bloquear.',
      ),
    wrote: (name: string) =>
      `${name} escreveu para você? Responda direto na conversa do WhatsApp. Responder não é iniciar contato.`,
    noPermission: (name: string) => `${name} ainda não autorizou contato por WhatsApp.`,
    back: 'Voltar',
    goOn: 'Enviar mesmo assim',
    asked: 'Anotar um pedido de silêncio',
    because: 'Por que agora?',
    becauseFirst: 'Escolha um motivo para continuar.',
    reasons: {
      customer_asked: 'Pediu para eu escrever',
      order_today: 'Pedido ou entrega de hoje',
      live_conversation: 'Conversa em andamento',
      other: 'Outro',
    },
    record: 'O envio fica no histórico, visível para você e sua gerência.',
    ranOut: 'Passou um tempinho. Quer enviar mesmo assim?',
    changed: 'A situação mudou enquanto você lia. Veja de novo.',
  },

  handoff: {
    opening: 'Abrindo o WhatsApp…',
    notOpened: 'Não abriu?',
    open: 'Abrir WhatsApp',
    ready: (name: string) => `Tudo pronto para ${name}`,
    until: (time: string) => `O link vale até ${time}.`,
    ended: 'O tempo deste link passou. Se não enviou, toque em “Não enviei”: conferimos a hora de novo.',
    text: 'Seu texto',
    sent: 'Você enviou?',
    sentTo: (name: string) => `Você enviou para ${name}?`,
    yes: 'Enviei',
    no: 'Não enviei',
    stop: 'Pediu para parar',
    wrong: 'Número errado',
    later: 'Responder depois',
    yesDone: (name: string) => `Anotado: contato com ${name} feito.`,
    noDone: 'Tudo bem, não contamos como contato.',
    stopDone: (ofBrand: string, name: string) => `Anotado. Ninguém ${ofBrand} vai iniciar contato com ${name}.`,
    wrongDone: (name: string) => `Anotado. O número de ${name} fica marcado para conferir.`,
    waiting: 'Para contar como foi',
    answer: 'Responder',
    how: (name: string) => `Como foi com ${name}?`,
    talked: 'Conversou',
    sold: 'Vendeu',
    noAnswer: 'Sem resposta',
    thanks: 'Anotado. Obrigado!',
  },

  portfolio: {
    title: 'Carteira',
    search: 'Buscar por nome ou telefone',
    whose: 'De quem',
    mine: 'Minha',
    store: 'Da loja',
    since: 'Sem contato há',
    days: (n: number) => `${n} dias`,
    none: 'Ninguém por aqui.',
    noneFor: (query: string) => `Ninguém encontrado para “${query}”.`,
    noneMore: 'Confira a escrita do nome ou os números do telefone.',
    found: (n: number, more: boolean) => (more ? `${n} ou mais clientes` : many(n, '1 cliente', `${n} clientes`)),
    of: (seller: string) => `carteira de ${seller}`,
    openFor: (name: string) => ` o perfil de ${name}`,
    wholeStore: 'Buscar em toda a loja',
    add: 'Novo cliente',
  },

  profile: {
    label: 'Perfil',
    since: (when: string) => `Cliente desde ${when}`,
    bought: (n: number) => many(n, '1 compra', `${n} compras`),
    noPurchases: 'Nenhuma compra registrada.',
    purchases: 'Últimas compras',
    notes: 'Anotações',
    contacts: 'Últimos contatos',
    doNotCall: (since: string) =>
      `O número está na lista Não me ligue (desde ${since}). Um sim do cliente, com data depois disso, libera.`,
    coolDown: (name: string, ago: string, from: string) => `Falaram com ${name} ${ago}; de novo a partir de ${from}.`,
    noContacts: 'Nenhum contato ainda.',
    suggestions: 'Sugestões abertas',
    granted: 'permite contato',
    store: 'Loja',
    seller: 'Carteira',
    birthday: 'Aniversário',
    lives: 'Cidade',
    email: 'E-mail',
    phone: 'Telefone',
    landline: 'fixo, sem WhatsApp',
    wrongNumber: 'número errado',
    talk: 'Conversar no WhatsApp',
    stopped: (name: string) => `${name} pediu para não receber mensagens. Vamos respeitar.`,
    refused: (name: string) => `${name} não autorizou mensagens. Vamos respeitar.`,
    noMobile: (name: string) =>
      `Não há um celular com WhatsApp na ficha de ${name}. Na próxima visita, peça o número e avise a gerência, que atualiza a ficha.`,
    cannot: (name: string, seller: string) => `${name} está na carteira de ${seller}.`,
    otherStore: (name: string, store: string) => `${name} é cliente da loja ${store}.`,
    state: states,
    outcome: {
      sent: 'enviado',
      not_sent: 'não enviado',
      stop: 'pediu para parar',
      wrong_number: 'número errado',
      talked: 'conversou',
      sold: 'vendeu',
      no_answer: 'sem resposta',
    },
    by: (seller: string) => `por ${seller}`,
  },

  dismiss: {
    why: (name: string) => `Dispensar a sugestão de ${name}?`,
    notRelevant: 'Não combina',
    alreadyTalked: 'Já conversamos',
    other: 'Outro motivo',
  },

  /** The right side of a desk while no entry is open. */
  beside: {
    attempts: {
      pick: 'Escolha uma tentativa',
      pickMore: 'Aqui você lê por que o contato foi adiado, avisado ou liberado.',
    },
    portfolio: {
      pick: 'Escolha um cliente',
      pickMore: 'O perfil abre aqui.',
    },
    held: {
      pick: 'Escolha uma mensagem',
      pickMore: 'O texto e o horário abrem aqui.',
    },
    today: {
      pick: 'Escolha alguém da lista',
      pickMore: 'A mensagem abre aqui, pronta para revisar.',
    },
  },
};

/** The sentences that each language must have. */
export type ContactWords = typeof words;

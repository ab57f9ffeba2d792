/** The sentences of the seller's app, in Portuguese, the source. Their type is the type of the other languages. */
import { atTime, plural } from '#words/core/format.ts';

const at = (time: string) => atTime('pt-BR', time);
/** A time of day after "from": "das 20:00", "da 01:00". */
const das = (time: string) => at(time).replace('às', 'das').replace('à', 'da');
const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  app: {
    today: 'Hoje',
    portfolio: 'Carteira',
    held: 'Agendados',
    /** `more`: whether there are more contacts than `n`. */
    heldCount: (n: number, more = false) =>
      more ? `Mais de ${n} mensagens esperam` : many(n, '1 mensagem espera', `${n} mensagens esperam`),
    myDay: 'Meu dia',
    storeDay: 'Dia da loja',
    attempts: 'Tentativas',
    team: 'Equipe',
    main: 'Telas',
    back: 'Voltar',
    backTo: (place: string) => `Voltar para ${place}`,
    close: 'Fechar',
    retry: 'Tentar de novo',
    loading: 'Carregando',
    more: 'Mostrar mais',
    notHere: 'Esta página não existe',
    notHereWhy: 'O endereço mudou ou veio incompleto.',
    toToday: 'Ir para Hoje',
    toStart: 'Ir para o início',
    unread: 'Não conseguimos mostrar isto agora.',
    code: (code: string) => `Código ${code}`,
    offlineText: 'Seu texto está guardado. Quando a internet voltar, toque em Enviar.',
    unreached: 'Sem internet',
    unreachedMore: 'O app volta sozinho quando a conexão voltar. Seus textos estão guardados neste aparelho.',
    /** `when`: the date and time at which the list was read. */
    keptFrom: (when: string) => `Esta é a lista de ${when}. Envios precisam de conexão; o app volta sozinho.`,
    unsaid: 'Não deu para anotar agora. Tente de novo.',
  },

  signIn: {
    title: 'Entre com a conta da loja',
    lead: 'Cada pessoa usa depois o próprio PIN.',
    email: 'E-mail',
    password: 'Senha',
    show: 'Mostrar senha',
    hide: 'Ocultar senha',
    forgot: 'Esqueci minha senha',
    enter: 'Entrar',
    chooseTitle: 'Escolha uma senha só sua',
    chooseLead: 'A senha que você recebeu vale uma vez. A nova precisa de pelo menos 10 caracteres.',
    newPassword: 'Nova senha',
    save: 'Guardar e entrar',
    unreached: 'Não conseguimos falar com o servidor. Confira a internet e tente de novo.',
  },

  pin: {
    title: 'Quem está usando?',
    lead: (store: string) => `Loja ${store}`,
    people: 'Pessoas da loja',
    manager: 'gerência',
    paused: 'em pausa',
    yours: 'Seu PIN',
    of: (name: string) => `PIN de ${name}`,
    erase: 'Apagar o último número',
    enter: 'Entrar',
    other: 'Não é você?',
    choose: (shortest: number) => `Escolha um PIN só seu, de ${shortest} a 8 números.`,
    nameNeeded: 'Houve muitos PINs errados nesta loja. Por segurança, cada pessoa escolhe o nome antes do PIN.',
    chooseTitle: (name: string) => `Oi, ${name}`,
    chosen: 'Novo PIN',
    again: 'Repita o novo PIN',
    differs: 'Os dois não são iguais. Digite de novo.',
    save: 'Guardar PIN',
    wait: (seconds: number) => `Aguarde ${seconds} s e tente de novo.`,
    free: 'A gerência libera aqui',
    freeOwn: 'Liberar com a senha da loja',
    pausedLock: 'Sessão em pausa',
    pausedLockLead: 'Digite seu PIN para continuar. Seu texto está guardado.',
    needsNetwork: 'Sem internet. O PIN precisa de conexão; seu texto está guardado.',
  },

  person: {
    open: (name: string) => `${name}: trocar, ajustes ou sair`,
    swap: 'Trocar',
    settings: 'Ajustes',
    leave: 'Sair',
  },

  quiet: {
    morning: (name: string) => `Bom dia, ${name}`,
    afternoon: (name: string) => `Boa tarde, ${name}`,
    evening: (name: string) => `Boa noite, ${name}`,
    suggested: (n: number) => many(n, '1 contato sugerido', `${n} contatos sugeridos`),
    noneSuggested: 'Nenhum contato sugerido por agora',
    startsAt: (start: string, today: boolean) => (today ? `Silêncio hoje ${at(start)}` : `Próximo silêncio: ${start}`),
    startsIn: (minutes: number) => `Silêncio em ${minutes} min`,
    title: 'Horário de Silêncio',
    until: (end: string) => `até ${end}`,
    more: 'Nada é perdido: você pode deixar a mensagem pronta para depois.',
    forNow: 'por enquanto',
    paused: 'O Horário de Silêncio está em pausa.',
    began: (end: string | null) => `Começou o Horário de Silêncio.${end === null ? '' : ` Vai até ${end}.`}`,
    ended: 'Terminou o Horário de Silêncio.',
    sendBefore: (start: string) => `No WhatsApp, envie antes ${das(start)}.`,
    learn: 'Saber mais',
  },

  status: {
    label: 'Seu dia',
    ready: (n: number) => many(n, '1 pronta', `${n} prontas`),
    news: (n: number) => many(n, '1 novidade', `${n} novidades`),
    unsaid: (n: number) => many(n, '1 a confirmar', `${n} a confirmar`),
  },

  today: {
    suggestions: 'Sugestões',
    open: 'Abrir',
    openFor: (name: string) => ` a sugestão de ${name}`,
    lastContact: (ago: string) => `último contato ${ago}`,
    noContact: 'primeiro contato',
    draft: 'texto guardado',
    heldFor: (when: string) => `Pronta para ${when}`,
    heldReady: 'Pronta para enviar',
    empty: 'Sem sugestões por agora.',
    emptyMore: 'Que tal olhar a sua carteira?',
    heldUnread: 'Não conseguimos mostrar suas mensagens agendadas.',
    contactsUnread: 'Não conseguimos mostrar os contatos que esperam sua resposta.',
    toPortfolio: 'Ver a carteira',
    notNow: 'Agora não',
    dismiss: 'Dispensar',
    postponed: (name: string) => `${name} volta amanhã.`,
    dismissed: (name: string) => `Sugestão de ${name} dispensada.`,
    undo: 'Desfazer',
  },

  otherTab: {
    title: 'Este texto foi mudado em outra aba',
    take: 'Usar o da outra aba',
    keep: 'Ficar com o meu',
    emptied: 'Na outra aba ele voltou ao texto da sugestão, ou já foi enviado.',
  },
  marks: {
    optedOut: 'pediu para parar',
    refused: 'não autorizou contato',
    unknown: 'sem autorização',
    unreachable: 'sem celular com WhatsApp',
  },
};

/** The sentences that each language must have. */
export type SellerWords = typeof words;

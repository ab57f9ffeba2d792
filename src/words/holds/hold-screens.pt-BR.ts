/**
 * The sentences of held contacts on screens, in Portuguese, the source. Their type is the type of the other languages.
 */
import { atTime, plural } from '#words/core/format.ts';
import { words as seller } from '#words/shell/seller-app.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('pt-BR', n, { one, other });

export const words = {
  leave: {
    at: (when: string) => `Deixar pronta para ${when}`,
    later: 'Deixar pronta para depois',
    oneTap: 'Você envia com um toque.',
    opens: (opens: string) => `A loja abre ${atTime('pt-BR', opens)}.`,
    otherTime: 'Outro horário',
    otherWays: 'Ver outras opções',
    inSilence: 'É Horário de Silêncio. Deixe pronta e envie na hora certa.',
    began: 'Começou o Horário de Silêncio. Seu texto está guardado.',
    wait: 'Esperar',
    /** `reminds`: whether this device notifies its seller when the contact is ready. */
    ready: (when: string, reminds: boolean) =>
      `Pronta para ${when}.${reminds ? ' Nós lembramos você, no horário da loja.' : ''}`,
    spread: 'Os contatos são distribuídos para não saírem todos juntos.',
    didNotFit: (day: string, when: string) => `Não coube ${day}; ficou para ${when}.`,
    undo: 'Desfazer',
    undone: 'Desfeito. Seu texto está guardado.',
    already: (name: string, when: string) => `${name} já tem uma mensagem guardada para ${when}.`,
    alreadyReady: (name: string) => `${name} já tem uma mensagem pronta para enviar.`,
    alreadyMore: 'Uma por vez: abra a que está guardada para mudar o texto ou o horário.',
    see: 'Ver',
  },

  time: {
    title: 'Outro horário',
    day: 'Dia',
    time: 'Horário',
    quick: 'Sugestões de horário',
    clock: (city: string) => `No relógio da loja, em ${city}.`,
    quiet: (next: string) => `Esse horário é de silêncio. O próximo livre é ${next}.`,
    quietNone: 'Esse horário é de silêncio, e não há outro livre previsto.',
    use: (when: string) => `Usar ${when}`,
    closed: (opens: string, when: string) => `A loja abre ${atTime('pt-BR', opens)}. Sugerimos ${when}.`,
    closedThen: (when: string) => `Nesse horário a loja está fechada. Sugerimos ${when}.`,
    missing: 'Escreva um horário, como 10:30.',
    skipped: 'O relógio pula esse horário nesse dia. Escolha outro.',
    past: 'Esse horário já passou. Escolha um mais tarde.',
    inQuiet: 'Esse horário é de silêncio. Escolha um fora dele.',
    choose: 'Escolha um horário',
    silence: (hours: string) => `Silêncio: ${hours}`,
    storeHours: (hours: string) => `Loja aberta: ${hours}`,
    change: (when: string) => `Mudar para ${when}`,
  },

  run: {
    start: 'Enviar uma a uma',
    label: 'Enviar uma a uma',
    place: (place: number, total: number) => `${place} de ${total}`,
    next: 'Próxima',
    nextPlace: (place: number, total: number) => `Próxima: ${place} de ${total}`,
    stop: 'Parar',
    done: 'Pronto: você passou por todas.',
  },

  name: {
    title: (name: string) => `Este texto fala em nome de ${name}`,
    more: (name: string) => `Quem envia é você. Troque o nome, ou envie como está se ${name} deve aparecer.`,
    replace: (name: string) => `Trocar por ${name}`,
    asIs: 'Enviar como está',
    edit: 'Voltar ao texto',
  },

  passAll: {
    open: (name: string) => `Passar todas de ${name}`,
    title: (name: string) => `Passar todas de ${name} para`,
    more: 'As mensagens que esperam e as que estão prontas mantêm a hora. Onde o texto diz o nome, passa a dizer o novo.',
    passed: (n: number, name: string) => `${n === 1 ? '1 mensagem passada' : `${n} mensagens passadas`} para ${name}.`,
    stayed: (n: number, name: string) => `${n === 1 ? '1 ficou' : `${n} ficaram`} com ${name}.`,
    undone: (name: string) => `Desfeito. Voltaram para ${name}.`,
  },

  list: {
    title: 'Agendados',
    whose: 'De quem',
    mine: 'Meus',
    store: 'Da loja',
    seller: 'Vendedor(a)',
    everyone: 'Toda a equipe',
    ready: 'Para enviar agora',
    toSend: (n: number, more = false) =>
      more
        ? `Você tem mais de ${n} mensagens para enviar.`
        : many(n, 'Você tem 1 mensagem para enviar.', `Você tem ${n} mensagens para enviar.`),
    waiting: 'Esperando a hora',
    ended: 'Encerradas nos últimos 7 dias',
    count: seller.app.heldCount,
    none: 'Nada agendado.',
    noneMore: 'Uma mensagem deixada pronta para depois aparece aqui, com a hora e o motivo.',
    noneStore: 'Nada agendado na loja.',
    noneOf: (name: string) => `Nada agendado de ${name}.`,
    open: 'Abrir',
    openFor: (name: string) => ` a mensagem para ${name}`,
    toBeSent: seller.today.heldReady,
    at: seller.today.heldFor,
    of: (seller: string) => `de ${seller}`,
    passedBy: (name: string) => `passada por ${name}`,
    parked: 'parada, precisa de atenção',
    parkedOf: (n: number) => many(n, '1 está parada', `${n} estão paradas`),
    didNotFitOf: (n: number) => many(n, '1 não coube no horário previsto', `${n} não couberam no horário previsto`),
    as: {
      opened: 'aberta no WhatsApp',
      sent: 'enviada',
      unsent: 'não enviada',
      cancelled: 'cancelada',
      expired: 'venceu',
      failed: 'não saiu',
      unknown: 'sem confirmação',
    },
  },

  news: {
    title: 'Novidades',
    moved: (when: string) => `O horário mudou: agora ${when}.`,
    didNotFit: (when: string) => `Não coube no horário previsto; ficou para ${when}.`,
    returned: (when: string) => `Não saiu a tempo e volta uma vez: ${when}.`,
    passedOn: (by: string | null, when: string) =>
      `${by === null ? 'A gerência' : by} passou para você. Fica pronta ${when}.`,
    passedOnReady: (by: string | null) => `${by === null ? 'A gerência' : by} passou para você. Já dá para enviar.`,
    ok: 'Entendi',
    okFor: (name: string) => ` sobre ${name}`,
    again: 'Guardar de novo',
    write: 'Escrever de novo',
  },

  one: {
    text: 'Mensagem',
    save: 'Guardar texto',
    saved: 'Texto guardado.',
    retimed: (when: string) => `Agora fica pronta ${when}.`,
    restoreText: 'Voltar ao texto guardado',
    sendNow: 'Enviar antes da hora',
    waitAfterAll: 'Esperar a hora marcada',
    cancel: 'Cancelar mensagem',
    cancelTitle: 'Cancelar esta mensagem?',
    cancelMore: (name: string) => `A mensagem para ${name} não volta mais na hora marcada.`,
    keep: 'Manter',
    cancelled: (name: string) => `Mensagem para ${name} cancelada.`,
    restored: (when: string) => `De volta. Fica pronta ${when}.`,
    pass: 'Passar para outra pessoa',
    passTitle: (name: string) => `Quem fala com ${name}?`,
    passMore: 'O horário continua o mesmo.',
    passed: (seller: string) => `Passada para ${seller}, no mesmo horário.`,
    nobody: 'Não há outra pessoa na loja para receber esta mensagem.',
    gone: 'Esta mensagem já não espera.',
    goneMore: 'Ela foi enviada, cancelada ou passou para outra pessoa.',
    toList: 'Ver agendados',
    ofSeller: (seller: string) => `Quem envia é ${seller}.`,
    heldAt: (when: string) => `Guardada ${when}.`,
    unsaved: 'Há mudanças no texto que ainda não foram guardadas.',
    unkept: 'Seu texto, que não chegou a ser guardado',
    copy: 'Copiar texto',
    copied: 'Texto copiado.',
    selected: 'Texto selecionado. Copie pelo menu do aparelho.',
  },

  profile: {
    held: 'Agendados',
    from: 'Melhor a partir de',
    noFrom: 'Sem preferência de horário',
    change: 'Alterar',
    changeFrom: ' a hora preferida',
    title: (name: string) => `A partir de que horas ${name} prefere conversar?`,
    hint: 'No relógio da loja. O que ficar pronto para depois espera até essa hora.',
    label: 'A partir de',
    save: 'Guardar',
    clear: 'Sem preferência',
    saved: 'Anotado.',
    replaces: (when: string) => `Há uma mensagem guardada para ${when}; enviar agora a substitui.`,
    replacesReady: 'Há uma mensagem pronta para enviar; enviar esta a substitui.',
  },
};

/** The sentences that each language must have. */
export type HoldWords = typeof words;

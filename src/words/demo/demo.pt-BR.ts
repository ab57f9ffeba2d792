/**
 * The sentences of the demo bar, in Portuguese: the people, the clock, and what to try. Production never serves them.
 */
export const words: DemoBarWords = {
  bar: 'Demonstração',
  enterAs: 'Entrar como',
  people: {
    ana: ['Ana', 'vendedora'],
    carla: ['Carla', 'gerente da loja'],
    gabriela: ['Gabriela', 'gestora da marca'],
    sofia: ['Sofia', 'suporte'],
  },
  change: (name) => `${name}: entrar como outra pessoa`,
  clock: (time) => `Relógio da demonstração: ${time}`,
  now: 'agora',
  tomorrow: (time) => `amanhã ${time}`,
  other: 'Outro horário',
  day: 'Dia',
  time: 'Hora',
  go: 'Ir para este horário',
  skipped: 'O relógio desta loja pula esse horário. Escolha outro.',
  tries: 'O que tentar',
  lines: (morning) => [
    'Como Ana, às 21:00, toque numa sugestão: o app adia o contato e guarda o texto.',
    `Deixe a mensagem pronta e vá para ${morning}: ela espera em “Para enviar agora”.`,
    'À noite, abra alguém pela Carteira: o app avisa, e deixa seguir quem insiste.',
  ],
  hide: 'Esconder a barra da demonstração',
  show: 'Mostrar a barra da demonstração',
  failed: 'Não deu certo agora. Tente de novo.',
};

export interface DemoBarWords {
  readonly bar: string;
  readonly enterAs: string;
  /** The name and role of each person. */
  readonly people: Readonly<Record<'ana' | 'carla' | 'gabriela' | 'sofia', readonly [name: string, role: string]>>;
  readonly change: (name: string) => string;
  readonly clock: (time: string) => string;
  readonly now: string;
  readonly tomorrow: (time: string) => string;
  readonly other: string;
  readonly day: string;
  readonly time: string;
  readonly go: string;
  readonly skipped: string;
  readonly tries: string;
  /** `morning`: the time to which the last clock button moves the clock, "amanhã 10:10". */
  readonly lines: (morning: string) => readonly [string, string, string];
  readonly hide: string;
  readonly show: string;
  readonly failed: string;
}

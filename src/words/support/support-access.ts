/** Builds the sentence of an entry in the support access log, which the brand's manager reads. */
import type { Language } from '#contract/core/common.ts';

/** The sentence of an access as `flows/support/support-access-log.ts` records it. */
export function accessText(language: Language, what: string): string {
  const { named, ...words } = WORDS[language];
  // The longer kind comes first: a person may be named “ended …”, and no kind of access is.
  const kind = NAMED.find((each) => what.startsWith(`${each} `));
  if (kind !== undefined) return named[kind](what.slice(kind.length + 1));
  return words[what as keyof typeof words] ?? words.other;
}

const NAMED = [
  'sessions ended',
  'session ended',
  'sessions',
  'second factor of',
  'invitation of',
  'reset link for',
  'ticket',
] as const;

interface AccessWords {
  readonly brand: string;
  readonly 'brand created': string;
  readonly 'quiet-hours history': string;
  readonly impact: string;
  readonly attempts: string;
  readonly search: string;
  readonly finder: string;
  readonly attempt: string;
  readonly reveal: string;
  readonly decision: string;
  readonly settings: string;
  readonly 'second factors': string;
  readonly other: string;
  /** The kinds of access that name a ticket’s number or a person. */
  readonly named: Readonly<Record<(typeof NAMED)[number], (of: string) => string>>;
}

const WORDS: Readonly<Record<Language, AccessWords>> = {
  'pt-BR': {
    brand: 'Abriu a página da marca.',
    'brand created': 'Criou a marca.',
    'quiet-hours history': 'Leu o histórico do horário.',
    impact: 'Calculou o que um horário mudaria nos últimos 90 dias.',
    attempts: 'Buscou tentativas de contato, com os clientes ocultos.',
    search: 'Buscou tentativas de contato por nome ou número, com os clientes ocultos.',
    finder: 'Buscou uma tentativa de contato pelo número do recibo ou da tentativa, com o cliente oculto.',
    attempt: 'Abriu uma tentativa de contato, com o cliente oculto.',
    reveal: 'Viu o nome, o número e o texto de uma tentativa de contato.',
    decision: 'Perguntou o que seria decidido sobre um contato, com o cliente oculto.',
    settings: 'Leu ou mudou as configurações da marca.',
    'second factors': 'Leu quem tem conta própria e verificação em duas etapas.',
    other: 'Consultou dados da marca.',
    named: {
      ticket: (number) => `Abriu o chamado nº ${number}.`,
      sessions: (name) => `Viu em que aparelhos ${name} está na conta.`,
      'session ended': (name) => `Encerrou uma sessão de ${name}.`,
      'sessions ended': (name) => `Encerrou as sessões de ${name}.`,
      'second factor of': (name) => `Removeu a verificação em duas etapas de ${name}.`,
      'invitation of': (name) => `Convidou ${name} para a gestão da marca.`,
      'reset link for': (name) => `Fez um link para ${name} escolher uma senha nova.`,
    },
  },
  en: {
    brand: 'Opened the brand’s page.',
    'brand created': 'Created the brand.',
    'quiet-hours history': 'Read the history of the hours.',
    impact: 'Worked out what other hours would have changed in the last 90 days.',
    attempts: 'Searched contact attempts, customers masked.',
    search: 'Searched contact attempts by a name or number, customers masked.',
    finder: 'Looked for a contact attempt by the number of its receipt or its own, the customer masked.',
    attempt: 'Opened a contact attempt, the customer masked.',
    reveal: 'Saw the name, number and text of a contact attempt.',
    decision: 'Asked what would be decided about a contact, the customer masked.',
    settings: 'Read or changed the brand’s settings.',
    'second factors': 'Read who has an account of their own and two-step verification.',
    other: 'Looked at the brand’s data.',
    named: {
      ticket: (number) => `Opened ticket no. ${number}.`,
      sessions: (name) => `Saw on which devices ${name} is signed in.`,
      'session ended': (name) => `Ended a session of ${name}.`,
      'sessions ended': (name) => `Ended the sessions of ${name}.`,
      'second factor of': (name) => `Removed the two-step verification of ${name}.`,
      'invitation of': (name) => `Invited ${name} to manage the brand.`,
      'reset link for': (name) => `Made a link for ${name} to choose a new password.`,
    },
  },
  es: {
    brand: 'Abrió la página de la marca.',
    'brand created': 'Creó la marca.',
    'quiet-hours history': 'Leyó el historial del horario.',
    impact: 'Calculó qué habría cambiado un horario en los últimos 90 días.',
    attempts: 'Buscó intentos de contacto, con los clientes ocultos.',
    search: 'Buscó intentos de contacto por nombre o número, con los clientes ocultos.',
    finder: 'Buscó un intento de contacto por el número del recibo o del intento, con el cliente oculto.',
    attempt: 'Abrió un intento de contacto, con el cliente oculto.',
    reveal: 'Vio el nombre, el número y el texto de un intento de contacto.',
    decision: 'Preguntó qué se decidiría sobre un contacto, con el cliente oculto.',
    settings: 'Leyó o cambió la configuración de la marca.',
    'second factors': 'Leyó quién tiene cuenta propia y verificación en dos pasos.',
    other: 'Consultó datos de la marca.',
    named: {
      ticket: (number) => `Abrió el ticket n.º ${number}.`,
      sessions: (name) => `Vio en qué dispositivos ${name} tiene la cuenta abierta.`,
      'session ended': (name) => `Cerró una sesión de ${name}.`,
      'sessions ended': (name) => `Cerró las sesiones de ${name}.`,
      'second factor of': (name) => `Quitó la verificación en dos pasos de ${name}.`,
      'invitation of': (name) => `Invitó a ${name} a gestionar la marca.`,
      'reset link for': (name) => `Creó un enlace para que ${name} elija una contraseña nueva.`,
    },
  },
};

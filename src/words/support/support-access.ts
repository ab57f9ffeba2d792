/** Builds the sentence of an entry in the support access log, which the brand's manager reads. */
import type { Language } from '#contract/core/common.ts';

/** The sentence of an access as `flows/support/support-access-log.ts` records it. */
export function accessText(language: Language, what: string): string {
  const { ticket, invitation, resetLink, ...words } = WORDS[language];
  const [, kind, of = ''] = /^(ticket|invitation of|reset link for) (.+)$/.exec(what) ?? [];
  if (kind === 'ticket') return ticket(of);
  if (kind === 'invitation of') return invitation(of);
  if (kind === 'reset link for') return resetLink(of);
  return words[what as keyof typeof words] ?? words.other;
}

interface AccessWords {
  readonly brand: string;
  readonly 'quiet-hours history': string;
  readonly impact: string;
  readonly ticket: (number: string) => string;
  readonly attempts: string;
  readonly search: string;
  readonly finder: string;
  readonly attempt: string;
  readonly reveal: string;
  readonly decision: string;
  readonly invitation: (name: string) => string;
  readonly resetLink: (name: string) => string;
  readonly other: string;
}

const WORDS: Readonly<Record<Language, AccessWords>> = {
  'pt-BR': {
    brand: 'Abriu a página da marca.',
    'quiet-hours history': 'Leu o histórico do horário.',
    impact: 'Calculou o que um horário mudaria nos últimos 90 dias.',
    ticket: (number) => `Abriu o chamado nº ${number}.`,
    attempts: 'Buscou tentativas de contato, com os clientes ocultos.',
    search: 'Buscou tentativas de contato por nome ou número, com os clientes ocultos.',
    finder: 'Buscou uma tentativa de contato pelo número do recibo ou da tentativa, com o cliente oculto.',
    attempt: 'Abriu uma tentativa de contato, com o cliente oculto.',
    reveal: 'Viu o nome, o número e o texto de uma tentativa de contato.',
    decision: 'Perguntou o que seria decidido sobre um contato, com o cliente oculto.',
    invitation: (name) => `Convidou ${name} para a gestão da marca.`,
    resetLink: (name) => `Fez um link para ${name} escolher uma senha nova.`,
    other: 'Consultou dados da marca.',
  },
  en: {
    brand: 'Opened the brand’s page.',
    'quiet-hours history': 'Read the history of the hours.',
    impact: 'Worked out what other hours would have changed in the last 90 days.',
    ticket: (number) => `Opened ticket no. ${number}.`,
    attempts: 'Searched contact attempts, customers masked.',
    search: 'Searched contact attempts by a name or number, customers masked.',
    finder: 'Looked for a contact attempt by the number of its receipt or its own, the customer masked.',
    attempt: 'Opened a contact attempt, the customer masked.',
    reveal: 'Saw the name, number and text of a contact attempt.',
    decision: 'Asked what would be decided about a contact, the customer masked.',
    invitation: (name) => `Invited ${name} to manage the brand.`,
    resetLink: (name) => `Made a link for ${name} to choose a new password.`,
    other: 'Looked at the brand’s data.',
  },
  es: {
    brand: 'Abrió la página de la marca.',
    'quiet-hours history': 'Leyó el historial del horario.',
    impact: 'Calculó qué habría cambiado un horario en los últimos 90 días.',
    ticket: (number) => `Abrió el ticket n.º ${number}.`,
    attempts: 'Buscó intentos de contacto, con los clientes ocultos.',
    search: 'Buscó intentos de contacto por nombre o número, con los clientes ocultos.',
    finder: 'Buscó un intento de contacto por el número del recibo o del intento, con el cliente oculto.',
    attempt: 'Abrió un intento de contacto, con el cliente oculto.',
    reveal: 'Vio el nombre, el número y el texto de un intento de contacto.',
    decision: 'Preguntó qué se decidiría sobre un contacto, con el cliente oculto.',
    invitation: (name) => `Invitó a ${name} a gestionar la marca.`,
    resetLink: (name) => `Creó un enlace para que ${name} elija una contraseña nueva.`,
    other: 'Consultó datos de la marca.',
  },
};

/** Builds the sentence of a held contact in the rehearsal of a day: why it moves or ends, or what differs from its plan. */
import type { Language } from '#contract/core/common.ts';
import type { Reason } from '#rules/contact/decision.ts';
import type { HoldEndReason } from '#rules/holds/hold.ts';
import type { Instant } from '#rules/time/interval.ts';
import { when } from '#words/core/format.ts';
import { type BecauseReason, endBecause } from './holds.ts';

export interface RehearsedFacts {
  readonly customerFirstName: string | null;
  readonly plannedAt: Instant;
  /** The minute before a change of the hours moved the contact; null: no such change. */
  readonly hoursFromAt: Instant | null;
  /** Whether the contact comes to this seller for days off of a colleague. */
  readonly isPassed: boolean;
  readonly event:
    | { readonly kind: 'ready'; readonly at: Instant }
    | {
        readonly kind: 'moved';
        readonly toAt: Instant;
        readonly cause: 'returned' | 'refused' | 'shut';
        readonly reason: Reason | null;
      }
    | { readonly kind: 'ended'; readonly reason: HoldEndReason };
  /** Whether the number stands on the brand's do-not-call list (D2c). */
  readonly isListed: boolean;
  readonly now: Instant;
  readonly zone: string;
}

/** Returns null for a contact that becomes ready as planned. */
export function rehearsalText(language: Language, facts: RehearsedFacts): string | null {
  const { event, plannedAt, hoursFromAt, isPassed, isListed, customerFirstName, now, zone } = facts;
  const words = WORDS[language];
  const say = (at: Instant) => when(language, at, now, zone);
  switch (event.kind) {
    case 'ready': {
      const said = [
        event.at > plannedAt ? words.later(say(plannedAt)) : null,
        hoursFromAt === null ? null : words.hours(say(hoursFromAt)),
        isPassed ? words.passed : null,
      ].filter((each) => each !== null);
      return said.length === 0 ? null : said.join(' ');
    }
    case 'moved':
      return words.moves(whyMoved(words, event.cause, event.reason), say(event.toAt));
    case 'ended': {
      const because = endBecause(language, { reason: event.reason as BecauseReason, isListed, customerFirstName });
      return words.ends(because);
    }
  }
}

function whyMoved(words: RehearsalWords, cause: 'returned' | 'refused' | 'shut', reason: Reason | null): string {
  if (cause !== 'refused') return words[cause];
  return (reason === null ? undefined : words.refused[reason]) ?? words.other;
}

interface RehearsalWords {
  readonly later: (planned: string) => string;
  readonly hours: (before: string) => string;
  readonly passed: string;
  readonly moves: (why: string, to: string) => string;
  readonly ends: (because: string) => string;
  readonly returned: string;
  readonly shut: string;
  readonly refused: Readonly<Partial<Record<Reason, string>>>;
  readonly other: string;
}

const WORDS: Readonly<Record<Language, RehearsalWords>> = {
  'pt-BR': {
    later: (planned) => `Estava prevista para ${planned}.`,
    hours: (before) => `O horário mudou: antes era ${before}.`,
    passed: 'Vem de um colega de folga.',
    moves: (why, to) => `${why}; fica para ${to}.`,
    ends: (because) => `Termina sem sair: ${because}`,
    returned: 'Ficou pronta e não foi enviada',
    shut: 'A loja está fechada nessa hora',
    refused: {
      quiet_hours: 'Nessa hora é Horário de Silêncio',
      zone_uncertain: 'Nessa hora pode ser Horário de Silêncio onde o cliente está',
      customer_asked_silence: 'O cliente pediu silêncio nessa hora',
      contacted_recently: 'Nessa hora a quarentena ainda vale',
      unanswered: 'Os últimos contatos ficaram sem resposta',
      pace: 'Nessa hora já há contatos demais',
    },
    other: 'Nessa hora não dá para iniciar contato',
  },
  en: {
    later: (planned) => `It was planned for ${planned}.`,
    hours: (before) => `The hours have changed: it was ${before} before.`,
    passed: 'It comes from a colleague who has the day off.',
    moves: (why, to) => `${why}; it waits for ${to}.`,
    ends: (because) => `It ends without leaving: ${because}`,
    returned: 'It was ready and was not sent',
    shut: 'The store is closed at that time',
    refused: {
      quiet_hours: 'It is in the quiet hours at that time',
      zone_uncertain: 'It may be in the quiet hours where the customer is',
      customer_asked_silence: 'The customer asked for no messages at that time',
      contacted_recently: 'The cool-down still runs at that time',
      unanswered: 'The last contacts had no answer',
      pace: 'There are too many contacts at that time',
    },
    other: 'No contact can be started at that time',
  },
  es: {
    later: (planned) => `Estaba previsto para ${planned}.`,
    hours: (before) => `El horario cambió: antes era ${before}.`,
    passed: 'Viene de un colega que tiene el día libre.',
    moves: (why, to) => `${why}; queda para ${to}.`,
    ends: (because) => `Termina sin salir: ${because}`,
    returned: 'Estuvo listo y no se envió',
    shut: 'La tienda está cerrada a esa hora',
    refused: {
      quiet_hours: 'A esa hora es Horario de Silencio',
      zone_uncertain: 'A esa hora puede ser Horario de Silencio donde está el cliente',
      customer_asked_silence: 'El cliente pidió silencio a esa hora',
      contacted_recently: 'A esa hora la cuarentena sigue vigente',
      unanswered: 'Los últimos contactos quedaron sin respuesta',
      pace: 'A esa hora ya hay demasiados contactos',
    },
    other: 'A esa hora no se puede iniciar contacto',
  },
};

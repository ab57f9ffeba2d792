/**
 * Builds a sentence for each step of a held contact, for readers who ask why it ended as it did. No sentence names the
 * customer (H3, H5).
 */
import type { Language } from '#contract/core/common.ts';
import type { HoldStep } from '#rules/holds/hold-steps.ts';
import type { Instant } from '#rules/time/interval.ts';
import { when } from '#words/core/format.ts';
import { holdText } from './holds.ts';

/** What the sentences of one hold need. Times are on the clock of `zone`, for a reader at `now`. */
export interface StepFacts {
  readonly language: Language;
  readonly zone: string;
  readonly now: Instant;
  readonly origin: 'suggestion' | 'profile';
  readonly isListed: boolean;
  /** Whether it is the store's opening, and not the end of quiet hours, that decides at this instant. */
  readonly opensWithStore: (at: Instant) => boolean;
  /** Returns a person's name; empty if it is not known. */
  readonly nameOf: (id: string) => string;
}

/**
 * "Ficou para depois: volta amanhã, 10:07. A loja abre amanhã, 10:00. Os contatos são distribuídos …" For a step older
 * than the log of holds, the text adds that not everything was recorded.
 */
export function stepText(facts: StepFacts, step: HoldStep): string {
  const text = knownText(facts, step);
  return step.known ? text : `${text} ${WORDS[facts.language].notRecorded}`;
}

function knownText(facts: StepFacts, step: HoldStep): string {
  const { language, zone, now, nameOf } = facts;
  const words = WORDS[language];
  const say = (at: Instant) => when(language, at, now, zone);
  switch (step.kind) {
    case 'kept': {
      const { until, openingAt } = step;
      if (until === null) return words.kept;
      return `${words.keptUntil(say(until))} ${waitingText(facts, { heldUntil: until, openingAt })}`;
    }
    case 'ready':
      return words.ready(nameOf(step.sellerId));
    case 'again':
      return waitingText(facts, { heldUntil: step.until, heldAgain: 1 });
    case 'returned':
      return waitingText(facts, { heldUntil: step.until, returned: true });
    case 'moved':
      return waitingText(facts, { heldUntil: step.until, promisedAt: Number.NEGATIVE_INFINITY });
    case 'changed':
      return words.changed(say(step.until));
    case 'shut':
      return words.shut(say(step.until));
    case 'retimed':
      return words.retimed((step.by && nameOf(step.by)) || null, say(step.until));
    case 'passed':
      return words.passed((step.by && nameOf(step.by)) || null, step.from && nameOf(step.from), nameOf(step.to));
    case 'ended':
      return holdText(language, {
        ...factsOf(facts),
        ...{ state: 'ended', endedAs: step.as, endReason: step.reason, endedByName: step.by && nameOf(step.by) },
      });
  }
}

/** The sentence of a parked hold: it failed too often to be tried again by itself. */
export function parkedText(language: Language): string {
  return WORDS[language].parked;
}

type Facts = Parameters<typeof holdText>[1];

function waitingText(facts: StepFacts, waiting: Partial<Facts>): string {
  const { openingAt = null } = waiting;
  const opens = openingAt !== null && facts.opensWithStore(openingAt);
  const found = { chosen: openingAt === null, opensWithStore: opens };
  return holdText(facts.language, { ...factsOf(facts), ...found, ...waiting });
}

function factsOf({ zone, now, origin, isListed }: StepFacts): Facts {
  return {
    state: 'waiting',
    chosen: true,
    heldUntil: null,
    openingAt: null,
    opensWithStore: false,
    promisedAt: null,
    storeZone: zone,
    now,
    customerFirstName: null,
    endedAs: null,
    endReason: null,
    endedByName: null,
    isListed,
    saidUnsent: false,
    origin,
    returned: false,
    heldAgain: 0,
    didNotFit: false,
  };
}

interface StepWords {
  readonly kept: string;
  readonly keptUntil: (at: string) => string;
  readonly ready: (seller: string) => string;
  readonly shut: (at: string) => string;
  readonly changed: (at: string) => string;
  readonly retimed: (by: string | null, at: string) => string;
  readonly passed: (by: string | null, from: string | null, to: string) => string;
  readonly parked: string;
  readonly notRecorded: string;
}

const WORDS: Readonly<Record<Language, StepWords>> = {
  'pt-BR': {
    kept: 'Ficou para depois.',
    keptUntil: (at) => `Ficou para depois: volta ${at}.`,
    ready: (seller) => `Ficou pronta na lista de ${seller}, para enviar com um toque.`,
    shut: (at) => `Nessa hora a loja estava fechada; ficou para ${at}.`,
    changed: (at) => `A hora mudou: agora ${at}.`,
    retimed: (by, at) => (by === null ? `A hora foi mudada à mão: agora ${at}.` : `${by} mudou a hora: agora ${at}.`),
    passed: (by, from, to) =>
      `${by === null ? 'Passou' : `${by} passou`} ${from === null ? '' : `de ${from} `}para ${to}, na mesma hora.`,
    parked: 'Não seguiu sozinha por uma falha do nosso lado. Nada foi enviado, e a mensagem continua guardada.',
    notRecorded: 'Na época, isto não ficou registrado por completo.',
  },
  en: {
    kept: 'It was left for later.',
    keptUntil: (at) => `It was left for later: it comes back ${at}.`,
    ready: (seller) => `It was ready on the list of ${seller}, to be sent with one tap.`,
    shut: (at) => `The store was closed at that time; it now waits for ${at}.`,
    changed: (at) => `The time changed: now ${at}.`,
    retimed: (by, at) =>
      by === null ? `The time was changed by hand: now ${at}.` : `${by} changed the time: now ${at}.`,
    passed: (by, from, to) =>
      `${by === null ? 'Passed on' : `${by} passed it on`} ${from === null ? '' : `from ${from} `}to ${to}, at the same time.`,
    parked: 'It did not go on by itself, through a fault of ours. Nothing was sent, and the message is kept.',
    notRecorded: 'At the time, not all of this was recorded.',
  },
  es: {
    kept: 'Quedó para después.',
    keptUntil: (at) => `Quedó para después: vuelve ${at}.`,
    ready: (seller) => `Quedó listo en la lista de ${seller}, para enviar con un toque.`,
    shut: (at) => `A esa hora la tienda estaba cerrada; quedó para ${at}.`,
    changed: (at) => `La hora cambió: ahora ${at}.`,
    retimed: (by, at) =>
      by === null ? `La hora se cambió a mano: ahora ${at}.` : `${by} cambió la hora: ahora ${at}.`,
    passed: (by, from, to) =>
      `${by === null ? 'Pasó' : `${by} lo pasó`} ${from === null ? '' : `de ${from} `}a ${to}, a la misma hora.`,
    parked: 'No siguió solo por una falla nuestra. No se envió nada, y el mensaje sigue guardado.',
    notRecorded: 'En su momento, esto no quedó registrado por completo.',
  },
};

/** Builds the sentence of a held contact: why it has this minute, or how it ended (H3, H5). */
import type { Language } from '#contract/core/common.ts';
import type { HoldEnd, HoldEndReason } from '#rules/holds/hold.ts';
import type { Instant } from '#rules/time/interval.ts';
import { when } from '#words/core/format.ts';

/** What the sentence of a hold needs. Instants are in epoch milliseconds and written on the store's clock. */
export interface HoldFacts {
  readonly state: 'waiting' | 'ready' | 'ended';
  /** Whether the seller chose the minute; otherwise it is a slot given by the queue. */
  readonly chosen: boolean;
  /** The message's minute while it waits, its expiry while it is ready; null: nothing ends it, or it has ended. */
  readonly heldUntil: Instant | null;
  /** The opening from which the slot was counted; null if the seller chose the minute. */
  readonly openingAt: Instant | null;
  /** Whether `openingAt` is the store's opening and not the end of quiet hours. */
  readonly opensWithStore: boolean;
  /** The promised minute. If it is earlier than `heldUntil`, the contact was moved (H6). */
  readonly promisedAt: Instant | null;
  readonly storeZone: string;
  readonly now: Instant;
  /** Null or empty if the customer's name is not known any more. */
  readonly customerFirstName: string | null;
  readonly endedAs: HoldEnd | null;
  readonly endReason: HoldEndReason | null;
  readonly endedByName: string | null;
  /** Whether a contact that ended as `unavailable` has its number on the brand's do-not-call list (D2c). */
  readonly isListed: boolean;
  /** Whether it was handed over and the seller said that it was not sent (D14). */
  readonly saidUnsent: boolean;
  readonly origin: 'suggestion' | 'profile';
  /** Whether it was ready once and not sent that day (H4). */
  readonly returned: boolean;
  /** How often its release was refused (H2). Only quiet hours count here, the only refusal with an end. */
  readonly heldAgain: number;
  /** Whether the offered time was full (P3). */
  readonly didNotFit: boolean;
}

/**
 * The sentence: "A partir de amanhã, 10:00 dá para falar com Marina. Os contatos são distribuídos para não saírem todos
 * juntos."
 */
export function holdText(language: Language, hold: HoldFacts): string {
  const words = WORDS[language];
  if (hold.state === 'ended') return endText(words, hold);
  const say = (at: Instant) => when(language, at, hold.now, hold.storeZone);
  if (hold.state === 'ready') return readyText(words, hold, say);
  const moved = movedText(words, hold, say);
  return moved ?? (hold.chosen ? words.chosen : `${openingText(words, hold, say)}${words.spread}`);
}

/** Why a held contact ends or ended, as a sentence that begins in lower case: "passou do prazo." */
export function endBecause(language: Language, { reason, isListed, customerFirstName }: EndFacts): string {
  return becauseText(WORDS[language], { reason, isListed, customerFirstName });
}

/** `isListed`: the number stands on the brand's do-not-call list (D2c). */
interface EndFacts {
  readonly reason: BecauseReason;
  readonly isListed: boolean;
  readonly customerFirstName: string | null;
}

function becauseText(words: HoldWords, { reason, isListed, customerFirstName }: EndFacts): string {
  const customer = customerFirstName || words.customer;
  return reason === 'unavailable' && isListed ? words.listed(customer) : words.because[reason](customer);
}

/** The reasons that no person gives. */
export type BecauseReason = Exclude<HoldEndReason, 'handed_over' | 'seller' | 'manager'>;

/** What the seller can do with a parked contact. */
export function parkedWayOn(language: Language): string {
  return WORDS[language].parkedWayOn;
}

type SayInstant = (at: Instant) => string;

function readyText(words: HoldWords, { heldUntil, returned }: HoldFacts, say: SayInstant): string {
  if (heldUntil === null) return words.ready;
  return returned ? words.readyLast(say(heldUntil)) : words.readyUntil(say(heldUntil));
}

/** The sentence about the last move, which the seller wants explained; null if the contact was not moved. */
function movedText(words: HoldWords, hold: HoldFacts, say: SayInstant): string | null {
  if (hold.heldUntil === null) return null;
  if (hold.returned) return words.returned(say(hold.heldUntil));
  if (hold.didNotFit) return `${words.didNotFit(say(hold.heldUntil))} ${words.spread}`;
  if (hold.heldAgain > 0) return words.heldAgain(say(hold.heldUntil));
  if (hold.promisedAt !== null && hold.heldUntil > hold.promisedAt) return words.moved(say(hold.heldUntil));
  return null;
}

function openingText(words: HoldWords, { openingAt, opensWithStore, customerFirstName }: HoldFacts, say: SayInstant) {
  if (openingAt === null) return '';
  if (opensWithStore) return `${words.storeOpens(say(openingAt))} `;
  return `${words.opens(say(openingAt), customerFirstName || null)} `;
}

function endText(words: HoldWords, hold: HoldFacts): string {
  const { endedAs, endReason, endedByName, saidUnsent, customerFirstName, isListed, origin } = hold;
  if (endedAs === null || endReason === null || endReason === 'handed_over') return words.sent;
  if (saidUnsent) return words.unsent;
  if (endReason === 'seller' || endReason === 'manager') return words.cancelledBy[endReason](endedByName || null);
  const because = becauseText(words, { reason: endReason, isListed, customerFirstName });
  const stays = endedAs === 'expired' && origin === 'suggestion' ? ` ${words.suggestionStays}` : '';
  return `${words.ended[endedAs]}: ${because}${stays}`;
}

interface HoldWords {
  readonly customer: string;
  readonly spread: string;
  readonly opens: (at: string, name: string | null) => string;
  readonly storeOpens: (at: string) => string;
  readonly chosen: string;
  readonly moved: (at: string) => string;
  readonly heldAgain: (at: string) => string;
  readonly returned: (at: string) => string;
  readonly didNotFit: (at: string) => string;
  readonly parkedWayOn: string;
  readonly ready: string;
  readonly readyUntil: (at: string) => string;
  readonly readyLast: (at: string) => string;
  readonly sent: string;
  readonly unsent: string;
  readonly ended: Readonly<Record<HoldEnd, string>>;
  readonly cancelledBy: Readonly<Record<'seller' | 'manager', (name: string | null) => string>>;
  readonly because: Readonly<Record<BecauseReason, (customer: string) => string>>;
  readonly listed: (customer: string) => string;
  readonly suggestionStays: string;
}

const WORDS: Readonly<Record<Language, HoldWords>> = {
  'pt-BR': {
    customer: 'cliente',
    spread: 'Os contatos são distribuídos para não saírem todos juntos.',
    opens: (at, name) =>
      name === null ? `O primeiro horário livre é ${at}.` : `A partir de ${at} dá para falar com ${name}.`,
    storeOpens: (at) => `A loja abre ${at}.`,
    chosen: 'Este horário foi escolhido à mão.',
    moved: (at) => `O horário mudou: agora ${at}.`,
    heldAgain: (at) => `Quando chegou a hora, era Horário de Silêncio; ficou para ${at}.`,
    returned: (at) => `Não foi enviada no dia em que ficou pronta; volta ${at}, pela última vez.`,
    didNotFit: (at) => `Não coube no horário previsto; ficou para ${at}.`,
    parkedWayOn: 'Escolha outro horário ou envie agora.',
    ready: 'Pronta: você envia com um toque.',
    readyUntil: (at) => `Pronta: você envia com um toque até ${at}. Depois, fica para outro horário.`,
    readyLast: (at) => `Pronta: você envia com um toque até ${at}. Depois, vence.`,
    sent: 'Seguiu para o WhatsApp.',
    unsent: 'Não enviada. Não contamos como contato.',
    ended: {
      sent: 'Seguiu para o WhatsApp',
      cancelled: 'Cancelada',
      expired: 'Venceu',
      failed: 'Não deu para enviar',
      unknown: 'Não sabemos se a mensagem saiu',
    },
    cancelledBy: {
      seller: (name) => (name === null ? 'Cancelada por quem a guardou.' : `Cancelada por ${name}.`),
      manager: (name) => (name === null ? 'Cancelada pela gerência.' : `Cancelada por ${name}.`),
    },
    because: {
      customer_wrote: (customer) => `${customer} escreveu antes.`,
      opted_out: (customer) => `${customer} pediu para parar.`,
      replaced: (customer) => `outra mensagem para ${customer} seguiu no lugar desta.`,
      reassigned: (customer) => `${customer} mudou de carteira.`,
      customer_erased: () => 'este cadastro não existe mais.',
      too_late: () => 'passou do prazo.',
      held_too_often: () => 'já foi adiada muitas vezes.',
      not_sent: () => 'ficou pronta duas vezes e não foi enviada.',
      unavailable: (customer) => `no momento não dá para iniciar contato com ${customer}.`,
    },
    listed: (customer) => `o número de ${customer} está na lista “Não me ligue” da marca.`,
    suggestionStays: 'A sugestão continua na lista.',
  },
  en: {
    customer: 'the customer',
    spread: 'Contacts are spread out so that they do not all leave together.',
    opens: (at, name) =>
      name === null ? `The first free time is ${at}.` : `From ${at} on it is fine to write to ${name}.`,
    storeOpens: (at) => `The store opens ${at}.`,
    chosen: 'This time was chosen by hand.',
    moved: (at) => `The time has changed: now ${at}.`,
    heldAgain: (at) => `When its time came it was in the quiet hours; it now waits for ${at}.`,
    returned: (at) => `It was not sent on the day it was ready; it comes back ${at}, for the last time.`,
    didNotFit: (at) => `It did not fit at its time; it is set for ${at}.`,
    parkedWayOn: 'Choose another time, or send it now.',
    ready: 'Ready: you send it with one tap.',
    readyUntil: (at) => `Ready: you send it with one tap until ${at}. After that it gets another time.`,
    readyLast: (at) => `Ready: you send it with one tap until ${at}. After that it expires.`,
    sent: 'Went on to WhatsApp.',
    unsent: 'Not sent. It does not count as a contact.',
    ended: {
      sent: 'Went on to WhatsApp',
      cancelled: 'Cancelled',
      expired: 'Expired',
      failed: 'It could not be sent',
      unknown: 'We do not know whether the message left',
    },
    cancelledBy: {
      seller: (name) => (name === null ? 'Cancelled by whoever kept it.' : `Cancelled by ${name}.`),
      manager: (name) => (name === null ? 'Cancelled by the manager.' : `Cancelled by ${name}.`),
    },
    because: {
      customer_wrote: (customer) => `${customer} wrote first.`,
      opted_out: (customer) => `${customer} asked to stop.`,
      replaced: (customer) => `another message to ${customer} went in its place.`,
      reassigned: (customer) => `${customer} moved to another portfolio.`,
      customer_erased: () => 'this record no longer exists.',
      too_late: () => 'its time ran out.',
      held_too_often: () => 'it was put off too many times.',
      not_sent: () => 'it was ready twice and was not sent.',
      unavailable: (customer) => `at present no contact with ${customer} can be started.`,
    },
    listed: (customer) => `the number of ${customer} is on the brand’s do-not-call list.`,
    suggestionStays: 'The suggestion stays on the list.',
  },
  es: {
    customer: 'cliente',
    spread: 'Los contactos se reparten para que no salgan todos juntos.',
    opens: (at, name) =>
      name === null ? `La primera hora libre es ${at}.` : `A partir de ${at} se puede escribir a ${name}.`,
    storeOpens: (at) => `La tienda abre ${at}.`,
    chosen: 'Esta hora se eligió a mano.',
    moved: (at) => `La hora cambió: ahora ${at}.`,
    heldAgain: (at) => `Cuando llegó la hora, era Horario de Silencio; quedó para ${at}.`,
    returned: (at) => `No se envió el día en que estuvo listo; vuelve ${at}, por última vez.`,
    didNotFit: (at) => `No cupo a su hora; quedó para ${at}.`,
    parkedWayOn: 'Elige otro horario o envíalo ahora.',
    ready: 'Listo: lo envías con un toque.',
    readyUntil: (at) => `Listo: lo envías con un toque hasta ${at}. Después pasa a otra hora.`,
    readyLast: (at) => `Listo: lo envías con un toque hasta ${at}. Después vence.`,
    sent: 'Pasó a WhatsApp.',
    unsent: 'No enviado. No cuenta como contacto.',
    ended: {
      sent: 'Pasó a WhatsApp',
      cancelled: 'Cancelado',
      expired: 'Venció',
      failed: 'No se pudo enviar',
      unknown: 'No sabemos si el mensaje salió',
    },
    cancelledBy: {
      seller: (name) => (name === null ? 'Cancelado por quien lo guardó.' : `Cancelado por ${name}.`),
      manager: (name) => (name === null ? 'Cancelado por la gerencia.' : `Cancelado por ${name}.`),
    },
    because: {
      customer_wrote: (customer) => `${customer} escribió antes.`,
      opted_out: (customer) => `${customer} pidió parar.`,
      replaced: (customer) => `otro mensaje para ${customer} salió en su lugar.`,
      reassigned: (customer) => `${customer} cambió de cartera.`,
      customer_erased: () => 'esta ficha ya no existe.',
      too_late: () => 'pasó el plazo.',
      held_too_often: () => 'ya se aplazó muchas veces.',
      not_sent: () => 'estuvo listo dos veces y no se envió.',
      unavailable: (customer) => `por ahora no se puede iniciar contacto con ${customer}.`,
    },
    listed: (customer) => `el número de ${customer} está en la lista “No me llames” de la marca.`,
    suggestionStays: 'La sugerencia sigue en la lista.',
  },
};

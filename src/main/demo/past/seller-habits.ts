/** What the people of the demo do with what they are told: go on, give up, come back in the morning, say how it went. */

import type { Seeded } from '#main/demo/seeded-random.ts';
import { OWN_WORDS } from '#main/demo/vocabulary.ts';
import type { Outcome } from '#rules/contact/attempt.ts';
import type { Because } from '#rules/contact/decision.ts';
import { firstName, messageText } from '#rules/contact/message-text.ts';
import { type EpochDay, MINUTE_MS } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import { localDay, startOfDay } from '#rules/time/local-day.ts';
import type { ActionQueue } from './action-queue.ts';
import { openOn } from './contact-times.ts';
import type { PastAttempt, PastBrand, PastCustomer, PastPerson, PastStore, PastSuggestion } from './past-brand.ts';
import { pastReason } from './past-suggestion.ts';
import type { PastSimulation, PastWish } from './simulated-attempts.ts';

const SECOND_MS = 1_000;

export interface Past {
  readonly brand: PastBrand;
  readonly book: PastSimulation;
  readonly agenda: ActionQueue;
  readonly chance: Seeded;
  /** From then on nobody did anything. */
  readonly end: Instant;
}

/** A person thinks of a customer: seven times in ten because a campaign said so. */
export function thinkOf(past: Past, at: Instant, store: PastStore, person: PastPerson, customer: PastCustomer): void {
  const late = isLate(store, at);
  if (!past.chance.chance(late ? 0.6 : 0.74)) {
    tell(past, at, past.book.start(at, { store, person, customer, suggestion: null, text: ownWords(past, customer) }));
    return;
  }
  const { campaign, reason } = pastReason(past.chance, customer.facts, at);
  const found = past.brand.campaigns.find(({ name }) => name === campaign) as PastBrand['campaigns'][number];
  const createdAt = startOfDay(store.zone, localDay(store.zone, at)) + 6 * 60 * MINUTE_MS;
  const suggestion: PastSuggestion = {
    ...{ id: past.chance.id(createdAt), campaign: found, customer, person, reason, createdAt },
    ...{ state: 'open', closedAt: null, closedBy: null, closedReason: null },
  };
  past.book.suggest(suggestion);
  follow(past, at, store, suggestion);
}

/** Tries a suggestion, the first time or again. */
function follow(past: Past, at: Instant, store: PastStore, suggestion: PastSuggestion): void {
  const { person, customer, campaign } = suggestion;
  if (suggestion.state !== 'open') return;
  const named = { customer: customer.facts.name, seller: person.name, store: store.name, brand: past.brand.name };
  const text = messageText(campaign.template, named);
  tell(past, at, past.book.start(at, { store, person, customer, suggestion, text }));
}

/** The answer is on the screen. */
function tell(past: Past, at: Instant, attempt: PastAttempt): void {
  const { chance, agenda } = past;
  const { decision, suggestion, store, person, customer } = attempt;
  if (decision.verdict === 'allow') {
    agenda.add(at + returnAfter(past, attempt), (then) => comeBack(past, then, attempt));
  } else if (decision.verdict === 'warn') {
    if (!chance.chance(GOES_ON)) return;
    agenda.add(at + (7 + chance.below(45)) * SECOND_MS, (then) => {
      past.book.goOn(then, attempt, decision.becauseNeeded ? chance.weighted(BECAUSES) : null);
      if (attempt.decision.verdict === 'allow') tell(past, then, attempt);
    });
  } else if (suggestion !== null) {
    if (decision.reason !== 'quiet_hours') dismiss(past, at + (20 + chance.below(90)) * SECOND_MS, suggestion);
    else if (chance.chance(GOES_ROUND)) {
      const wish: PastWish = { store, person, customer, suggestion: null, text: ownWords(past, customer) };
      agenda.add(at + (1 + chance.below(4)) * MINUTE_MS, (then) => tell(past, then, past.book.start(then, wish)));
      comeAgain(past, at, store, suggestion);
    } else comeAgain(past, at, store, suggestion);
  }
}

/** Back from WhatsApp. */
function comeBack(past: Past, at: Instant, attempt: PastAttempt): void {
  const { store, suggestion, customer, createdAt } = attempt;
  const said = past.chance.weighted(isLate(store, createdAt) ? BY_NIGHT : BY_DAY);
  const ends = said === 'stop' || said === 'wrong_number';
  past.book.say(at, attempt, ends && customer.isSuggested ? 'no_answer' : said);
  if (attempt.outcome === 'not_sent' && suggestion) comeAgain(past, at, store, suggestion);
}

/** Seven in ten try again when the store next opens; nobody leaves a suggestion lying. */
function comeAgain(past: Past, at: Instant, store: PastStore, suggestion: PastSuggestion): void {
  const { chance, agenda } = past;
  const then = nextOpening(store, at) + 5 * MINUTE_MS + chance.below(110) * MINUTE_MS;
  if (!chance.chance(TRIES_AGAIN) || then >= past.end) {
    dismiss(past, Math.max(at + MINUTE_MS, Math.min(then, past.end)), suggestion);
    return;
  }
  suggestion.customer.isAwaited = true;
  agenda.add(then, (now) => {
    suggestion.customer.isAwaited = false;
    follow(past, now, store, suggestion);
  });
}

function dismiss({ agenda, chance }: Past, at: Instant, suggestion: PastSuggestion): void {
  const closedReason = chance.pick(['not_relevant', 'already_talked', 'other'] as const);
  agenda.add(at, (closedAt) => {
    if (suggestion.state === 'open') Object.assign(suggestion, { state: 'dismissed', closedAt, closedReason });
  });
}

/** Of warnings. */
const GOES_ON = 0.45;
/** Refused on the list, a few go by the profile. */
const GOES_ROUND = 0.16;
const TRIES_AGAIN = 0.7;

const BECAUSES: readonly (readonly [Because, number])[] = [
  ['order_today', 4],
  ['customer_asked', 3],
  ['live_conversation', 2],
  ['other', 1],
];

/** Who is disturbed at night asks to stop more often. */
const BY_DAY: readonly (readonly [Outcome, number])[] = [
  ['talked', 43],
  ['no_answer', 36],
  ['sold', 12],
  ['not_sent', 7],
  ['wrong_number', 1],
  ['stop', 0.7],
];
const BY_NIGHT: typeof BY_DAY = [
  ['talked', 30],
  ['no_answer', 48],
  ['sold', 6],
  ['not_sent', 7],
  ['wrong_number', 1],
  ['stop', 9],
];

/** Some say at once how it went, others after their next customer. */
function returnAfter({ chance }: Past, { store, createdAt }: PastAttempt): number {
  const soon = isLate(store, createdAt) || chance.chance(0.6);
  return (soon ? 3 + chance.below(22) : 35 + chance.below(120)) * MINUTE_MS + chance.below(MINUTE_MS);
}

function ownWords({ chance }: Past, { facts }: PastCustomer): string {
  return chance.pick(OWN_WORDS).replace('{nome}', firstName(facts.name));
}

function isLate({ zone }: PastStore, at: Instant): boolean {
  return at - startOfDay(zone, localDay(zone, at)) >= 20 * 60 * MINUTE_MS;
}

/** The next day's, or that of the first day after on which it opens. */
function nextOpening(store: PastStore, at: Instant): Instant {
  let day: EpochDay = localDay(store.zone, at) + 1;
  while (openOn(store, day) === null) day++;
  return startOfDay(store.zone, day) + (openOn(store, day)?.[0] ?? 0) * MINUTE_MS;
}

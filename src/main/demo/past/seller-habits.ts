/** Simulates how the demo's sellers react to decisions: they send anyway, give up, try again in the morning, record the outcome. */

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
  readonly simulation: PastSimulation;
  readonly queue: ActionQueue;
  readonly chance: Seeded;
  /** The instant at which the history ends. */
  readonly end: Instant;
}

/** Starts a contact with a customer: in 7 of 10 cases from a suggestion, else from the profile. */
export function startContact(
  past: Past,
  at: Instant,
  store: PastStore,
  person: PastPerson,
  customer: PastCustomer,
): void {
  const late = isLate(store, at);
  if (!past.chance.chance(late ? 0.6 : 0.74)) {
    react(
      past,
      at,
      past.simulation.start(at, { store, person, customer, suggestion: null, text: ownWords(past, customer) }),
    );
    return;
  }
  const { campaign, reason } = pastReason(past.chance, customer.facts, at);
  const found = past.brand.campaigns.find(({ name }) => name === campaign) as PastBrand['campaigns'][number];
  const createdAt = startOfDay(store.zone, localDay(store.zone, at)) + 6 * 60 * MINUTE_MS;
  const suggestion: PastSuggestion = {
    ...{ id: past.chance.id(createdAt), campaign: found, customer, person, reason, createdAt },
    ...{ state: 'open', closedAt: null, closedBy: null, closedReason: null },
  };
  past.simulation.suggest(suggestion);
  trySuggestion(past, at, store, suggestion);
}

/** Makes an attempt for a suggestion, the first time or again. */
function trySuggestion(past: Past, at: Instant, store: PastStore, suggestion: PastSuggestion): void {
  const { person, customer, campaign } = suggestion;
  if (suggestion.state !== 'open') return;
  const named = { customer: customer.facts.name, seller: person.name, store: store.name, brand: past.brand.name };
  const text = messageText(campaign.template, { ...named, lastItem: null, daysSincePurchase: null });
  react(past, at, past.simulation.start(at, { store, person, customer, suggestion, text }));
}

/** Simulates the seller's reaction to the last decision on an attempt. */
function react(past: Past, at: Instant, attempt: PastAttempt): void {
  const { chance, queue } = past;
  const { decision, suggestion, store, person, customer } = attempt;
  if (decision.verdict === 'allow') {
    queue.add(at + outcomeDelay(past, attempt), (then) => reportOutcome(past, then, attempt));
  } else if (decision.verdict === 'warn') {
    if (!chance.chance(store.worksLate ? LATE_SENDS_ANYWAY : SENDS_ANYWAY)) return;
    queue.add(at + (7 + chance.below(45)) * SECOND_MS, (then) => {
      past.simulation.sendAnyway(then, attempt, decision.becauseNeeded ? chance.weighted(BECAUSES) : null);
      if (attempt.decision.verdict === 'allow') react(past, then, attempt);
    });
  } else if (suggestion !== null) {
    if (decision.reason !== 'quiet_hours') dismiss(past, at + (20 + chance.below(90)) * SECOND_MS, suggestion);
    else if (chance.chance(WRITES_FROM_PROFILE)) {
      const wish: PastWish = { store, person, customer, suggestion: null, text: ownWords(past, customer) };
      queue.add(at + (1 + chance.below(4)) * MINUTE_MS, (then) => react(past, then, past.simulation.start(then, wish)));
      retryLater(past, at, store, suggestion);
    } else retryLater(past, at, store, suggestion);
  }
}

/** Records the outcome when the seller is back from WhatsApp. */
function reportOutcome(past: Past, at: Instant, attempt: PastAttempt): void {
  const { store, suggestion, customer, createdAt } = attempt;
  const said = past.chance.weighted(isLate(store, createdAt) ? BY_NIGHT : BY_DAY);
  const ends = said === 'stop' || said === 'wrong_number';
  past.simulation.recordOutcome(at, attempt, ends && customer.isReserved ? 'no_answer' : said);
  if (attempt.outcome === 'not_sent' && suggestion) retryLater(past, at, store, suggestion);
}

/** Tries a suggestion again after the store's next opening, in 7 of 10 cases; dismisses the suggestion in the others. */
function retryLater(past: Past, at: Instant, store: PastStore, suggestion: PastSuggestion): void {
  const { chance, queue } = past;
  const then = nextOpening(store, at) + 5 * MINUTE_MS + chance.below(110) * MINUTE_MS;
  if (!chance.chance(TRIES_AGAIN) || then >= past.end) {
    dismiss(past, Math.max(at + MINUTE_MS, Math.min(then, past.end)), suggestion);
    return;
  }
  suggestion.customer.isAwaited = true;
  queue.add(then, (now) => {
    suggestion.customer.isAwaited = false;
    trySuggestion(past, now, store, suggestion);
  });
}

function dismiss({ queue, chance }: Past, at: Instant, suggestion: PastSuggestion): void {
  const closedReason = chance.pick(['not_relevant', 'already_talked', 'other'] as const);
  queue.add(at, (closedAt) => {
    if (suggestion.state === 'open') Object.assign(suggestion, { state: 'dismissed', closedAt, closedReason });
  });
}

/** The chance that a seller sends anyway after a warning. */
const SENDS_ANYWAY = 0.45;
/** As `SENDS_ANYWAY`, in the store that works late. */
const LATE_SENDS_ANYWAY = 0.7;
/** The chance that a seller whose suggestion was refused writes from the profile instead. */
const WRITES_FROM_PROFILE = 0.16;
const TRIES_AGAIN = 0.7;

const BECAUSES: readonly (readonly [Because, number])[] = [
  ['order_today', 4],
  ['customer_asked', 3],
  ['live_conversation', 2],
  ['other', 1],
];

/** The shares of outcomes by day; customers contacted at night ask for a stop more often. */
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

/** Returns how long a seller takes to record the outcome: some do it at once, others after their next customer. */
function outcomeDelay({ chance }: Past, { store, createdAt }: PastAttempt): number {
  const soon = isLate(store, createdAt) || chance.chance(0.6);
  return (soon ? 3 + chance.below(22) : 35 + chance.below(120)) * MINUTE_MS + chance.below(MINUTE_MS);
}

function ownWords({ chance }: Past, { facts }: PastCustomer): string {
  return chance.pick(OWN_WORDS).replace('{nome}', firstName(facts.name));
}

function isLate({ zone }: PastStore, at: Instant): boolean {
  return at - startOfDay(zone, localDay(zone, at)) >= 20 * 60 * MINUTE_MS;
}

/** Returns the store's opening on the next day, or on the first day after that on which the store opens. */
function nextOpening(store: PastStore, at: Instant): Instant {
  let day: EpochDay = localDay(store.zone, at) + 1;
  while (openOn(store, day) === null) day++;
  return startOfDay(store.zone, day) + (openOn(store, day)?.[0] ?? 0) * MINUTE_MS;
}

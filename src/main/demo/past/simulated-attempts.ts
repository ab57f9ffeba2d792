/** Simulates the attempts of the demo's history with the real rules: `decide` judges each of them, in the order of time. */

import { digestOf } from '#flows/contact/answer/idempotent-answer.ts';
import { type ContextRow, contextOfRow } from '#flows/contact/build-context.ts';
import { isOpen } from '#flows/contact/who-may-contact.ts';
import type { Decided, PermittedHandover } from '#flows/core/decided.ts';
import { BrandClocks } from '#flows/policy/timelines.ts';
import type { Seeded } from '#main/demo/seeded-random.ts';
import { type AttemptEvent, applyEvent, type Outcome } from '#rules/contact/attempt.ts';
import { decide, type Judgement } from '#rules/contact/decide.ts';
import { type Because, isRefusedForQuiet, type Reason } from '#rules/contact/decision.ts';
import { timelineOf } from '#rules/policy/timeline.ts';
import { type Receipt, receiptOf } from '#rules/record/receipt.ts';
import { TURN_AWAY_MS, TURN_IDLE_MS } from '#rules/sign-in/turn.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PastAttempt, PastBrand, PastCustomer, PastPerson, PastStore, PastSuggestion } from './past-brand.ts';

interface PastHandover extends PermittedHandover {
  readonly sellerId: string;
  readonly at: Instant;
  withdrawnAt: Instant | null;
}

export interface PastTurn {
  readonly id: string;
  /** The session of the person's device. */
  readonly sessionId: string;
  readonly storeId: string;
  readonly personId: string;
  readonly beganAt: Instant;
  touchedAt: Instant;
  endsAt: Instant;
}

export interface PastStop {
  readonly customer: PastCustomer;
  readonly at: Instant;
  readonly recordedBy: string;
}

export interface PastWish {
  readonly store: PastStore;
  readonly person: PastPerson;
  readonly customer: PastCustomer;
  readonly suggestion: PastSuggestion | null;
  readonly text: string;
}

export interface SimulationTools {
  readonly chance: Seeded;
  readonly tzVersion: string;
}

/** An attempt before its first decision. */
type Draft = Omit<PastAttempt, 'decision' | 'origin' | 'state'>;

interface Judged {
  readonly attempt: PastAttempt;
  readonly isFirst: boolean;
  readonly receipt: Receipt;
  readonly judgement: Judgement;
}

/** The attempts of a brand and their effects. Calls must be made in the order of their instants. */
export class PastSimulation {
  readonly suggestions: PastSuggestion[] = [];
  readonly turns: PastTurn[] = [];
  /** The decisions in the order in which they were made; later calls still change their attempts and hand-overs. */
  readonly decided: Decided[] = [];
  readonly stops: PastStop[] = [];

  readonly #brand: PastBrand;
  readonly #tools: SimulationTools;
  readonly #zones: string[];
  readonly #clocks: readonly BrandClocks[];
  readonly #sessions = new Map<string, string>();
  readonly #handovers: PastHandover[] = [];

  constructor(brand: PastBrand, tools: SimulationTools) {
    this.#brand = brand;
    this.#tools = tools;
    this.#zones = [...new Set(brand.stores.map(({ zone }) => zone))].toSorted();
    this.#clocks = [0, ...brand.log.keys().map((i) => i + 1)].map(
      (revision) => new BrandClocks(timelineOf(brand.log.slice(0, revision))),
    );
  }

  suggest(suggestion: PastSuggestion): void {
    this.suggestions.push(suggestion);
    suggestion.customer.suggestions.push(suggestion);
  }

  /** Starts an attempt and makes its first decision. */
  start(at: Instant, wish: PastWish): PastAttempt {
    const turn = this.#takeTurn(at, wish);
    const { customer, person, store, suggestion } = wish;
    const whose = { customerId: customer.facts.id, sellerId: person.id, storeId: store.id };
    const ids = { id: this.#tools.chance.id(at), turnId: turn.id, suggestionId: suggestion?.id ?? null, ...whose };
    const nothingYet = { outcome: null, refusedAt: null, sellerStretches: [], speaksAs: null, isNew: true } as const;
    customer.triedAt = at;
    const draft = { ...wish, ...ids, ...nothingYet, createdAt: at, updatedAt: at };
    const judged = this.#decide(at, draft, null, [], null);
    this.#carryOut(at, judged.attempt, judged, turn);
    return judged.attempt;
  }

  /** Accepts a warning's reasons ("Enviar mesmo assim", D13) and decides on the attempt again. */
  sendAnyway(at: Instant, attempt: PastAttempt, because: Because | null): void {
    const turn = this.turns.findLast(({ id }) => id === attempt.turnId) as PastTurn;
    turn.touchedAt = at;
    turn.endsAt = Math.max(turn.endsAt, at + TURN_IDLE_MS);
    const accepted = attempt.decision.reasons.map(({ reason }) => reason);
    const judged = this.#decide(at, attempt, attempt, accepted, because);
    Object.assign(attempt, judged.attempt);
    this.#carryOut(at, attempt, judged, turn);
  }

  /** Records the outcome that the seller reports, with its effects on the customer and the suggestions. */
  recordOutcome(at: Instant, attempt: PastAttempt, outcome: Outcome): void {
    const { customer, person } = attempt;
    Object.assign(attempt, stepOf(attempt, { kind: 'outcome', outcome }), { updatedAt: at });
    if (outcome === 'wrong_number') customer.wrongNumberAt = at;
    if (outcome === 'stop') {
      customer.optedOutAt = at;
      this.stops.push({ customer, at, recordedBy: person.id });
    }
    if (outcome !== 'not_sent') return;
    customer.contacts.delete(attempt.id);
    const handover = this.#handovers.findLast(({ permit }) => permit.attemptId === attempt.id);
    if (handover) handover.withdrawnAt = at;
    for (const suggestion of customer.suggestions) {
      if (suggestion.closedBy !== attempt.id) continue;
      Object.assign(suggestion, { state: 'open', closedAt: null, closedBy: null, closedReason: null });
    }
  }

  #decide(
    at: Instant,
    draft: Draft,
    before: PastAttempt | null,
    acknowledged: readonly Reason[],
    because: Because | null,
  ): Judged {
    const { id: attemptId, customerId, customer, person, store, suggestion } = draft;
    const ids = { attemptId, customerId };
    const revision = this.#brand.log.filter((event) => event.at <= at).length;
    const row = this.#rowOf(draft, revision);
    const context = contextOfRow(
      row,
      this.#clocks[revision] as BrandClocks,
      { now: at, tzVersion: this.#tools.tzVersion, clockUnsafe: false },
      {
        claimed: suggestion === null ? 'profile' : 'suggestion',
        suggestionOpen: isOpen(row.suggestion, before?.id ?? null),
        channel: 'handset',
        attempt: { ...ids, textDigest: digestOf(draft.text).toString('hex') },
      },
    );
    const asked = { ...context, acknowledged, because };
    const judgement = decide(asked);
    const { decision } = judgement;
    const { brandId } = this.#brand;
    const receipt = receiptOf(
      {
        ...{ brandId, id: this.#tools.chance.id(at), ...ids, actorId: person.id, turnId: draft.turnId },
        ...{ storeId: store.id, suggestionId: suggestion?.id ?? null },
      },
      asked,
      decision,
    );
    const isRefused = isRefusedForQuiet(decision);
    if (isRefused) customer.refused.set(person.id, at);
    const refusedAt = isRefused ? at : draft.refusedAt;
    const progress = stepOf(before, { kind: 'decided', verdict: decision.verdict });
    const origin = decision.origin === 'suggestion' ? 'suggestion' : 'profile';
    const attempt: PastAttempt = { ...draft, ...progress, decision, origin, refusedAt, updatedAt: at };
    return { attempt, isFirst: before === null, judgement, receipt };
  }

  /** Returns the row that `db/contact/context.ts` would have read. */
  #rowOf({ customer, person, store, suggestion }: Draft, revision: number): ContextRow {
    const { facts } = customer;
    const brand = this.#brand;
    const owner = store.people.find(({ id }) => id === facts.sellerId);
    return {
      brandName: brand.name,
      brandArticle: brand.article,
      plan: brand.plan,
      brandZone: brand.zone,
      brandStoreZones: this.#zones,
      portfolioOnly: false,
      coolDownDays: 0,
      unansweredAfter: 0,
      revision,
      customerName: facts.name,
      phone: facts.phone,
      phoneKind: facts.phoneKind,
      wrongNumberAt: customer.wrongNumberAt,
      availability: facts.availability,
      permissionOn: null,
      permission: facts.permission,
      customerStoreId: facts.storeId,
      customerSellerId: facts.sellerId,
      customerSellerName: owner?.name ?? null,
      city: facts.city,
      state: facts.state,
      toldZone: null,
      optedOutAt: customer.optedOutAt,
      doNotCallOn: null,
      storeId: store.id,
      storeZone: store.zone,
      suggestion: suggestion && {
        id: suggestion.id,
        state: suggestion.state,
        customerId: facts.id,
        sellerId: suggestion.person.id,
        closedBy: suggestion.closedBy,
        passedBy: null,
        coolDownDays: 0,
      },
      timingRevision: 0,
      contactFromMinute: null,
      contactedAt: this.#contactedBy(person.id),
      refusedAt: customer.refused.get(person.id) ?? null,
      askedSilences: [],
      numberContactedAt: [],
      unansweredAt: [],
      purchasedOn: null,
    };
  }

  /** Returns the instants of a seller's last contacts, newest first, at least as many as any pace limit needs. */
  #contactedBy(personId: string): number[] {
    const live = this.#handovers
      .slice(-RECENT)
      .filter((each) => each.sellerId === personId && each.withdrawnAt === null);
    return live.map(({ at }) => at).reverse();
  }

  #carryOut(at: Instant, attempt: PastAttempt, { isFirst, judgement, receipt }: Judged, turn: PastTurn): void {
    const { customer, person, suggestion } = attempt;
    const { decision, permit } = judgement;
    const handover = permit && { id: this.#tools.chance.id(at), permit, sellerId: person.id, at, withdrawnAt: null };
    this.decided.push({ attempt: isFirst ? attempt : null, receipt, handover });
    if (handover === null) return;
    this.#handovers.push(handover);
    customer.contacts.set(attempt.id, at);
    turn.endsAt = Math.max(turn.endsAt, at + TURN_AWAY_MS);
    const all = decision.afterRefusal;
    for (const each of customer.suggestions) {
      const isMeant = each === suggestion || (all && each.person === person);
      if (!isMeant || each.state !== 'open') continue;
      Object.assign(each, { state: 'done', closedAt: at, closedBy: attempt.id, closedReason: 'contacted' });
    }
  }

  #takeTurn(at: Instant, { store, person }: PastWish): PastTurn {
    const { chance } = this.#tools;
    const sessionId = this.#sessions.get(person.id) ?? chance.id();
    this.#sessions.set(person.id, sessionId);
    const last = this.turns.findLast((turn) => turn.personId === person.id);
    if (last && at < last.endsAt) {
      last.touchedAt = at;
      last.endsAt = Math.max(last.endsAt, at + TURN_IDLE_MS);
      return last;
    }
    const beganAt = Math.max(at - 20_000 - chance.below(120_000), last?.endsAt ?? 0);
    const ids = { id: chance.id(beganAt), sessionId, storeId: store.id, personId: person.id };
    const turn = { ...ids, beganAt, touchedAt: at, endsAt: at + TURN_IDLE_MS };
    this.turns.push(turn);
    return turn;
  }
}

/** More hand-overs than a brand of the demo makes within the longest pace limit. */
const RECENT = 400;

function stepOf(before: PastAttempt | null, event: AttemptEvent): Pick<PastAttempt, 'state' | 'outcome'> {
  const step = applyEvent(before, event);
  if (!step.ok) throw new Error(`The demo's history contains a forbidden step: ${step.fault}`);
  return step.attempt;
}

/** Builds the sentences that explain one decision: its reason, each check, each clock, the counterfactuals. */
import type { Language } from '#contract/core/common.ts';
import type { Decision, Reason } from '#rules/contact/decision.ts';
import type { CheckFacts, ClockFacts, PaceFacts, WhatIf } from '#rules/record/explain.ts';
import type { Receipt } from '#rules/record/receipt.ts';
import { DAY_MS } from '#rules/time/calendar.ts';
import { dateOn, joinList, shortDate, timeOn, when } from '#words/core/format.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import { askedTexts } from '#words/customers/asked-text.ts';
import { EXPLAIN_EN } from './explain-en.ts';
import { EXPLAIN_ES } from './explain-es.ts';
import { EXPLAIN_PT, type ExplainWords } from './explain-pt.ts';

/** What the sentences are built from. `zone` is the reader's clock, `now` the reader's present. */
export interface ExplainFacts {
  readonly language: Language;
  readonly receipt: Receipt;
  readonly decision: Decision;
  /** How many contacts the seller had begun against the pace; null if no pace was in force. */
  readonly pace: PaceFacts | null;
  readonly zone: string;
  readonly now: number;
}

const WORDS: Readonly<Record<Language, ExplainWords>> = { 'pt-BR': EXPLAIN_PT, en: EXPLAIN_EN, es: EXPLAIN_ES };

/** The main sentence: "Este contato foi adiado: eram 20:14 em Manaus, dentro do Horário de Silêncio." */
export function leadText(facts: ExplainFacts): string {
  const { receipt, decision, language } = facts;
  const t = WORDS[language];
  const { verdict, reason, acknowledged, quiet } = decision;
  const isRelease = receipt.actorKind === 'release';
  if (verdict === 'allow') {
    if (isRelease) return t.lead.released;
    if (!acknowledged) return t.lead.allow;
    const chosen = receipt.acknowledgedBecause;
    return chosen === null ? t.lead.acknowledged : `${t.lead.acknowledged} ${t.lead.chosen(t.chosen[chosen])}`;
  }
  const why =
    reason === 'quiet_hours' && quiet !== null && quiet.zone !== null
      ? t.because.quietAt(timeOn(receipt.decidedAt, quiet.zone), cityOfZone(quiet.zone))
      : t.because[reason ?? 'quiet_hours'];
  if (verdict === 'warn') return t.lead.warn(why);
  if (isRelease) return isPutOff(reason) ? t.lead.releasedLater(why) : t.lead.releasedNever(why);
  return isPutOff(reason) ? t.lead.block(why) : t.lead.refused(why);
}

export function checkText({ language, receipt, decision, pace, now, zone }: ExplainFacts, said: CheckFacts): string {
  const t = WORDS[language].checks;
  if (!said.judged) return t.notYet;
  const at = (instant: number) => when(language, instant, now, zone);
  const sentence = sentenceOf();
  return said.acknowledged ? `${sentence} ${t.acknowledged}` : sentence;

  function sentenceOf(): string {
    const against = said.verdict !== 'allow';
    switch (said.reason) {
      case 'customer_unavailable':
        if (receipt.availability === 'erased') return t.erased;
        if (receipt.availability === 'merged') return t.merged;
        return receipt.reachable ? t.reachable : t.unreachable;
      case 'opted_out':
        if (receipt.optedOutAt !== null) return against ? t.optedOut(at(receipt.optedOutAt)) : t.wroteSince;
        return receipt.permission === 'refused' ? t.refused : t.notOptedOut;
      case 'no_permission':
        if (receipt.permission !== 'unknown') return t.permission;
        return against ? t.noPermission : t.noPermissionNeeded;
      case 'do_not_call_list':
        return listText(language, receipt, against);
      case 'quiet_hours':
        if (decision.policyVersion === null) return t.noPolicy;
        if (against) return t.quiet;
        return decision.quiet === null ? t.open : t.quietPasses;
      case 'zone_uncertain':
        return against ? t.zoneUncertain : t.zoneKnown;
      case 'customer_asked_silence': {
        if (against) return t.askedRuns(askedTexts(language, receipt.askedSilences, dateOn(now, zone)));
        const passes = decision.origin === 'reply' || decision.origin === 'service';
        return passes && receipt.askedSilences.length > 0 ? t.askedPasses : t.nothingAsked;
      }
      case 'contacted_recently': {
        const { coolDownDays: days, contactedAt } = receipt;
        if (days === 0) return t.coolDownOff;
        if (contactedAt === null) return t.coolDownOver(days);
        return against ? t.coolDownRuns(at(contactedAt), days, at(contactedAt + days * DAY_MS)) : t.coolDownPasses;
      }
      case 'unanswered': {
        const { unansweredAfter: most, unansweredAt } = receipt;
        if (most === 0) return t.unansweredOff;
        if (against) return t.unanswered(joinList(language, unansweredAt.toReversed().map(at)));
        return decision.origin === 'reply' || decision.origin === 'service' ? t.unansweredPasses : t.answered(most);
      }
      case 'pace':
        if (pace === null) return t.paceOff;
        if (!against) return t.paceFree(pace.count, pace.max, pace.perMinutes);
        return t.paceReached(pace.count, pace.max, pace.perMinutes, at(pace.freeAt));
      case 'clock_unsafe':
        return receipt.clockUnsafe ? t.clockUnsafe : t.clockSafe;
    }
  }
}

/** The sentence about the do-not-call list (D2c): since when the number was listed, and the customer's dated consent. */
function listText(language: Language, { doNotCallOn, consentedOn }: Receipt, against: boolean): string {
  const t = WORDS[language].checks;
  if (doNotCallOn === null) return t.notListed;
  const dated = (on: string) => shortDate(language, on, true);
  const since = dated(doNotCallOn);
  const consented = consentedOn === null ? null : dated(consentedOn);
  if (against) return t.listed(since, consented);
  const isLifted = consentedOn !== null && consentedOn > doNotCallOn;
  return isLifted ? t.consented(since, dated(consentedOn)) : t.listPasses(since);
}

/** The sentence of a clock: "Relógio da loja, em Manaus: 20:14, silêncio até amanhã, 08:00." */
export function clockText({ language, receipt, now }: ExplainFacts, said: ClockFacts): string {
  const t = WORDS[language].clocks;
  const { clock, zone, quiet, changesAt } = said;
  if (zone === null) return t.blind(t.names[clock]);
  const head = t.head(t.names[clock], cityOfZone(zone), timeOn(receipt.decidedAt, zone));
  const at = (instant: number) => when(language, instant, now, zone);
  if (quiet === null) return changesAt === null ? `${head} ${t.openForever}` : `${head} ${t.openUntil(at(changesAt))}`;
  if (!Number.isFinite(quiet.end)) return `${head} ${t.quietForever}`;
  return `${head} ${t.quiet(Number.isFinite(quiet.start) ? at(quiet.start) : null, at(quiet.end))}`;
}

/** The sentence of a counterfactual: "Como sugestão: adiado até amanhã, 08:00." */
export function whatIfText(
  { language, now, zone }: ExplainFacts,
  { origin, verdict, reason, opensAt }: WhatIf,
): string {
  const t = WORDS[language].whatIf;
  const name = t.origins[origin];
  if (verdict === 'allow') return t.allowed(name);
  const opens = opensAt === null ? null : when(language, opensAt, now, zone);
  if (verdict === 'warn') return t.warned(name, opens);
  return isPutOff(reason) ? t.putOff(name, opens) : t.refused(name, WORDS[language].because[reason ?? 'quiet_hours']);
}

/**
 * The sentence about the receipt: its number, by which rules and data it was judged, and whether the decision is the
 * same today.
 */
export function receiptText({ language, receipt, decision }: ExplainFacts, number: number, isSame: boolean): string {
  const t = WORDS[language].receipt;
  const version = decision.policyVersion === null ? t.noVersion : t.version(decision.policyVersion);
  return `${t.head(number, receipt.rules, version, receipt.tzVersion)} ${isSame ? t.same : t.differs}`;
}

/** How the wish arose, and the origin that the caller claimed if that was a weaker one. */
export function originText(language: Language, receipt: Receipt): string {
  const t = WORDS[language];
  if (receipt.actorKind === 'release') return t.originHeld(t.whatIf.origins[receipt.origin]);
  const origin = receipt.afterRefusal ? t.afterRefusal : t.origin(t.whatIf.origins[receipt.origin]);
  const claimed = receipt.originClaimed;
  return claimed === null ? origin : `${origin} ${t.claimed(t.whatIf.origins[claimed])}`;
}

/** The outcome that the seller recorded. */
export function outcomeText(language: Language, outcome: keyof ExplainWords['outcomes']): string {
  return WORDS[language].outcomes[outcome];
}

export function handedText(language: Language): string {
  return WORDS[language].handed;
}

/** The sentence about the next attempt for the same customer. */
export function againText(language: Language, seller: string): string {
  return WORDS[language].again(seller);
}

/** Whether the reason ends with time: the contact is put off, not refused for good. */
function isPutOff(reason: Reason | null): boolean {
  return reason !== null && ENDS_WITH_TIME[reason];
}

const ENDS_WITH_TIME: Readonly<Record<Reason, boolean>> = {
  customer_unavailable: false,
  opted_out: false,
  no_permission: false,
  do_not_call_list: false,
  quiet_hours: true,
  zone_uncertain: true,
  customer_asked_silence: true,
  contacted_recently: true,
  unanswered: true,
  pace: true,
  clock_unsafe: true,
};

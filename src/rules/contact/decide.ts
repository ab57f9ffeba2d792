/**
 * Decides whether a contact may be made now. No message reaches WhatsApp without a permit, and only this file makes
 * permits (D12).
 */

import { askedAt } from '#rules/contact/quiet/asked-now.ts';
import { earlier, quietNow, silenceAt } from '#rules/contact/quiet/silence.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Case } from './checks/case.ts';
import { checksOf } from './checks.ts';
import type { Channel, Decision, Finding, QuietNow, Reason, Verdict } from './decision.ts';
import type { AttemptTerms, DecisionContext } from './decision-context.ts';
import { opensAt } from './opens-at.ts';
import { originOf } from './origin.ts';

export interface Judgement {
  readonly decision: Decision;
  /** Set for the verdict `allow` if the context has an attempt. A question without an attempt gets no permit. */
  readonly permit: Permit | null;
}

/**
 * Judges a context (D1–D17). Pure: the same context gives the same bytes. All checks run; the strictest verdict wins,
 * and the order of the checks decides between equals.
 */
export function decide(context: DecisionContext): Judgement {
  const { origin, claimed, until, changesAt } = originOf(context);
  const { now } = context;
  const asked: Case = {
    context,
    origin,
    replyDue: until !== null,
    silence: silenceAt(context, now),
    askedNow: askedAt(context, now),
    at: now,
  };
  const findings = findingsOf(asked);
  const verdict = verdictOf(asked, findings);
  const quiet = quietNow(asked.silence, now);

  const decision: Decision = {
    verdict,
    reason: findings.find((finding) => finding.verdict === verdict)?.reason ?? null,
    reasons: findings,
    origin,
    originClaimed: claimed,
    afterRefusal: origin === 'profile' && wasRefusedIn(quiet, context),
    becauseNeeded: verdict === 'warn' && findings.some(({ reason }) => asksBecause(asked, reason)),
    acknowledged: verdict === 'allow' && findings.length > 0,
    quiet,
    quietHours: asked.silence.inForce === null ? 'inactive' : 'active',
    opensAt: verdict === 'allow' ? null : opensAt(asked),
    changesAt: earlier(changesAt, changesAtOf(asked)),
    policyVersion: asked.silence.inForce?.version ?? null,
    tzVersion: context.tzVersion,
  };
  return { decision, permit: verdict === 'allow' ? permitFor(context, decision) : null };
}

/** Returns the reasons against the contact. If no person is present, a warning that was not accepted blocks (D17). */
function findingsOf(asked: Case): readonly Finding[] {
  const nobodyThere = asked.context.wish.actor !== 'person';
  const findings: Finding[] = [];
  for (const { reason, verdict } of checksOf(asked.context)) {
    const found = verdict(asked);
    if (found === 'allow') continue;
    findings.push({ reason, verdict: nobodyThere && !isAccepted(asked, reason) ? 'block' : found });
  }
  return findings;
}

/**
 * Returns the verdict of the findings. An acknowledgement accepts exactly the warnings that it names; no block and no
 * other warning passes (D13).
 */
function verdictOf(asked: Case, findings: readonly Finding[]): Verdict {
  if (findings.some(({ verdict }) => verdict === 'block')) return 'block';
  return findings.every(({ reason }) => isAccepted(asked, reason)) ? 'allow' : 'warn';
}

function isAccepted(asked: Case, reason: Reason): boolean {
  const { acknowledged, because } = asked.context;
  return acknowledged.includes(reason) && !(because === null && asksBecause(asked, reason));
}

/**
 * Whether the seller must give a reason: with `warn-with-reason`, a profile contact in quiet hours needs a reason from
 * the list.
 */
function asksBecause({ origin, silence }: Case, reason: Reason): boolean {
  if (reason !== 'quiet_hours' && reason !== 'zone_uncertain') return false;
  return origin === 'profile' && silence.inForce?.policy.actions.profile === 'warn-with-reason';
}

/** Whether this seller was refused for this customer in the present quiet interval (*Origins* in docs/rules.md). */
function wasRefusedIn(quiet: QuietNow | null, { lastRefusedAt, now }: DecisionContext): boolean {
  if (quiet === null || lastRefusedAt === null || lastRefusedAt > now) return false;
  return quiet.since === null || lastRefusedAt >= quiet.since;
}

function changesAtOf(asked: Case): Instant | null {
  let earliest: Instant | null = null;
  for (const { changesAt } of checksOf(asked.context)) earliest = earlier(earliest, changesAt(asked));
  return earliest;
}

function permitFor({ now, attempt, wish }: DecisionContext, { changesAt }: Decision): Permit | null {
  if (attempt === null) return null;
  return new Permit(
    FROM_DECIDE,
    attempt,
    wish.channel,
    Math.min(changesAt ?? Number.POSITIVE_INFINITY, now + PERMIT_MS),
  );
}

const PERMIT_MS = 120_000;
const FROM_DECIDE: unique symbol = Symbol('decide');

/**
 * The proof that `decide` allowed exactly this message (D12). A permit cannot be serialised, so it never leaves the
 * process.
 */
export class Permit {
  readonly #terms: AttemptTerms;
  readonly #channel: Channel;
  readonly #validUntil: Instant;

  /** Throws TypeError for every caller except `decide`, since no other code has its key. */
  constructor(key: typeof FROM_DECIDE, terms: AttemptTerms, channel: Channel, validUntil: Instant) {
    if (key !== FROM_DECIDE)
      throw new TypeError('A permit is made by decide alone (D12): call decide and use its permit.');
    this.#terms = terms;
    this.#channel = channel;
    this.#validUntil = validUntil;
  }

  /** Whether the value is a real permit. A copy or an object built by other means does not pass. */
  static is(value: unknown): value is Permit {
    return typeof value === 'object' && value !== null && #terms in value;
  }

  /** The instant at which the permit expires: the next change of any check, at most two minutes after the decision. */
  get validUntil(): Instant {
    return this.#validUntil;
  }

  get channel(): Channel {
    return this.#channel;
  }

  get attemptId(): string {
    return this.#terms.attemptId;
  }

  get customerId(): string {
    return this.#terms.customerId;
  }

  get textDigest(): string {
    return this.#terms.textDigest;
  }

  toJSON(): never {
    throw new TypeError('A permit never leaves the process (D12): it cannot be serialised.');
  }
}

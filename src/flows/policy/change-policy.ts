/**
 * Changes a brand's policy: publishes, suspends, resumes, and applies a change of plan. Each change is one event of the
 * policy's log (A2, A5, A7, D10).
 */

import { Collision } from '#db/core/connection/unreachable.ts';
import type { Database, Tx } from '#db/core/db.ts';
import { advanceTimingRevision, wakeDispatchers } from '#db/holds/due-holds.ts';
import { insertMailsToBrand } from '#db/mail/waiting-mails.ts';
import { listStores } from '#db/people/stores.ts';
import { updateBrandPlan } from '#db/policy/brand-plan.ts';
import { advancePolicyHead, appendPolicyEvent, lockPolicyHead, type PolicyAct } from '#db/policy/policies.ts';
import { lockPolicyExclusive } from '#db/policy/policy-lock.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import { publishLiveEvent } from '#flows/core/publish-live-event.ts';
import { answerTicket, type LockedTicket, ticketOf } from '#flows/support/answer-ticket.ts';
import type { Lint } from '#rules/policy/lints/lint.ts';
import { includesQuietHours, type Plan } from '#rules/policy/plan.ts';
import { type Policy, type PolicyFault, parsePolicy } from '#rules/policy/policy.ts';
import { suspensionAt, type Timeline } from '#rules/policy/timeline.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { PolicyEngine } from './policy-tasks.ts';
import { areCurrent, checkPublication } from './publication-checks.ts';
import type { Timelines } from './timelines.ts';

export interface PolicyDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly policyEngine: PolicyEngine;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
  readonly newId: () => string;
}

/** The person of support who makes the change, and the reason. */
export type Author = Omit<PolicyAct, 'cause'>;

/** The ticket that asked for the change, and the text of the answer; null for no text. */
export interface Answering {
  readonly ticketId: string;
  readonly text: string | null;
}

export interface Publication {
  /** The policy as it was sent, not yet parsed. */
  readonly policy: unknown;
  /** An instant must not be in the past. For `next-quiet-start`, see `nextStartOf` in `policy-tasks.ts`. */
  readonly effective: 'now' | 'next-quiet-start' | Instant;
  /** The codes of the lints that support confirmed (A4). */
  readonly confirmed: readonly string[];
  readonly answering: Answering | null;
}

export type PolicyAnswer =
  | { readonly kind: 'done'; readonly revision: number }
  | { readonly kind: 'not_found' | 'no_policy' | 'not_suspended' | 'until_in_past' | 'plan_required' };

export type PublishAnswer =
  | {
      readonly kind: 'published';
      readonly policy: Policy;
      readonly version: number;
      readonly revision: number;
      readonly effectiveAt: Instant;
    }
  | { readonly kind: 'malformed'; readonly faults: readonly PolicyFault[] }
  | { readonly kind: 'lints_unconfirmed'; readonly lints: readonly Lint[] }
  | { readonly kind: 'not_found' | 'plan_required' | 'effective_in_past' };

/** Publishes a version and answers the ticket that asked for it, in one transaction (A2, A4, A5). */
export function publishPolicy(
  deps: PolicyDeps,
  brandId: string,
  { policy: wanted, effective, confirmed, answering }: Publication,
  author: Author,
): Promise<PublishAnswer> {
  const parsed = parsePolicy(wanted);
  if (!parsed.ok) return Promise.resolve({ kind: 'malformed', faults: parsed.faults });
  return publishChecked(deps, brandId, { policy: parsed.policy, effective, confirmed, answering }, author, CHECK_TRIES);
}

/** The most times that the checks are made again because the brand changed between its checks and its lock. */
const CHECK_TRIES = 5;

async function publishChecked(
  deps: PolicyDeps,
  brandId: string,
  publication: Publication & { readonly policy: Policy },
  author: Author,
  tries: number,
): Promise<PublishAnswer> {
  const { policy, effective, confirmed, answering } = publication;
  const checks = await checkPublication(deps, brandId, policy, effective);
  if (!checks) return { kind: 'not_found' };
  const answer = await deps.db.inBrand<PublishAnswer | { readonly kind: 'outdated' }>(brandId, async (tx) => {
    const now = deps.now();
    const head = await lockHead(deps, tx, brandId);
    if (!head) return { kind: 'not_found' };
    if (!includesQuietHours(head.plan)) return { kind: 'plan_required' };
    if (typeof effective === 'number' && effective < now) return { kind: 'effective_in_past' };
    const stores = await tx.run(listStores, { brandId });
    if (!areCurrent(checks, { ...head, stores }, now)) return { kind: 'outdated' };
    const unconfirmed = checks.lints.filter(({ code }) => !confirmed.includes(code));
    if (unconfirmed.length > 0) return { kind: 'lints_unconfirmed', lints: unconfirmed };
    const ticket = answering && (await ticketOf(tx, brandId, answering.ticketId));
    if (answering && !ticket) return { kind: 'not_found' };

    const effectiveAt = typeof effective === 'number' ? effective : (checks.nextQuietStart ?? now);
    const version = head.version + 1;
    const change = { kind: 'publish', version, policy, effectiveAt } as const;
    const ticketAnswering = answering && ticket ? { ...answering, ticket } : null;
    await carryOutChange(deps, tx, head, change, { cause: 'support', ...author }, ticketAnswering);
    return { kind: 'published', policy, version, revision: head.revision + 1, effectiveAt };
  });
  if (answer.kind !== 'outdated') return answer;
  if (tries <= 1) throw new Collision('The brand changed during each of five checks of its publication. Try again.');
  return publishChecked(deps, brandId, publication, author, tries - 1);
}

/**
 * Suspends the policy from now on (A7); `until` null means without an end. The suspension may answer a ticket that
 * asked to be without quiet hours (A1).
 */
export function suspendPolicy(
  deps: PolicyDeps,
  brandId: string,
  until: Instant | null,
  author: Author,
  answering: Answering | null = null,
): Promise<PolicyAnswer> {
  return deps.db.inBrand<PolicyAnswer>(brandId, async (tx) => {
    const now = deps.now();
    const head = await lockHead(deps, tx, brandId);
    if (!head) return { kind: 'not_found' };
    if (head.version === 0) return { kind: 'no_policy' };
    if (until !== null && until <= now) return { kind: 'until_in_past' };
    const ticket = answering && (await ticketOf(tx, brandId, answering.ticketId));
    if (answering && !ticket) return { kind: 'not_found' };
    const ticketAnswering = answering && ticket ? { ...answering, ticket } : null;
    await carryOutChange(
      deps,
      tx,
      head,
      { kind: 'suspend', from: now, until },
      { cause: 'support', ...author },
      ticketAnswering,
    );
    return { kind: 'done', revision: head.revision + 1 };
  });
}

/** Ends the running suspension and all future ones (A7). */
export function resumePolicy(deps: PolicyDeps, brandId: string, author: Author): Promise<PolicyAnswer> {
  return deps.db.inBrand<PolicyAnswer>(brandId, async (tx) => {
    const head = await lockHead(deps, tx, brandId);
    if (!head) return { kind: 'not_found' };
    if (!includesQuietHours(head.plan)) return { kind: 'plan_required' };
    if (!suspendedFrom(head.clocks.timeline, deps.now())) return { kind: 'not_suspended' };
    await carryOutChange(deps, tx, head, { kind: 'resume' }, { cause: 'support', ...author });
    return { kind: 'done', revision: head.revision + 1 };
  });
}

/** Changes the plan (D10). A plan without quiet hours suspends what is published; a plan with quiet hours activates nothing. */
export function changePlan(deps: PolicyDeps, brandId: string, plan: Plan, author: Author): Promise<PolicyAnswer> {
  return deps.db.inBrand<PolicyAnswer>(brandId, async (tx) => {
    const now = deps.now();
    const head = await lockHead(deps, tx, brandId);
    if (!head) return { kind: 'not_found' };
    if (head.plan === plan) return { kind: 'done', revision: head.revision };
    tx.send(updateBrandPlan, { brandId, plan });
    const losesQuietHours = includesQuietHours(head.plan) && !includesQuietHours(plan);
    if (losesQuietHours && head.version > 0) {
      await carryOutChange(deps, tx, head, { kind: 'suspend', from: now, until: null }, { cause: 'plan', ...author });
      return { kind: 'done', revision: head.revision + 1 };
    }
    tx.send(advanceTimingRevision, { brandId });
    tx.send(wakeDispatchers, {});
    await announceChange(deps, tx, brandId, head.revision);
    return { kind: 'done', revision: head.revision };
  });
}

type Head = NonNullable<Awaited<ReturnType<typeof lockHead>>>;

/** Locks the policy head until the commit, so that no decision under an outdated version commits (A5). */
async function lockHead(deps: PolicyDeps, tx: Tx, brandId: string) {
  tx.send(lockPolicyExclusive, { brandId });
  const [head] = await tx.run(lockPolicyHead, { brandId });
  if (!head) return null;
  return {
    brandId,
    ...head,
    plan: head.plan,
    clocks: await deps.timelines.at(tx, brandId, head.revision),
  };
}

function suspendedFrom({ suspensions }: Timeline, now: Instant): boolean {
  return (
    suspensionAt({ revision: 0, versions: [], suspensions }, now) !== null || suspensions.some((s) => s.start > now)
  );
}

type Change =
  | { kind: 'publish'; version: number; policy: Policy; effectiveAt: Instant }
  | { kind: 'suspend'; from: Instant; until: Instant | null }
  | { kind: 'resume' };

/** A ticket that the change settles, with the text of the answer. */
type TicketAnswering = Answering & { readonly ticket: LockedTicket };

/**
 * Appends the change to the policy's log. `advancePolicyHead` also raises the timing revision, so that the dispatchers
 * check the minutes of all live holds again (H6). A mail tells the person who asked, or the brand's managers.
 */
async function carryOutChange(
  deps: PolicyDeps,
  tx: Tx,
  head: Head,
  change: Change,
  act: PolicyAct,
  ticketAnswering: TicketAnswering | null = null,
): Promise<void> {
  const { brandId } = head;
  const revision = head.revision + 1;
  const version = change.kind === 'publish' ? change.version : head.version;
  tx.send(appendPolicyEvent, {
    brandId,
    revision,
    at: deps.now(),
    version: null,
    policy: null,
    effectiveAt: null,
    from: null,
    until: null,
    ...change,
    ...act,
  });
  tx.send(advancePolicyHead, { brandId, revision, version });
  tx.send(wakeDispatchers, {});
  const ticketId = ticketAnswering?.ticketId ?? null;
  tx.send(insertMailsToBrand, { kind: 'hours_changed', brandId, ticketId, revision, at: deps.hostNow() });
  const ticketUpdate =
    ticketAnswering && settle(deps, tx, brandId, ticketAnswering, act, change.kind === 'publish' ? version : null);
  await announceChange(deps, tx, brandId, revision, ...(ticketUpdate ? [ticketUpdate] : []));
}

function settle(
  deps: PolicyDeps,
  tx: Tx,
  brandId: string,
  { ticket, text }: TicketAnswering,
  author: PolicyAct,
  version: number | null,
): LiveEvent {
  const messageId = deps.newId();
  return answerTicket(tx, { brandId, ticket, messageId, author, text, version, closes: true, at: deps.now() });
}

/** Tells every open screen of the brand about the change (A5), by NOTIFY at the commit (`advanceLedgerWithEvents`). */
function announceChange(
  deps: PolicyDeps,
  tx: Tx,
  brandId: string,
  revision: number,
  ...more: LiveEvent[]
): Promise<void> {
  const changed = { kind: 'quiet-hours', personId: null, storeId: null, body: { revision } } as const;
  return publishLiveEvent(tx, brandId, deps.hostNow(), changed, ...more);
}

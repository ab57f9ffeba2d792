/** Publishing, suspending, resuming, and what a change of plan does: each one event of the policy's log (A2, A5, A7, D10). */

import { brandPlanSet } from '#db/brand-plan.ts';
import type { Database, Tx } from '#db/db.ts';
import { eventLogged, ledgerHeld, ledgerMoved, listenersWoken } from '#db/ledgers.ts';
import { type PolicyAct, policyEventAppended, policyHeadMoved, policyHeadTaken } from '#db/policies.ts';
import { includesQuietHours, type Plan } from '#rules/plan.ts';
import { type Policy, type PolicyFault, parsePolicy } from '#rules/policy.ts';
import type { Instant } from '#rules/time/interval.ts';
import { suspensionAt, type Timeline } from '#rules/time/timeline.ts';
import { nextQuietStart } from './next-quiet-start.ts';
import type { Timelines } from './timelines.ts';

export interface PolicyDeps {
  readonly db: Database;
  readonly timelines: Timelines;
  readonly now: () => Instant;
  readonly hostNow: () => Instant;
}

/** Who of support does it, and why. */
export type Author = Omit<PolicyAct, 'cause'>;

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
  | { readonly kind: 'not_found' | 'plan_required' | 'effective_in_past' };

/** A2, A5. `wanted` is what somebody sent. `effective` an instant: not before now; `next-quiet-start`: see `nextQuietStart`. */
export function publishPolicy(
  deps: PolicyDeps,
  brandId: string,
  wanted: unknown,
  effective: 'now' | 'next-quiet-start' | Instant,
  author: Author,
): Promise<PublishAnswer> {
  const parsed = parsePolicy(wanted);
  if (!parsed.ok) return Promise.resolve({ kind: 'malformed', faults: parsed.faults });
  const { policy } = parsed;
  return deps.db.inBrand<PublishAnswer>(brandId, async (tx) => {
    const now = deps.now();
    const head = await takeHead(deps, tx, brandId);
    if (!head) return { kind: 'not_found' };
    if (!includesQuietHours(head.plan)) return { kind: 'plan_required' };
    if (typeof effective === 'number' && effective < now) return { kind: 'effective_in_past' };

    const effectiveAt =
      effective === 'now'
        ? now
        : effective === 'next-quiet-start'
          ? nextQuietStart(head.clocks, policy, [...head.storeZones, head.zone], now)
          : effective;
    const version = head.version + 1;
    await append(deps, tx, head, { kind: 'publish', version, policy, effectiveAt }, { cause: 'support', ...author });
    return { kind: 'published', policy, version, revision: head.revision + 1, effectiveAt };
  });
}

/** A7. From now; `until` null has no end. */
export function suspendPolicy(
  deps: PolicyDeps,
  brandId: string,
  until: Instant | null,
  author: Author,
): Promise<PolicyAnswer> {
  return deps.db.inBrand<PolicyAnswer>(brandId, async (tx) => {
    const now = deps.now();
    const head = await takeHead(deps, tx, brandId);
    if (!head) return { kind: 'not_found' };
    if (head.version === 0) return { kind: 'no_policy' };
    if (until !== null && until <= now) return { kind: 'until_in_past' };
    await append(deps, tx, head, { kind: 'suspend', from: now, until }, { cause: 'support', ...author });
    return { kind: 'done', revision: head.revision + 1 };
  });
}

/** A7. Ends the suspension that runs, and every one that is still to come. */
export function resumePolicy(deps: PolicyDeps, brandId: string, author: Author): Promise<PolicyAnswer> {
  return deps.db.inBrand<PolicyAnswer>(brandId, async (tx) => {
    const head = await takeHead(deps, tx, brandId);
    if (!head) return { kind: 'not_found' };
    if (!includesQuietHours(head.plan)) return { kind: 'plan_required' };
    if (!suspendedFrom(head.clocks.timeline, deps.now())) return { kind: 'not_suspended' };
    await append(deps, tx, head, { kind: 'resume' }, { cause: 'support', ...author });
    return { kind: 'done', revision: head.revision + 1 };
  });
}

/** D10. Losing the feature suspends what is published; gaining it switches nothing on. */
export function changePlan(deps: PolicyDeps, brandId: string, plan: Plan, author: Author): Promise<PolicyAnswer> {
  return deps.db.inBrand<PolicyAnswer>(brandId, async (tx) => {
    const now = deps.now();
    const head = await takeHead(deps, tx, brandId);
    if (!head) return { kind: 'not_found' };
    if (head.plan === plan) return { kind: 'done', revision: head.revision };
    tx.send(brandPlanSet, { brandId, plan });
    const loses = includesQuietHours(head.plan) && !includesQuietHours(plan);
    if (loses && head.version > 0) {
      await append(deps, tx, head, { kind: 'suspend', from: now, until: null }, { cause: 'plan', ...author });
      return { kind: 'done', revision: head.revision + 1 };
    }
    await tell(deps, tx, brandId, head.revision);
    return { kind: 'done', revision: head.revision };
  });
}

type Head = NonNullable<Awaited<ReturnType<typeof takeHead>>>;

/** The head, held until the commit: from then on no decision under what it says commits (A5). */
async function takeHead(deps: PolicyDeps, tx: Tx, brandId: string) {
  const [head] = await tx.run(policyHeadTaken, { brandId });
  if (!head) return null;
  return {
    brandId,
    ...head,
    plan: head.plan as Plan,
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

async function append(deps: PolicyDeps, tx: Tx, head: Head, change: Change, act: PolicyAct): Promise<void> {
  const { brandId } = head;
  const revision = head.revision + 1;
  const version = change.kind === 'publish' ? change.version : head.version;
  tx.send(policyEventAppended, {
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
  tx.send(policyHeadMoved, { brandId, revision, version });
  await tell(deps, tx, brandId, revision);
}

/** Every open screen of the brand hears of it (A5). */
async function tell(deps: PolicyDeps, tx: Tx, brandId: string, revision: number): Promise<void> {
  const [ledger] = await tx.run(ledgerHeld, { brandId });
  if (!ledger) throw new Error('the brand has no ledger');
  const number = ledger.eventNumber + 1;
  const everybody = { personId: null, storeId: null };
  tx.send(eventLogged, { brandId, number, at: deps.hostNow(), kind: 'quiet-hours', ...everybody, body: { revision } });
  tx.send(ledgerMoved, { brandId, receiptNumber: ledger.receiptNumber, link: ledger.link, eventNumber: number });
  tx.send(listenersWoken, { brandId });
}

/** What a held contact's minute is found by, put together from what was read: quiet, the store's hours, the queue's slots (H7, P3). */
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { quietStretches } from '#rules/contact/quiet/quiet-stretches.ts';
import type { SilenceContext } from '#rules/contact/quiet/silence.ts';
import type { ReleaseCase, Slot } from '#rules/holds/release-time.ts';
import type { WorkingCase } from '#rules/holds/working-time.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { policyAt } from '#rules/policy/timeline.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import type { OpenHours, OpenStore } from '#rules/time/store-hours.ts';

/** A row of `readReleaseFacts`. */
export interface ReleaseFacts {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly zone: string;
  readonly hours: readonly OpenHours[];
  readonly slotsAt: number[];
  readonly slotsOpeningAt: (number | null)[];
  readonly slotsFreed: boolean[];
}

/** H7: when the store's sellers work, and it is not quiet. */
export function workingCaseOf(
  context: SilenceContext & Pick<DecisionContext, 'now'>,
  { id, name, state, zone, hours }: OpenStore,
  contactFromMinute: number | null,
): WorkingCase {
  return {
    quietBetween: quietBetween(context, context.now + HORIZON_MS),
    store: { id, name, state, zone, hours },
    notBeforeMinute: contactFromMinute,
  };
}

/** P3: the same, and what its queue has given away. */
export function releaseCaseOf(
  context: SilenceContext & Pick<DecisionContext, 'now'>,
  store: OpenStore,
  whose: Pick<ReleaseCase, 'sellerId' | 'slots'> & { readonly contactFromMinute: number | null },
): ReleaseCase {
  const { sellerId, slots, contactFromMinute } = whose;
  return { ...workingCaseOf(context, store, contactFromMinute), sellerId, spreadMinutes: spreadOf(context), slots };
}

/** P3: the spread of the policy in force, else the usual one. */
function spreadOf({ timeline, now }: Pick<DecisionContext, 'timeline' | 'now'>): number {
  return (policyAt(timeline, now) ?? { policy: DEFAULT_POLICY }).policy.pace.releaseSpreadMinutes;
}

/** Beyond `known` nothing is promised: as if it were quiet (T9). */
function quietBetween(context: SilenceContext, known: Instant) {
  return (from: Instant, to: Instant): readonly Interval[] => {
    if (from >= known) return [{ start: from, end: to }];
    const stretches = quietStretches(context, from, Math.min(to, known));
    return to <= known ? stretches : [...stretches, { start: known, end: to }];
  };
}

/** Its queue's, from then on. */
export function slotsOf({ slotsAt, slotsOpeningAt, slotsFreed }: ReleaseFacts): readonly Slot[] {
  return slotsAt.map((at, i) => ({ at, openingAt: slotsOpeningAt[i] ?? null, freed: slotsFreed[i] === true }));
}

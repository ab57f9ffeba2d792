/** Builds the facts from which the minute of a held contact is found: quiet hours, store hours and the slots of the queue (H7, P3). */
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import { type ContactSilence, silentStretches } from '#rules/contact/quiet/contact-silence.ts';
import type { ReleaseCase, Slot } from '#rules/holds/release-time.ts';
import type { WorkingCase } from '#rules/holds/working-time.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { policyAt } from '#rules/policy/timeline.ts';
import type { Instant, Interval } from '#rules/time/interval.ts';
import { HORIZON_MS } from '#rules/time/quiet.ts';
import type { DatedHours, OpenHours, OpenStore } from '#rules/time/store-hours.ts';

/** The row of `readReleaseFacts`. */
export interface ReleaseFacts {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly zone: string;
  readonly hours: readonly OpenHours[];
  readonly dates: readonly DatedHours[];
  readonly slotsAt: number[];
  readonly slotsOpeningAt: (number | null)[];
  readonly slotsFreed: boolean[];
}

/** Builds the working time of a hold: the store's sellers work, and it is not quiet (H7). */
export function workingCaseOf(
  context: ContactSilence & Pick<DecisionContext, 'now'>,
  { id, name, state, zone, hours, dates = [] }: OpenStore,
  contactFromMinute: number | null,
): WorkingCase {
  return {
    quietBetween: quietBetween(context, context.now + HORIZON_MS),
    store: { id, name, state, zone, hours, dates },
    notBeforeMinute: contactFromMinute,
  };
}

/** Builds the working time together with the slots that the queue has given out already (P3). */
export function releaseCaseOf(
  context: ContactSilence & Pick<DecisionContext, 'now'>,
  store: OpenStore,
  queue: Pick<ReleaseCase, 'sellerId' | 'slots'> & { readonly contactFromMinute: number | null },
): ReleaseCase {
  const { sellerId, slots, contactFromMinute } = queue;
  return { ...workingCaseOf(context, store, contactFromMinute), sellerId, spreadMinutes: spreadOf(context), slots };
}

/** Returns the spread of the policy in force; the default one where no policy is in force (P3). */
function spreadOf({ timeline, now }: Pick<DecisionContext, 'timeline' | 'now'>): number {
  return (policyAt(timeline, now) ?? { policy: DEFAULT_POLICY }).policy.pace.releaseSpreadMinutes;
}

/** Returns a function that finds the stretches of silence. All time after `known` counts as quiet, so that no minute is promised there (T9). */
function quietBetween(context: ContactSilence, known: Instant) {
  return (from: Instant, to: Instant): readonly Interval[] => {
    if (from >= known) return [{ start: from, end: to }];
    const stretches = silentStretches(context, from, Math.min(to, known));
    return to <= known ? stretches : [...stretches, { start: known, end: to }];
  };
}

/** Returns the slots that the queue has given out, from the instant that the row was read for. */
export function slotsOf({ slotsAt, slotsOpeningAt, slotsFreed }: ReleaseFacts): readonly Slot[] {
  return slotsAt.map((at, i) => ({ at, openingAt: slotsOpeningAt[i] ?? null, freed: slotsFreed[i] === true }));
}

/** Converts a hold's events to the steps that people are shown (H1–H4, H6). */

import type { Instant } from '#rules/time/interval.ts';
import { END_OF, type HoldEnd, type HoldEndReason } from './hold.ts';
import type { HoldEvent, MoveCause } from './hold-event.ts';

/**
 * One step. `known` false: the log does not reach back that far.
 * - `kept`: held for later, also again after an end; `until` null: the minute is not known.
 * - `ready`: the hold is in its seller's list.
 * - `again`: the hold's minute came and the contact could not be sent.
 * - `shut`: the release was late, and the store was closed.
 * - `returned`: the hold was ready and was not sent.
 * - `retimed`: a person moved the hold; `by` null: the person is not known.
 * - `moved`: a change of hours moved the hold.
 * - `changed`: the hold got another minute for an unknown reason.
 */
export type HoldStep = { readonly at: Instant; readonly known: boolean } & (
  | { readonly kind: 'kept'; readonly until: Instant | null; readonly openingAt: Instant | null }
  | { readonly kind: 'ready'; readonly sellerId: string }
  | { readonly kind: 'again' | 'shut' | 'returned' | 'moved' | 'changed'; readonly until: Instant }
  | { readonly kind: 'retimed'; readonly until: Instant; readonly by: string | null }
  | { readonly kind: 'passed'; readonly from: string | null; readonly to: string; readonly by: string | null }
  | { readonly kind: 'ended'; readonly as: HoldEnd; readonly reason: HoldEndReason; readonly by: string | null }
);

/**
 * Returns the steps of one hold's events, which are in order. A hand-over is no step, because the attempt's outcome
 * shows it. `owner`: the hold's present seller, who is assumed where the log names none.
 */
export function holdSteps(events: readonly HoldEvent[], owner: string): readonly HoldStep[] {
  const steps: HoldStep[] = [];
  let sellerId = owner;
  let isEnded = false;
  for (const event of events) {
    const { at, known, by } = event;
    if (event.kind === 'held') sellerId = event.sellerId;
    if (event.kind === 'passed') sellerId = event.to;
    const isCorrection = event.kind === 'ended' && isEnded;
    isEnded = event.kind === 'ended';
    if (isCorrection) continue;
    switch (event.kind) {
      case 'held':
        steps.push({ kind: 'kept', at, known, until: event.until, openingAt: event.openingAt });
        break;
      case 'moved':
      case 'returned':
        if (event.until !== null) steps.push(movedStep(event, event.until));
        break;
      case 'ready':
        steps.push({ kind: 'ready', at, known, sellerId });
        break;
      case 'passed':
        steps.push({ kind: 'passed', at, known, from: event.from, to: event.to, by });
        break;
      case 'ended':
        if (event.reason === 'handed_over') break;
        steps.push({ kind: 'ended', at, known, as: END_OF[event.reason], reason: event.reason, by });
    }
  }
  return steps;
}

const STEP_OF = { refused: 'again', shut: 'shut', hours: 'moved' } as const satisfies Record<
  Exclude<MoveCause, 'person'>,
  HoldStep['kind']
>;

function movedStep(event: Extract<HoldEvent, { kind: 'moved' | 'returned' }>, until: Instant): HoldStep {
  const { at, known, by } = event;
  if (event.kind === 'returned') return { kind: 'returned', at, known, until };
  if (event.cause === 'person') return { kind: 'retimed', at, known, until, by };
  return { kind: event.cause === null ? 'changed' : STEP_OF[event.cause], at, known, until };
}

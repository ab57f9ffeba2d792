/** All that one decision writes. `commitDecisions` takes a list of such entries. */
import type { CompletedSuggestions } from '#db/campaigns/suggestion-closing.ts';
import type { NewAcknowledgement } from '#db/contact/acknowledgements.ts';
import type { AttemptRow } from '#db/contact/attempts.ts';
import type { KeyedAnswer } from '#db/contact/idempotency.ts';
import type { HoldChange } from '#db/holds/hold-changes.ts';
import type { LiveEvent } from '#db/record/ledgers.ts';
import type { Permit } from '#rules/contact/decide.ts';
import type { Receipt } from '#rules/record/receipt.ts';
import type { Instant } from '#rules/time/interval.ts';

/** All that is written for one decision. A live event alone is an entry with only an event. */
export interface Decided {
  /** `isNew` is true for the attempt's first decision. */
  readonly attempt?: (AttemptRow & { readonly isNew: boolean }) | null;
  readonly receipt?: Receipt | null;
  readonly handover?: PermittedHandover | null;
  readonly completed?: CompletedSuggestions | null;
  /** An earlier hand-over of the attempt that the seller gives up because nothing was sent (D14). */
  readonly givenUp?: { readonly attemptId: string; readonly customerId: string; readonly at: Instant } | null;
  /** The changes of holds that the caller has locked. */
  readonly holdChanges?: readonly HoldChange[];
  readonly acknowledgement?: NewAcknowledgement | null;
  readonly answer?: KeyedAnswer | null;
  /** The turn that stays open while its person is away in WhatsApp. */
  readonly awayTurn?: { readonly turnId: string; readonly endsAt: Instant } | null;
  readonly event?: LiveEvent | null;
}

/**
 * A hand-over with its permit, which must come from the decision of the same receipt (invariant 2). `withdrawnAt` is set only
 * where the caller writes a past history.
 */
export interface PermittedHandover {
  readonly id: string;
  readonly permit: Permit;
  readonly withdrawnAt: Instant | null;
}

/** Returns the parts of one kind of all decisions, in the order of the decisions. */
export function partsOf<K extends keyof Decided>(decided: readonly Decided[], key: K): NonNullable<Decided[K]>[] {
  return decided.flatMap(({ [key]: part }) => (part === undefined || part === null ? [] : [part]));
}

/** Answers what `decide` would say of a contact, now or at another instant. Nothing is recorded, and no permit is issued. */
import { readContextFacts } from '#db/contact/context.ts';
import type { Reads } from '#db/core/db.ts';
import { readReleaseFacts } from '#db/holds/slots.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { decide } from '#rules/contact/decide.ts';
import type { Decision, Origin } from '#rules/contact/decision.ts';
import type { Instant } from '#rules/time/interval.ts';
import { contextOfRow, PACED_MS } from './build-context.ts';
import { holdFor } from './hold-contact.ts';
import { releaseCaseOf, slotsOf } from './release-case.ts';
import { type ContactRights, isOpen, type Unfit, unfitness } from './who-may-contact.ts';

export interface Question {
  readonly customerId: string;
  readonly origin: Origin | null;
  readonly suggestionId: string | null;
  /** Null means now. */
  readonly at: Instant | null;
}

/**
 * `suggestedReleaseAt` is the minute that a refused attempt would be offered now (H7, P3); no slot is reserved. It is
 * null where the contact is allowed, where the contact can never be held, and for support, who has no queue.
 */
export type QuestionAnswer =
  | { readonly kind: 'decided'; readonly decision: Decision; readonly suggestedReleaseAt: Instant | null }
  | Unfit;

/** A caller who asks within one brand. */
export type Questioner = ContactRights & { readonly brandId: string };

export function askDecision(
  deps: {
    readonly db: Reads;
    readonly timelines: Timelines;
    readonly now: () => Instant;
    readonly tzVersion: string;
    readonly clockIsSafe: () => boolean;
  },
  asker: Questioner,
  { customerId, origin, suggestionId, at }: Question,
): Promise<QuestionAnswer> {
  const { brandId, personId, storeId } = asker;
  return deps.db.read<QuestionAnswer>(brandId, async (db) => {
    const named = { customerId, suggestionId, attemptId: null };
    const now = at ?? deps.now();
    const pacedSince = now - PACED_MS;
    const [row] = await db.run(readContextFacts, {
      brandId,
      personId,
      storeId,
      ...named,
      tokenHash: null,
      pacedSince,
    });
    const unfit = unfitness(row, asker, named);
    if (unfit || !row) return unfit ?? { kind: 'not_found' };
    const stores =
      personId === null
        ? []
        : await db.run(readReleaseFacts, { brandId, storeId, customerId, queueId: personId, from: now });
    const clocks = await deps.timelines.at(db, brandId, row.revision);
    const context = contextOfRow(
      row,
      clocks,
      { now, tzVersion: deps.tzVersion, clockUnsafe: !deps.clockIsSafe() },
      {
        claimed: origin,
        suggestionOpen: isOpen(row.suggestion, null),
        channel: 'handset',
        attempt: null,
      },
    );
    const { decision } = decide(context);
    const [store] = stores;
    if (decision.verdict === 'allow' || personId === null || store === undefined) {
      return { kind: 'decided', decision, suggestedReleaseAt: null };
    }
    const queue = { sellerId: personId, contactFromMinute: row.contactFromMinute, slots: slotsOf(store) };
    const later = holdFor(null, decision, context, releaseCaseOf(context, store, queue));
    return {
      kind: 'decided',
      decision,
      suggestedReleaseAt: later.kind === 'not_kept' ? (later.offered?.at ?? null) : null,
    };
  });
}

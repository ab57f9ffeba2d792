/** An attempt as `decide` has judged it, with all that recording it needs. */
import type { AttemptRow } from '#db/contact/attempts.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';
import type { Judgement } from '#rules/contact/decide.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import type { NamedText } from '#rules/holds/seller-name.ts';
import type { Bound } from './acknowledge.ts';
import type { AttemptWish, Seller } from './attempt-wish.ts';
import type { HandoverOver, HoldAnswer, LiveHold } from './hold-contact.ts';
import type { ContextRow } from './load-context.ts';

export interface JudgedAttempt {
  readonly seller: Seller;
  readonly wish: AttemptWish;
  readonly fingerprint: Buffer;
  readonly row: ContextRow;
  readonly bound: Bound;
  readonly context: DecisionContext;
  readonly judgement: Judgement;
  /** The attempt as an earlier decision left it; null: this is the first. */
  readonly before: Pick<AttemptRow, 'sellerStretches' | 'speaksAs'> | null;
  readonly suggestionId: string | null;
  readonly state: AttemptState;
  readonly live: LiveHold | null;
  /** What can be kept for later; null where it may go now. */
  readonly later: HoldAnswer | null;
  /** It was handed over, and its seller leaves it for later after all; null where there is nothing to give up. */
  readonly over: HandoverOver | null;
  /** The suggestion's text as it was filled in; null: none, or not to be kept. */
  readonly filled: NamedText | null;
}

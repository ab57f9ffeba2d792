/** An attempt after `decide` judged it, with all that is needed to record it. */
import type { AttemptRow } from '#db/contact/attempts.ts';
import type { AttemptState } from '#rules/contact/attempt.ts';
import type { Judgement } from '#rules/contact/decide.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import type { NamedText } from '#rules/holds/seller-name.ts';
import type { TokenTerms } from './acknowledge.ts';
import type { AttemptWish, Seller } from './attempt-wish.ts';
import type { ContextRow } from './build-context.ts';
import type { HoldAnswer, LiveHold, UndoneHandover } from './hold-contact.ts';

export interface JudgedAttempt {
  readonly seller: Seller;
  readonly wish: AttemptWish;
  readonly fingerprint: Buffer;
  readonly row: ContextRow;
  readonly bound: TokenTerms;
  readonly context: DecisionContext;
  readonly judgement: Judgement;
  /** The attempt after its earlier decision; null where this decision is the first. */
  readonly before: Pick<AttemptRow, 'sellerStretches' | 'speaksAs'> | null;
  readonly suggestionId: string | null;
  readonly state: AttemptState;
  readonly live: LiveHold | null;
  /** Whether the contact can be held, and when. Null where the contact is allowed now. */
  readonly later: HoldAnswer | null;
  /** The hand-over that the seller gives up in order to hold the contact; null where there is none. */
  readonly undoneHandover: UndoneHandover | null;
  /** The suggestion's text with its variables filled in; null where there is no suggestion or the contact is not to be held. */
  readonly filled: NamedText | null;
}

/** Defines a check of a decision and what a check is given. */
import type { Origin, Reason, Verdict } from '#rules/contact/decision.ts';
import type { DecisionContext } from '#rules/contact/decision-context.ts';
import type { AskedNow } from '#rules/contact/quiet/asked-now.ts';
import type { Silence } from '#rules/contact/quiet/silence.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The input of a check: the context, the origin in use, and the silence at the instant in question. */
export interface Case {
  readonly context: DecisionContext;
  readonly origin: Origin;
  /**
   * Whether the contact is a reply that is due. A caller who only claims to reply does not get the exceptions for
   * customers who wrote.
   */
  readonly replyDue: boolean;
  readonly silence: Silence;
  /** The silence that the customer asked for, at the same instant (D4b). */
  readonly askedNow: AskedNow;
  /** The instant in question: now, or a later one during the search for the opening. */
  readonly at: Instant;
}

/** The part of a case on which the checks of a customer and a number depend. The rules of campaigns ask these alone. */
export interface CustomerCase extends Pick<Case, 'origin' | 'replyDue' | 'at'> {
  readonly context: Pick<DecisionContext, 'customer' | 'conversation' | 'earlierContacts'> & {
    readonly wish: Pick<DecisionContext['wish'], 'message'>;
  };
}

export interface Check {
  readonly reason: Reason;
  /** The rules that introduced the check. Contexts of earlier rules are judged without it (R2). */
  readonly since: number;
  readonly verdict: (asked: Case) => Verdict;
  /** Returns the earliest instant at which the verdict may change by itself; null: never. */
  readonly changesAt: (asked: Case) => Instant | null;
}

/** Returns the verdict of a fact that speaks against beginning a conversation, and not against replies and service messages. */
export function againstBeginning(origin: Origin): Verdict {
  switch (origin) {
    case 'suggestion':
    case 'automation':
      return 'block';
    case 'profile':
      return 'warn';
    case 'reply':
    case 'service':
      return 'allow';
  }
}

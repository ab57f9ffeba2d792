/** Decides who gets which customer when a portfolio moves, and what becomes of each held contact (H3, H4). */

export interface Assignment {
  readonly customerId: string;
  readonly toId: string;
}

/**
 * Shares the customers out: the first customer goes to the first recipient, the second to the second, and again from the
 * first. The shares differ by one customer at most, and the same lists give the same shares. Callers list customers by
 * name and id, and recipients by name and id. Throws if there are customers and no recipient.
 */
export function spreadPortfolio(customerIds: readonly string[], recipientIds: readonly string[]): Assignment[] {
  return customerIds.map((customerId, place) => {
    const toId = recipientIds[place % recipientIds.length];
    if (toId === undefined) throw new Error('There is nobody to get the customers: check the recipients first.');
    return { customerId, toId };
  });
}

/** `portfolio`: the customers move for good. `absence`: only suggestions and held contacts move, for some days. */
export type MoveKind = 'portfolio' | 'absence';

/** Whether held contacts end with the move, as H3 says, or are passed on with it, as H4 says. */
export type HeldChoice = 'end' | 'pass_on';

/** `passed`: the contact goes to the new seller and keeps its minute. `ended`: as reassigned. `kept`: nothing changes. */
export type HoldFate = 'passed' | 'ended' | 'kept';

interface MovedHold {
  /** Whether a manager had passed the contact on to its present seller. */
  readonly isPassedOn: boolean;
  /** Whether the new seller already holds a contact for this customer: a seller holds one at most. */
  readonly hasOther: boolean;
}

/**
 * Returns what becomes of a held contact of the earlier seller. A move of the portfolio never ends a contact that a
 * manager had passed on (H3), and an absence ends none.
 */
export function holdFate(kind: MoveKind, held: HeldChoice, { isPassedOn, hasOther }: MovedHold): HoldFate {
  if (held === 'pass_on' && !hasOther) return 'passed';
  return kind === 'absence' || isPassedOn ? 'kept' : 'ended';
}

/** The length of time for which a move of a portfolio can be undone. */
export const UNDO_MS = 24 * 3_600_000;

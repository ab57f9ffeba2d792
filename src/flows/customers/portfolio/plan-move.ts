/** Plans a move: who gets which customer, and what becomes of held contacts and suggestions. Nothing is written. */
import type { Db } from '#db/core/db.ts';
import {
  listColleagues,
  listHoldsOfSeller,
  listOccupiedCustomers,
  listPortfolio,
  listSuggestedCustomers,
} from '#db/customers/portfolio.ts';
import {
  type Assignment,
  type HeldChoice,
  type HoldFate,
  holdFate,
  type MoveKind,
  spreadPortfolio,
} from '#rules/customers/portfolio-move.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface MoveWish {
  readonly brandId: string;
  readonly kind: MoveKind;
  readonly fromId: string;
  readonly storeId: string;
  /** A person of the store, or everybody who sells there. */
  readonly to: string | 'spread';
  readonly held: HeldChoice;
}

/** One recipient with the number of customers whom the recipient gets. */
export interface Share {
  readonly id: string;
  readonly name: string;
  readonly customers: number;
}

export interface MovePlan {
  readonly kind: 'planned';
  readonly assignments: readonly Assignment[];
  readonly shares: readonly Share[];
  readonly held: Readonly<Record<HoldFate, number>>;
  readonly suggestions: number;
}

/** `not_in_team`: the recipient does not work in the store. `nobody_there`: no other seller of the store is there. */
export interface MoveRefusal {
  readonly kind: 'not_in_team' | 'nobody_there';
}

/**
 * Plans the move from one snapshot. A portfolio is spread over the active sellers of the store; an absence over those
 * who are there. Customers are taken by name and id, sellers by name and id (`spreadPortfolio`).
 */
export async function planMove(reads: Db, wish: MoveWish, at: Instant): Promise<MovePlan | MoveRefusal> {
  const { brandId, kind, fromId, storeId, to } = wish;
  const seller = { brandId, sellerId: fromId };
  const [colleagues, rows, suggested] = await Promise.all([
    reads.run(listColleagues, { brandId, storeId, at }),
    kind === 'portfolio' ? reads.run(listPortfolio, { ...seller, storeId }) : reads.run(listOccupiedCustomers, seller),
    reads.run(listSuggestedCustomers, seller),
  ]);
  const others = colleagues.filter(({ id }) => id !== fromId);
  const recipients =
    to === 'spread'
      ? others.filter(({ isSeller, isAway }) => isSeller && !(kind === 'absence' && isAway))
      : others.filter(({ id }) => id === to);
  if (recipients.length === 0) return { kind: to === 'spread' ? 'nobody_there' : 'not_in_team' };
  const recipientIds = recipients.map(({ id }) => id);
  const customerIds = rows.map(({ id }) => id);
  const assignments = spreadPortfolio(customerIds, recipientIds);
  const shareOf = new Map(assignments.map(({ customerId, toId }) => [customerId, toId]));
  const sizes = new Map<string, number>();
  for (const { toId } of assignments) sizes.set(toId, (sizes.get(toId) ?? 0) + 1);
  return {
    kind: 'planned',
    assignments,
    shares: recipients.map(({ id, name }) => ({ id, name, customers: sizes.get(id) ?? 0 })),
    held: await countFates(reads, wish, recipientIds, shareOf),
    suggestions: suggested.filter(({ customerId }) => shareOf.has(customerId)).length,
  };
}

async function countFates(
  reads: Db,
  { brandId, kind, fromId, held }: MoveWish,
  recipientIds: readonly string[],
  shareOf: ReadonlyMap<string, string>,
): Promise<Record<HoldFate, number>> {
  const counts = { passed: 0, ended: 0, kept: 0 };
  for (const hold of await reads.run(listHoldsOfSeller, { brandId, sellerId: fromId, recipientIds })) {
    const toId = shareOf.get(hold.customerId);
    if (toId === undefined) continue;
    const hasOther = hold.otherHolders.includes(toId);
    counts[holdFate(kind, held, { isPassedOn: hold.isPassedOn, hasOther })] += 1;
  }
  return counts;
}

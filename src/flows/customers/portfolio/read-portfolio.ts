/** Reads what a manager sees before moving a portfolio: how much it is, who could get it, and the moves of the last day. */
import type { Reads } from '#db/core/db.ts';
import { countPortfolio, listColleagues } from '#db/customers/portfolio.ts';
import { listMoves } from '#db/customers/portfolio-moves.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { UNDO_MS } from '#rules/customers/portfolio-move.ts';
import { mayReach } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';

/** The most moves that are listed; a day hardly has more. */
const MOST_MOVES = 20;

/** Reads the portfolio of a person in the person's present store; null where the reader may not move it. */
export function readPortfolio(db: Reads, viewer: PersonActor, personId: string, now: Instant) {
  const { brandId } = viewer;
  return db.read(brandId, async (reads) => {
    const [person] = await reads.run(findPersonOfBrand, { brandId, personId });
    const storeId = person?.storeId ?? null;
    if (!person || storeId === null || !mayReach('move_portfolio', viewer, { personId: null, storeId })) return null;
    const [[counts], colleagues, moves] = await Promise.all([
      reads.run(countPortfolio, { brandId, sellerId: personId, storeId }),
      reads.run(listColleagues, { brandId, storeId, at: now }),
      reads.run(listMoves, { brandId, fromId: personId, since: now - UNDO_MS, limit: MOST_MOVES }),
    ]);
    const colleaguesOf = colleagues.filter(({ id }) => id !== personId);
    return { person, counts: counts ?? { customers: 0, held: 0, suggestions: 0 }, colleagues: colleaguesOf, moves };
  });
}

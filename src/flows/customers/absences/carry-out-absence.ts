/** Carries out the start and the end of days off: passes suggestions and held contacts on, and returns what was not used. */

import type { Tx } from '#db/core/db.ts';
import {
  findAbsence,
  listDueAbsences,
  lockAbsence,
  markAbsenceEnded,
  markAbsenceStarted,
} from '#db/people/absences.ts';
import { startMove } from '#flows/customers/portfolio/move-portfolio.ts';
import { type MovePlan, type MoveWish, planMove } from '#flows/customers/portfolio/plan-move.ts';
import type { MoveDeps } from '#flows/customers/portfolio/run-move.ts';
import { returnMove } from '#flows/customers/portfolio/undo-move.ts';

type Absence = NonNullable<(typeof findAbsence)['row']>;

/** Starts and ends the absences of a brand that are due by the app's clock. */
export async function carryOutDueAbsences(deps: MoveDeps, brandId: string): Promise<void> {
  const at = deps.now();
  for (const { id, endsAt } of await deps.db.read(brandId, (reads) => reads.run(listDueAbsences, { brandId, at }))) {
    if (endsAt <= at) await endAbsence(deps, brandId, id, null);
    else await startAbsence(deps, brandId, id);
  }
}

/**
 * Starts an absence, once: what its maker chose is passed on. A colleague who has left by now gets nothing, and
 * everything stays with the seller.
 */
export async function startAbsence(deps: MoveDeps, brandId: string, id: string): Promise<void> {
  const absence = await find(deps, brandId, id);
  if (absence === null || absence.isStarted || absence.endedAt !== null) return;
  const { passes, passToId } = absence;
  if (passes !== 'nothing' && (await passOn(deps, brandId, absence, passToId ?? 'spread')) !== 'nothing') return;
  await deps.db.inBrand(brandId, async (tx) => {
    const [locked] = await tx.run(lockAbsence, { brandId, id });
    if (locked && !locked.isStarted) tx.send(markAbsenceStarted, { brandId, id, moveId: null });
  });
}

/**
 * Passes on what the person of an absence has. `nothing`: there is nothing, or nobody to get it. `not_now`: the absence
 * has ended, has passed on already, or a move of this person's portfolio is being written.
 */
export async function passOn(
  deps: MoveDeps,
  brandId: string,
  { id, personId, storeId, createdBy }: Absence,
  to: string,
): Promise<'passed' | 'nothing' | 'not_now'> {
  const at = deps.now();
  const wish: MoveWish = { brandId, kind: 'absence', fromId: personId, storeId, to, held: 'pass_on' };
  const plan = await deps.db.read(brandId, (reads) => planMove(reads, wish, at));
  if (plan.kind !== 'planned' || plan.assignments.length === 0) return 'nothing';
  const moveId = await startMove(
    deps,
    wish,
    plan as MovePlan,
    { by: createdBy, at, undoUntil: null },
    claim(brandId, id),
  );
  return moveId === null ? 'not_now' : 'passed';
}

/** Returns the step that ties a move to its absence in the move's first transaction. */
function claim(brandId: string, id: string) {
  return async (tx: Tx, moveId: string): Promise<boolean> => {
    const [absence] = await tx.run(lockAbsence, { brandId, id });
    if (!absence || absence.endedAt !== null || absence.moveId !== null) return false;
    tx.send(markAbsenceStarted, { brandId, id, moveId });
    return true;
  };
}

/**
 * Ends an absence: what was passed on and not used returns first. `by` null: the last day has passed. Returns false
 * where a step of another server is under way, or the absence had ended.
 */
export async function endAbsence(deps: MoveDeps, brandId: string, id: string, by: string | null): Promise<boolean> {
  const absence = await find(deps, brandId, id);
  if (absence === null || absence.endedAt !== null) return false;
  if (absence.moveId !== null && (await returnMove(deps, brandId, absence.moveId, by)) === 'move_running') return false;
  return deps.db.inBrand(brandId, async (tx) => {
    const [locked] = await tx.run(lockAbsence, { brandId, id });
    // The start was carried out meanwhile: its move has to return first.
    if (!locked || locked.endedAt !== null || locked.moveId !== absence.moveId) return false;
    tx.send(markAbsenceEnded, { brandId, id, by, at: deps.now() });
    return true;
  });
}

async function find({ db }: MoveDeps, brandId: string, id: string): Promise<Absence | null> {
  const [absence] = await db.read(brandId, (reads) => reads.run(findAbsence, { brandId, id }));
  return absence ?? null;
}

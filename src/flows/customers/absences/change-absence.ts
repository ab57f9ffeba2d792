/** Lets a manager pass on what a seller who is away has, and end days off early. */

import type { Reads } from '#db/core/db.ts';
import { findAbsence, findPersonOfStore, listAbsences } from '#db/people/absences.ts';
import { planMove } from '#flows/customers/portfolio/plan-move.ts';
import type { MoveDeps } from '#flows/customers/portfolio/run-move.ts';
import { countReturned, type Returned } from '#flows/customers/portfolio/undo-move.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type AbsenceState, absenceState, ENDED_LISTED_MS } from '#rules/people/absence.ts';
import { mayReach, scopeOf } from '#rules/people/access.ts';
import type { Instant } from '#rules/time/interval.ts';
import { endAbsence, passOn } from './carry-out-absence.ts';

/** The most absences that a list has: those of half a year of a large store. */
const MOST_LISTED = 500;

export type ListedAbsence = NonNullable<(typeof listAbsences)['row']> & { readonly state: AbsenceState };

/** Reads the absences in the reader's reach that run or come; those of one person also for a month after their end. Null: there is no such person in reach. */
export async function readAbsences(
  db: Reads,
  viewer: PersonActor,
  personId: string | null,
  now: Instant,
): Promise<readonly ListedAbsence[] | null> {
  const { brandId } = viewer;
  const scope = scopeOf('read_absences', viewer);
  const rows = await db.read(brandId, async (reads) => {
    if (personId !== null) {
      const [person] = await reads.run(findPersonOfStore, { brandId, personId });
      if (!person || !mayReach('read_absences', viewer, { personId, storeId: person.storeId })) return null;
    }
    const endedSince = personId === null ? now : now - ENDED_LISTED_MS;
    const wanted = personId === null ? scope : { personId, storeId: null };
    return reads.run(listAbsences, { brandId, ...wanted, endedSince, limit: MOST_LISTED });
  });
  return rows === null ? null : rows.map((row) => ({ ...row, state: absenceState(row, now) }));
}

/** `absence_over`: the absence has ended. `absence_coming`: its first day has not begun. `absence_passed`: everything was passed on before. */
export type PassAnswer =
  | { readonly kind: 'passed' }
  | {
      readonly kind:
        | 'not_found'
        | 'absence_over'
        | 'absence_coming'
        | 'absence_passed'
        | 'not_in_team'
        | 'nobody_there'
        | 'nothing_to_pass';
    };

/** Passes on what the person has, from now to the end of the absence. */
export async function passAbsenceOn(
  deps: MoveDeps,
  actor: PersonActor,
  personId: string,
  absenceId: string,
  to: string,
): Promise<PassAnswer> {
  const { db, now } = deps;
  const { brandId } = actor;
  const absence = await findOwned(deps, actor, personId, absenceId);
  if (absence === null) return { kind: 'not_found' };
  const state = absenceState(absence, now());
  if (state !== 'running') return { kind: `absence_${state}` };
  if (absence.moveId !== null) return { kind: 'absence_passed' };
  const wish = { brandId, kind: 'absence', fromId: personId, storeId: absence.storeId, to, held: 'pass_on' } as const;
  const plan = await db.read(brandId, (reads) => planMove(reads, wish, now()));
  if (plan.kind !== 'planned') return plan;
  const passed = await passOn(deps, brandId, { ...absence, createdBy: actor.personId }, to);
  if (passed === 'nothing') return { kind: 'nothing_to_pass' };
  return { kind: passed === 'passed' ? 'passed' : 'absence_passed' };
}

export type EndAnswer =
  | { readonly kind: 'ended'; readonly returned: Returned | null }
  | { readonly kind: 'not_found' | 'absence_over' };

/** Ends the absence now. What was not used returns to the person. */
export async function endAbsenceEarly(
  deps: MoveDeps,
  actor: PersonActor,
  personId: string,
  absenceId: string,
): Promise<EndAnswer> {
  const { brandId } = actor;
  const absence = await findOwned(deps, actor, personId, absenceId);
  if (absence === null) return { kind: 'not_found' };
  if (!(await endAbsence(deps, brandId, absenceId, actor.personId))) return { kind: 'absence_over' };
  const { moveId } = absence;
  if (moveId === null) return { kind: 'ended', returned: null };
  return { kind: 'ended', returned: await deps.db.read(brandId, (reads) => countReturned(reads, brandId, moveId)) };
}

async function findOwned({ db }: MoveDeps, actor: PersonActor, personId: string, id: string) {
  const { brandId } = actor;
  const [absence] = await db.read(brandId, (reads) => reads.run(findAbsence, { brandId, id }));
  if (!absence || absence.personId !== personId) return null;
  return mayReach('change_absences', actor, { personId: null, storeId: absence.storeId }) ? absence : null;
}

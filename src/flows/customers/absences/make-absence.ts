/** Makes days off for a seller: the dates, and who gets suggestions and held contacts meanwhile. */
import { type AbsencePasses, findOverlappingAbsence, findPersonOfStore, insertAbsence } from '#db/people/absences.ts';
import { lockQueues } from '#db/people/people.ts';
import { type MovePlan, type MoveRefusal, planMove } from '#flows/customers/portfolio/plan-move.ts';
import type { MoveDeps } from '#flows/customers/portfolio/run-move.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { type AbsenceFault, absenceSpan } from '#rules/people/absence.ts';
import { mayReach } from '#rules/people/access.ts';
import { startAbsence } from './carry-out-absence.ts';

/** Who gets suggestions and held contacts during an absence: nobody, everybody who is there, or one person. */
export type PassTo = 'nothing' | 'spread' | string;

export interface AbsenceWish {
  readonly from: string;
  readonly until: string;
  readonly pass: PassTo;
  readonly dryRun: boolean;
}

/** `plan` null: nothing is passed on. `absence_overlaps`: the person has another absence on one of the days. */
export type AbsenceAnswer =
  | { readonly kind: 'planned'; readonly plan: MovePlan | null }
  | { readonly kind: 'made'; readonly id: string }
  | { readonly kind: 'faulty'; readonly fault: AbsenceFault }
  | MoveRefusal
  | { readonly kind: 'not_found' | 'absence_overlaps' };

/** Makes the absence, or says what it would pass on. An absence whose first day has begun starts at once. */
export async function makeAbsence(
  deps: MoveDeps,
  actor: PersonActor,
  personId: string,
  { from, until, pass, dryRun }: AbsenceWish,
): Promise<AbsenceAnswer> {
  const { db, now, newId } = deps;
  const { brandId } = actor;
  const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfStore, { brandId, personId }));
  if (!person || !mayReach('change_absences', actor, { personId: null, storeId: person.storeId })) {
    return { kind: 'not_found' };
  }
  const at = now();
  const span = absenceSpan(person.zone, from, until, at);
  if ('code' in span) return { kind: 'faulty', fault: span };
  const { storeId } = person;
  const wish = { brandId, kind: 'absence', fromId: personId, storeId, held: 'pass_on' } as const;
  const plan =
    pass === 'nothing' ? null : await db.read(brandId, (reads) => planMove(reads, { ...wish, to: pass }, at));
  if (plan !== null && plan.kind !== 'planned') return plan;
  if (dryRun) return { kind: 'planned', plan };

  const id = newId();
  const isMade = await db.inBrand(brandId, async (tx) => {
    await tx.run(lockQueues, { brandId, personIds: [personId] });
    const others = await tx.run(findOverlappingAbsence, { brandId, personId, from, until });
    if (others.length > 0) return false;
    const passes = passesOf(pass);
    const passToId = passes === 'to_one' ? pass : null;
    tx.send(insertAbsence, {
      brandId,
      id,
      personId,
      storeId,
      from,
      until,
      ...span,
      passes,
      passToId,
      by: actor.personId,
      at,
    });
    return true;
  });
  if (!isMade) return { kind: 'absence_overlaps' };
  if (span.startsAt <= at) await startAbsence(deps, brandId, id);
  return { kind: 'made', id };
}

function passesOf(pass: PassTo): AbsencePasses {
  return pass === 'nothing' || pass === 'spread' ? pass : 'to_one';
}

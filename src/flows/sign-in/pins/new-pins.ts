/** Gives people of a store new one-time PINs, as a manager asks: one person, or everybody on a sheet to print. */
import { lockQueues } from '#db/people/people.ts';
import { insertPersonChange } from '#db/people/person-log.ts';
import { endTurnsOfPerson } from '#db/sign-in/account/person-turns.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { isInReach } from '#flows/people/read-people.ts';
import { mayReach, operationOn, personRole } from '#rules/people/access.ts';
import { oneTimeEnd } from '#rules/sign-in/one-time-life.ts';
import type { Instant } from '#rules/time/interval.ts';
import { giveOneTimePins, type OneTimePinDeps } from './one-time-pins.ts';

export interface GivenPin {
  readonly personId: string;
  readonly name: string;
  readonly pin: string;
}

export type NewPinsRefusal = 'not_found' | 'forbidden' | 'person_inactive' | 'person_without_pin' | 'other_store';

export type NewPinsAnswer =
  | { readonly kind: 'given'; readonly pins: readonly GivenPin[]; readonly until: Instant }
  | { readonly kind: NewPinsRefusal | 'busy' };

/**
 * Replaces the PINs of these people, who all work in one store, by one-time PINs, and ends their turns. Where one of them may
 * not get a PIN, nobody gets one.
 */
export async function giveNewPins(
  deps: OneTimePinDeps & { readonly newId: () => string },
  actor: PersonActor,
  personIds: readonly string[],
): Promise<NewPinsAnswer> {
  const { brandId } = actor;
  const wanted = [...new Set(personIds)];
  const people = await deps.db.inBrand(brandId, (tx) => tx.run(lockQueues, { brandId, personIds: wanted }));
  const early = refusalOf(actor, wanted, people);
  const storeId = people[0]?.storeId ?? null;
  if (early !== null || storeId === null) return { kind: early ?? 'not_found' };

  const store = { brandId, storeId };
  const now = deps.hostNow();
  const answer = await giveOneTimePins(deps, store, wanted, async (tx) => {
    // People may have been moved or deactivated while the PINs were hashed.
    const locked = await tx.run(lockQueues, { brandId, personIds: wanted });
    const refusal = refusalOf(actor, wanted, locked);
    if (refusal !== null) return refusal;
    if (locked.some((person) => person.storeId !== storeId)) return 'other_store';
    for (const personId of wanted) {
      tx.send(endTurnsOfPerson, { brandId, personId, now });
      const entry = { brandId, id: deps.newId(), personId, by: actor.personId, at: now };
      tx.send(insertPersonChange, { ...entry, kind: 'pin_given', fields: [] });
    }
    return null;
  });
  if (answer.kind === 'busy') return answer;
  if (answer.kind === 'refused') return { kind: answer.refusal };
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const pins = wanted.map((personId) => ({
    personId,
    name: names.get(personId) ?? '',
    pin: answer.pins.get(personId) ?? '',
  }));
  return { kind: 'given', pins, until: oneTimeEnd(now) };
}

type Locked = NonNullable<(typeof lockQueues)['row']>;

function refusalOf(actor: PersonActor, wanted: readonly string[], people: readonly Locked[]): NewPinsRefusal | null {
  if (people.length < wanted.length || people.some((person) => !isInReach(actor, person))) return 'not_found';
  const isForbidden = ({ role, storeId }: Locked) =>
    !mayReach(operationOn(personRole(role), 'give_pin'), actor, { personId: null, storeId });
  if (people.some(isForbidden)) return 'forbidden';
  if (people.some(({ storeId }) => storeId === null)) return 'person_without_pin';
  if (people.some(({ active }) => !active)) return 'person_inactive';
  return new Set(people.map(({ storeId }) => storeId)).size > 1 ? 'other_store' : null;
}

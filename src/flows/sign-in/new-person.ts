/** Adds a person: to a store, with a one-time PIN, or to the managers of the brand, by an invitation. */
import type { Language } from '#contract/core/common.ts';
import type { Tx } from '#db/core/db.ts';
import { upsertPeople } from '#db/people/people.ts';
import { findStoreOfBrand, lockBrandPeople } from '#db/people/person-changes.ts';
import { insertPersonChange } from '#db/people/person-log.ts';
import { isNameTaken, tidyName } from '#flows/people/change-person.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { mayReach, mayUse, operationOn } from '#rules/people/access.ts';
import type { PersonRole } from '#rules/people/access-table.ts';
import { oneTimeEnd } from '#rules/sign-in/one-time-life.ts';
import type { Instant } from '#rules/time/interval.ts';
import { invite } from './links/invite.ts';
import type { LinkDeps } from './links/link-deps.ts';
import type { SentLink } from './links/send-link.ts';
import { giveOneTimePins, type OneTimePinDeps } from './pins/one-time-pins.ts';

export interface NewStorePerson {
  readonly name: string;
  readonly role: PersonRole;
  readonly storeId: string;
}

export type NewStorePersonAnswer =
  | { readonly kind: 'made'; readonly personId: string; readonly pin: string; readonly until: Instant }
  | { readonly kind: 'forbidden' | 'store_unknown' | 'name_taken' | 'busy' };

/** Adds a seller or store manager with a one-time PIN; the person and the PIN are written together. */
export async function addStorePerson(
  deps: OneTimePinDeps & { readonly newId: () => string },
  actor: PersonActor,
  { role, storeId, ...wish }: NewStorePerson,
): Promise<NewStorePersonAnswer> {
  const { brandId } = actor;
  if (!mayReach(operationOn(role, 'create'), actor, { personId: null, storeId })) return { kind: 'forbidden' };
  const name = tidyName(wish.name);
  const id = deps.newId();
  const store = { brandId, storeId };
  const [found] = await deps.db.read(brandId, (reads) => reads.run(findStoreOfBrand, store));
  if (!found) return { kind: 'store_unknown' };
  const now = deps.hostNow();
  const answer = await giveOneTimePins(deps, store, [id], async (tx: Tx) => {
    tx.send(lockBrandPeople, { brandId });
    // The store may have been closed while the PIN was hashed.
    if ((await tx.run(findStoreOfBrand, store)).length === 0) return 'store_unknown' as const;
    if (await isNameTaken(tx, store, name, id)) return 'name_taken' as const;
    tx.send(upsertPeople, { brandId, people: [{ id, code: null, name, role, storeId, active: true }], at: now });
    const entry = { brandId, id: deps.newId(), personId: id, by: actor.personId, at: now };
    tx.send(insertPersonChange, { ...entry, kind: 'created', fields: [] });
    return null;
  });
  if (answer.kind === 'busy') return answer;
  if (answer.kind === 'refused') return { kind: answer.refusal };
  return { kind: 'made', personId: id, pin: answer.pins.get(id) ?? '', until: oneTimeEnd(now) };
}

export interface NewBrandManager {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

export type NewBrandManagerAnswer =
  | { readonly kind: 'invited'; readonly personId: string; readonly link: SentLink }
  | { readonly kind: 'forbidden' | 'email_taken' };

/** Invites a brand manager, who becomes a person of the brand at once. `accountId`: the account of the actor. */
export async function inviteBrandManager(
  deps: LinkDeps,
  actor: PersonActor,
  accountId: string,
  { name, ...wish }: NewBrandManager,
): Promise<NewBrandManagerAnswer> {
  const { brandId } = actor;
  if (!mayUse(operationOn('brand_manager', 'create'), actor.role)) return { kind: 'forbidden' };
  const by = { accountId, personId: actor.personId, name: actor.name };
  const answer = await invite(deps, { brandId, name: tidyName(name), by, ...wish });
  if (answer.kind === 'email_taken') return answer;
  if (answer.kind === 'not_found' || answer.personId === null) throw new Error('The actor’s brand is gone');
  return { kind: 'invited', personId: answer.personId, link: answer };
}

/** Invites a brand manager again who has not accepted yet: the link was lost, has expired, or went to a wrong address. */
import type { Language } from '#contract/core/common.ts';
import { deleteOtherInvitations, readInvitation } from '#db/sign-in/links/invited-accounts.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { mayReach, operationOn, personRole } from '#rules/people/access.ts';
import { invite } from './invite.ts';
import type { LinkDeps } from './link-deps.ts';
import type { SentLink } from './send-link.ts';

export interface RenewalWish {
  readonly personId: string;
  /** Another address than that of the invitation before; null: the same. */
  readonly email: string | null;
  readonly language: Language;
}

/** `has_account`: the person has accepted. `email_unknown`: the earlier invitation was deleted, and no address is given. */
export type RenewalAnswer =
  | { readonly kind: 'invited'; readonly link: SentLink }
  | { readonly kind: 'not_found' | 'person_inactive' | 'has_account' | 'email_unknown' | 'email_taken' };

/** Sends a new link; the earlier ones of the person are no longer valid. `accountId`: the account of the actor. */
export async function renewInvitation(
  deps: LinkDeps,
  actor: PersonActor,
  accountId: string,
  { personId, language, email: given }: RenewalWish,
): Promise<RenewalAnswer> {
  const { brandId } = actor;
  const [person] = await deps.db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId }));
  if (person?.storeId !== null) return { kind: 'not_found' };
  if (!mayReach(operationOn(personRole(person.role), 'create'), actor, { personId: null, storeId: null })) {
    return { kind: 'not_found' };
  }
  if (!person.active) return { kind: 'person_inactive' };
  const before = await readInvitation(deps.auth, brandId, personId);
  if (before.hasAccount) return { kind: 'has_account' };
  const email = (given ?? before.email)?.toLowerCase();
  if (email === undefined) return { kind: 'email_unknown' };
  const by = { accountId, personId: actor.personId, name: actor.name };
  const answer = await invite(deps, { brandId, personId, name: person.name, email, by, language });
  if (answer.kind !== 'made') return { kind: answer.kind };
  await deleteOtherInvitations(deps.auth, { brandId, personId, email });
  return { kind: 'invited', link: answer };
}

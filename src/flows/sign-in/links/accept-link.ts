/** Makes the account that a link invites to: the first support person's, or an invited person's. */
import { createAccountByLink, type ValidLink } from '#db/sign-in/links/links.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import { isRefusedPassword } from '#flows/sign-in/new-password.ts';
import type { LinkDeps } from './link-deps.ts';
import { type LinkCaller, type OpenedLink, openLink } from './open-link.ts';

export interface LinkAcceptance {
  readonly password: string;
  /** Null where the invitation says them; the first support person says them. */
  readonly name: string | null;
  readonly email: string | null;
}

export type AcceptAnswer =
  | { readonly kind: 'accepted'; readonly accountId: string }
  | Exclude<OpenedLink, { kind: 'link' }>
  /** The first support person must say these fields. */
  | { readonly kind: 'fields_missing'; readonly fields: readonly string[] }
  /** The invitation says these fields, so they cannot be chosen. */
  | { readonly kind: 'fields_unasked'; readonly fields: readonly string[] }
  | { readonly kind: 'password_weak' }
  | { readonly kind: 'email_taken' };

/** How long a request waits that finds all hash slots and their queue taken. */
const BUSY_MS = 1_000;

/** Accepts a link. The password is hashed between transactions; the link is used up together with making the account. */
export async function acceptLink(
  deps: LinkDeps,
  caller: LinkCaller,
  { password, name, email }: LinkAcceptance,
): Promise<AcceptAnswer> {
  const opened = await openLink(deps, caller);
  if (opened.kind !== 'link') return opened;
  const { link } = opened;
  if (link.purpose === 'reset' || !(await isPersonThere(deps, link))) return { kind: 'link_over' };
  const fault = fieldFault(link, { name, email });
  if (fault) return fault;

  const of = { name: link.name ?? name ?? '', email: (link.email ?? email ?? '').toLowerCase() };
  if (await isRefusedPassword(deps, password, of.email)) return { kind: 'password_weak' };
  const hash = await deps.hashing.run(() => deps.accounts.hash(password));
  if (hash === 'busy') return { kind: 'too_many_requests', nextAt: deps.hostNow() + BUSY_MS };
  const { kind, brandId, personId } = link;
  const account = { id: deps.newId(), ...of, kind, brandId, personId, storeId: null, mustChangePassword: false };
  const result = await createAccountByLink(deps.auth, link.id, account, hash, deps.hostNow());
  return result === 'created' ? { kind: 'accepted', accountId: account.id } : { kind: result };
}

function fieldFault(
  { name, email }: Pick<ValidLink, 'name' | 'email'>,
  given: Pick<LinkAcceptance, 'name' | 'email'>,
): AcceptAnswer | null {
  const fields = (['name', 'email'] as const).filter((field) => ({ name, email })[field] === null);
  const missing = fields.filter((field) => given[field] === null);
  if (missing.length > 0) return { kind: 'fields_missing', fields: missing };
  const unasked = (['name', 'email'] as const).filter((field) => !fields.includes(field) && given[field] !== null);
  return unasked.length > 0 ? { kind: 'fields_unasked', fields: unasked } : null;
}

/** Whether the invited person is still an active person of the brand. */
async function isPersonThere({ db }: LinkDeps, { brandId, personId }: ValidLink): Promise<boolean> {
  if (brandId === null || personId === null) return true;
  const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId }));
  return person?.active ?? false;
}

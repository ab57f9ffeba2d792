/** Makes one-time links. The token is part of the link alone; the database gets its hash. */
import { createHash } from 'node:crypto';
import { deleteOldLinks, insertFirstSupportLink, type NewLink, replaceLink } from '#db/sign-in/links/links.ts';
import { type LinkPurpose, linkEnd } from '#rules/sign-in/link-life.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { MakeLinkDeps } from './link-deps.ts';

export interface MadeLink {
  readonly url: string;
  readonly expiresAt: Instant;
  /** The invited person of a brand; null for other links. */
  readonly personId: string | null;
}

/** What a link is for; fields that are left out are null. */
export interface LinkWish extends Partial<Pick<NewLink, 'accountId' | 'name' | 'email' | 'brandId' | 'personId'>> {
  readonly purpose: LinkPurpose;
  readonly kind: AccountKind;
  readonly createdBy: string | null;
}

/** Makes a link. An earlier unused link for the same e-mail or account is no longer valid. */
export async function makeLink(deps: MakeLinkDeps, wish: LinkWish): Promise<MadeLink> {
  const { link, url } = drawLink(deps, wish);
  const personId = await replaceLink(deps.auth, link);
  await deleteOldLinks(deps.auth, link.createdAt);
  return { url, expiresAt: link.expiresAt, personId };
}

/** Makes a new link for a support person who needs no invitation; an earlier one is no longer valid. */
export function makeSupportLink(deps: MakeLinkDeps): Promise<MadeLink> {
  return makeLink(deps, { purpose: 'first_support', kind: 'support', createdBy: null });
}

/**
 * Makes the link for the first support person of an empty installation. Returns null where there is a support account,
 * or a valid link that this or another server has printed.
 */
export async function makeFirstSupportLink(deps: MakeLinkDeps): Promise<MadeLink | null> {
  const { link, url } = drawLink(deps, { purpose: 'first_support', kind: 'support', createdBy: null });
  const isStored = await insertFirstSupportLink(deps.auth, link);
  return isStored ? { url, expiresAt: link.expiresAt, personId: null } : null;
}

/** Returns the hash under which a token is stored. A token has 256 random bits, so a plain hash cannot be reversed. */
export function tokenHashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function drawLink(deps: MakeLinkDeps, { purpose, kind, createdBy, ...of }: LinkWish): { link: NewLink; url: string } {
  const createdAt = deps.hostNow();
  const token = deps.newToken();
  const none = { accountId: null, name: null, email: null, brandId: null, personId: null };
  const times = { createdAt, expiresAt: linkEnd(purpose, createdAt) };
  return {
    link: { id: deps.newId(), tokenHash: tokenHashOf(token), purpose, kind, createdBy, ...none, ...of, ...times },
    url: `${deps.addressOf(kind)}/${PAGES[purpose]}#${token}`,
  };
}

/** The pages that links open. The token follows as the fragment, which browsers send to no server. */
const PAGES: Readonly<Record<LinkPurpose, string>> = {
  first_support: 'convite',
  invitation: 'convite',
  reset: 'redefinir',
};

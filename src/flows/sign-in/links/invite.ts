/** Invites a person to have an account: a colleague of support, or a brand's manager, who becomes a person of the brand at once. */

import type { Language } from '#contract/core/common.ts';
import { readBrandCard } from '#db/people/brands.ts';
import { upsertPeople } from '#db/people/people.ts';
import { insertPersonChange } from '#db/people/person-log.ts';
import { hasAccount } from '#db/sign-in/missing-sign-ins.ts';
import type { LinkDeps } from './link-deps.ts';
import { makeLink } from './make-link.ts';
import { type SentLink, sendLink } from './send-link.ts';

export interface Invitation {
  /** The brand whose manager is invited; null: a support person is invited. */
  readonly brandId: string | null;
  /** The person who is invited again; without it, the invitation is for a new person. */
  readonly personId?: string;
  readonly name: string;
  readonly email: string;
  /** The account that invites, its person (null: support), and its person's name, which the mail says. */
  readonly by: { readonly accountId: string; readonly personId: string | null; readonly name: string };
  /** The language of the mail. */
  readonly language: Language;
}

/** `personId`: the invited person of a brand; null for support. */
export type InviteAnswer =
  | (SentLink & { readonly personId: string | null })
  | { readonly kind: 'not_found' }
  | { readonly kind: 'email_taken' };

/** Invites a person. An earlier invitation of the same e-mail is no longer valid. */
export async function invite(
  deps: LinkDeps,
  { brandId, personId, by, language, ...wish }: Invitation,
): Promise<InviteAnswer> {
  const { name } = wish;
  const email = wish.email.toLowerCase();
  const brandName = brandId === null ? null : await readBrandName(deps, brandId);
  if (brandName === undefined) return { kind: 'not_found' };
  if (await hasAccount(deps.auth, email)) return { kind: 'email_taken' };

  const invited =
    brandId === null
      ? { kind: 'support' as const }
      : { kind: 'person' as const, brandId, personId: personId ?? deps.newId() };
  const link = await makeLink(deps, { purpose: 'invitation', ...invited, name, email, createdBy: by.accountId });
  if (brandId !== null && link.personId !== null) await writeManager(deps, brandId, link.personId, name, by.personId);
  const mail = deps.mails.invitation(language, { name, brandName, by: by.name, url: link.url });
  const sent = await sendLink(deps.mailer, link, { to: email, ...mail });
  return { ...sent, personId: link.personId };
}

/** Returns the brand's name; undefined: there is no such brand. */
async function readBrandName({ db }: LinkDeps, brandId: string): Promise<string | undefined> {
  const [brand] = await db.read(brandId, (reads) => reads.run(readBrandCard, { brandId }));
  return brand?.name;
}

async function writeManager(
  { db, hostNow, newId }: LinkDeps,
  brandId: string,
  id: string,
  name: string,
  by: string | null,
): Promise<void> {
  const manager = { id, code: null, name, role: 'brand_manager', storeId: null, active: true } as const;
  const at = hostNow();
  await db.inBrand(brandId, async (tx) => {
    tx.send(upsertPeople, { brandId, people: [manager], at });
    tx.send(insertPersonChange, { brandId, id: newId(), personId: id, by, at, kind: 'invited', fields: [] });
  });
}

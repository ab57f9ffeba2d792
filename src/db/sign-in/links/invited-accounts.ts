/** Lists accounts and open invitations: of a brand's people, and of support. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Instant } from '#rules/time/interval.ts';

/** An account, or an invitation that was not accepted yet. `invitedUntil` is null for an account. */
export interface AccountEntry {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly invitedUntil: Instant | null;
}

/** Lists the accounts of a brand's people and the unused invitations to the brand, by name. */
export async function listBrandAccounts(db: AuthDb, brandId: string): Promise<AccountEntry[]> {
  return read(db, 'list_brand_accounts', OF_BRAND, [brandId]);
}

/** Lists the unused invitations to support, by name. */
export async function listSupportInvitations(db: AuthDb): Promise<AccountEntry[]> {
  return read(db, 'list_support_invitations', OF_SUPPORT, []);
}

/** The unused invitation of a brand's person, and whether the person has an account. */
export interface PersonInvitation {
  readonly hasAccount: boolean;
  /** The address of the invitation; null: there is none, or it was deleted a month after its end. */
  readonly email: string | null;
  readonly expiresAt: Instant | null;
}

/** Reads whether a brand's person has an account, and the person's last unused invitation. */
export async function readInvitation(db: AuthDb, brandId: string, personId: string): Promise<PersonInvitation> {
  const [row] = await db.run<{ hasAccount: boolean; email: string | null; expiresAt: Date | null }>(
    'read_invitation',
    INVITATION,
    [brandId, personId],
  );
  if (!row) throw new Error('A query without a condition returned no row');
  return { ...row, expiresAt: row.expiresAt?.getTime() ?? null };
}

const INVITATION = `
  select exists (select from auth."user" u where u."brandId" = $1 and u."personId" = $2) as "hasAccount",
    l.email, l.expires_at as "expiresAt"
  from (select) as one left join lateral (
    select l.email, l.expires_at from auth.links l
    where l.purpose = 'invitation' and l.used_at is null and l.brand_id = $1 and l.person_id = $2
    order by l.created_at desc limit 1) l on true`;

/** Deletes the unused invitations of a brand's person to other addresses than `email`. */
export async function deleteOtherInvitations(
  db: AuthDb,
  { brandId, personId, email }: { readonly brandId: string; readonly personId: string; readonly email: string },
): Promise<void> {
  await db.q
    .deleteFrom('links')
    .where('purpose', '=', 'invitation')
    .where('used_at', 'is', null)
    .where('brand_id', '=', brandId)
    .where('person_id', '=', personId)
    .where('email', '<>', email)
    .execute();
}

/** Finds the account of a brand's person; null: the person has none. */
export async function findPersonAccount(
  db: AuthDb,
  brandId: string,
  personId: string,
): Promise<{ id: string; name: string; email: string } | null> {
  const row = await db.q
    .selectFrom('user')
    .where('brandId', '=', brandId)
    .where('personId', '=', personId)
    .where('active', '=', true)
    .select(['id', 'name', 'email'])
    .executeTakeFirst();
  return row ?? null;
}

/** Finds the active account of an e-mail in lower case; null: there is none. */
export async function findAccountByEmail(db: AuthDb, email: string) {
  const row = await db.q
    .selectFrom('user')
    .where('email', '=', email)
    .where('active', '=', true)
    .select(['id', 'kind', 'name', 'email'])
    .executeTakeFirst();
  return row ?? null;
}

interface EntryRow extends Omit<AccountEntry, 'invitedUntil'> {
  readonly invitedUntil: Date | null;
}

async function read(db: AuthDb, name: string, text: string, values: unknown[]): Promise<AccountEntry[]> {
  const rows = await db.run<EntryRow>(name, text, values);
  return rows.map((row) => ({ ...row, invitedUntil: row.invitedUntil?.getTime() ?? null }));
}

const OF_BRAND = `
  select u."id", u."personId", u."name", u."email", u."active", null::timestamptz as "invitedUntil"
  from auth."user" u where u."brandId" = $1 and u."personId" is not null
  union all
  select l.id, l.person_id, l.name, l.email, true, l.expires_at
  from auth.links l where l.purpose = 'invitation' and l.used_at is null and l.brand_id = $1
    and not exists (select from auth."user" u where u."email" = l.email)
  order by 3, 1`;

const OF_SUPPORT = `
  select l.id, null::uuid as "personId", l.name, l.email, true as active, l.expires_at as "invitedUntil"
  from auth.links l where l.purpose = 'invitation' and l.used_at is null and l.kind = 'support'
    and not exists (select from auth."user" u where u."email" = l.email)
  order by 3, 1`;

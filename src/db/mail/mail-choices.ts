/** Reads and writes which kinds of mails the user of an account has switched off. */
import { sql } from 'kysely';
import type { AuthDb } from '#db/core/auth-db.ts';
import type { ChosenMailKind } from '#rules/mail/mail-kinds.ts';

/** Returns the kinds that are off; null: there is no such account. */
export async function readMailsOff(db: AuthDb, accountId: string): Promise<readonly string[] | null> {
  const row = await db.q.selectFrom('user').select('mailsOff').where('id', '=', accountId).executeTakeFirst();
  return row?.mailsOff ?? null;
}

/** Switches a kind on (`wanted`) or off. Returns false where there is no such account. */
export async function writeMailChoice(
  db: AuthDb,
  accountId: string,
  { kind, wanted }: { readonly kind: ChosenMailKind; readonly wanted: boolean },
): Promise<boolean> {
  const without = sql<string[]>`array_remove("mailsOff", ${kind}::text)`;
  const written = await db.q
    .updateTable('user')
    .set({ mailsOff: wanted ? without : sql<string[]>`array_append(${without}, ${kind}::text)` })
    .where('id', '=', accountId)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n;
}

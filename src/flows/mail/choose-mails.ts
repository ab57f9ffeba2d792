/** Switches kinds of mails off and on: for the account that is signed in, and by the link in a mail. */
import type { AuthDb } from '#db/core/auth-db.ts';
import { readMailsOff, writeMailChoice } from '#db/mail/mail-choices.ts';
import { type ChosenMailKind, chosenMailKindsOf, isMailWanted } from '#rules/mail/mail-kinds.ts';
import type { Role } from '#rules/people/access-table.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { MailTokens } from './mailer.ts';

export interface ChooseMailsDeps {
  readonly auth: AuthDb;
  /** Whether a mail server is set. Without one nobody gets mails, and there is nothing to choose. */
  readonly hasMail: boolean;
}

export interface MailChoice {
  readonly kind: ChosenMailKind;
  readonly wanted: boolean;
}

/** The account that is signed in, with the role of its user. */
export interface MailReader {
  readonly accountId: string;
  readonly kind: AccountKind;
  readonly role: Role;
}

/** Lists the kinds that the user of an account gets in this role, each with whether the user wants it. */
export async function readMailChoices({ auth, hasMail }: ChooseMailsDeps, reader: MailReader): Promise<MailChoice[]> {
  const kinds = hasMail ? kindsOf(reader) : [];
  if (kinds.length === 0) return [];
  const off = (await readMailsOff(auth, reader.accountId)) ?? [];
  return kinds.map((kind) => ({ kind, wanted: isMailWanted(kind, off) }));
}

/** Writes a choice. Returns `not_found` for a kind that the user does not get in this role. */
export async function chooseMail(
  { auth, hasMail }: ChooseMailsDeps,
  reader: MailReader,
  choice: MailChoice,
): Promise<'chosen' | 'not_found'> {
  if (!hasMail || !kindsOf(reader).includes(choice.kind)) return 'not_found';
  return (await writeMailChoice(auth, reader.accountId, choice)) ? 'chosen' : 'not_found';
}

/** Returns the kinds that the reader gets: none on a store's account, which belongs to the store's device. */
function kindsOf({ kind, role }: MailReader): readonly ChosenMailKind[] {
  return kind === 'store' ? [] : chosenMailKindsOf(role);
}

/** Writes the choice for the account and the kind that a token names. Returns null for a token that we did not make. */
export async function chooseMailByLink(
  { auth, tokens }: { readonly auth: AuthDb; readonly tokens: MailTokens },
  token: string,
  wanted: boolean,
): Promise<MailChoice | null> {
  const of = tokens.read(token);
  if (of === null) return null;
  const choice = { kind: of.kind, wanted };
  return (await writeMailChoice(auth, of.accountId, choice)) ? choice : null;
}

/** Sends the mails that wait: claims them, looks up what they tell, writes them in the reader's language, and hands them over. */
import type { AuthDb } from '#db/core/auth-db.ts';
import type { Reads } from '#db/core/db.ts';
import { type ClaimedMail, claimMails, deleteMail, setNextMailTry } from '#db/mail/outgoing-mails.ts';
import { isChosenMailKind, isMailWanted, type MailKind } from '#rules/mail/mail-kinds.ts';
import { MAIL_LEASE_MS, nextMailTry } from '#rules/mail/mail-tries.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { Mail, Mailer, MailFacts, MailTokens, WriteMail } from './mailer.ts';
import { readMailFacts } from './read-mail-facts.ts';

export interface SendMailsDeps {
  readonly auth: AuthDb;
  readonly db: Reads;
  readonly hostNow: () => Instant;
  readonly mailer: Mailer;
  readonly write: WriteMail;
  readonly tokens: MailTokens;
  /** Returns the address at which accounts of a kind sign in, from the settings alone and without a path. */
  readonly addressOf: (kind: AccountKind) => string;
}

/**
 * `failed`: the mail is tried again later. `given_up`: the mail is not tried again. `unwanted`: the reader has switched
 * such mails off, or the account is inactive.
 */
type MailOutcome = 'sent' | 'failed' | 'given_up' | 'unwanted';

/** A try of this server, for the metrics. */
export interface TriedMail {
  readonly kind: MailKind;
  readonly outcome: MailOutcome;
}

/** The most mails that a server claims at once: with ten seconds for each, the lease is not over before the last one. */
const BATCH = 10;

/** Sends the mails that are due, until none is. `onTried` is called with what became of each of them. */
export async function sendMails(deps: SendMailsDeps, onTried: (tried: TriedMail) => void): Promise<void> {
  for (;;) {
    const now = deps.hostNow();
    const claimed = await claimMails(deps.auth, { now, leaseUntil: now + MAIL_LEASE_MS, limit: BATCH });
    for (const mail of claimed) onTried({ kind: mail.kind, outcome: await sendOne(deps, mail) });
    if (claimed.length < BATCH) return;
  }
}

/** Sends one mail. No transaction is open meanwhile. A server that crashes between sending and deleting sends the mail twice. */
async function sendOne(deps: SendMailsDeps, mail: ClaimedMail): Promise<MailOutcome> {
  const { auth, mailer, hostNow } = deps;
  const facts = mail.active && isMailWanted(mail.kind, mail.off) ? await readMailFacts(deps.db, mail) : null;
  if (facts === null) {
    await deleteMail(auth, mail.id);
    return 'unwanted';
  }
  if (await mailer.send(write(deps, mail, facts))) {
    await deleteMail(auth, mail.id);
    return 'sent';
  }
  const nextAt = nextMailTry(mail.tries, hostNow());
  if (nextAt !== null) {
    await setNextMailTry(auth, mail.id, nextAt);
    return 'failed';
  }
  await deleteMail(auth, mail.id);
  return 'given_up';
}

function write({ write: writeMail, tokens, addressOf }: SendMailsDeps, mail: ClaimedMail, facts: MailFacts): Mail {
  const { kind, accountId, accountKind, name, email: to } = mail;
  const address = addressOf(accountKind);
  const token = isChosenMailKind(kind) ? tokens.tokenOf(accountId, kind) : null;
  const offUrl = token === null ? null : `${address}/emails#${token}`;
  const url = `${address}${pathOf(mail)}`;
  return {
    to,
    ...writeMail(mail.language ?? 'pt-BR', { name, facts, url, offUrl }),
    ...(token !== null && { unsubscribe: `${address}/emails?token=${token}` }),
  };
}

/** Returns the path of the page that the mail's button opens. */
function pathOf({ kind, accountKind, ticketId }: ClaimedMail): string {
  if (!isChosenMailKind(kind)) return '/esqueci';
  if (ticketId === null) return '/';
  return accountKind === 'support' ? `/suporte/chamados/${ticketId}` : `/chamados/${ticketId}`;
}

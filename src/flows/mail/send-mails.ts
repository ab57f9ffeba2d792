/** Sends the mails that wait: claims them, looks up what they tell, writes them in the reader's language, and hands them over. */
import type { AuthDb } from '#db/core/auth-db.ts';
import { type ClaimedMail, claimMails, deleteMail, postponeMail, setNextMailTry } from '#db/mail/outgoing-mails.ts';
import { isMailWanted, type MailKind } from '#rules/mail/mail-kinds.ts';
import { MAIL_LEASE_MS, nextMailTry } from '#rules/mail/mail-tries.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type ComposeMailDeps, composeMail } from './compose-mail.ts';
import type { Mailer } from './mailer.ts';
import { readMailFacts } from './read-mail-facts.ts';
import type { WeekFactsDeps } from './read-week-facts.ts';

export interface SendMailsDeps extends ComposeMailDeps, WeekFactsDeps {
  readonly auth: AuthDb;
  readonly hostNow: () => Instant;
  readonly mailer: Mailer;
}

/**
 * `failed`: the mail is tried again later. `given_up`: the mail is not tried again. `unwanted`: the reader has switched
 * such mails off, the account is inactive, or there is nothing to tell any more. `postponed`: no store of the brand is open
 * and not quiet, and the mail waits for that.
 */
type MailOutcome = 'sent' | 'failed' | 'given_up' | 'unwanted' | 'postponed';

/** A try of this server, for the metrics. */
export interface TriedMail {
  readonly kind: MailKind;
  readonly outcome: MailOutcome;
}

/** The most mails that a server claims at once: with ten seconds for each, the lease is not over before the last one. */
const BATCH = 10;

/** The demo's clock may be moved while a mail waits, and a server may not have followed the clock yet. */
const LONGEST_WAIT_MS = 15 * 60_000;

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
  const facts = mail.active && isMailWanted(mail.kind, mail.off) ? await readMailFacts(deps, mail) : null;
  if (facts === null) {
    await deleteMail(auth, mail.id);
    return 'unwanted';
  }
  if (facts.kind === 'postponed') {
    await postponeMail(auth, mail.id, hostNow() + Math.min(facts.waitMs, LONGEST_WAIT_MS));
    return 'postponed';
  }
  if (await mailer.send(composeMail(deps, mail, facts))) {
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

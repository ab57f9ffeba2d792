/** Mails a link, or hands it back to be shown once where it cannot be mailed. */
import type { Mail, Mailer } from '#flows/mail/mailer.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { MadeLink } from './make-link.ts';

/** `url` is null where the mail went out: then only its reader sees the link. */
export interface SentLink {
  readonly kind: 'made';
  readonly url: string | null;
  readonly expiresAt: Instant;
}

export async function sendLink(mailer: Mailer | null, { url, expiresAt }: MadeLink, mail: Mail): Promise<SentLink> {
  const isSent = mailer !== null && (await mailer.send(mail));
  return { kind: 'made', url: isSent ? null : url, expiresAt };
}

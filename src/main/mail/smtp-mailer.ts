/** Sends mails through the mail server of SMTP_URL. */
import { setTimeout as pause } from 'node:timers/promises';
import nodemailer from 'nodemailer';
import type { Logger } from 'pino';
import type { Mailer } from '#flows/mail/mailer.ts';
import type { MailSettings } from '#main/core/config.ts';

/** A person waits for the answer of an invitation, so a slow mail server counts as one that failed. */
const PATIENCE_MS = 10_000;
const STEP_MS = 5_000;

/**
 * Returns the mailer. A server elsewhere must offer TLS; `?requireTLS=false` in SMTP_URL allows one without. A failure
 * is logged with its code alone, because the sentences of mail servers repeat the address.
 */
export function smtpMailer({ url, from }: MailSettings, log: Logger): Mailer {
  const transport = nodemailer.createTransport({
    url,
    requireTLS: url.startsWith('smtp:') && !isLoopback(new URL(url).hostname),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ unsubscribe, ...mail }) {
      const late = pause(PATIENCE_MS, 'late' as const, { ref: false });
      const sent = transport.sendMail({ from, ...mail, headers: headersOf(unsubscribe) }).then(
        () => 'sent' as const,
        (error: unknown) => codeOf(error),
      );
      const outcome = await Promise.race([sent, late]);
      if (outcome !== 'sent') log.warn({ mail: outcome }, 'a mail could not be sent');
      return outcome === 'sent';
    },
  };
}

/** Returns the headers by which a mail program shows a button that switches such mails off (RFC 2369, RFC 8058). */
function headersOf(unsubscribe: string | undefined): Record<string, string> {
  return unsubscribe === undefined
    ? {}
    : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Returns the codes of a failure: nodemailer's, and the mail server's. */
function codeOf(error: unknown): string {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  return [code ?? 'failed', responseCode, command].filter((part) => part !== undefined).join(' ');
}

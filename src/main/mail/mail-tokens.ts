/** Makes and reads the tokens with which a mail's reader switches such mails off without a sign-in. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MailTokens } from '#flows/mail/mailer.ts';
import { CHOSEN_MAIL_KINDS, type ChosenMailKind } from '#rules/mail/mail-kinds.ts';

/**
 * Makes tokens under the first of `keys`, and accepts those of all. A token is the account's id, the kind and a signature;
 * it does not expire, because the link in an old mail must still work, and it lets its holder do nothing else.
 */
export function mailTokens(keys: readonly [Uint8Array, ...Uint8Array[]]): MailTokens {
  return {
    tokenOf: (accountId, kind) => `${contentOf(accountId, kind)}${signatureOf(keys[0], contentOf(accountId, kind))}`,
    read(token) {
      const [, id = '', letter = '', signature = ''] = FORM.exec(token) ?? [];
      const kind = CHOSEN_MAIL_KINDS[letter.charCodeAt(0) - FIRST_LETTER];
      if (kind === undefined || !keys.some((key) => isSame(signatureOf(key, `${id}${letter}`), signature))) return null;
      return { accountId: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), kind };
    },
  };
}

/** The id without hyphens, a letter for the kind, and 128 bits of an HMAC in base64url. */
const FORM = /^([0-9a-f]{32})([a-z])([\w-]{22})$/;
const FIRST_LETTER = 'a'.charCodeAt(0);

function contentOf(accountId: string, kind: ChosenMailKind): string {
  return accountId.replaceAll('-', '') + String.fromCharCode(FIRST_LETTER + CHOSEN_MAIL_KINDS.indexOf(kind));
}

function signatureOf(key: Uint8Array, content: string): string {
  return createHmac('sha256', key).update(content).digest().subarray(0, 16).toString('base64url');
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

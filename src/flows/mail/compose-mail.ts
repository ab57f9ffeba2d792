/** Composes a mail that the product sends by itself: its text, its button, and the link that switches such mails off. */
import type { Language } from '#contract/core/common.ts';
import { isChosenMailKind, type MailKind } from '#rules/mail/mail-kinds.ts';
import type { AccountKind } from '#rules/sign-in/session-life.ts';
import type { Mail, MailFacts, MailTokens, WriteMail } from './mailer.ts';

export interface ComposeMailDeps {
  readonly write: WriteMail;
  readonly tokens: MailTokens;
  /** Returns the address at which accounts of a kind sign in, from the settings alone and without a path. */
  readonly addressOf: (kind: AccountKind) => string;
}

/** The mail to compose, with the account of its reader. */
export interface MailToCompose {
  readonly kind: MailKind;
  readonly accountId: string;
  readonly accountKind: AccountKind;
  readonly name: string;
  readonly email: string;
  readonly language: Language | null;
  readonly ticketId: string | null;
}

export function composeMail(
  { write, tokens, addressOf }: ComposeMailDeps,
  mail: MailToCompose,
  facts: MailFacts,
): Mail {
  const { kind, accountId, accountKind, name, email: to } = mail;
  const address = addressOf(accountKind);
  const token = isChosenMailKind(kind) ? tokens.tokenOf(accountId, kind) : null;
  const offUrl = token === null ? null : `${address}/emails#${token}`;
  const url = `${address}${pathOf(mail, facts)}`;
  return {
    to,
    ...write(mail.language ?? 'pt-BR', { name, facts, url, offUrl }),
    ...(token !== null && { unsubscribe: `${address}/emails?token=${token}` }),
  };
}

/** Returns the path of the page that the mail's button opens. */
function pathOf({ kind, accountKind, ticketId }: MailToCompose, facts: MailFacts): string {
  if (facts.kind === 'week_summary') return `/panorama?dias=datas&de=${facts.week.from}&ate=${facts.week.to}`;
  if (!isChosenMailKind(kind)) return '/esqueci';
  if (ticketId === null) return '/';
  return accountKind === 'support' ? `/suporte/chamados/${ticketId}` : `/chamados/${ticketId}`;
}

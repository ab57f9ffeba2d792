/** Shapes of the mails that people may switch off: on their own account, and by the link in a mail. */
import { z } from 'zod';
import type { ChosenMailKind } from '#rules/mail/mail-kinds.ts';

/**
 * `ticket_opened` and `ticket_message`: for support, about tickets of all brands. `ticket_answered` and `hours_changed`:
 * for brand managers, about their own tickets and the brand's quiet hours. `week_summary`: for brand managers about all
 * stores, and for store managers about their own.
 */
export const MailKind = z.enum([
  'ticket_opened',
  'ticket_message',
  'ticket_answered',
  'hours_changed',
  'week_summary',
] satisfies ChosenMailKind[]);

/** Whether the reader wants mails of a kind. */
export const MailChoice = z.object({ kind: MailKind, wanted: z.boolean() });
export type MailChoice = z.infer<typeof MailChoice>;

export const ChooseMail = z.strictObject({ kind: MailKind, wanted: z.boolean() });

/** The token of the link in a mail. A text of another form is answered like an unknown token. */
const Token = z.string().min(1).max(200);

export const ChooseMailByLink = z.strictObject({ token: Token, wanted: z.boolean() });

/** The query of a mail program that switches a kind of mails off (RFC 8058). */
export const OfMailLink = z.strictObject({ token: Token });

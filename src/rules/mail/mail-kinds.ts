/** Defines the kinds of mails that the product sends by itself, and which kinds a reader may switch off. */
import type { Role } from '#rules/people/access-table.ts';

/** The kinds that a reader may switch off. The tokens in old mails count on their order: a new kind comes last. */
export const CHOSEN_MAIL_KINDS = [
  'ticket_opened',
  'ticket_message',
  'ticket_answered',
  'hours_changed',
  'week_summary',
] as const;
export type ChosenMailKind = (typeof CHOSEN_MAIL_KINDS)[number];

/** Mails that warn of a stolen account cannot be switched off: a thief would switch them off first. */
export type MailKind = ChosenMailKind | 'password_changed' | 'second_factor_removed';

/**
 * Returns the kinds that a person of this role gets and may switch off, on an account of one's own. The device of a store
 * gets no mails.
 */
export function chosenMailKindsOf(role: Role): readonly ChosenMailKind[] {
  switch (role) {
    case 'support':
      return ['ticket_opened', 'ticket_message'];
    case 'brand_manager':
      return ['ticket_answered', 'hours_changed', 'week_summary'];
    case 'store_manager':
      return ['week_summary'];
    case 'seller':
      return [];
  }
}

/** Narrows a kind to those that can be switched off. */
export function isChosenMailKind(kind: string): kind is ChosenMailKind {
  return (CHOSEN_MAIL_KINDS as readonly string[]).includes(kind);
}

/** Whether a reader who switched the kinds of `off` off gets a mail of this kind. */
export function isMailWanted(kind: MailKind, off: readonly string[]): boolean {
  return !isChosenMailKind(kind) || !off.includes(kind);
}

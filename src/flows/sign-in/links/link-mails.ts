/** The interface to the texts of mails that carry a one-time link. */
import type { Language } from '#contract/core/common.ts';
import type { Mail } from '#flows/mail/mailer.ts';

/** Writes the mails that carry a link. */
export interface LinkMails {
  /** `brandName`: the brand that the reader is going to manage; null: the reader joins support. `by`: who invites. */
  invitation(
    language: Language,
    mail: { readonly name: string; readonly brandName: string | null; readonly by: string; readonly url: string },
  ): Omit<Mail, 'to'>;
  reset(language: Language, mail: { readonly name: string; readonly url: string }): Omit<Mail, 'to'>;
}

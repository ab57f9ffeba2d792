/** The interface to the mail server and to the texts of mails, as sign-in uses them. */
import type { Language } from '#contract/core/common.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

export interface Mailer {
  /** Sends a mail. Returns whether the mail server took it; never throws. A refusal is logged without the address. */
  send(mail: Mail): Promise<boolean>;
}

/** Writes the mails that carry a link. */
export interface LinkMails {
  /** `brandName`: the brand that the reader is going to manage; null: the reader joins support. `by`: who invites. */
  invitation(
    language: Language,
    mail: { readonly name: string; readonly brandName: string | null; readonly by: string; readonly url: string },
  ): Omit<Mail, 'to'>;
  reset(language: Language, mail: { readonly name: string; readonly url: string }): Omit<Mail, 'to'>;
}

/** The interfaces to the mail server, to the texts of mails, and to the tokens in their links. */
import type { Language } from '#contract/core/common.ts';
import type { ChosenMailKind } from '#rules/mail/mail-kinds.ts';
import type { Policy } from '#rules/policy/policy.ts';
import type { WeekSummary } from '#rules/reports/week-summary.ts';
import type { Instant } from '#rules/time/interval.ts';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The address with which a mail program switches such mails off (RFC 8058); left out: they cannot be switched off. */
  readonly unsubscribe?: string;
}

export interface Mailer {
  /** Sends a mail. Returns whether the mail server took it; never throws. A refusal is logged without the address. */
  send(mail: Mail): Promise<boolean>;
}

/** A brand as sentences name it. */
export interface BrandInMail {
  readonly name: string;
  readonly article: 'a' | 'o' | '';
  /** The zone in which times are told. */
  readonly zone: string;
}

/** What support did to a brand's quiet hours. */
export type HoursChange =
  | { readonly kind: 'publish'; readonly policy: Policy; readonly effectiveAt: Instant }
  | { readonly kind: 'suspend'; readonly until: Instant | null }
  | { readonly kind: 'resume' };

/** An ended week, for all stores of the brand or for one. */
export interface WeekInMail extends WeekSummary {
  /** Monday and Sunday, as `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** Null: all stores. */
  readonly store: { readonly name: string } | null;
}

/** What a mail tells. Only staff of brands and support read mails, and no mail has a customer's data or a ticket's text. */
export type MailFacts =
  | {
      readonly kind: 'ticket_opened' | 'ticket_message' | 'ticket_answered';
      readonly brand: BrandInMail;
      readonly number: number;
    }
  | { readonly kind: 'hours_changed'; readonly brand: BrandInMail; readonly change: HoursChange }
  | { readonly kind: 'week_summary'; readonly brand: BrandInMail; readonly week: WeekInMail }
  | { readonly kind: 'password_changed' | 'second_factor_removed' };

export interface MailWish {
  /** The reader's name. */
  readonly name: string;
  readonly facts: MailFacts;
  /** The page that the mail's button opens. */
  readonly url: string;
  /** The page that switches such mails off; null: they cannot be switched off. */
  readonly offUrl: string | null;
}

/** Writes a mail in a language. */
export type WriteMail = (language: Language, wish: MailWish) => Omit<Mail, 'to' | 'unsubscribe'>;

/** Makes and reads the tokens with which a mail's reader switches such mails off without a sign-in. */
export interface MailTokens {
  tokenOf(accountId: string, kind: ChosenMailKind): string;
  /** Null: we did not make the token. */
  read(token: string): { readonly accountId: string; readonly kind: ChosenMailKind } | null;
}

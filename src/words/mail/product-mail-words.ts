/** Lists the sentences of the mails that the product sends by itself. */
import type { ChosenMailKind, MailKind } from '#rules/mail/mail-kinds.ts';

/** The kinds of mails that tell of a ticket. */
export type TicketMailKind = Exclude<ChosenMailKind, 'hours_changed' | 'week_summary'>;

/** The subject of a mail and its paragraphs. */
export interface Told {
  readonly subject: string;
  readonly lines: readonly string[];
}

interface Line {
  readonly subject: string;
  readonly line: string;
}

/** A brand's name as a subject ("a Aurora") and after "of" ("da Aurora"). */
interface Named {
  readonly the: string;
  readonly of: string;
}

export interface ProductMailWords {
  readonly hello: (name: string) => string;
  readonly off: string;
  readonly buttons: Readonly<Record<MailKind, string>>;
  /** Why the reader gets the mail. */
  readonly after: Readonly<Record<MailKind, string>>;
  readonly ticket: Readonly<Record<TicketMailKind, (brand: Named, number: number) => Line>>;
  readonly hours: Readonly<Record<'publish' | 'suspend' | 'resume', (ofBrand: string) => Line>> & {
    readonly from: (when: string) => string;
    readonly until: (when: string) => string;
    readonly openEnd: string;
  };
  readonly account: Readonly<Record<Exclude<MailKind, ChosenMailKind>, Told>>;
}

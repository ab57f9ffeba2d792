/** Writes the mails that the product sends by itself, in the reader's language: about tickets, quiet hours, weeks and accounts. */
import type { Language } from '#contract/core/common.ts';
import type { ChosenMailKind, MailKind } from '#rules/mail/mail-kinds.ts';
import type { Instant } from '#rules/time/interval.ts';
import { type BrandName, ofBrand, sentenceStart, theBrand } from '#words/core/brand.ts';
import { dateOn, shortDate, timeOn } from '#words/core/format.ts';
import { type Hours, policySentence } from '#words/policy/sentence.ts';
import { type WrittenMail, writeMail } from './mail-layout.ts';
import { words as en } from './product-mail.en.ts';
import { words as es } from './product-mail.es.ts';
import { words as ptBR } from './product-mail.pt-BR.ts';
import type { ProductMailWords, TicketMailKind, Told } from './product-mail-words.ts';
import { tellWeek, type WeekToTell } from './week-mail.ts';

interface BrandInMail extends BrandName {
  readonly zone: string;
}

type HoursChange =
  | { readonly kind: 'publish'; readonly policy: Hours; readonly effectiveAt: Instant }
  | { readonly kind: 'suspend'; readonly until: Instant | null }
  | { readonly kind: 'resume' };

type Facts =
  | { readonly kind: TicketMailKind; readonly brand: BrandInMail; readonly number: number }
  | { readonly kind: 'week_summary'; readonly brand: BrandInMail; readonly week: WeekToTell }
  | { readonly kind: 'hours_changed'; readonly brand: BrandInMail; readonly change: HoursChange }
  | { readonly kind: Exclude<MailKind, ChosenMailKind> };

export interface ProductMail {
  readonly name: string;
  readonly facts: Facts;
  readonly url: string;
  /** The page that switches such mails off; null: they cannot be switched off. */
  readonly offUrl: string | null;
}

export function productMail(language: Language, { name, facts, url, offUrl }: ProductMail): WrittenMail {
  const words = WORDS[language];
  const { subject, lines } = tell(language, facts);
  const off = offUrl === null ? null : { text: words.off, url: offUrl };
  const [button, after] = [words.buttons[facts.kind], words.after[facts.kind]];
  return writeMail(language, { subject, lines: [words.hello(name), ...lines], button, url, after, off });
}

function tell(language: Language, facts: Facts): Told {
  const words = WORDS[language];
  switch (facts.kind) {
    case 'password_changed':
    case 'second_factor_removed':
      return words.account[facts.kind];
    case 'hours_changed':
      return tellHours(language, facts.brand, facts.change);
    case 'week_summary':
      return tellWeek(language, facts.brand, facts.week);
    default: {
      const brand = { the: theBrand(language, facts.brand), of: ofBrand(language, facts.brand) };
      const told = words.ticket[facts.kind](brand, facts.number);
      return { subject: told.subject, lines: [sentenceStart(told.line)] };
    }
  }
}

function tellHours(language: Language, brand: BrandInMail, change: HoursChange): Told {
  const words = WORDS[language].hours;
  const of = ofBrand(language, brand);
  const when = (at: Instant) => `${shortDate(language, dateOn(at, brand.zone), true)}, ${timeOn(at, brand.zone)}`;
  switch (change.kind) {
    case 'publish': {
      const { subject, line } = words.publish(of);
      return { subject, lines: [line, policySentence(language, change.policy), words.from(when(change.effectiveAt))] };
    }
    case 'suspend': {
      const { subject, line } = words.suspend(of);
      return { subject, lines: [line, change.until === null ? words.openEnd : words.until(when(change.until))] };
    }
    case 'resume': {
      const { subject, line } = words.resume(of);
      return { subject, lines: [line] };
    }
  }
}

const WORDS: Readonly<Record<Language, ProductMailWords>> = { 'pt-BR': ptBR, en, es };

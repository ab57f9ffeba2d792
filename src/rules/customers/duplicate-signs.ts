/** Compares two records of customers: what they have in common that says they may be one person. */
import { plainWords } from '#rules/core/plain-words.ts';

/** `number`: the same number, also without the ninth digit or the area code. */
export const DUPLICATE_SIGNS = ['number', 'birthday', 'email', 'name'] as const;
export type DuplicateSign = (typeof DUPLICATE_SIGNS)[number];

export interface ComparedCustomer {
  readonly name: string;
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly bornOn: string | null;
}

/** Returns the signs, the strongest first. The same first and last name count as the same name. */
export function duplicateSigns(a: ComparedCustomer, b: ComparedCustomer): readonly DuplicateSign[] {
  const isSame: Readonly<Record<DuplicateSign, boolean>> = {
    number: coreOf(a.phone) !== null && coreOf(a.phone) === coreOf(b.phone),
    birthday: a.bornOn !== null && a.bornOn === b.bornOn,
    email: a.email !== null && a.email.toLowerCase() === b.email?.toLowerCase(),
    name: outerWords(a.name).length > 1 && outerWords(a.name).join(' ') === outerWords(b.name).join(' '),
  };
  return DUPLICATE_SIGNS.filter((sign) => isSame[sign]);
}

/** Returns the first and the last word of a name, folded; one word for a name of one word. */
export function outerWords(name: string): readonly string[] {
  const words = plainWords(name);
  return [...new Set([words[0], words.at(-1)])].filter((word) => word !== undefined);
}

/** Returns the last eight digits of a number: a Brazilian mobile number has had a ninth digit before them since 2016. */
function coreOf(phone: string | null): string | null {
  const digits = phone?.replace(/\D/g, '') ?? '';
  return digits.length >= 8 ? digits.slice(-8) : null;
}

/** Returns the words under which a number like this one may be stored: with and without the ninth digit. */
export function numberWordsLike(phone: string | null): readonly string[] {
  const core = coreOf(phone);
  return core === null ? [] : [core, `9${core}`];
}

/**
 * Builds the sentence of a notice, which a person is told once (A8): the first day, a change, a suspension, its end.
 */
import type { Language } from '#contract/core/common.ts';
import type { BrandName } from '#words/core/brand.ts';
import { catalogue } from '#words/core/catalogue/catalogue.ts';
import type { NoticeStart } from '#words/core/catalogue/pt-BR.ts';
import { type Hours, policyHours } from './sentence.ts';

/**
 * The facts of a notice. `ended`: a suspension has ended. `until` and `from` are already in the reader's words. `until`
 * null: the suspension has no end. `from`: when the hours take effect; null: they are in force. `paused`: only after
 * the suspension is resumed.
 */
export interface NoticeFacts extends NoticeStart {
  readonly kind: 'first_day' | 'changed' | 'suspended' | 'ended';
  readonly policy: Hours;
  readonly brand: BrandName;
  readonly until: string | null;
}

export function noticeSentence(language: Language, facts: NoticeFacts): string {
  const { kind, policy, brand, until } = facts;
  const { notices } = catalogue(language);
  switch (kind) {
    case 'first_day':
      return notices.firstDay(policyHours(language, policy), brand, facts);
    case 'changed':
      return notices.changed(policyHours(language, policy).text, facts);
    case 'suspended':
      return notices.suspended(until);
    case 'ended':
      return notices.ended(policyHours(language, policy).text, facts.from);
  }
}

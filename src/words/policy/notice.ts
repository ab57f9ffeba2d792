/** What sellers and managers are told once (A8): the first day, a change, a pause, its end. */
import type { Language } from '#contract/core/common.ts';
import type { BrandName } from '#words/core/brand.ts';
import { catalogue } from '#words/core/catalogue/catalogue.ts';
import { type Hours, policyHours } from './sentence.ts';

/** `ended`: a pause is. `until` is already in the reader's words; null where a pause has no end. */
export interface NoticeFacts {
  readonly kind: 'first_day' | 'changed' | 'suspended' | 'ended';
  readonly policy: Hours;
  readonly brand: BrandName;
  readonly until: string | null;
}

export function noticeSentence(language: Language, { kind, policy, brand, until }: NoticeFacts): string {
  const { notices } = catalogue(language);
  switch (kind) {
    case 'first_day':
      return notices.firstDay(policyHours(language, policy), brand);
    case 'changed':
      return notices.changed(policyHours(language, policy).text);
    case 'suspended':
      return notices.suspended(until);
    case 'ended':
      return notices.ended(policyHours(language, policy).text);
  }
}

/** Why somebody is suggested today, in the seller's words: "Aniversário amanhã", "60 dias sem comprar". */
import type { Language } from '#contract/common.ts';
import { catalogue } from './catalogue.ts';

/** What a campaign found in a customer. Dates are `YYYY-MM-DD`; `item` is the brand's own name of a product. */
export type SuggestionReason =
  | { readonly code: 'birthday'; readonly on: string }
  | { readonly code: 'inactive_days'; readonly days: number }
  | { readonly code: 'new_arrival'; readonly item: string }
  | { readonly code: 'after_purchase'; readonly on: string; readonly item: string }
  | { readonly code: 'cashback'; readonly on: string }
  | { readonly code: 'welcome' };

/** `todayOn` is the date on the store's clock; a birthday's `on` is this year's, a cashback's its last day. */
export function suggestionReason(language: Language, reason: SuggestionReason, todayOn: string): string {
  const { suggestions } = catalogue(language);
  switch (reason.code) {
    case 'birthday':
      return suggestions.birthday(reason.on, todayOn);
    case 'inactive_days':
      return suggestions.inactiveDays(reason.days);
    case 'new_arrival':
      return suggestions.newArrival(reason.item);
    case 'after_purchase':
      return suggestions.afterPurchase(reason.item, reason.on, todayOn);
    case 'cashback':
      return suggestions.cashback(reason.on, todayOn);
    case 'welcome':
      return suggestions.welcome;
  }
}

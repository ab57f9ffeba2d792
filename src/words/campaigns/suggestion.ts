/** Why somebody is suggested today, in the seller's words: "Aniversário amanhã", "60 dias sem comprar". */
import type { Language } from '#contract/core/common.ts';
import type { SuggestionReason } from '#rules/campaigns/suggestion-reason.ts';
import { catalogue } from '#words/core/catalogue/catalogue.ts';
import { daysBetween } from '#words/core/format.ts';

/** `todayOn` is the date (`YYYY-MM-DD`) on the store's clock: the same reason reads "amanhã" today and "hoje" tomorrow. */
export function suggestionReason(language: Language, reason: SuggestionReason, todayOn: string): string {
  const { suggestions } = catalogue(language);
  switch (reason.code) {
    case 'birthday':
      return suggestions.birthday(birthdayNear(reason.on, todayOn), todayOn);
    case 'inactive_days':
      return suggestions.inactiveDays(daysBetween(reason.lastOn, todayOn));
    case 'new_arrival':
      return suggestions.newArrival(reason.item);
    case 'after_purchase':
      return suggestions.afterPurchase(reason.item, reason.boughtOn, todayOn);
    case 'cashback':
      return suggestions.cashback(reason.untilOn, todayOn);
    case 'welcome':
      return suggestions.welcome;
  }
}

/** So long after a birthday a suggestion still speaks of that one: "Aniversário em 21 nov 2027" would say nothing. */
const BIRTHDAY_DAYS = 60;

/** The next birthday (`MM-DD`), or the last one where that was less than two months ago. */
function birthdayNear(birthday: string, todayOn: string): string {
  const year = Number(todayOn.slice(0, 4));
  const dates = [year - 1, year].map((each) => dateIn(each, birthday));
  return dates.find((on) => daysBetween(on, todayOn) < BIRTHDAY_DAYS) ?? dateIn(year + 1, birthday);
}

/** Who was born on 29 February is congratulated on the 28th where the year has no 29th. */
function dateIn(year: number, birthday: string): string {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${year}-${birthday === '02-29' && !leap ? '02-28' : birthday}`;
}

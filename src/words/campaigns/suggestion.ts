/** Builds the sentence of a suggestion's reason: "Aniversário amanhã", "Faz 60 dias que não compra". */
import type { Language } from '#contract/core/common.ts';
import type { SuggestionReason } from '#rules/campaigns/suggestion-reason.ts';
import { catalogue } from '#words/core/catalogue/catalogue.ts';
import { daysBetween } from '#words/core/format.ts';

/**
 * The sentence of the reason. `todayOn` is the date (`YYYY-MM-DD`) on the store's clock, from which days are counted
 * ("amanhã", "hoje").
 */
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
    case 'tag':
      return suggestions.tagged(reason.tag);
    case 'never_contacted':
      return suggestions.neverContacted;
    case 'chosen':
      return suggestions.chosen;
  }
}

/**
 * For 60 days after a birthday the sentence names that birthday, and then the next one: a date almost a year ahead says
 * nothing.
 */
const BIRTHDAY_DAYS = 60;

/** The date of the next birthday (`MM-DD`), or of the last one if that was less than 60 days ago. */
function birthdayNear(birthday: string, todayOn: string): string {
  const year = Number(todayOn.slice(0, 4));
  const dates = [year - 1, year].map((each) => dateIn(each, birthday));
  return dates.find((on) => daysBetween(on, todayOn) < BIRTHDAY_DAYS) ?? dateIn(year + 1, birthday);
}

/** The birthday's date in a year. Birthdays on 29 February are on the 28th in years without a 29th. */
function dateIn(year: number, birthday: string): string {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${year}-${birthday === '02-29' && !leap ? '02-28' : birthday}`;
}

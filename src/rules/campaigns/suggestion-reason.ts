/**
 * Defines why a campaign proposes a customer: facts without a sentence, which each screen shows in the reader's
 * language.
 */
import { dayOf } from '#rules/time/calendar.ts';

/** `…On`: `YYYY-MM-DD`. A birthday is `MM-DD`, because the year is private. `item`: as on the shop's receipt. */
export type SuggestionReason =
  | { readonly code: 'birthday'; readonly on: string }
  | { readonly code: 'inactive_days'; readonly lastOn: string }
  | { readonly code: 'new_arrival'; readonly item: string }
  | { readonly code: 'after_purchase'; readonly boughtOn: string; readonly item: string }
  | { readonly code: 'cashback'; readonly untilOn: string }
  | { readonly code: 'welcome' }
  | { readonly code: 'tag'; readonly tag: string }
  | { readonly code: 'never_contacted' }
  | { readonly code: 'chosen' };

/** Checks a stored reason; returns null if it is not in the closed list. */
export function suggestionReasonOf(stored: unknown): SuggestionReason | null {
  const { code, on, lastOn, boughtOn, untilOn, item, tag } = (stored ?? {}) as Readonly<Record<string, unknown>>;
  switch (code) {
    case 'birthday':
      return isDate(typeof on === 'string' ? `2000-${on}` : null) ? { code, on: on as string } : null;
    case 'inactive_days':
      return isDate(lastOn) ? { code, lastOn } : null;
    case 'new_arrival':
      return isItem(item) ? { code, item } : null;
    case 'after_purchase':
      return isDate(boughtOn) && isItem(item) ? { code, boughtOn, item } : null;
    case 'cashback':
      return isDate(untilOn) ? { code, untilOn } : null;
    case 'tag':
      return isItem(tag) ? { code, tag } : null;
    case 'welcome':
    case 'never_contacted':
    case 'chosen':
      return { code };
    default:
      return null;
  }
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && dayOf(value) !== null;
}

function isItem(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

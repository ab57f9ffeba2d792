/** Why a campaign proposes this customer today: facts without a sentence, so that each reader gets it in their language. */
import { dayOf } from '#rules/time/calendar.ts';

/** `…On`: `YYYY-MM-DD`. A birthday is `MM-DD`: the year is nobody's business. `item`: as on the receipt of the shop. */
export type SuggestionReason =
  | { readonly code: 'birthday'; readonly on: string }
  | { readonly code: 'inactive_days'; readonly lastOn: string }
  | { readonly code: 'new_arrival'; readonly item: string }
  | { readonly code: 'after_purchase'; readonly boughtOn: string; readonly item: string }
  | { readonly code: 'cashback'; readonly untilOn: string }
  | { readonly code: 'welcome' };

/** A stored reason, checked: null where it is none of the closed list. */
export function suggestionReasonOf(stored: unknown): SuggestionReason | null {
  const { code, on, lastOn, boughtOn, untilOn, item } = (stored ?? {}) as Readonly<Record<string, unknown>>;
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
    case 'welcome':
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

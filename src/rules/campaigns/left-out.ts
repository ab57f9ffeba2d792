/**
 * Tells why a customer whom a campaign means gets no suggestion on a day. The blocks are the checks of a decision
 * themselves, so that a suggestion and a decision never disagree.
 */
import { contactedRecently, unanswered } from '#rules/contact/checks/contact-checks.ts';
import { customerUnavailable, doNotCallList, noPermission, optedOut } from '#rules/contact/checks/customer-checks.ts';
import { type Addressed, variableValue } from '#rules/contact/message-text.ts';
import type { EpochDay } from '#rules/time/calendar.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { AudienceFacts } from './audience-facts.ts';
import { type AudienceMatch, daysSince } from './audience-match.ts';
import { neededVariables } from './campaign-text.ts';
import type { SuggestionReason } from './suggestion-reason.ts';

/** The checks that block all day, then what belongs to the campaign: the order in which the first one counts. */
export const LEFT_OUT_REASONS = [
  'customer_unavailable',
  'opted_out',
  'no_permission',
  'do_not_call_list',
  'customer_asked_silence',
  'contacted_recently',
  'unanswered',
  'variable_empty',
  'already_served',
  'other_suggestion',
  'seller_away',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/**
 * Returns the check that blocks a suggestion for the customer all day; null: none does. `coolDownDays` are the
 * campaign's; the longer of the brand's and the campaign's count (D6). `at`: the first instant at which a seller can
 * begin, so that a cool-down that ends earlier on the day does not count.
 */
export function blockOfDay(facts: AudienceFacts, coolDownDays: number, at: Instant): LeftOutReason | null {
  const earlierContacts = contactsFor(facts, coolDownDays);
  const asked = {
    context: { customer: facts.customer, conversation: NO_CONVERSATION, wish: WISH, earlierContacts },
    at,
  };
  const wanted = { ...asked, origin: 'suggestion', replyDue: false } as const;
  if (customerUnavailable(wanted) === 'block') return 'customer_unavailable';
  if (optedOut(wanted) === 'block') return 'opted_out';
  if (noPermission(wanted) === 'block') return 'no_permission';
  if (doNotCallList(wanted) === 'block') return 'do_not_call_list';
  if (facts.isSilentAllDay) return 'customer_asked_silence';
  if (contactedRecently(wanted) === 'block') return 'contacted_recently';
  return unanswered(wanted) === 'block' ? 'unanswered' : null;
}

interface CampaignTerms {
  readonly id: string;
  readonly coolDownDays: number;
  /** The instant of the start, or of the last resumption. */
  readonly runningSince: Instant | null;
  /** The campaign's first date, `YYYY-MM-DD`; null: none was set. */
  readonly from: string | null;
}

interface Met {
  readonly at: Instant;
  readonly met: AudienceMatch;
  /** Whether each variable of the campaign's text has a word for the customer. */
  readonly hasWords: boolean;
  /** Whether the customer's seller has a day off. */
  readonly isAway: boolean;
}

/**
 * Returns why a customer whom a campaign means gets no suggestion of it; null: the customer may get one. Only a campaign
 * that began after another suggestion was made takes that one over, if it comes first and nobody touched it. A campaign
 * begins with its start, with each resumption after a pause, and with its first date (decision 0060).
 */
export function leftOutOf(
  facts: AudienceFacts,
  campaign: CampaignTerms & { readonly priority: number },
  { at, met, hasWords, isAway }: Met,
): LeftOutReason | null {
  const block = blockOfDay(facts, campaign.coolDownDays, at);
  if (block !== null) return block;
  if (!hasWords) return 'variable_empty';
  const isServed = facts.served.some((each) => each.campaignId === campaign.id && isSame(each.reason, met.reason));
  if (isServed) return 'already_served';
  if (facts.open !== null && !mayTakeOver(facts.open, campaign)) return 'other_suggestion';
  return isAway ? 'seller_away' : null;
}

function mayTakeOver(
  { isTouched, isHeld, createdAt, suggestedOn, priority }: NonNullable<AudienceFacts['open']>,
  campaign: CampaignTerms & { readonly priority: number },
): boolean {
  if (isTouched || isHeld || campaign.priority >= priority) return false;
  const { runningSince, from } = campaign;
  const beganLater = runningSince !== null && runningSince > createdAt;
  const firstDateIsLater = from !== null && suggestedOn !== null && from > suggestedOn;
  return beganLater || firstDateIsLater;
}

function isSame(a: SuggestionReason | null, b: SuggestionReason): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Prepares the question whether each variable of a text has a word for a customer. */
export function prepareText(text: string): (facts: AudienceFacts, day: EpochDay) => boolean {
  const needed = [...neededVariables(text)];
  return ({ name, purchases: [last] }, day) => {
    const addressed: Addressed = {
      ...{ customer: name, seller: KNOWN, store: KNOWN, brand: KNOWN },
      lastItem: last?.items ?? null,
      daysSincePurchase: last === undefined ? null : daysSince(last, day),
    };
    return needed.every((variable) => variableValue(variable, addressed) !== null);
  };
}

/** Stands for the names of seller, store and brand, which are never empty. */
const KNOWN = '-';

function contactsFor({ contacts, numberContactedAt }: AudienceFacts, coolDownDays: number): AudienceFacts['contacts'] {
  if (coolDownDays <= contacts.coolDownDays) return contacts;
  return { ...contacts, coolDownDays, contactedAt: numberContactedAt };
}

const NO_CONVERSATION = { lastInboundAt: null, lastOutboundAt: null };
const WISH = { message: 'text' } as const;
